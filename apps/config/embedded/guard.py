"""``python -m apps.config.embedded.guard VAR``: wait until nobody uses the server, then stop it.

The last process to end stops the server itself; this is for the day when it was killed and could not.
"""

import sys
from pathlib import Path

from apps.config.embedded.hold import stop_when_unused

if __name__ == "__main__":
    stop_when_unused(Path(sys.argv[1]))
