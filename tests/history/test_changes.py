"""Every change leaves a row: who, when, what from and what to, whatever way it was made."""

import getpass
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import ProgrammingError, connection, models, transaction
from django.test import Client
from django.urls import reverse

from apps.annotations.models import Entity, Mention, Tag, Topic, TopicPhrase
from apps.conferences.models import (
    Conference,
    Conflict,
    DistinctOrganisations,
    DistinctSpeakers,
    Organisation,
    Source,
    Speaker,
    Turn,
)
from apps.history.changes import Change, changes_of_act, changes_of_row, event_models
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in
from tests.conferences.transcripts import TURNS, briefing, import_one, write
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db

TEXTS = {
    Source: "name",
    Conference: "title",
    Turn: "text",
    Conflict: "field",
    Speaker: "name",
    Organisation: "name",
    Topic: "name",
    TopicPhrase: "text",
    Tag: "status",
    Entity: "name",
    Mention: "label",
}


def a_row(model: type[models.Model]) -> models.Model:
    conference, topic = make.conference(), make.topic()
    rows: dict[type[models.Model], models.Model] = {
        Source: make.source("Sarvandia Watch"),
        Conference: conference,
        Turn: make.turn(conference),
        Speaker: make.speaker(),
        Organisation: make.organisation(),
        Conflict: make.conflict(conference, "title"),
        Topic: topic,
        TopicPhrase: TopicPhrase.objects.create(topic=topic, text="missiles"),
        Tag: make.tag(conference, topic),
        Entity: (entity := make.entity()),
        Mention: make.mention(make.turn(conference), entity),
    }
    return rows[model]


def told(change: Change) -> list[tuple[str, object, object]]:
    """What changed: the field, its old and its new value."""
    before, after = change.before or {}, change.after or {}
    return [(field.name, before.get(field.attname), after.get(field.attname)) for field in change.fields]


def test_all_that_can_be_corrected_has_a_history() -> None:
    only_said_or_taken_back = {DistinctSpeakers, DistinctOrganisations}
    assert set(event_models()) == set(TEXTS) | only_said_or_taken_back


def test_the_whole_source_text_is_not_copied_into_the_history() -> None:
    columns = {field.name for field in event_models()[Conference]._meta.get_fields()}
    assert "title" in columns
    assert "source_text" not in columns


@pytest.mark.parametrize("way", ["save", "update", "bulk_update", "raw SQL"])
@pytest.mark.parametrize("model", TEXTS, ids=lambda model: model.__name__)
def test_a_change_is_written_down_by_whatever_means_it_is_made(model: type[models.Model], way: str) -> None:
    row, name = a_row(model), TEXTS[model]
    old, new = getattr(row, name), "suggested"
    rows = model._base_manager
    with acting():
        setattr(row, name, new)
        if way == "save":
            row.save()
        elif way == "update":
            rows.filter(pk=row.pk).update(**{name: new})
        elif way == "bulk_update":
            rows.bulk_update([row], [name])
        else:
            with connection.cursor() as cursor:
                cursor.execute(f'UPDATE {model._meta.db_table} SET "{name}" = %s WHERE id = %s', [new, row.pk])
    [change] = changes_of_act(act_called("Test"))
    assert (change.model, change.pk) == (model, row.pk)
    assert told(change) == [(name, old, new)]
    assert changes_of_row(model, pgh_obj=row.pk)[0] == change


@pytest.mark.parametrize("way", ["delete", "raw SQL"])
def test_a_deletion_keeps_the_row_as_it_was(way: str) -> None:
    speaker = make.speaker("Elena Marsh", aliases=["E. Marsh"])
    with acting():
        if way == "delete":
            Speaker.objects.filter(pk=speaker.pk).delete()
        else:
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM conferences_speaker")
    [change] = changes_of_act(act_called("Test"))
    assert change.after is None
    assert change.before is not None
    assert (change.before["name"], change.before["aliases"]) == ("Elena Marsh", ["E. Marsh"])


@pytest.mark.parametrize("way", ["create", "bulk_create", "raw SQL"])
def test_an_addition_is_written_down(way: str) -> None:
    with acting():
        if way == "create":
            Topic.objects.create(name="Cyber", slug="cyber")
        elif way == "bulk_create":
            Topic.objects.bulk_create([Topic(name="Cyber", slug="cyber")])
        else:
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO annotations_topic (name, slug, description, source_labels)"
                    " VALUES ('Cyber', 'cyber', '', '{}')"
                )
    [change] = changes_of_act(act_called("Test"))
    assert (change.before, change.pk) == (None, Topic.objects.get().pk)
    assert change.after is not None
    assert change.after["name"] == "Cyber"


def test_an_act_that_touches_a_row_twice_tells_where_it_began_and_where_it_ended() -> None:
    topic = make.topic("Missiles")
    with acting():
        for name in ("Rockets", "Ballistic missiles"):
            Topic.objects.update(name=name)
    with acting("Later"):
        Topic.objects.update(name="Missiles again")
    assert [told(change) for change in changes_of_act(act_called("Test"))] == [
        [("name", "Missiles", "Ballistic missiles")]
    ]
    assert [told(change)[0][1:] for change in changes_of_row(Topic, pgh_obj=topic.pk)][:3] == [
        ("Ballistic missiles", "Missiles again"),
        ("Rockets", "Ballistic missiles"),
        ("Missiles", "Rockets"),
    ]


