"""Two people, or a person and an import, who save the same row at the same moment."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.annotations.models import Tag, Topic, TopicPhrase
from apps.annotations.retag import Decision, retag
from apps.conferences.merging.merge import merge
from apps.conferences.models import Conference, Conflict, Speaker, Turn
from apps.history.changes import changes_of_row
from tests import make
from tests.admin_form import filled_in
from tests.conferences.conflicts import BY_EAR, EDITED, corrected_answer
from tests.conferences.transcripts import SECOND_ANSWER, TURNS, briefing, import_one, write
from tests.config.processes import wait_for
from tests.locks import waiting

pytestmark = pytest.mark.django_db(transaction=True)

Page = Callable[..., Any]


def opened(row: Model, name: str) -> Page:
    """The row's page in the admin as ``name`` has it open; call it to change fields and press Save."""
    client = Client()
    client.force_login(User.objects.create_superuser(name))
    url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    fields = filled_in(client.get(url).content)
    return lambda **values: client.post(url, {**fields, **values})


@contextmanager
def meanwhile(what: Callable[[], Any]) -> Iterator[list[Any]]:
    """``what`` begins while the transaction of this block is open, and waits for it; its result is there at the end."""
    done: list[Any] = []

    def run() -> None:
        try:
            done.append(what())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        yield done
        thread.start()
        wait_for(lambda: waiting() == 1)
    thread.join(30)
    assert len(done) == 1


@pytest.mark.parametrize(
    ("make_row", "first", "second"),
    [
        (lambda: make.conference("Weekly briefing"), {"title": "A better title"}, {"location": "Porto"}),
        (lambda: make.turn(make.conference()), {"text": "We meet in June."}, {"role": "Minister"}),
        (make.speaker, {"name": "Elena Marsh the Younger"}, {"aliases": "Lena Marsh"}),
        (make.topic, {"name": "Rockets"}, {"description": "All that flies."}),
        (make.entity, {"kind": "group"}, {"name": "Port of Calder"}),
    ],
)
def test_of_two_editors_who_save_at_once_the_second_is_told_and_the_first_is_kept(
    make_row: Callable[[], Model], first: dict[str, str], second: dict[str, str]
) -> None:
    row: Any = make_row()
    one, other = opened(row, "first"), opened(row, "second")
    before = {name: getattr(row, name) for name in second}
    with meanwhile(lambda: other(**second)) as answers:
        assert one(**first).status_code == 302
    assert "Meanwhile somebody, or an import, changed" in answers[0].content.decode()
    row.refresh_from_db()
    assert {name: getattr(row, name) for name in first} == first
    assert "aliases" in second or {name: getattr(row, name) for name in second} == before
    by = {change.act_id for change in changes_of_row(type(row), pgh_obj=row.pk) if change.before}
    assert len(by) == 1


def test_two_editors_who_judge_one_tag_at_once_do_not_overrule_each_other() -> None:
    turn = make.turn(make.conference())
    tag = make.tag(turn, make.topic(), origin="rule", status="suggested", score=0.5)
    one, other = opened(tag, "first"), opened(turn, "second")
    with meanwhile(lambda: other(**{"tags-0-status": "rejected"})) as answers:
        assert one(status="confirmed").status_code == 302
    assert "Meanwhile somebody, or an import, changed: Status." in answers[0].content.decode()
    tag.refresh_from_db()
    assert (tag.status, str(tag.decided_by)) == ("confirmed", "first")


def test_a_phrase_that_two_change_at_once_is_changed_by_the_first() -> None:
    topic = make.topic()
    phrase = TopicPhrase.objects.create(topic=topic, text="missile")
    page = opened(topic, "editor")
    with meanwhile(lambda: page(**{"phrases-0-weight": "2"})) as answers:
        TopicPhrase.objects.update(text="rocket")
    assert "changed: Phrase." in answers[0].content.decode()
    phrase.refresh_from_db()
    assert (phrase.text, phrase.weight) == ("rocket", 1)


