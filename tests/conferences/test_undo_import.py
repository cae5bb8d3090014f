"""A whole import is taken back: what it created goes, what it changed is what it was, what people did stays."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from apps.annotations.models import Tag
from apps.conferences.importing import find_files, import_files
from apps.conferences.importing.undoing import LATER, NOT_KEPT, TOUCHED, plan, undo_import
from apps.conferences.models import (
    Conference,
    ConferenceAddress,
    Conflict,
    ImportRun,
    SourceFile,
    Turn,
)
from apps.history.models import Act
from apps.history.undo import undo
from tests import make
from tests.browse.pages import Page
from tests.conferences.conflicts import EDITED, correct
from tests.conferences.transcripts import QUESTION, TURNS, briefing, import_one, import_path, write
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db(transaction=True)

OTHER = briefing(
    "JO LIND: Steel is dear, and so is bread, as everybody in this town has known for years.", title="Steel"
)

EDITOR = ["view_importrun", "add_importrun", "undo_act"]


def url(run: ImportRun) -> str:
    return reverse("admin:conferences_importrun_undo", args=[run.pk])


def last() -> ImportRun:
    return ImportRun.objects.latest("pk")


def record() -> list[dict[str, Any]]:
    """All that a reader sees of conferences and turns."""
    unseen = {"imported_at", "changed_at", "withdrawn_at"}
    rows = [*Conference.objects.order_by("pk").values(), *Turn.objects.standing().order_by("pk").values()]
    return [{name: value for name, value in row.items() if name not in unseen} for row in rows]


def test_what_an_import_changed_is_what_it_was_and_what_it_created_is_gone(
    admin_client: Client, tmp_path: Path
) -> None:
    path = write(tmp_path, briefing().encode("utf-16"))
    import_one(path)
    before, data = record(), bytes(SourceFile.objects.get().data)
    write(tmp_path, briefing(*TURNS[:4], title="Another title", day="5 May 2019"))
    steel = write(tmp_path, OTHER, "steel.txt", "Harbour Board")
    assert [result.outcome for result in import_path(steel, path)] == ["created", "changed"]
    run = last()
    page = Page(admin_client.get(url(run)).content.decode())
    assert "1 conference that the import created would be deleted" in page.text
    assert "1 conference that it changed would become what it was before" in page.text
    assert Conference.objects.count() == 2
    page = Page(admin_client.post(url(run), follow=True).content.decode())
    assert "1 conference deleted, 1 conference as before the import. See or undo the deletions" in page.text
    assert record() == before
    assert bytes(SourceFile.objects.get().data) == data
    assert ConferenceAddress.objects.filter(event_date="2019-05-05").exists()  # whoever linked there finds it
    path.write_bytes(data)
    assert import_one(path).outcome == "unchanged"


def test_an_undone_import_is_undone_like_another_import(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    write(tmp_path, briefing(*EDITED))
    write(tmp_path, OTHER, "steel.txt")
    import_path(tmp_path)
    after = record()
    admin_client.post(url(last()))
    assert record() != after
    deletion = Act.objects.exclude(metadata__has_key="machine").get(metadata__act__startswith="Undo: Import")
    assert deletion.metadata["user_name"] == "admin"
    assert last().user == User.objects.get()
    undo(deletion)
    admin_client.post(url(last()))
    assert record() == after


def test_a_turn_that_the_import_withdrew_stands_again_and_one_that_it_brought_is_withdrawn(
    admin_client: Client, tmp_path: Path
) -> None:
    import_one(write(tmp_path))
    question = Turn.objects.filter(text=QUESTION).get()
    new = "Nobody knows that yet, and whoever says otherwise has not read the papers."
    import_one(write(tmp_path, briefing(TURNS[0], f"Elena Marsh: {new}", *TURNS[3:])))
    run = last()
    undo_import(run, None)
    question.refresh_from_db()
    assert question.withdrawn_at is None
    assert question.position == 1
    assert Turn.objects.get(text=new).withdrawn_at is not None
    page = Page(admin_client.get(reverse("admin:conferences_importrun_change", args=[run.pk])).content.decode())
    assert re.search(r"Undone: \d+ \w+ \d{4}, \d\d:\d\d ?, by .+, by a command", page.text)


def test_what_a_person_corrected_since_stands_and_its_conflict_is_over(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    conference = Conference.objects.get()
    correct(admin_client, conference, title="By hand")
    import_one(write(tmp_path, briefing(*EDITED, title="Another title")))
    correct(admin_client, conference, location="Porto")
    assert Conflict.objects.open().exists()
    undo_import(last(), None)
    conference.refresh_from_db()
    assert (conference.title, conference.location) == ("By hand", "Porto")
    assert not Conflict.objects.open().exists()


def test_a_new_conference_that_somebody_worked_on_stays_and_is_named(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turn = Turn.objects.in_order()[0]
    correct(admin_client, turn, text="Good evening.")
    page = Page(admin_client.get(url(last())).content.decode())
    assert "There is nothing to take back" in page.text
    assert TOUCHED in page.text
    [(_, reason, act)] = undo_import(last(), None).left
    assert (reason, Act.objects.get(pk=str(act)).metadata["user_name"]) == (TOUCHED, "admin")
    assert Conference.objects.count() == 1


def test_a_tag_that_a_person_decided_keeps_a_new_conference(admin_user: User, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    tag = make.tag(Turn.objects.in_order()[0], make.topic(), status="suggested", origin="rule", score=0.5)
    Tag.objects.filter(pk=tag.pk).reject(admin_user)
    assert [reason for _, reason, _ in plan(last()).left] == [TOUCHED]


def test_what_a_later_import_changed_or_was_only_parsed_anew_stays(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    first = last()
    path = write(tmp_path, briefing(*EDITED))
    import_one(path)
    assert [reason for _, reason, _ in plan(first).left] == [LATER]
    Turn.objects.update(role="")
    Turn.objects.filter(position=0).update(exchange=7)
    list(import_files(find_files([path]), again=True))
    assert [reason for _, reason, _ in plan(last()).left] == [NOT_KEPT]


def test_a_deleted_conference_comes_back_whole_whichever_import_was_undone_meanwhile(
    admin_client: Client, tmp_path: Path
) -> None:
    path = write(tmp_path, OTHER, "steel.txt", "Harbour Board")
    import_one(path)
    conference = Conference.objects.get()
    correct(admin_client, Turn.objects.get(), text="Steel is cheap.")
    before = record()
    with acting("Delete it"):
        conference.delete()
    import_one(write(tmp_path, OTHER.replace("Steel", "Bread"), "bread.txt", "Harbour Board"))
    undo_import(last(), None)
    import_one(write(tmp_path, OTHER.replace("Steel", "Butter"), "butter.txt", "Harbour Board"))
    undo(act_called("Delete it"))
    assert record()[0] == before[0]
    assert before[1] in record()


def test_an_editor_takes_back_only_imports_of_her_own_where_conferences_would_be_deleted(tmp_path: Path) -> None:
    mine, other = (User.objects.create_user(name, is_staff=True) for name in ("mine", "other"))
    for user in (mine, other):
        user.user_permissions.set(Permission.objects.filter(codename__in=EDITOR))
    list(import_files(find_files([write(tmp_path)]), mine))
    client = Client()
    client.force_login(other)
    assert "needs the right to delete" in client.get(url(last())).content.decode()
    assert client.post(url(last())).status_code == 403
    client.force_login(mine)
    assert client.post(url(last())).status_code == 302
    assert not Conference.objects.exists()


def test_the_command_tells_first_and_takes_back_imports_of_any_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_one(write(tmp_path))
    run = last()
    call_command("undo_import", str(run.pk), "--dry-run")
    assert "Dry run, nothing written: 1 deleted, 0 as before, 0 left alone." in capsys.readouterr().out
    assert Conference.objects.exists()
    call_command("undo_import", str(run.pk))
    assert not Conference.objects.exists()
    with pytest.raises(CommandError, match="no import 999"):
        call_command("undo_import", "999")


def test_imports_are_undone_one_after_the_other_the_latest_first(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    first = last()
    import_one(write(tmp_path, briefing(*EDITED)))
    undo_import(last(), None)
    assert undo_import(first, None).left == []
    assert not Conference.objects.exists()


def test_an_import_that_was_undone_and_brought_back_is_undone_again(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = record()
    write(tmp_path, briefing(*EDITED))
    write(tmp_path, OTHER, "steel.txt")
    import_path(tmp_path)
    run, after = last(), record()
    for _ in range(2):
        admin_client.post(url(run))
        assert record() == before
        assert [reason for _, reason, _ in plan(run).left] == [LATER]
        undoing = Act.objects.filter(metadata__undoes_run=run.pk).exclude(metadata__has_key="machine")
        deletion = undoing.latest("created_at")
        admin_client.post(reverse("admin:history_act_undo", args=[deletion.pk]))
        admin_client.post(url(last()))
        assert record() == after
    correct(admin_client, Turn.objects.filter(conference__title="Steel").get(), text="Steel is cheap.")
    assert [reason for _, reason, _ in plan(run).left] == [TOUCHED]


def test_an_import_names_what_was_deleted_since_and_links_to_it_when_it_is_back(
    admin_client: Client, tmp_path: Path
) -> None:
    import_one(write(tmp_path))
    page = reverse("admin:conferences_importrun_change", args=[last().pk])
    with acting("Delete it"):
        Conference.objects.all().delete()
    assert "deleted since" in Page(admin_client.get(page).content.decode()).text
    undo(act_called("Delete it"))
    link = reverse("admin:conferences_conference_change", args=[Conference.objects.get().pk])
    assert link in admin_client.get(page).content.decode()


def test_too_many_files_for_a_page_are_for_the_command(
    admin_client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.conferences.admin.undo_import.MOST_AT_ONCE", 0)
    import_one(write(tmp_path))
    assert f"manage.py undo_import {last().pk}" in Page(admin_client.post(url(last())).content.decode()).text
    assert Conference.objects.exists()