def test_saving_what_is_the_same_is_no_change() -> None:
    topic = make.topic()
    with acting():
        topic.save()
        Topic.objects.update(name=topic.name)
    assert not Act.objects.filter(metadata__act="Test").exists()


def test_a_person_who_corrects_something_is_named(admin_client: Client, admin_user: User) -> None:
    turn = make.turn(make.conference(), "Good mourning.")
    url = reverse("admin:conferences_turn_change", args=[turn.pk])
    data = filled_in(admin_client.get(url).content)
    assert admin_client.post(url, {**data, "text": "Good morning."}).status_code == 302
    [act] = Act.objects.with_user_name().filter(metadata__url=url)
    assert (act.user_name, act.who, act.is_machine) == (admin_user.username, admin_user.username, False)
    [change] = changes_of_act(act)
    assert told(change) == [
        ("decided_fields", [], ["text"]),
        ("source_values", {}, {"text": "Good mourning."}),
        ("text", "Good mourning.", "Good morning."),
    ]


@pytest.mark.parametrize(("action", "name"), [("keep_selected", "Keep ours"), ("take_selected", "Take the source's")])
def test_settling_conflicts_is_an_act_of_the_person(
    admin_client: Client, admin_user: User, action: str, name: str
) -> None:
    turn = make.turn(make.conference(), role="Minister", decided_fields=["role"], source_values={"role": "Mayor"})
    conflict = make.conflict(turn, "role", mine="Minister", theirs="Deputy", before="Mayor")
    chosen = {"action": action, "_selected_action": [str(conflict.pk)]}
    admin_client.post(reverse("admin:conferences_conflict_changelist"), chosen)
    [act] = Act.objects.with_user_name().filter(metadata__act=name)
    assert act.user_name == admin_user.username
    changed = {change.model: {field.name for field in change.fields} for change in changes_of_act(act)}
    assert changed.pop(Conflict) == {"settled", "settled_at", "settled_by"}
    taken = {Turn: {"role", "decided_fields", "source_values"}}
    assert changed == (taken if action == "take_selected" else {})


def test_one_request_is_one_act_whatever_it_touches(admin_client: Client) -> None:
    tags = [
        make.tag(make.turn(make.conference()), make.topic(name), origin="rule", status="suggested")
        for name in ("Missiles", "Cyber")
    ]
    chosen = {"action": "reject_selected", "_selected_action": [str(tag.pk) for tag in tags]}
    admin_client.post(reverse("admin:annotations_tag_changelist"), chosen)
    [act] = Act.objects.filter(metadata__url=reverse("admin:annotations_tag_changelist"))
    assert {change.pk for change in changes_of_act(act)} == {tag.pk for tag in tags}


@pytest.mark.django_db(transaction=True)
def test_plain_sql_outside_the_site_is_one_act_a_transaction() -> None:
    topic = make.topic("Missiles")
    before = Act.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE annotations_topic SET name = 'Rockets'; UPDATE annotations_topic SET slug = 'rockets'")
        cursor.execute("UPDATE annotations_topic SET name = 'Missiles again'")
        cursor.execute("SELECT session_user")
        user = cursor.fetchone()[0]
    assert Act.objects.count() - before == 2
    second, first = Act.objects.with_user_name().order_by("-created_at")[:2]
    assert first.who == second.who == f"database user {user}"
    assert [told(change) for change in changes_of_act(first)] == [
        [("name", "Missiles", "Rockets"), ("slug", "missiles", "rockets")]
    ]
    assert len(changes_of_row(Topic, pgh_obj=topic.pk)) == 4


def test_truncate_which_would_leave_nothing_behind_is_refused_for_all_that_has_a_history() -> None:
    tables = [model._meta.db_table for model in event_models()]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL rostrum.may_truncate = ''")
    for table in tables:
        with pytest.raises(ProgrammingError, match="TRUNCATE would leave nothing of"):  # noqa: SIM117
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"TRUNCATE {table} CASCADE")


def test_an_import_says_which_file_and_run_changed_a_turn(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    assert not Act.objects.exists()  # what it adds in thousands is not written down one by one
    changed = [*TURNS[:2], TURNS[2].replace("until the end", "until the very end"), *TURNS[3:]]
    import_one(write(tmp_path, briefing(*changed)))
    act = Act.objects.with_user_name().get()
    run = Conference.objects.get().imports.latest("pk").run
    assert (act.metadata["run"], act.who, act.is_machine) == (run.pk, f"{getpass.getuser()}, by a command", True)
    assert act.metadata["file"].endswith("ferry.txt")
    [change] = changes_of_act(act)
    [(name, before, after)] = told(change)
    assert (name, "until the end" in str(before), "until the very end" in str(after)) == ("text", True, True)


def test_importing_the_same_again_writes_no_history(tmp_path: Path) -> None:
    path = write(tmp_path)
    import_one(path)
    import_one(path)
    assert not Act.objects.exists()
    assert not any(model.objects.exists() for model in event_models().values())
