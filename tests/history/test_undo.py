"""Taking back a whole act, and leaving alone what others did since."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.annotations.models import Tag, Topic, TopicPhrase
from apps.conferences.models import Conference, Conflict, Speaker, Turn
from apps.conferences.settling import take_theirs
from apps.history.changes import changes_of_act
from apps.history.models import Act, KeptRow
from apps.history.undo import CHANGED_LATER, NOT_KEPT, TAKEN, Undone, preview_undo, undo
from tests import make
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db


def reasons(undone: Undone) -> dict[int, str]:
    return {change.pk: reason for change, reason in undone.left}


def suggested(count: int) -> list[Tag]:
    turn = make.turn(make.conference())
    topics = [make.topic(f"Topic {number}") for number in range(count)]
    return [make.tag(turn, topic, origin="rule", status="suggested", score=0.5) for topic in topics]


def values() -> list[tuple[object, ...]]:
    return list(Tag.objects.order_by("pk").values_list("pk", "topic", "status", "decided_by", "decided_at"))


def test_a_bulk_rejection_is_taken_back_whole_in_few_queries() -> None:
    user = User.objects.create_user("editor")
    suggested(600)
    before = values()
    with acting("Reject"):
        Tag.objects.all().reject(user)
    with acting("Undo"):
        undone = undo(act_called("Reject"))
    assert (len(undone.taken_back), undone.left) == (600, [])
    assert values() == before


def test_rows_that_another_act_changed_later_are_left_alone_and_named() -> None:
    user = User.objects.create_user("editor")
    first, second = suggested(2)
    with acting("Reject"):
        Tag.objects.all().reject(user)
    with acting("Confirm"):
        Tag.objects.filter(pk=second.pk).confirm(user)
    undone = undo(act_called("Reject"))
    assert reasons(undone) == {second.pk: CHANGED_LATER}
    assert undone.left[0][0].next_act_id == act_called("Confirm").pk
    assert dict(Tag.objects.values_list("pk", "status")) == {first.pk: "suggested", second.pk: "confirmed"}


def test_when_the_later_act_is_undone_first_the_earlier_can_be_undone_as_well() -> None:
    topic = make.topic("Missiles")
    with acting("First"):
        Topic.objects.update(name="Rockets")
    with acting("Second"):
        Topic.objects.update(name="Ballistic missiles")
    for name in ("Second", "First"):
        with acting(f"Undo {name}"):
            assert not undo(act_called(name)).left
    assert Topic.objects.get() == topic
    assert Topic.objects.get().name == "Missiles"


def test_an_undo_is_an_act_and_can_be_undone() -> None:
    make.topic("Missiles")
    with acting("Rename"):
        Topic.objects.update(name="Rockets")
    with acting("Undo"):
        undo(act_called("Rename"))
    assert len(changes_of_act(act_called("Undo"))) == 1
    with acting("Redo"):
        undo(act_called("Undo"))
    assert Topic.objects.get().name == "Rockets"


def test_what_an_act_added_goes_and_what_it_deleted_returns_with_its_number() -> None:
    topic = make.topic("Missiles")
    phrases = [TopicPhrase.objects.create(topic=topic, text=text) for text in ("missile", "rocket")]
    with acting("Clean up"):
        TopicPhrase.objects.all().delete()
        Topic.objects.all().delete()
        Topic.objects.create(name="Cyber", slug="cyber")
    undone = undo(act_called("Clean up"))
    assert len(undone.taken_back) == 4
    assert list(Topic.objects.values_list("pk", "name")) == [(topic.pk, "Missiles")]
    assert set(TopicPhrase.objects.all()) == set(phrases)


def test_what_others_built_on_since_is_left_alone() -> None:
    with acting("Add"):
        topic = make.topic("Missiles")
    with acting("Build"):
        TopicPhrase.objects.create(topic=topic, text="rocket")
    assert reasons(undo(act_called("Add"))) == {topic.pk: TAKEN}
    assert TopicPhrase.objects.get().topic == topic


def test_a_topic_that_goes_takes_its_phrases_and_what_they_suggested_along_and_all_can_come_back() -> None:
    with acting("Add"):
        topic = make.topic("Missiles")
        topic.phrases.create(text="missile")
    turn = make.turn(make.conference())
    make.tag(turn, topic, origin="rule", status="suggested", score=0.5)
    before = values()
    assert not preview_undo(act_called("Add")).left
    assert values() == before
    with acting("Undo"):
        assert not undo(act_called("Add")).left
    assert not Topic.objects.exists()
    assert not Tag.objects.exists()
    assert not undo(act_called("Undo")).left
    assert TopicPhrase.objects.get().topic == topic
    assert values() == before


def test_a_topic_with_a_tag_that_a_person_decided_stays_with_all_that_was_suggested() -> None:
    with acting("Add"):
        topic = make.topic("Missiles")
        phrase = topic.phrases.create(text="missile")
    first, _ = (
        make.tag(make.turn(make.conference()), topic, origin="rule", status="suggested", score=0.5) for _ in range(2)
    )
    with acting("Reject"):
        Tag.objects.filter(pk=first.pk).reject(User.objects.create_user("editor"))
    before = values()
    assert reasons(undo(act_called("Add"))) == {topic.pk: TAKEN, phrase.pk: TAKEN}
    assert values() == before


def test_a_place_that_something_else_took_since_is_left_to_it() -> None:
    turn, missiles, cyber = make.turn(make.conference()), make.topic("Missiles"), make.topic("Cyber")
    tag = make.tag(turn, missiles)
    with acting("Retag"):
        Tag.objects.update(topic=cyber)
    with acting("Tag again"):
        other = make.tag(turn, missiles)
    assert reasons(undo(act_called("Retag"))) == {tag.pk: TAKEN}
    assert set(Tag.objects.values_list("pk", "topic")) == {(tag.pk, cyber.pk), (other.pk, missiles.pk)}


def test_rows_that_changed_places_change_back() -> None:
    turn, missiles, cyber, energy = make.turn(make.conference()), *map(make.topic, ("Missiles", "Cyber", "Energy"))
    first, second = make.tag(turn, missiles), make.tag(turn, cyber)
    with acting("Move on"):
        Tag.objects.filter(pk=second.pk).update(topic=energy)
        Tag.objects.filter(pk=first.pk).update(topic=cyber)
    assert not undo(act_called("Move on")).left
    assert dict(Tag.objects.values_list("pk", "topic")) == {first.pk: missiles.pk, second.pk: cyber.pk}


def test_a_preview_tells_what_an_undo_does_and_does_nothing() -> None:
    user = User.objects.create_user("editor")
    suggested(3)
    with acting("Reject"):
        Tag.objects.all().reject(user)
    before, acts = values(), Act.objects.count()
    with acting("Preview"):
        preview = preview_undo(act_called("Reject"))
    assert (values(), Act.objects.count()) == (before, acts)
    assert preview == undo(act_called("Reject"))


def test_a_correction_undone_is_no_decision_any_more() -> None:
    conference = make.conference("Pres conference")
    changed_at = conference.changed_at
    with acting("Correct"):
        conference.title = "Press conference"
        conference.decide(["title"])
        conference.save()
    undo(act_called("Correct"))
    conference = Conference.objects.get()
    assert (conference.title, conference.decided_fields) == ("Pres conference", [])
    assert conference.changed_at > changed_at


def test_another_field_that_somebody_changed_later_stands_in_no_undos_way() -> None:
    conference = make.conference("Pres conference", location="Porto")
    for name, field, value in (("Title", "title", "Press conference"), ("Place", "location", "Lisbon")):
        with acting(name):
            setattr(conference, field, value)
            conference.decide([field])
            conference.save()
    with acting("Import", machine=True):
        Conference.objects.update(event_date="2019-05-05")
    undone = undo(act_called("Title"))
    assert (len(undone.taken_back), undone.left) == (1, [])
    conference = Conference.objects.get()
    assert (conference.title, conference.location, conference.decided_fields) == (
        "Pres conference",
        "Lisbon",
        ["location"],
    )
    assert conference.source_values == {"location": "Porto"}
    assert str(conference.event_date) == "2019-05-05"


def test_of_two_fields_the_one_changed_since_stays_and_is_told_with_who_changed_it() -> None:
    topic = make.topic("Missiles", description="Old")
    with acting("Both"):
        Topic.objects.update(name="Rockets", description="New")
    with acting("Labels"):
        Topic.objects.update(source_labels=["x"])
    with acting("Newer"):
        Topic.objects.update(description="Newer")
    undone = undo(act_called("Both"))
    topic.refresh_from_db()
    assert (topic.name, topic.description, topic.source_labels) == ("Missiles", "Newer", ["x"])
    ((left, reason),) = undone.left
    assert ([field.name for field in left.fields], reason) == (["description"], CHANGED_LATER)
    assert left.next_act_id == act_called("Newer").pk


def test_a_decision_goes_back_whole_or_not_at_all() -> None:
    user = User.objects.create_user("editor")
    (tag,) = suggested(1)
    with acting("Reject"):
        Tag.objects.all().reject(user)
    with acting("Confirm"):
        Tag.objects.all().confirm(user)
    assert reasons(undo(act_called("Reject"))) == {tag.pk: CHANGED_LATER}
    tag.refresh_from_db()
    assert (tag.status, tag.decided_by) == ("confirmed", user)


def test_what_was_deleted_before_the_history_kept_it_whole_is_named_as_such() -> None:
    conference = make.conference()
    turn = make.turn(conference, speaker=make.speaker())
    with acting("Delete"):
        Conference.objects.all().delete()
        Speaker.objects.all().delete()
    KeptRow.objects.all().delete()
    undone = undo(act_called("Delete"))
    assert {(change.model, change.pk, reason) for change, reason in undone.left} == {
        (Conference, conference.pk, NOT_KEPT),
        (Turn, turn.pk, NOT_KEPT),
    }
    assert Speaker.objects.count() == 1


def test_plain_sql_can_be_undone(tmp_path: Path) -> None:
    make.topic("Missiles")
    with acting("SQL"), connection.cursor() as cursor:
        cursor.execute(
            "WITH all_of_it AS (SELECT id FROM annotations_topic) UPDATE annotations_topic SET name = 'Gone'"
        )
    undo(act_called("SQL"))
    assert Topic.objects.get().name == "Missiles"


def test_a_conflict_settled_for_the_source_is_open_again_with_the_correction(admin_user: User) -> None:
    conference = make.conference("Pres conference")
    conference.title = "Press conference"
    conference.decide(["title"])
    conference.source_values = {"title": "Weekly briefing"}
    conference.save()
    make.conflict(conference, "title", mine="Press conference", theirs="Weekly briefing")
    before = Conference.objects.values("title", "decided_fields", "source_values").get()
    with acting("Settle"):
        take_theirs(Conflict.objects.all(), admin_user)
    assert Conference.objects.get().title == "Weekly briefing"
    assert not undo(act_called("Settle")).left
    assert Conference.objects.values("title", "decided_fields", "source_values").get() == before
    assert Conflict.objects.open().count() == 1


ROW, NAME = st.integers(0, 4), st.sampled_from("abc")
WRITES = st.lists(st.tuples(st.sampled_from(["rename", "delete", "add"]), ROW, NAME), max_size=6)


def carry_out(writes: list[tuple[str, int, str]]) -> None:
    for what, number, name in writes:
        slug = f"speaker-{number}"
        if what == "rename":
            Speaker.objects.filter(slug=slug).update(name=name)
        elif what == "delete":
            Speaker.objects.filter(slug=slug).delete()
        else:
            Speaker.objects.get_or_create(slug=slug, defaults={"name": name})


def speakers() -> dict[int, tuple[str, str]]:
    return {speaker.pk: (speaker.slug, speaker.name) for speaker in Speaker.objects.all()}


class AnyActs(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(start=WRITES, act=WRITES, later=WRITES)
    def test_an_undo_brings_back_what_no_other_act_changed_and_nothing_else(
        self, start: list[tuple[str, int, str]], act: list[tuple[str, int, str]], later: list[tuple[str, int, str]]
    ) -> None:
        carry_out(start)
        states = [speakers()]
        for name, writes in (("Act", act), ("Later", later)):
            with acting(name):
                carry_out(writes)
            states.append(speakers())
        before, after, now = states
        done = Act.objects.filter(metadata__act="Act").first()
        if done is None:
            assert before == after
            return
        undone = undo(done)
        expected = dict(now)
        for pk in before.keys() | after.keys():
            untouched = now.get(pk) == after.get(pk) and before.get(pk) != after.get(pk)
            if untouched and not any(change.pk == pk for change, _ in undone.left):
                expected.pop(pk, None)
                expected |= {pk: before[pk]} if pk in before else {}
        assert speakers() == expected
        for change, reason in undone.left:
            if reason == CHANGED_LATER:
                assert now.get(change.pk) != after.get(change.pk)
            else:  # another has taken the address meanwhile
                assert reason == TAKEN
                assert before[change.pk][0] in {slug for slug, _ in speakers().values()}
