"""The transcripts themselves: where they lie in an archive, and their bytes."""

import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from apps.conferences.models import Conference

LIST = "files.jsonl"
AT_ONCE = 50
LONGEST_NAME = 200  # bytes; most file systems take 255
NOT_EVERYWHERE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


class Original(NamedTuple):
    """A conference's file."""

    conference: int
    path: str
    data: bytes
    is_as_imported: bool
    """Or else the text that was read from it: an early Rostrum kept no other bytes."""


def originals() -> Iterator[Original]:
    """The file of every conference, in order of id."""
    conferences = Conference.objects.order_by("pk").values_list(
        "pk", "source__slug", "file_name", "source_text", "source_sha256", "source_file__data"
    )
    for pk, source, name, text, sha256, kept in conferences.iterator(chunk_size=AT_ONCE):
        data = text.encode() if kept is None else bytes(kept)
        yield Original(pk, path_of(source, pk, name), data, hashlib.sha256(data).hexdigest() == sha256)


def path_of(source: str, pk: int, file_name: str) -> str:
    """``files/nato/17-briefing.txt``: the id because names come again, on some systems whatever the capitals."""
    return f"files/{_plain(source)}/{pk}-{_plain(file_name.rpartition('/')[2])}"


def _plain(name: str) -> str:
    """The name as every file system takes it, its end rather than its beginning where it is too long."""
    plain = NOT_EVERYWHERE.sub("_", name).rstrip(" .") or "transcript.txt"
    return plain.encode()[-LONGEST_NAME:].decode(errors="ignore")
