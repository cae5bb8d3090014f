"""``import_transcripts --again``: what the parser has learnt reaches the record."""

from pathlib import Path

import pytest
from django.core.management import call_command

from apps.conferences.models import Conference, ImportRun, Turn
from tests.conferences.test_import_transcripts import run, versions
from tests.conferences.transcripts import ANSWER, QUESTION, TITLE, briefing, write

pytestmark = pytest.mark.django_db


def by_an_earlier_parser() -> None:
    """As if it had not known who asks, nor where the title ends, and had taken two turns for one."""
    Conference.objects.update(title="Press")
    Turn.objects.filter(text=QUESTION).update(kind="other", speaker=None)
    gone = Turn.objects.get(position=4)
    gone.delete()


def test_what_an_earlier_parser_missed_is_there_after_the_same_file_is_imported_again(tmp_path: Path) -> None:
    write(tmp_path)
    run(tmp_path)
    by_an_earlier_parser()
    assert run(tmp_path) == "0 created, 0 changed, 1 unchanged, 0 failed.\n"
    assert "0 created, 1 changed, 0 unchanged, 0 failed." in run(tmp_path, "--again")
    assert Conference.objects.get().title == TITLE
    asked = Turn.objects.get(text=QUESTION)
    assert (asked.kind, str(asked.speaker)) == ("question", "Ana Ruiz")
    assert Turn.objects.standing().count() == 5


def test_what_a_person_decided_stays_as_it_is(tmp_path: Path) -> None:
    write(tmp_path)
    run(tmp_path)
    by_an_earlier_parser()
    Turn.objects.filter(text=QUESTION).update(kind="answer", decided_fields=["kind"])
    Conference.objects.update(title="Ferries", decided_fields=["title"], source_values={"title": "Press"})
    run(tmp_path, "--again")
    assert Conference.objects.get().title == "Ferries"
    assert Turn.objects.get(text=QUESTION).kind == "answer"


@pytest.mark.django_db(transaction=True)
def test_a_second_time_writes_no_row(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, name="the same bytes.txt")
    write(tmp_path, f"{ANSWER}\n\nQ: Why?\n\nA: Because.\n", name="no title.txt")
    run(tmp_path)
    by_an_earlier_parser_title = Conference.objects.filter(title=TITLE).update(title="Press")
    assert by_an_earlier_parser_title
    run(tmp_path, "--again")
    before = versions()
    assert run(tmp_path, "--again") == "0 created, 0 changed, 3 unchanged, 0 failed.\n"
    assert versions() == before
    assert ImportRun.objects.count() == 2


def test_it_cannot_be_a_dry_run(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="not allowed with"):
        call_command("import_transcripts", str(write(tmp_path, briefing())), "--again", "--dry-run")
