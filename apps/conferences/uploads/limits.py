"""How much one upload may hold."""

from dataclasses import dataclass

from apps.transcripts.reading import MAX_BYTES

MB = 2**20
MOST_SENT = 100 * MB  # by the browser, all files together
MOST_UNPACKED = 200 * MB
MOST_FILES = 2_000
MOST_IN_FILE = MAX_BYTES
LONGEST_NAME = 500


class TooMuchError(Exception):
    """The upload as a whole is refused; the message says why."""


@dataclass(slots=True)
class Room:
    """What is left for the rest of an upload."""

    files: int = MOST_FILES
    size: int = MOST_UNPACKED

    def take_file(self) -> None:
        """Raises TooMuchError if there have been too many."""
        self.files -= 1
        if self.files < 0:
            raise TooMuchError(f"There are more than {MOST_FILES:,} files; upload them in parts.")

    def take(self, size: int, name: str) -> None:
        """Raises TooMuchError, naming what was too much, if there is no room for so many bytes."""
        self.size -= size
        if self.size < 0:
            raise TooMuchError(f"{name}: with it the files have over {MOST_UNPACKED // MB} MB; upload them in parts.")
