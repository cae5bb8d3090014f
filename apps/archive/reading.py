"""A folder that nobody vouches for: which files may be opened, and what they hold."""

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

from apps.archive.errors import ArchiveError
from apps.archive.manifest import NAME, SHA256, Listed
from apps.archive.source_files import LIST
from apps.transcripts.reading import MAX_BYTES

LONGEST_LINE = 20 * MAX_BYTES
"""A conference with its text and what is remembered of it; more would only fill the memory."""
LONGEST_MANIFEST = 16 * 2**20
FILE_KEYS = {"conference", "path", "sha256", "as_imported"}


def read_small(folder: Path, name: str, limit: int) -> bytes:
    """A whole file of the archive.  Raises ArchiveError if it is none or longer than ``limit``."""
    with _open(folder, name) as file:
        data: bytes = file.read(limit + 1)
    if len(data) > limit:
        raise ArchiveError(f"{name}: it has more than {limit // 2**20} MB.")
    return data


def read_manifest(folder: Path) -> bytes:
    if not folder.is_dir():
        raise ArchiveError(f"There is no folder {folder}.")
    if not os.path.lexists(folder / NAME):
        raise ArchiveError(f"{folder} is no archive: it has no {NAME}.")
    return read_small(folder, NAME, LONGEST_MANIFEST)


def check_sum(folder: Path, name: str, listed: Listed) -> None:
    """Raises ArchiveError if the file is not the one that the manifest names."""
    with _open(folder, name) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != listed.sha256:
            raise ArchiveError(f"{name}: it is damaged or was changed; its SHA-256 is not the manifest's.")


def read_lines(folder: Path, name: str, listed: Listed) -> Iterator[tuple[int, Any]]:
    """Number and data of each line.  Raises ArchiveError at one that is not JSON, and if lines are missing."""
    number = 0
    with _open(folder, name) as file:
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if not line.endswith(b"\n"):
                what = "is longer than any row" if len(line) > LONGEST_LINE else "breaks off"
                raise ArchiveError.at(name, number, f"the line {what}.")
            try:
                data = json.loads(line, parse_constant=_refuse)
            except (ValueError, RecursionError) as error:
                raise ArchiveError.at(name, number, f"it is not JSON ({error}).") from error
            yield number, data
    if number != listed.rows:
        raise ArchiveError(f"{name}: it has {number} lines, and the manifest says {listed.rows}.")


def check_files(folder: Path, listed: set[str]) -> None:
    """Raises ArchiveError for a file among the rows and transcripts that no line of the archive names.

    What lies beside them, a README or a folder of git, is not looked at.
    """
    for part in ("files", "rows"):
        there = {Path(path, name).relative_to(folder) for path, _, names in os.walk(folder / part) for name in names}
        if unlisted := {path.as_posix() for path in there} - listed:
            inside = min(unlisted)
            raise ArchiveError(f"{inside}: no line of the archive names it; take it out, or export anew.")


def read_originals(folder: Path, listed: Listed) -> Iterator[tuple[int, int, str, bytes]]:
    """Line of the list, conference, path and bytes of each transcript, in order of conferences.

    Raises ArchiveError for one that is not there, leads out of the archive, or is not as listed.
    """
    last = 0
    for line, entry in read_lines(folder, LIST, listed):
        if not isinstance(entry, dict) or entry.keys() != FILE_KEYS:
            raise ArchiveError.at(LIST, line, f"it must have {', '.join(sorted(FILE_KEYS))}.")
        conference, path, sha256 = entry["conference"], entry["path"], entry["sha256"]
        if not isinstance(conference, int) or conference <= last:
            raise ArchiveError.at(LIST, line, "the conferences are not in the order of their ids.")
        last = conference
        if not isinstance(path, str) or not _is_inside(path):
            raise ArchiveError.at(LIST, line, f"the path {path!r} leads out of the archive's files.")
        data = read_small(folder, path, MAX_BYTES)
        if not isinstance(sha256, str) or not SHA256.fullmatch(sha256) or hashlib.sha256(data).hexdigest() != sha256:
            raise ArchiveError.at(LIST, line, f"{path} is damaged or was changed; its SHA-256 is another.")
        yield line, conference, path, data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    plain = "\\" not in path and "\0" not in path and "/".join(parts) == path
    return plain and len(parts) == 3 and parts[0] == "files" and ".." not in parts


def _open(folder: Path, name: str) -> Any:
    """Open a plain file of the archive for reading.  Links are not followed: they may lead anywhere."""
    path = folder
    try:
        for part in PurePosixPath(name).parts:
            path /= part
            if path.is_symlink():
                raise ArchiveError(f"{name}: “{part}” is a link, and an archive has none.")
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise ArchiveError(f"{name}: it is no plain file.")
        return os.fdopen(descriptor, "rb")
    except FileNotFoundError as error:
        raise ArchiveError(f"{name}: it is missing from the archive.") from error
    except OSError as error:
        raise ArchiveError(f"{name}: it cannot be read: {error.strerror}.") from error
