"""What a person says about a tag holds against every machine."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from apps.annotations.annotating import annotate_pending
from apps.annotations.decisions import add_topic, save_decision
from apps.annotations.models import AnnotatedTurn, Tag
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


@pytest.fixture
def suggestion() -> Tag:
    make.topic("Missiles").phrases.create(text="missiles")
    make.turn(make.conference(), "No missiles.")
    annotate_pending()
    return Tag.objects.get()


def test_a_tag_that_a_person_adds_is_theirs(editor: User) -> None:
    tag = Tag(conference=make.conference(), topic=make.topic(), status="confirmed", origin="rule")
    save_decision(tag, (), editor)
    tag = Tag.objects.get()
    assert (tag.origin, tag.status, tag.decided_by) == ("human", "confirmed", editor)
    assert tag.decided_at is not None


def test_nothing_changed_decides_nothing(suggestion: Tag, editor: User) -> None:
    save_decision(suggestion, (), editor)
    assert list(Tag.objects.undecided()) == [suggestion]


def test_another_topic_rejects_the_suggestion_for_good_and_confirms_the_new_one(suggestion: Tag, editor: User) -> None:
    old, suggestion.topic = suggestion.topic, make.topic("Rockets")
    save_decision(suggestion, ["topic"], editor)
    AnnotatedTurn.objects.all().delete()
    call_command("annotate")
    rejected, held = Tag.objects.order_by("pk")
    assert (rejected.topic, rejected.origin, rejected.status, rejected.decided_by) == (old, "rule", "rejected", editor)
    assert (held.topic.name, held.origin, held.status, held.decided_by) == ("Rockets", "human", "confirmed", editor)
    assert (held.turn, held.evidence) == (rejected.turn, rejected.evidence)


def test_not_this_but_that_holds_against_the_phrases_of_a_topic_that_a_person_had_added(editor: User) -> None:
    turn, missiles = make.turn(make.conference(), "No missiles."), make.topic("Missiles")
    tag = add_topic(turn, missiles, editor)
    tag.topic = make.topic("Rockets")
    save_decision(tag, ["topic"], editor)
    missiles.phrases.create(text="missiles")
    annotate_pending()
    states = Tag.objects.order_by("pk").values_list("topic__name", "origin", "status")
    assert list(states) == [("Missiles", "human", "rejected"), ("Rockets", "human", "confirmed")]


def test_a_decision_can_be_taken_back(suggestion: Tag, editor: User) -> None:
    suggestion.status = Tag.Status.REJECTED
    save_decision(suggestion, ["status"], editor)
    assert not Tag.objects.shown().exists()
    suggestion.status = Tag.Status.SUGGESTED
    save_decision(suggestion, ["status"], editor)
    assert list(Tag.objects.undecided().shown()) == [suggestion]


def test_a_topic_cannot_be_added_to_a_turn_that_is_gone(editor: User) -> None:
    turn, topic = make.turn(make.conference()), make.topic()
    turn.conference.delete()
    with pytest.raises(Tag.DoesNotExist):
        add_topic(turn, topic, editor)
