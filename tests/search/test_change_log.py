"""Whatever touches what the index holds is in the change log, and nothing else."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from apps.annotations.models import Entity, Mention, Tag, Topic
from apps.conferences.models import Conference, Organisation, Source, Speaker, Turn
from apps.search.models import Change
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Conference:
    """A conference with all that there can be, and another one that nothing happens to."""
    parent = make.topic("Defence")
    missiles = make.topic("Missiles", parent=parent)
    for title in ("One", "Another"):
        speaker, outlet, entity = make.speaker(title), make.organisation(title), make.entity(title)
        turn = make.turn(make.conference(title), speaker=speaker, organisation=outlet)
        if title == "One":
            make.tag(turn, missiles)
        make.mention(turn, entity)
    Change.objects.all().delete()
    return Conference.objects.get(title="One")


def touched() -> set[int | None]:
    return set(Change.objects.values_list("conference", flat=True))


def sql(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text)


TOUCHES: dict[str, Callable[[Conference], object]] = {
    "a title": lambda one: Conference.objects.filter(pk=one.pk).update(title="Other"),
    "a date": lambda one: Conference.objects.filter(pk=one.pk).update(event_date=None),
    "a language": lambda one: Conference.objects.filter(pk=one.pk).update(language="fr"),
    "a conference's source": lambda one: Conference.objects.filter(pk=one.pk).update(source=make.source("Other")),
    "another turn": make.turn,
    "a turn's text": lambda one: one.turns.update(text="Other"),
    "a turn's text by plain SQL": lambda one: sql(
        f"UPDATE conferences_turn SET text = '' WHERE conference_id = {one.pk}"
    ),
    "a turn's kind": lambda one: one.turns.update(kind="question"),
    "a turn's place": lambda one: one.turns.update(position=7),
    "a turn withdrawn": lambda one: one.turns.update(position=None, withdrawn_at=timezone.now()),
    "another speaker": lambda one: one.turns.update(speaker=None),
    "another outlet": lambda one: one.turns.update(organisation=None),
    "a speaker merged": lambda _: Speaker.objects.filter(name="One").update(merged_into=make.speaker("New")),
    "an outlet merged": lambda _: Organisation.objects.filter(name="One").update(merged_into=make.organisation("New")),
    "another tag": lambda one: make.tag(one, make.topic("Energy")),
    "a tag's status": lambda one: one.tags.update(status="suggested", score=0.7),
    "a tag's topic": lambda one: one.tags.update(topic=make.topic("Energy")),
    "a tag deleted": lambda one: one.tags.all().delete(),
    "a topic's parent": lambda _: Topic.objects.filter(name="Missiles").update(parent=None),
    "another mention": lambda one: make.mention(one.turns.get(), make.entity("New"), start=5, end=8),
    "a mention rejected": lambda one: Mention.objects.filter(turn__conference=one).update(
        status="rejected", decided_by=User.objects.create_user("judge"), decided_at=timezone.now()
    ),
    "a mention that lost its words": lambda one: Mention.objects.filter(turn__conference=one).update(
        start=None, end=None, lost_words="Good"
    ),
    "a mention deleted": lambda one: Mention.objects.filter(turn__conference=one).delete(),
    "an entity merged": lambda _: Entity.objects.filter(name="One").update(merged_into=make.entity("New")),
    "an entity rejected": lambda _: Entity.objects.filter(name="One").update(rejected=True),
    "a conference deleted": lambda one: one.delete(),
}


@pytest.mark.parametrize("what", TOUCHES)
def test_the_conference_is_in_the_log_after(what: str, one: Conference) -> None:
    pk = one.pk
    TOUCHES[what](one)
    assert touched() == {pk}


def test_a_turn_that_moves_touches_both_conferences(one: Conference) -> None:
    one.tags.all().delete()
    other = make.conference("Third")
    Change.objects.all().delete()
    one.turns.update(conference=other)
    assert touched() == {one.pk, other.pk}


def test_rejecting_what_an_entity_was_merged_into_touches_the_conference(one: Conference) -> None:
    into = make.entity("New")
    Entity.objects.filter(name="One").update(merged_into=into)
    Change.objects.all().delete()
    Entity.objects.filter(pk=into.pk).update(rejected=True)
    assert touched() == {one.pk}


@pytest.mark.parametrize(
    "table",
    [model._meta.db_table for model in (Conference, Turn, Tag, Mention, Topic, Entity, Speaker, Organisation, Change)],
)
def test_an_emptied_table_touches_all(table: str, one: Conference) -> None:
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql(f"TRUNCATE {table} CASCADE")
    assert touched() == {None}


def test_what_no_search_finds_is_no_news(one: Conference) -> None:
    Conference.objects.update(location="Lund", changed_at=timezone.now())
    one.turns.update(role="Mayor", exchange=3)
    one.tags.update(evidence=[[0, 4]])
    Mention.objects.update(start=1)
    Source.objects.update(name="Renamed")
    Speaker.objects.update(aliases=["E. M."])
    Topic.objects.update(description="What flies")
    assert touched() == set()


def test_one_statement_adds_one_row_for_each_conference(one: Conference) -> None:
    for _ in range(3):
        make.turn(one)
    Change.objects.all().delete()
    Turn.objects.update(text="Good morning, all the same.")  # the words of mentions stay
    assert Change.objects.count() == Conference.objects.count() == 2
