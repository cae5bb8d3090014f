"""How right entities are on turns annotated by reading: ``python -m tests.annotations.entity_score``.

Precision, recall and F1 of mentions, right where span and kind are, and where the entity meant is right as well: of
spaCy's model alone and of all that Rostrum adds.  Writes the table between the markers of ``docs/annotation.md``.
``--wrong`` lists instead what Rostrum has wrong, on the turns that are not held out.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import django

from tests.annotations.entity_gold import TEXTS, GoldMention, GoldTurn, gold, transcript

if TYPE_CHECKING:
    from spacy.language import Language

PAGE = Path(__file__).parents[2] / "docs" / "annotation.md"
BEGIN, END = "<!-- entities: begin -->", "<!-- entities: end -->"
SOURCES = {"nato-pages-excerpts": "NATO", "seeds": "NATO", "iranwatch-pages-excerpts": "Iran Watch"}
"""By house; the others are called as their folder is."""
ALSO = {"place": {"country"}, "group": {"country", "place"}}
"""What the model alone cannot tell apart counts as right for it: a city from a country, a people from its country."""

System = Callable[[str, list[str]], list[list[GoldMention]]]
"""From a file and texts of its turns to what each names."""


@dataclass(slots=True)
class Score:
    right: int = 0
    linked: int = 0
    found: int = 0
    wanted: int = 0

    def row(self, name: str) -> str:
        figures = [*self._figures(self.right), *self._figures(self.linked)]
        return f"| {name} | " + " | ".join(f"{figure:.1%}" for figure in figures) + " |"

    def _figures(self, right: int) -> tuple[float, float, float]:
        return right / max(self.found, 1), right / max(self.wanted, 1), 2 * right / max(self.found + self.wanted, 1)


def main() -> int:
    if not TEXTS.exists():
        print(f"no transcripts at {TEXTS}: the table of {PAGE.name} stays as it is", file=sys.stderr)
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apps.config.settings")
    django.setup()
    if "--wrong" in sys.argv:
        for line in wrong([turn for turn in gold() if not turn.held_out]):
            print(line)
        return 0
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table(gold())}\n{END}{after}", "utf-8")
    return 0


def table(turns: list[GoldTurn]) -> str:
    parts = {
        "read while names were added": [turn for turn in turns if not turn.held_out],
        "held out": [turn for turn in turns if turn.held_out],
    }
    lines = [
        "| | precision | recall | F1 | precision, right entity | recall, right entity | F1, right entity |",
        "| --- |" + " ---: |" * 6,
    ]
    for name, part in parts.items():
        count = sum(bool(one.kind) for turn in part for one in turn.mentions)
        houses = len({turn.house for turn in part})
        lines.append(score(part, model_alone).row(f"{name} ({count} mentions, {houses} house styles): model alone"))
        lines.append(score(part, rostrum, also={}).row(f"{name}: with labels, gazetteer and rules"))
    return "\n".join(lines)


def score(turns: Iterable[GoldTurn], system: System, also: dict[str, set[str]] | None = None) -> Score:
    also = ALSO if also is None else also
    total = Score()
    for turn, seen in _seen(turns, system):
        wanted = {(one.start, one.end): one for one in turn.mentions if one.kind}
        total.wanted += len(wanted)
        for one in seen:
            if any(each.start < one.end and one.start < each.end for each in turn.mentions if not each.kind):
                continue
            total.found += 1
            meant = wanted.get((one.start, one.end))
            if meant and meant.kind in {one.kind, *also.get(one.kind, ())}:
                total.right += 1
                total.linked += meant.name == one.name
    return total


def wrong(turns: Iterable[GoldTurn]) -> Iterable[str]:
    """A line for each mention that only one of the two has, and for each wrong entity."""
    for turn, seen in _seen(turns, rostrum):
        either = [each for each in turn.mentions if not each.kind]
        told = {one for one in seen if not any(a.start < one.end and one.start < a.end for a in either)}
        for one in sorted(set(turn.mentions) - set(either) ^ told):
            side = "missed" if one in turn.mentions else "wrong"
            yield f"{turn.file} {turn.turn} {side}: “{one.printed}” {one.kind} {one.name}"


def _seen(turns: Iterable[GoldTurn], system: System) -> Iterable[tuple[GoldTurn, list[GoldMention]]]:
    files: defaultdict[str, list[GoldTurn]] = defaultdict(list)
    for turn in turns:
        files[turn.file].append(turn)
    for file, some in files.items():
        yield from zip(some, system(file, [turn.text for turn in some]), strict=True)


def rostrum(file: str, texts: list[str]) -> list[list[GoldMention]]:
    from apps.annotations.known_names import Label, names_in_labels
    from apps.annotations.reading import read

    house = file.partition("/")[0]
    turns = transcript(file).turns
    labels: set[Label] = {(None, one.speaker, one.organisation, one.role or "", one.kind.value) for one in turns}
    known = names_in_labels(labels, SOURCES.get(house, house))
    return [
        [GoldMention(one.start, one.end, text[one.start : one.end], one.kind, one.name) for one in found.named]
        for text, found in zip(texts, read(texts, "en", (), known), strict=True)
    ]


def model_alone(_file: str, texts: list[str]) -> list[list[GoldMention]]:
    """What the model marks, without article and possessive, each kind as Rostrum calls it."""
    from apps.annotations.plain_text import place_in_text, read_plain
    from apps.annotations.reading import KINDS, bare_name

    nlp = _model()
    return [
        [
            GoldMention(start, end, text[start:end], KINDS[words.label_], text[start:end])
            for doc in [nlp(read_plain(text, nlp))]
            for words in doc.ents
            if words.label_ in KINDS
            for start, end in [place_in_text(doc, *bare_name(words))]
        ]
        for text in texts
    ]


@cache
def _model() -> "Language":
    import spacy
    from django.conf import settings

    return spacy.load(settings.SPACY_MODEL)


if __name__ == "__main__":
    sys.exit(main())
