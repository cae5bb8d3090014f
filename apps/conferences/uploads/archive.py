"""The files of a zip.  Nothing that the archive says of itself is believed: what comes out is counted."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from apps.conferences.uploads.limits import LONGEST_NAME, MB, MOST_IN_FILE, Room
from apps.conferences.uploads.received import NO_TEXT, TOO_LARGE, Received

CHUNK = 64 * 1024
LARGEST_DIRECTORY = 4 * MB  # 2,000 files with long names need a quarter of it
ENCRYPTED, UTF8 = 0x1, 0x800
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


def unpack(file: IO[bytes], name: str, room: Room) -> Iterator[Received]:
    """The transcripts in a zip archive of that name, and what else is in it with the reason why it is not taken.

    Folders, hidden files and what macOS adds are passed over.  Raises TooMuchError.
    """
    try:
        guarded = _Guarded(file)
        with ZipFile(cast("IO[bytes]", guarded)) as archive:
            guarded.is_listing = False
            for member in archive.infolist():
                path = _path(member)
                if not _is_passed_over(path):
                    room.take_file()
                    yield _member(archive, member, path, room)
    except DAMAGED:
        yield Received(name, refusal="It is no zip archive, or a damaged one; make it anew.")


class _Guarded:
    """The archive's bytes.  ``zipfile`` reads the list of files in one piece, as long as the archive says."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell
        self.is_listing = True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size > LARGEST_DIRECTORY:
            raise BadZipFile("Its list of files is too long.")
        data = self._file.read(size if size >= 0 else LARGEST_DIRECTORY)  # without a size, it is after the last bytes
        return _readable(data) if self.is_listing else data


def _readable(data: bytes) -> bytes:
    """A list of files in which only names that are UTF-8 say so: of one other name ``zipfile`` gives up on them all."""
    readable, at = bytearray(data), 0
    while data[at : at + 4] == zipfile.stringCentralDir and at + zipfile.sizeCentralDir <= len(data):  # type: ignore[attr-defined]
        flags, *lengths = struct.unpack_from("<H18x3H", data, at + 8)
        begin = at + zipfile.sizeCentralDir  # type: ignore[attr-defined]
        try:
            data[begin : begin + lengths[0]].decode()
        except UnicodeDecodeError:
            struct.pack_into("<H", readable, at + 8, flags & ~UTF8)
        at = begin + sum(lengths)
    return bytes(readable)


def _path(member: ZipInfo) -> str:
    """With ``/`` between folders, as Windows does not always write it; old Macs forget to say that it is UTF-8."""
    path = member.orig_filename
    if not member.flag_bits & UTF8:
        with suppress(UnicodeError):
            path = path.encode("cp437").decode()
    return "/".join(part for part in path.replace("\\", "/").split("/") if part != ".")


def _is_passed_over(path: str) -> bool:
    parts = path.split("/")
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return path.endswith("/") or hidden or "__MACOSX" in parts


def _member(archive: ZipFile, member: ZipInfo, path: str, room: Room) -> Received:
    if why := _refusal(member, path):
        return Received(path[-LONGEST_NAME:], refusal=why)
    try:
        with archive.open(member) as opened:
            data = bytearray()
            while chunk := opened.read(CHUNK):
                data += chunk
                room.take(len(chunk), path)
                if len(data) > MOST_IN_FILE:
                    return Received(path, refusal=TOO_LARGE)
    except DAMAGED:
        return Received(path, refusal="It is damaged in the archive; make the archive anew.")
    return Received(path, bytes(data))


def _refusal(member: ZipInfo, path: str) -> str:
    """The first reason not to take it, if any."""
    parts = path.split("/")
    is_link = member.create_system == 3 and stat.S_ISLNK(member.external_attr >> 16)
    leads_out = ".." in parts or not parts[0] or parts[0].endswith(":")
    in_pieces = member.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others come out all at once
    reasons = {
        f"Its name has {len(path):,} characters; at most {LONGEST_NAME} are possible.": len(path) > LONGEST_NAME,
        "Its name leads out of the archive; rename it.": leads_out,
        "Its name holds a NUL character; rename it.": "\0" in path,
        "It is a link, not a file.": is_link,
        "It is a zip within a zip; unpack it and upload what is in it.": path.lower().endswith(".zip"),
        NO_TEXT: not path.lower().endswith(".txt"),
        "It is encrypted; unpack the archive and upload the files.": member.flag_bits & ENCRYPTED,
        "It is packed in an unusual way; make an ordinary zip of it.": not in_pieces,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")
