"""After whatever happened, in whatever order, the index says what the database says."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.annotations.models import Entity, Mention, Tag, Topic
from apps.conferences.models import Conference, Organisation, Speaker, Turn
from apps.search.check import differences
from apps.search.folder import Folder
from apps.search.index import current
from apps.search.opened import OpenIndex
from apps.search.sync import sync
from tests import make

Row = TypeVar("Row", bound=Model)
WORDS = ["The ferry sails.", "Évora", "", "Missiles and energy\n\nprices", "Новости"]


def pick(model: type[Row], number: int) -> Row | None:
    rows = list(model._default_manager.order_by("pk"))
    return rows[number % len(rows)] if rows else None


def add_conference(number: int) -> None:
    conference = make.conference(f"Title {number}", language=["en", "fr", "uk"][number % 3])
    for text in WORDS[: number % 4]:
        make.turn(conference, text, speaker=pick(Speaker, number), organisation=pick(Organisation, number))


def add_tag(number: int) -> None:
    turn, topic = pick(Turn, number), pick(Topic, number // 3)
    if turn and topic and not Tag.objects.filter(turn=turn, topic=topic).exists():
        make.tag(turn, topic, origin="rule", status="suggested", score=number % 10 / 10)


def reject_topic(number: int) -> None:
    conference, topic, judge = pick(Conference, number), pick(Topic, number), User.objects.get(username="judge")
    if conference and topic and not Tag.objects.filter(conference=conference, turn=None, topic=topic).exists():
        rejected = {"origin": "human", "status": "rejected", "decided_by": judge, "decided_at": timezone.now()}
        make.tag(conference, topic, **rejected)


def add_mention(number: int) -> None:
    turn, entity = pick(Turn, number), pick(Entity, number)
    if turn and entity and not Mention.objects.filter(turn=turn).exists():
        make.mention(turn, entity)


def merge(model: type[Speaker] | type[Organisation] | type[Entity]) -> Callable[[int], None]:
    def into_the_next(number: int) -> None:
        rows = list(model.objects.filter(merged_into=None, merged=None).order_by("pk"))
        if len(rows) > 1:
            one = rows[number % len(rows)]
            model.objects.filter(pk=one.pk).update(merged_into=rows[(number + 1) % len(rows)])

    return into_the_next


def sql(text: str) -> Callable[[int], None]:
    def run(number: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(text, {"number": number})

    return run


def delete_conference(number: int) -> None:
    if conference := pick(Conference, number):
        conference.delete()


def withdraw(number: int) -> None:
    if turn := pick(Turn, number):
        Turn.objects.filter(pk=turn.pk).update(position=None, withdrawn_at=timezone.now())


def move(number: int) -> None:
    turn, other = pick(Turn, number), pick(Conference, number // 2)
    if turn and other and turn.position is not None:
        Tag.objects.filter(turn=turn).delete()
        Turn.objects.filter(pk=turn.pk).update(conference=other, position=1000 + turn.pk)


def add_and_roll_back(number: int) -> None:
    with transaction.atomic():
        add_conference(number)
        current()
        transaction.set_rollback(True)


def write_some_first(number: int) -> None:
    some = [conference.pk for conference in Conference.objects.all() if conference.pk % 3 == number % 3]
    sync(Folder.of_site(), first=some, rest=number % 2 == 0)


STEPS: list[Callable[[int], object]] = [
    *(add_conference, add_tag, add_mention, reject_topic, delete_conference, withdraw, move, add_and_roll_back),
    *(merge(Speaker), merge(Organisation), merge(Entity)),
    lambda _: Speaker.objects.all().update(merged_into=None),
    lambda number: Turn.objects.update(text=WORDS[number % len(WORDS)]),
    lambda number: Entity.objects.filter(pk__gt=number % 3).update(rejected=number % 2 == 0),
    lambda _: Topic.objects.exclude(name="T0").update(parent=Topic.objects.get(name="T0")),
    sql("UPDATE annotations_topic SET parent_id = NULL"),
    sql("UPDATE annotations_tag SET score = 0.9 WHERE id %% 2 = %(number)s %% 2"),
    sql("UPDATE conferences_turn SET speaker_id = (SELECT min(id) FROM conferences_speaker) WHERE id %% 3 = 0"),
    sql("UPDATE conferences_conference SET event_date = NULL, language = 'de' WHERE id %% 2 = %(number)s %% 2"),
    sql("DELETE FROM annotations_mention WHERE id %% 2 = %(number)s %% 2"),
    lambda _: current(),
    lambda _: sync(Folder.of_site()),
    write_some_first,
]


class RandomHistoryTest(TestCase):
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 30)), min_size=5, max_size=25))
    def test_the_index_equals_the_database(self, history: list[tuple[Callable[[int], object], int]]) -> None:
        User.objects.create_user("judge")
        for number in range(3):
            make.speaker(f"S{number}")
            make.organisation(f"O{number}")
            make.topic(f"T{number}")
            make.entity(f"E{number}")
        for step, number in history:
            step(number)
        assert list(differences(current())) == []
        assert sync(Folder.of_site())
        path = Folder.of_site().current()
        assert path
        assert list(differences(OpenIndex.read(path))) == []
