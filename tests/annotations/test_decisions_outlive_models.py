"""Whatever people decide, and however often is trained and annotated: no decided row is touched."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.annotations.annotating import annotate_pending
from apps.annotations.annotator import Annotator
from apps.annotations.learning.training import train
from apps.annotations.models import AnnotatedTurn, PendingAnnotation, Tag
from apps.conferences.models import Turn
from tests import make
from tests.annotations.judged import BESIDE, LANGUAGE, OF_PORT, briefing, judged, said

pytestmark = pytest.mark.django_db

STEPS = st.lists(
    st.tuples(st.sampled_from(["confirm", "reject", "take back", "train", "annotate", "reword"]), st.integers(0, 99)),
    min_size=1,
    max_size=8,
)


@given(STEPS)
@settings(max_examples=5, deadline=None)
def test_no_decided_row_is_touched_by_training_or_annotation(steps: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        _decide_and_train(steps)
        transaction.set_rollback(True)


def _decide_and_train(steps: list[tuple[str, int]]) -> None:
    judged()
    briefing(99, 3)
    for number in range(3):
        make.turn(make.conference(language=LANGUAGE), said(BESIDE, OF_PORT, number))
    annotate_pending()
    editor = User.objects.get()
    for step, number in [*steps, ("train", 0), ("annotate", 0)]:
        tag = Tag.objects.order_by("pk")[number % Tag.objects.count()]
        if step in {"confirm", "reject"}:
            getattr(Tag.objects.filter(pk=tag.pk), step)(editor)
        elif step == "take back" and tag.origin != "human":
            Tag.objects.filter(pk=tag.pk).update(status="suggested", decided_by=None, decided_at=None)
        elif step == "reword":  # to a turn that nobody judged
            turn = Turn.objects.filter(tags__decided_at=None).order_by("pk").first()
            Turn.objects.filter(pk=getattr(turn, "pk", 0)).update(text=said(BESIDE, OF_PORT, number))
        before, places = decided(), list(Tag.objects.values_list("turn", "topic"))
        if step == "train":
            train()
        elif step == "annotate":
            annotate_pending()
        assert decided() == before
        assert len(places) == len(set(places))
    assert not PendingAnnotation.objects.exists()
    suggested = undecided()
    Tag.objects.filter(decided_at=None).delete()
    AnnotatedTurn.objects.all().delete()
    PendingAnnotation.objects.add_outdated(Annotator.current().version)
    annotate_pending()
    assert undecided() == suggested  # whatever the way here, they follow from words, phrases and decisions


def undecided() -> list[Any]:
    tags = Tag.objects.filter(decided_at=None).order_by("turn", "topic")
    return list(tags.values_list("turn", "topic", "origin", "score", "evidence"))


def decided() -> list[Any]:
    return list(Tag.objects.exclude(decided_at=None).order_by("pk").values())
