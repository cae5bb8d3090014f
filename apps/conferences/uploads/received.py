from typing import NamedTuple

from apps.conferences.uploads.limits import MB, MOST_IN_FILE

NO_TEXT = "It is no .txt file."
TOO_LARGE = f"It has more than {MOST_IN_FILE // MB} MB, and no transcript has; check that it is the right file."


class Received(NamedTuple):
    """A file as it came, or the reason why it is refused."""

    name: str
    data: bytes = b""
    refusal: str = ""
