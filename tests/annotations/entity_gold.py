"""What was annotated by reading: ``entities_gold.jsonl``, Rostrum's own work on real transcripts beside the repository.

A line is a turn: its file below ``../shared/gold``, its number among the parser's turns from 0, whether the turn was
``held_out`` when names were added to Rostrum, and all that it names: start, end, the name as printed, kind, and
the entity that is meant.  The kind is empty where it is as right to see a name as to see none.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from apps.transcripts import Transcript, parse

TEXTS = Path(__file__).parents[2].parent / "shared" / "gold"
FILE = Path(__file__).with_name("entities_gold.jsonl")


class GoldMention(NamedTuple):
    start: int
    end: int
    printed: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class GoldTurn:
    file: str
    turn: int
    held_out: bool
    mentions: tuple[GoldMention, ...]

    @property
    def house(self) -> str:
        """Whose style the transcript is in."""
        return self.file.partition("/")[0]

    @property
    def text(self) -> str:
        return transcript(self.file).turns[self.turn].text


def gold() -> list[GoldTurn]:
    rows = (json.loads(line) for line in FILE.read_text("utf-8").splitlines())
    return [
        GoldTurn(row["file"], row["turn"], row["held_out"], tuple(GoldMention(*one) for one in row["mentions"]))
        for row in rows
    ]


@lru_cache(maxsize=64)
def transcript(file: str) -> Transcript:
    return parse((TEXTS / file).read_bytes())
