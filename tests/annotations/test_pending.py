"""What waits for annotation, marked by the database whoever changes the words."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from apps.annotations.annotating import annotate_pending
from apps.annotations.annotator import Annotator, names_version
from apps.annotations.decisions import add_topic, save_decision
from apps.annotations.entity_decisions import judge_mentions
from apps.annotations.models import AnnotatedTurn, Mention, PendingAnnotation, Tag, TopicPhrase
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


@pytest.fixture
def user() -> User:
    return User.objects.create_user("edith")


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


def phrase_of(name: str) -> TopicPhrase:
    phrase: TopicPhrase = make.topic(name).phrases.create(text="missile")
    PendingAnnotation.objects.add_outdated(Annotator.current().version)
    annotate_pending()
    return phrase


def without_the_phrase(phrase: TopicPhrase) -> None:
    phrase.delete()
    PendingAnnotation.objects.add_outdated(Annotator.current().version)
    annotate_pending()


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_decision_taken_back_leaves_what_the_machine_says_now(turn: Turn, by_hand: bool, user: User) -> None:
    phrase = phrase_of("Missiles")
    with acting("Reject"):
        Tag.objects.all().reject(user)
    without_the_phrase(phrase)
    tag = Tag.objects.get()
    if by_hand:
        tag.status = Tag.Status.SUGGESTED
        save_decision(tag, ["status"], user)
    else:
        undo(act_called("Reject"))
    assert waiting() == [turn.conference_id]
    annotate_pending()
    assert not Tag.objects.exists()


def test_an_addition_that_is_undone_makes_room_for_what_the_machine_says(turn: Turn, user: User) -> None:
    with acting("Add"):
        tag = add_topic(turn, make.topic("Weapons"), user)
    phrase = tag.topic.phrases.create(text="missile")
    PendingAnnotation.objects.add_outdated(Annotator.current().version)
    annotate_pending()
    assert Tag.objects.get().origin == "human"
    undo(act_called("Add"))
    annotate_pending()
    assert list(Tag.objects.values_list("topic", "origin", "status")) == [(phrase.topic_id, "rule", "suggested")]


def test_a_judged_mention_taken_back_is_read_again(turn: Turn, user: User) -> None:
    mention = make.mention(turn, make.entity("Another"), start=0, end=7)
    with acting("Confirm"):
        judge_mentions([mention], "confirmed", user)
    undo(act_called("Confirm"))
    annotate_pending()
    assert not Mention.objects.exists()


def test_a_decision_alone_lets_nothing_wait(turn: Turn, user: User) -> None:
    phrase_of("Missiles")
    Tag.objects.all().confirm(user)
    Tag.objects.all().reject(user)
    assert waiting() == []


def test_a_conference_is_deleted_with_its_decisions_and_waits_no_more(turn: Turn, user: User) -> None:
    add_topic(turn, make.topic(), user)
    connection.check_constraints()
    turn.conference.delete()
    connection.check_constraints()
    assert waiting() == []


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
