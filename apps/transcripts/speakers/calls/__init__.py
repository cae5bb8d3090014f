"""The calls room: who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``

Doors: ``calls`` names whoever is called, ``several_called`` those called at once, ``gives_floor`` tells whether anybody
is.  The words are data in ``words``, the shapes of sentences in ``forms``.
"""

from .floor import gives_floor
from .pairs import several_called
from .single import REACH, calls, says_only

__all__ = ["REACH", "calls", "gives_floor", "says_only", "several_called"]
