"""The parser without what a source alone can have taught it: part of ``make score``.

For each source with gold, every word and phrase that stands in its texts, and in those of no other source and no
invented house, is taken out of a copy of the parser (``unteaching``), which then reads that source in a process of its
own.  The same is done with sources that are alike, all of them together.  The figures stand in
``docs/parser-scores.md``; ``python -m tests.transcripts.left_out`` writes these alone.
"""

import sys
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path

from .scoring import HOUSES, ROOT, SCORER, SHARED, Figures, cell, means, scored, speakers_wrong
from .tables import markdown, write
from .unteaching import plain, untaught

GOLD = SHARED / "gold"
ALIKE = {
    "pages of NATO and Iran Watch together": {"nato-pages-excerpts", "iranwatch-pages-excerpts", "seeds"},
    "the White House's together": {"wh-biden", "wh-obama", "wh-subjectiveqa", "wh-trump-covid", "trump-covid-rev"},
}
"""Sources that may have taught each other's words: leaving out one alone leaves out little."""
COLUMNS = {
    "taken": "words taken out", "F1": "turn boundaries F1", "label": "label right", "wrong": "speaker wrong",
    "open": "speaker unknown or part", "organisation_WRONG": "organisation WRONG", "kind": "kind right",
    "title": "title right", "date": "date right", "LOST": "lines lost",
}  # fmt: skip


class Texts:
    """The words of each source, from its files with gold and those without, and of each invented house."""

    def __init__(self, gold: Path, without_gold: Path, houses: Path) -> None:
        self.sources = sorted(folder.name for folder in gold.iterdir() if folder.is_dir())
        parts: dict[str, list[str]] = defaultdict(list)
        for folder in (gold, without_gold, houses):
            for path in folder.glob("*/*.txt"):
                parts[self._source(path.parent.name)].append(plain(path.read_text("utf-8", "replace")))
        self._texts = {source: f" {' | '.join(texts)} " for source, texts in parts.items()}
        self._words = {source: set(text.split()) for source, text in self._texts.items()}
        self.holders = cache(self._holders)

    def _source(self, folder: str) -> str:
        """``fomc-2011-2022`` has more texts of ``fomc``."""
        return next((source for source in self.sources if folder.startswith(f"{source}-")), folder)

    def _holders(self, phrase: str) -> frozenset[str]:
        """Whose texts hold a phrase, which is spelled as ``plain`` spells it."""
        words = phrase.split()
        return frozenset(
            source
            for source, text in self._texts.items()
            if self._words[source].issuperset(words) and (len(words) == 1 or f" {phrase} " in text)
        )

    def only_in(self, sources: set[str], phrase: str) -> bool:
        """Whether it stands in the texts of these sources and in no others."""
        holders = self.holders(phrase)
        return bool(holders) and holders <= sources


def figures(sources: set[str], texts: Texts) -> Figures:
    """The figures of sources, each counted alike, read without what they alone can have taught.

    Raises RuntimeError where the copy of the parser does not run: a table lost its shape.
    """
    with tempfile.TemporaryDirectory() as name:
        copy, gold = Path(name, "parser"), Path(name, "gold")
        taken = untaught(ROOT, copy, lambda phrase: texts.only_in(sources, phrase))
        gold.mkdir()
        for source in sources:
            (gold / source).symlink_to(GOLD / source)
        found = means(scored(gold, copy))
    if found["failed"]:
        raise RuntimeError(f"Without the words of {', '.join(sorted(sources))} the parser fails.")
    unread = found["speaker_unknown"] + found["speaker_part"]
    return {**found, "taken": len(taken), "wrong": speakers_wrong(found), "open": unread}


def table() -> str:
    """A row for each source, the mean of them, and a row for those that are alike."""
    texts = Texts(GOLD, SHARED / "corpus", HOUSES)
    rows = {source: figures({source}, texts) for source in texts.sources}
    rows["**every source alike**"] = {**means(rows), "taken": None}
    rows |= {name: figures(sources, texts) for name, sources in ALIKE.items()}
    return markdown(
        ["source left out", *COLUMNS.values()],
        [[name, *(cell(row[key]) for key in COLUMNS)] for name, row in rows.items()],
    )


if __name__ == "__main__":
    if not SCORER.exists():
        sys.exit(f"no scorer at {SCORER}: the table stays as it is")
    write("parser-scores.md", "left out", table())
