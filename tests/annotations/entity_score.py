"""How right entities are on turns annotated by reading: ``python -m tests.annotations.entity_score``.

Precision, recall and F1 of mentions, right where span and kind are, and where the entity meant is right as well: of
spaCy's model alone and of all that Rostrum adds.  Writes the tables between the markers of ``docs/annotation.md``, and
``fixtures/mention_scores.yaml``, from which mentions have their score.
``--wrong`` lists instead what Rostrum has wrong, on the turns that are not held out.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import django
import yaml

from tests.annotations.entity_gold import TEXTS, GoldMention, GoldTurn, gold, transcript

if TYPE_CHECKING:
    from spacy.language import Language

    from apps.annotations.meaning import Named

T = TypeVar("T")
Counts = dict[str, int]
PAGE = Path(__file__).parents[2] / "docs" / "annotation.md"
WRITTEN_BY = """\
# Written by `make score`: of the mentions of each origin and label of spaCy's that were found on turns annotated by
# reading, how many were right.  What they score follows from it (apps/annotations/mention_scores.py).
"""
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
    from apps.annotations.mention_scores import FILE

    if "--wrong" in sys.argv:
        for line in wrong([turn for turn in gold() if not turn.held_out]):
            print(line)
        return 0
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table(gold())}\n\n{table_of_scores(gold())}\n{END}{after}", "utf-8")
    FILE.write_text(WRITTEN_BY + yaml.safe_dump(mention_counts(gold())), "utf-8")
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


def _seen(turns: Iterable[GoldTurn], system: Callable[[str, list[str]], list[T]]) -> Iterable[tuple[GoldTurn, T]]:
    files: defaultdict[str, list[GoldTurn]] = defaultdict(list)
    for turn in turns:
        files[turn.file].append(turn)
    for file, some in files.items():
        yield from zip(some, system(file, [turn.text for turn in some]), strict=True)


def mention_counts(turns: Iterable[GoldTurn]) -> dict[str, dict[str, Counts]]:
    """By origin and spaCy's label: of so many ``found`` so many were ``right``, the entity meant included."""
    counts: defaultdict[str, dict[str, Counts]] = defaultdict(dict)
    for turn, seen in _seen(turns, lambda file, texts: named_by_rostrum(file, tuple(texts))):
        wanted = {(one.start, one.end, one.kind, one.name) for one in turn.mentions}
        for one in seen:
            if any(each.start < one.end and one.start < each.end for each in turn.mentions if not each.kind):
                continue
            of_kind = counts[one.origin].setdefault(one.label, {"right": 0, "found": 0})
            of_kind["found"] += 1
            of_kind["right"] += (one.start, one.end, one.kind, one.name) in wanted
    return {origin: dict(sorted(labels.items())) for origin, labels in sorted(counts.items())}


def table_of_scores(turns: list[GoldTurn]) -> str:
    """What a mention scores, by origin and label, and whether that comes true on what was held out."""
    from apps.annotations.mention_scores import UNSEEN, laplace

    lines = ["| origin | label | found | right | score |", "| --- | --- | ---: | ---: | ---: |"]
    for origin, labels in mention_counts(turns).items():
        for label, n in labels.items():
            lines.append(f"| {origin} | {label} | {n['found']} | {n['right']} | {laplace(**n):.2f} |")
    first = mention_counts(turn for turn in turns if not turn.held_out)
    held_out = mention_counts(turn for turn in turns if turn.held_out)
    told = [
        (laplace(**first[origin][label]) if label in first.get(origin, {}) else UNSEEN, n)
        for origin, labels in held_out.items()
        for label, n in labels.items()
    ]
    found, right = (sum(n[what] for _, n in told) for what in ("found", "right"))
    expected = sum(score * n["found"] for score, n in told)
    lines += ["", f"Scored by the first part alone, the {found} of the second would score {expected / found:.2f} on"]
    return "\n".join(lines) + f"\naverage, and {right / found:.2f} of them were right."


def rostrum(file: str, texts: list[str]) -> list[list[GoldMention]]:
    return [
        [GoldMention(one.start, one.end, text[one.start : one.end], one.kind, one.name) for one in named]
        for text, named in zip(texts, named_by_rostrum(file, tuple(texts)), strict=True)
    ]


@cache
def named_by_rostrum(file: str, texts: tuple[str, ...]) -> list[list["Named"]]:
    from apps.annotations.known_names import Label, names_in_labels
    from apps.annotations.reading import read

    house = file.partition("/")[0]
    turns = transcript(file).turns
    labels: set[Label] = {(None, one.speaker, one.organisation, one.role or "", one.kind.value) for one in turns}
    known = names_in_labels(labels, SOURCES.get(house, house))
    return [found.named for found in read(list(texts), "en", (), known)]


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
