"""What the parser doubts is shown to whoever imports, before in a dry run and afterwards in the admin."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from apps.conferences.models import Conference, ImportRun
from tests.conferences.transcripts import write

pytestmark = pytest.mark.django_db

PAGE = """Harbour briefing

4 March 2019

5 March 2019

ANA RUIZ: Good morning. We went to see
MR. BERG: the mayor of the islands, and came back in the evening.

TOM RUIZ: The ferry sails again from Monday, with two crossings a day.

MS. RUIZ: And it has room for forty cars on each of them.

Q: Who pays for the new landing stage?

ANA RUIZ: The harbour fund does.

TOM RUIZ: All of it.
"""
DOUBTS = [
    (3, "The header gives several dates; 4 March 2019 was taken for the event's, not 5 March 2019."),
    (8, "“MR. BERG” is printed once and in the middle of a sentence; it may be no speaker's label."),
    (12, "“MS. RUIZ” could be Ana Ruiz or Tom Ruiz; the name was left as printed."),
]


def told(path: Path, *options: str) -> str:
    out = StringIO()
    call_command("import_transcripts", str(path), *options, stdout=out)
    return out.getvalue()


def test_a_dry_run_tells_each_doubt_with_its_line(tmp_path: Path) -> None:
    said = told(write(tmp_path, PAGE), "--dry-run")
    assert [line.strip() for line in said.splitlines() if line.strip().startswith("line ")] == [
        f"line {number}: {message}" for number, message in DOUBTS
    ]
    assert Conference.objects.count() == 0


def test_the_admin_tells_each_doubt_with_its_line(tmp_path: Path, admin_client: Client) -> None:
    told(write(tmp_path, PAGE))
    pages = (
        reverse("admin:conferences_conference_change", args=[Conference.objects.get().pk]),
        reverse("admin:conferences_importrun_change", args=[ImportRun.objects.get().pk]),
    )
    for page in pages:
        shown = admin_client.get(page).content.decode()
        assert [message for number, message in DOUBTS if f"Line {number}: {escape(message)}" not in shown] == []
