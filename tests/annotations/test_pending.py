"""What waits for annotation, marked by the database whoever changes the words."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from apps.annotations.annotating import annotate_pending
from apps.annotations.annotator import Annotator, names_version
from apps.annotations.models import AnnotatedTurn, PendingAnnotation
from apps.conferences.models import Turn
from apps.config.background.idle import IdleAnnotation
from apps.history.undo import undo
from tests import make
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn() -> Turn:
    turn = make.turn(make.conference(), "Another missile test.")
    annotate_pending()
    assert not PendingAnnotation.objects.exists()
    return turn


def waiting() -> list[int]:
    return list(PendingAnnotation.objects.values_list("conference", flat=True))


def test_a_conference_waits_from_its_first_turn_on() -> None:
    conference = make.conference()
    assert waiting() == []
    make.turn(conference)
    make.turn(conference)
    assert waiting() == [conference.pk]


def by_save(turn: Turn) -> None:
    turn.text = "No more missiles."
    turn.save()


def by_update(turn: Turn) -> None:
    Turn.objects.filter(pk=turn.pk).update(text="No more missiles.")


def by_sql(turn: Turn) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE conferences_turn SET text = upper(text)")


def by_language(turn: Turn) -> None:
    turn.conference.language = "es"
    turn.conference.save()


def by_restoring(turn: Turn) -> None:
    Turn.objects.filter(pk=turn.pk).update(position=None, withdrawn_at=timezone.now())
    annotate_pending()
    Turn.objects.filter(pk=turn.pk).update(position=0, withdrawn_at=None)


@pytest.mark.parametrize("change", [by_save, by_update, by_sql, by_language, by_restoring])
def test_it_waits_again_once_its_words_change_by_whatever_means(turn: Turn, change: Callable[[Turn], None]) -> None:
    change(turn)
    assert waiting() == [turn.conference_id]


def test_it_waits_again_when_a_change_of_its_words_is_undone(turn: Turn) -> None:
    with acting("Correct"):
        by_update(turn)
    annotate_pending()
    undo(act_called("Correct"))
    assert waiting() == [turn.conference_id]


def test_it_does_not_wait_for_a_change_of_anything_else(turn: Turn) -> None:
    turn.kind, turn.role, turn.conference.title = "answer", "Minister", "Another title"
    turn.save()
    turn.conference.save()
    Turn.objects.filter(pk=turn.pk).update(position=None, withdrawn_at=timezone.now())
    assert waiting() == []


def test_all_wait_that_another_version_has_annotated(turn: Turn) -> None:
    current = AnnotatedTurn.objects.get().version
    PendingAnnotation.objects.add_outdated(current)
    assert waiting() == []
    PendingAnnotation.objects.add_outdated("another")
    PendingAnnotation.objects.add_outdated("another")
    assert waiting() == [turn.conference_id]


def wait_for_another_model(settings: Settings) -> None:
    """As ``annotate`` begins with another model, beside this process."""
    own, settings.SPACY_MODEL = settings.SPACY_MODEL, "xx_another"
    PendingAnnotation.objects.add_outdated(Annotator.current().version, names_version())
    settings.SPACY_MODEL = own


def test_what_waits_for_another_model_is_not_taken_off_by_a_process_that_does_not_have_it(
    turn: Turn, settings: Settings
) -> None:
    own = AnnotatedTurn.objects.get().version
    wait_for_another_model(settings)
    assert annotate_pending().turns == 0
    PendingAnnotation.objects.add_outdated("other phrases", names_version(), taking_over=False)
    assert annotate_pending().turns == 0
    assert waiting() == [turn.conference_id]
    settings.SPACY_MODEL = "xx_another"
    assert annotate_pending().turns == 1
    assert waiting() == []
    assert AnnotatedTurn.objects.get().version != own


def test_what_waits_already_waits_for_another_model_as_well(turn: Turn, settings: Settings) -> None:
    by_update(turn)
    wait_for_another_model(settings)
    assert annotate_pending().turns == 0
    assert waiting() == [turn.conference_id]


def test_who_starts_later_takes_over_what_waited_for_a_model_that_nobody_has(turn: Turn, settings: Settings) -> None:
    wait_for_another_model(settings)
    by_update(turn)
    assert IdleAnnotation().step()
    assert waiting() == []
    assert AnnotatedTurn.objects.get().version == Annotator.current().version
