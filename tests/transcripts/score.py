"""How right the parser is on hand-checked transcripts: ``make score``.

Writes into ``docs/parser.md`` the figures that are promised, for each source; and into ``docs/parser-scores.md`` all of
them, those of each source without what it alone can have taught (``left_out``), those of the invented houses
(``houses/``) and the record of first sights.  Exits with status 1 where a figure is below what the project promises.
"""

import operator
import sys
from collections.abc import Callable
from dataclasses import dataclass

from . import first_sight, left_out
from .scoring import HOUSES, SCORER, SHARED, Figures, cell, means, scored, speakers_wrong
from .tables import markdown, write

ROWS = {
    "files": "files", "turns": "turns", "F1": "turn boundaries F1", "label": "label right",
    "speaker_right": "speaker right", "speaker_unknown": "speaker unknown", "speaker_part": "speaker part",
    "speaker_WRONG": "speaker WRONG or part", "organisation_WRONG": "organisation WRONG",
    "organisation_unknown": "organisation unknown", "kind": "kind right", "title": "title right", "date": "date right",
    "updated": "updated right", "location": "location right", "delivery": "delivery right", "excerpt": "excerpt right",
    "source_topics": "topics right", "LOST": "lines lost",
}  # fmt: skip
_OF_HOUSES = """
    turns F1 label speaker_right speaker_unknown speaker_part speaker_WRONG organisation_WRONG kind title date LOST
"""
HOUSE_ROWS = {key: ROWS[key] for key in _OF_HOUSES.split()}

ALIKE = "**every source alike**"


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure and what it may not fall below, or, with ``at_most``, not rise above."""

    what: str
    bar: float | int
    of: Callable[[Figures], float | int]
    at_most: bool = False

    def met(self, mean: Figures) -> bool:
        value = self.of(mean)
        return value <= self.bar if self.at_most else value >= self.bar

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {cell(self.bar)}"


PROMISES = (
    Promise("turns F1", 0.98, operator.itemgetter("F1")),
    Promise("label right", 0.99, operator.itemgetter("label")),
    Promise("speaker wrong", 0.003, speakers_wrong, at_most=True),
    Promise("unknown or in part", 0.05, lambda m: m["speaker_unknown"] + m["speaker_part"], at_most=True),
    Promise("organisation wrong", 0.01, operator.itemgetter("organisation_WRONG"), at_most=True),
    Promise("kind right", 0.97, operator.itemgetter("kind")),
    Promise("date right", 0.98, operator.itemgetter("date")),
    Promise("title right", 0.93, operator.itemgetter("title")),
    Promise("topics right", 1.0, operator.itemgetter("source_topics")),
    Promise("lines lost", 0, operator.itemgetter("LOST"), at_most=True),
)


def main() -> int:
    """Score, write the tables, tell what is below the promise."""
    if not SCORER.exists():
        print(f"no scorer at {SCORER}: the tables stay as they are", file=sys.stderr)
        return 1
    sources = scored(SHARED / "gold")
    mean = means(sources)
    write("parser.md", "score", promised(sources, mean))
    write("parser-scores.md", "sources", table(sources, ROWS))
    write("parser-scores.md", "left out", left_out.table())
    write("parser-scores.md", "houses", table(scored(HOUSES), HOUSE_ROWS))
    write("parser-scores.md", "first sight", first_sight.table())
    short = [f"{one.what}: {cell(one.of(mean))}, promised {one}" for one in PROMISES if not one.met(mean)]
    print("\n".join(short) or "every promised figure is met")
    return int(bool(short))


def promised(sources: dict[str, Figures], mean: Figures) -> str:
    """The promised figures of each source, the mean over them, what was promised of it, and whether it is met."""
    rows = {name: figures for name, figures in sources.items() if name != "ALL"} | {ALIKE: mean}
    return markdown(
        ["source", "files", "turns", *(one.what for one in PROMISES)],
        [
            *(
                [name, cell(of["files"]), cell(of["turns"]), *(cell(one.of(of)) for one in PROMISES)]
                for name, of in rows.items()
            ),
            ["promised", "", "", *map(str, PROMISES)],
            ["met", "", "", *("yes" if one.met(mean) else "**no**" for one in PROMISES)],
        ],
    )


def table(sources: dict[str, Figures], columns: dict[str, str]) -> str:
    """The figures, a row for each source, the mean last."""
    rows = {name: figures for name, figures in sources.items() if name != "ALL"}
    rows[ALIKE] = means(sources)
    return markdown(
        ["source", *columns.values()],
        [[name, *(cell(figures[key]) for key in columns)] for name, figures in rows.items()],
    )


if __name__ == "__main__":
    sys.exit(main())
