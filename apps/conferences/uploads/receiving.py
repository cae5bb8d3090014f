"""The files that someone chose in the browser -> what there is to import."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.uploadedfile import UploadedFile as ChosenFile

from apps.conferences.importing.files import printable
from apps.conferences.uploads.archive import unpack
from apps.conferences.uploads.limits import LONGEST_NAME, MOST_IN_FILE, Room
from apps.conferences.uploads.received import NO_TEXT, TOO_LARGE, Received


def receive(chosen: Iterable["ChosenFile[Any]"]) -> Iterator[Received]:
    """Each file, those in zip archives too; of two with the same bytes, or the same name, the first.

    Reads one at a time.  Raises TooMuchError.
    """
    by_name: set[str] = set()
    by_bytes: dict[bytes, str] = {}
    for file in _all(chosen):
        name = printable(file.name)[-LONGEST_NAME:]
        if file.refusal:
            yield Received(name, refusal=file.refusal)
            continue
        digest = hashlib.sha256(file.data).digest()
        if digest in by_bytes:
            yield Received(name, refusal=f"It has the same bytes as {by_bytes[digest]}, which stands for both.")
        elif name in by_name:
            yield Received(name, refusal="Another file of this upload has that name; rename one of them.")
        else:
            by_name.add(name)
            by_bytes[digest] = name
            yield Received(name, file.data)


def _all(chosen: Iterable["ChosenFile[Any]"]) -> Iterator[Received]:
    room = Room()
    for file in chosen:
        name = file.name or "unnamed"
        if name.lower().endswith(".zip"):
            file.seek(0)
            yield from unpack(file, name, room)
            continue
        room.take_file()
        if not name.lower().endswith(".txt"):
            yield Received(name, refusal=NO_TEXT)
        elif (file.size or 0) > MOST_IN_FILE:
            yield Received(name, refusal=TOO_LARGE)
        else:
            data = file.read()
            room.take(len(data), name)
            yield Received(name, data)
