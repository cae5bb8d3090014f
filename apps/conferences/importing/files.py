"""From the paths that someone names to the files to import."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from apps.transcripts import TranscriptError
from apps.transcripts.reading import MAX_BYTES


@dataclass(frozen=True, slots=True)
class File:
    """A file to import.  ``name`` is its path within the folder that was named, ``source`` who published it."""

    path: Path
    name: str
    source: str

    @property
    def shown(self) -> str:
        """The path as it can be printed and stored."""
        return printable(str(self.path))

    @property
    def folders_above(self) -> list[str]:
        """The names of the folders around the one that it lies in, the nearest first."""
        folder = Path(os.path.abspath(self.path)).parent  # noqa: PTH100 - resolve() would follow links
        return [printable(above.name) for above in folder.parents if above.name]

    def read(self) -> bytes:
        """The file's bytes.  Raises TranscriptError if it cannot be read or is larger than any transcript."""
        try:
            status = self.path.stat()
            if stat.S_ISDIR(status.st_mode):  # find_files names only those that it could not look into
                raise TranscriptError("The folder may not be opened; check its permissions.")
            if not stat.S_ISREG(status.st_mode):  # a pipe would wait for a writer for ever
                raise TranscriptError("It is a pipe or a device, not a file.")
            if status.st_size > MAX_BYTES:
                raise TranscriptError(
                    f"The file has {status.st_size / 2**20:.0f} MB, and no transcript has more than"
                    f" {MAX_BYTES // 2**20} MB; split it or check that it is the right file."
                )
            return self.path.read_bytes()
        except FileNotFoundError as error:
            broken_link = self.path.is_symlink()
            what = "It is a link to a file that is not there." if broken_link else "There is no such file or folder."
            raise TranscriptError(what) from error
        except PermissionError as error:
            raise TranscriptError("The file may not be read; check its permissions.") from error
        except OSError as error:
            raise TranscriptError(f"The file cannot be read: {error.strerror}.") from error


def find_files(paths: Iterable[Path], source: str | None = None) -> Iterator[File]:
    """Named files as they are; of named folders every ``*.txt`` at any depth, in order of name, hidden ones left out.

    What cannot be read is found all the same: ``File.read`` says why.  Without ``source``, it is the
    name of the folder that a file lies in.
    """
    for named in paths:
        is_folder = os.path.isdir(named)  # noqa: PTH112 - Path.is_dir() raises where it may not look
        root = named if is_folder else named.parent
        for path in _texts_in(named) if is_folder else [named]:
            folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() would follow links
            name = printable(str(path.relative_to(root)))[-500:]
            yield File(path, name, source or printable(folder.name or str(folder))[:200])


def printable(text: str) -> str:
    """File names are bytes: what is no UTF-8, or would move the cursor, is shown as U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _texts_in(root: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for folder, subfolders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(".txt") and not name.startswith("."):
                yield Path(folder, name)
    yield from closed
