"""What readers see of the tags, and how topics count."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Tag, Topic
from apps.annotations.querysets import SHOWN_FROM_SCORE
from tests import make

pytestmark = pytest.mark.django_db

SUGGESTED = {"origin": "rule", "status": "suggested"}


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor", is_staff=True)


def test_readers_see_confirmed_tags_and_suggestions_that_score_enough() -> None:
    turn = make.turn(make.conference())
    from_source = make.tag(turn, make.topic("Missiles"))
    likely = make.tag(turn, make.topic("Cyber"), score=SHOWN_FROM_SCORE, **SUGGESTED)
    make.tag(turn, make.topic("Energy"), score=SHOWN_FROM_SCORE - 0.01, **SUGGESTED)
    assert set(Tag.objects.shown()) == {from_source, likely}


def test_readers_do_not_see_rejected_tags(editor: User) -> None:
    make.tag(make.turn(make.conference()), make.topic(), score=0.9, **SUGGESTED)
    assert Tag.objects.all().reject(editor) == 1
    assert not Tag.objects.shown().exists()


def test_a_topic_rejected_for_the_conference_hides_its_suggestions_but_no_confirmed_turn(editor: User) -> None:
    conference, topic = make.conference(), make.topic()
    make.tag(make.turn(conference), topic, score=0.9, **SUGGESTED)
    confirmed = make.tag(make.turn(conference), topic, score=0.9, **SUGGESTED)
    Tag.objects.filter(pk=confirmed.pk).confirm(editor)
    whole = make.tag(conference, topic)
    Tag.objects.filter(pk=whole.pk).reject(editor)
    assert list(Tag.objects.shown()) == [confirmed]


def test_a_withdrawn_turn_shows_no_tags() -> None:
    turn = make.turn(make.conference())
    make.tag(turn, make.topic())
    turn.position, turn.withdrawn_at = None, timezone.now()
    turn.save()
    assert not Tag.objects.shown().exists()


def test_a_decision_says_who_and_when(editor: User) -> None:
    tag = make.tag(make.turn(make.conference()), make.topic(), score=0.9, **SUGGESTED)
    before = timezone.now()
    Tag.objects.all().confirm(editor)
    tag.refresh_from_db()
    assert (tag.status, tag.decided_by) == ("confirmed", editor)
    assert tag.decided_at is not None
    assert before <= tag.decided_at <= timezone.now()


def test_undecided_tags_are_those_that_no_person_judged(editor: User) -> None:
    turn = make.turn(make.conference())
    open_one = make.tag(turn, make.topic("Cyber"), score=0.9, **SUGGESTED)
    judged = make.tag(turn, make.topic("Energy"), score=0.9, **SUGGESTED)
    Tag.objects.filter(pk=judged.pk).confirm(editor)
    assert list(Tag.objects.undecided()) == [open_one]


def test_a_conference_counts_once_for_a_topic_and_for_its_parent() -> None:
    weapons = make.topic("Weapons")
    missiles, nuclear = make.topic("Missiles", parent=weapons), make.topic("Nuclear", parent=weapons)
    first, second = make.conference(), make.conference()
    for topic in (missiles, nuclear):
        make.tag(make.turn(first), topic)
        make.tag(make.turn(first), topic)
    make.tag(second, nuclear)
    counts = {topic.name: topic.conference_count for topic in Topic.objects.with_conference_counts()}
    assert counts == {"Weapons": 2, "Missiles": 1, "Nuclear": 2}


def test_a_topic_that_readers_see_nowhere_counts_zero() -> None:
    make.tag(make.turn(make.conference()), make.topic(), score=0.1, **SUGGESTED)
    assert Topic.objects.with_conference_counts().get().conference_count == 0


@pytest.mark.parametrize("size", [1, 3])
def test_the_whole_tree_with_counts_takes_two_queries(
    size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for parent in range(size):
        above = make.topic(f"Area {parent}")
        for child in range(size):
            make.tag(make.conference(), make.topic(f"Topic {parent} {child}", parent=above))
    with django_assert_num_queries(2):
        tree = [
            (topic.conference_count, [child.conference_count for child in topic.children.all()])
            for topic in Topic.objects.top_level().with_conference_counts().with_children()
        ]
    assert tree == [(size, [1] * size)] * size
