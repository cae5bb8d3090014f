"""A record of house styles at first sight: ``python -m tests.transcripts.first_sight NAME FOLDER``.

FOLDER holds transcripts with gold, written by somebody who had not read the parser, and scored here before anybody
mends a rule for them.  The figures are kept in ``first_sight.json`` for good: once the rules know a style, its figures
say nothing of the next one.  ``make score`` prints them into ``docs/parser-scores.md``.
"""

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from .scoring import ROOT, cell, means, scored
from .tables import markdown

RECORD = Path(__file__).with_name("first_sight.json")
COLUMNS = {
    "set": "set", "scored": "scored", "parser": "parser", "styles": "styles", "turns": "turns",
    "F1": "turn boundaries F1", "F1_alike": "F1, every style alike", "label": "label right",
    "speaker_WRONG": "speaker WRONG or part", "speaker_part": "speaker part", "speaker_unknown": "speaker unknown",
    "organisation_WRONG": "organisation WRONG", "kind": "kind right", "title": "title right", "date": "date right",
    "LOST": "lines lost",
}  # fmt: skip


def entry(name: str, folder: Path) -> dict[str, Any]:
    """What the scorer says of a folder today: all turns together, and the mean of the styles' F1."""
    sources = scored(folder)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {
        **{key: value for key, value in sources["ALL"].items() if key in COLUMNS},
        "set": name,
        "scored": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "parser": commit.stdout.strip(),
        "styles": len(sources) - 1,
        "F1_alike": means(sources)["F1"],
    }


def records() -> list[dict[str, Any]]:
    """The sets in the order in which they were scored."""
    found: list[dict[str, Any]] = json.loads(RECORD.read_text("utf-8"))
    return found


def table() -> str:
    """A row for each set."""
    rows = [[str(one["set"]), *(cell(one.get(key)) for key in list(COLUMNS)[1:])] for one in records()]
    return markdown(list(COLUMNS.values()), rows)


if __name__ == "__main__":
    NAME, FOLDER = sys.argv[1:]
    RECORD.write_text(json.dumps([*records(), entry(NAME, Path(FOLDER).resolve())], indent=1) + "\n", "utf-8")
