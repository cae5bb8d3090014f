"""Another model for what is annotated: which suggestions differ, without reading it all for names again."""

from collections.abc import Iterator

from apps.annotations.annotator import Annotator
from apps.annotations.learning.examples import AT_ONCE, read_turns
from apps.annotations.models import AnnotatedTurn, Tag
from apps.annotations.suggestions import Difference


def difference_between(before: Annotator, after: Annotator) -> Difference:
    """What the machine would suggest otherwise on the turns that ``before`` has annotated as they stand.

    Turns that are new, changed or annotated by yet another version wait for annotation anyway.  Nothing is written.
    """
    difference = Difference()
    if before.version == after.version:
        return difference
    for pks in _annotated_by(before.version):
        rows = list(read_turns(pks, after.phrases))
        suggested = {turn: after.model.suggest(text, found, language) for turn, _, text, language, found in rows}
        standing = Tag.objects.filter(turn__in=suggested).order_by()
        difference.take({turn: conference for turn, conference, *_ in rows}, suggested, standing)
    return difference


def mark_annotated(before: Annotator, after: Annotator) -> None:
    """What ``before`` has annotated counts as annotated by ``after``."""
    AnnotatedTurn.objects.filter(version=before.version).update(version=after.version)


def _annotated_by(version: str) -> Iterator[list[int]]:
    done = AnnotatedTurn.objects.up_to_date(version).order_by("pk")
    pks = list(done.values_list("pk", flat=True))
    return (pks[start : start + AT_ONCE] for start in range(0, len(pks), AT_ONCE))