def test_a_save_during_an_import_undoes_nothing_of_the_import(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    conference = Conference.objects.get()
    page = opened(conference, "editor")
    path = write(tmp_path, briefing(title="Briefing by Secretary General Elena Marsh"))
    with meanwhile(lambda: page(location="Porto")) as answers:
        import_one(path)
    assert "changed: Title." in answers[0].content.decode()
    conference.refresh_from_db()
    assert (conference.title, conference.location) == ("Briefing by Secretary General Elena Marsh", "")
    assert conference.source_text == path.read_text()
    assert import_one(path).outcome == "unchanged"


def test_new_words_of_a_turn_stand_though_an_editor_saves_it_during_the_import(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turn = Turn.objects.get(text__startswith="The fares stay")
    page = opened(turn, "editor")
    with meanwhile(lambda: page(role="Minister")) as answers:
        import_one(write(tmp_path, briefing(*EDITED)))
    assert "changed: Text." in answers[0].content.decode()
    turn.refresh_from_db()
    assert "very end" in turn.text
    assert turn.decided_fields == []


def test_a_turn_that_an_import_withdraws_meanwhile_is_corrected_where_it_is(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turn = Turn.objects.get(text=SECOND_ANSWER)
    page = opened(turn, "editor")
    with meanwhile(lambda: page(role="Minister")) as answers:
        import_one(write(tmp_path, briefing(*TURNS[:4])))
    assert answers[0].status_code == 302
    turn.refresh_from_db()
    assert turn.withdrawn_at
    assert (turn.position, turn.role, turn.decided_fields) == (None, "Minister", ["role"])


def test_an_import_waits_for_an_editor_and_then_leaves_the_correction(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turn = Turn.objects.get(text__startswith="The fares stay")
    page = opened(turn, "editor")
    path = write(tmp_path, briefing(*EDITED))
    with meanwhile(lambda: import_one(path)) as results:
        assert page(text=BY_EAR).status_code == 302
    assert results[0].outcome == "changed"
    turn.refresh_from_db()
    assert turn.text == BY_EAR
    assert Conflict.objects.open().get().turn == turn


def test_a_new_correction_and_a_word_about_its_conflict_at_once_do_not_hang(
    admin_client: Client, tmp_path: Path
) -> None:
    turn = corrected_answer(admin_client, tmp_path)
    import_one(write(tmp_path, briefing(*EDITED)))
    page, settler = opened(turn, "editor"), Client()
    settler.force_login(User.objects.create_superuser("settler"))
    listed = reverse("admin:conferences_conflict_changelist")
    data = filled_in(settler.get(listed).content)
    conflict = Conflict.objects.get()
    data |= {"action": "take_selected", "_selected_action": str(conflict.pk)}
    with meanwhile(lambda: settler.post(listed, data)) as answers:
        assert page(text="By ear again.").status_code == 302
    assert answers[0].status_code == 302
    turn.refresh_from_db()
    assert turn.text == "By ear again."
    assert Conflict.objects.open().exists()  # the settler saw another correction


def test_a_merge_stands_though_the_merged_row_is_saved_meanwhile() -> None:
    one, other = make.speaker("Elena Marsh"), make.speaker("E. Marsh")
    page = opened(one, "editor")
    with meanwhile(lambda: page(aliases="Lena Marsh")) as answers:
        merge([one], other)
    assert answers[0].status_code == 302
    one.refresh_from_db()
    assert (one.merged_into, one.survivor, one.aliases) == (other, other, ["Lena Marsh"])
    assert Speaker.objects.unmerged().get() == other


def test_a_tag_that_a_bulk_change_moves_meanwhile_stays_where_it_was_moved() -> None:
    user = User.objects.create_user("bulk")
    decided = {"origin": "human", "decided_by": user, "decided_at": timezone.now()}
    tag = make.tag(make.turn(make.conference()), make.topic("Missiles"), **decided)
    rockets: Topic = make.topic("Rockets")
    page = opened(tag, "editor")
    with meanwhile(lambda: page(status="suggested")) as answers:
        retag(Tag.objects.all(), Decision.TOPIC, rockets, user)
    assert "changed: Status" in answers[0].content.decode()
    tag.refresh_from_db()
    assert (tag.topic.name, tag.status, tag.decided_by) == ("Missiles", "rejected", user)
    assert Tag.objects.get(topic=rockets).status == "confirmed"
