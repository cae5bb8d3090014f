"""Are the files of an index what tantivy wrote?  It ends each with a checksum, which it never looks at again."""

import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = ["fast", "fieldnorm", "idx", "pos", "store", "term"]
"""Of the files that each segment has."""
FOOTER = struct.Struct("<II")  # how long the JSON before it is, and a number that every file ends with
PIECE = 1 << 20  # bytes


def segment_files(generation: Path) -> Iterator[Path]:
    """The files that the newest commit should have.  Raises OSError or ValueError where it cannot be told."""
    text = (generation / "meta.json").read_text()
    try:
        segments = [
            (one["segment_id"].replace("-", ""), [one["deletes"]["opstamp"]] if one["deletes"] else [])
            for one in json.loads(text)["segments"]
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"meta.json is not what tantivy writes: {error}") from error
    for name, deletions in segments:
        for suffix in [*SUFFIXES, *(f"{opstamp}.del" for opstamp in deletions)]:
            yield generation / f"{name}.{suffix}"


def is_whole(path: Path) -> bool:
    """Whether the file is as it was written.  Raises FileNotFoundError if it is gone."""
    with path.open("rb") as file:
        try:
            end = file.seek(-FOOTER.size, 2)
            length, _ = FOOTER.unpack(file.read())
            left = file.seek(end - length)
            told = json.loads(file.read(length))["crc"]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        file.seek(0)
        found = 0
        while left and (piece := file.read(min(PIECE, left))):
            found = zlib.crc32(piece, found)
            left -= len(piece)
        return bool(found == told)
