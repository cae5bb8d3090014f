"""The site after a move is the site before it."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import psycopg2
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Tag, Topic
from apps.conferences.importing import find_files, import_files
from apps.conferences.models import Conference, Conflict, Speaker, Turn, TurnKey
from apps.history.models import Act
from apps.history.undo import undo
from tests import make
from tests.archive.moving import contents, empty_the_record, export_to, move, restore, rows
from tests.archive.processes import run
from tests.conferences.transcripts import QUESTION, briefing, import_one, write
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db

SAMPLES = [
    settings.BASE_DIR / "fixtures" / "transcripts" / name
    for name in ("Sarvandia Watch/2017-11-28-pre-ministerial-excerpts.txt", "Presidencia de Costa Clara")
]
TOKENS = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


def fill(folder: Path) -> None:
    """The samples, and what editors and a second version of a source made of them."""
    call_command("load_topics", verbosity=0)
    list(import_files(find_files(SAMPLES)))
    annotate_pending()
    Topic.objects.filter(tags=None, children=None).delete()  # sixty pages of nothing
    marta, file = User.objects.create_user("marta"), write(folder)
    import_one(file)
    turn = Turn.objects.get(text=QUESTION)
    with acting("Correct", user=marta.pk):
        turn.decide(["role"])
        turn.role = "Reporter"
        turn.save()
    with acting("Reject", user=marta.pk):
        Tag.objects.filter(pk__in=Tag.objects.filter(origin="rule").values("pk")[:5]).reject(marta)
    with acting("Merge", user=marta.pk):
        [kept, merged] = Speaker.objects.order_by("pk")[:2]
        Speaker.objects.filter(pk=merged.pk).update(merged_into=kept)
    changed = briefing().replace("who pays", "who on earth pays").replace("Sixty-two", "Seventy")
    write(folder, changed.encode("utf-16"))
    import_one(file)
    annotate_pending()


def test_every_page_is_the_same_after_a_move(tmp_path: Path, client: Client) -> None:
    fill(tmp_path)
    before = pages(client)
    redirects = {key: client.get(f"/turns/{key}/").headers.get("Location") for key in _keys()}
    move(tmp_path / "archive")
    after = pages(client)
    assert not [difference(before[address], after[address]) for address in before if after[address] != before[address]]
    assert {key: client.get(f"/turns/{key}/").headers.get("Location") for key in _keys()} == redirects
    assert after.keys() == before.keys()
    assert len(before) > 60
    assert TurnKey.objects.exists()


def difference(one: bytes, other: bytes) -> str:
    return "\n".join(unified_diff(one.decode().splitlines(), other.decode().splitlines(), n=1))


def pages(client: Client) -> dict[str, bytes]:
    """Every page that links lead to from the first one, and some lists with a filter."""
    found: dict[str, bytes] = {}
    waiting = ["/", *(f"/conferences/?{what}" for what in ("q=ferry", "date_after=2020-01-01", "topic=missiles"))]
    while waiting:
        address = waiting.pop()
        if address not in found:
            response = client.get(address)
            found[address] = TOKENS.sub(b"", response.content)
            if response.get("Content-Type", "").startswith("text/html"):
                links = re.findall(r'href="([^"]+)"', response.content.decode())
                waiting += [
                    urldefrag(urljoin(address, link)).url for link in links if not re.search(r"://|[?]|^/static", link)
                ]
    return found


def _keys() -> list[str]:
    return [*Turn.objects.values_list("public_id", flat=True), *TurnKey.objects.values_list("key", flat=True)]


def test_the_admin_shows_the_same_rows_acts_and_histories(tmp_path: Path, client: Client) -> None:
    fill(tmp_path)
    client.force_login(User.objects.create_superuser("chief"))
    turn, act = Turn.objects.get(role="Reporter"), act_called("Reject")
    addresses = ["/admin/annotations/tag/", "/admin/history/act/", f"/admin/history/act/{act.pk}/change/"]
    addresses += [f"/admin/conferences/turn/{turn.pk}/{page}/" for page in ("change", "history")]
    addresses += ["/admin/conferences/importrun/", "/admin/conferences/conflict/"]
    before = [TOKENS.sub(b"", client.get(address).content) for address in addresses]
    assert b"marta" in before[1]
    move(tmp_path / "archive")
    assert [TOKENS.sub(b"", client.get(address).content) for address in addresses] == before


def test_the_same_files_are_known_after_a_move(tmp_path: Path) -> None:
    fill(tmp_path)
    move(tmp_path / "archive")
    before = rows()
    results = list(import_files(find_files([*SAMPLES, tmp_path / "Meridian Alliance" / "ferry.txt"])))
    assert {str(result.outcome) for result in results} == {"unchanged"}
    assert rows() == before


def test_an_act_from_before_a_move_can_be_undone_after_it(tmp_path: Path) -> None:
    fill(tmp_path)
    move(tmp_path / "archive")
    with acting("Undo"):
        undone = undo(act_called("Reject"))
    assert (len(undone.taken_back), undone.left) == (5, [])
    assert not Tag.objects.filter(status="rejected").exists()


def test_what_a_person_decided_stands_when_the_source_changes_after_a_move(tmp_path: Path) -> None:
    fill(tmp_path)
    conference = Conference.objects.get(file_name="ferry.txt")
    conference.decide(["title"])
    conference.title = "The ferry sails again"
    conference.save()
    move(tmp_path / "archive")
    assert import_one(write(tmp_path, briefing(title="Press conference on the ferry"))).outcome == "changed"
    assert Conference.objects.get(pk=conference.pk).title == "The ferry sails again"
    assert Conflict.objects.open().get().theirs == "Press conference on the ferry"


def test_a_new_row_after_a_move_gets_an_id_that_no_row_ever_had(tmp_path: Path) -> None:
    gone = make.speaker("Ottoline Brace")
    pk = gone.pk
    gone.delete()
    move(tmp_path / "archive")
    assert make.speaker("Ana Ruiz").pk == pk + 1


def test_decisions_go_to_the_account_of_that_name_whatever_its_id_is(tmp_path: Path) -> None:
    marta = User.objects.create_user("marta")
    make.tag(make.turn(make.conference()), make.topic())
    with acting("Reject", user=marta.pk):
        Tag.objects.all().reject(marta)
    with acting("Correct", user=marta.pk + 1):  # an account that is gone
        make.topic("Ferries")
    archive = export_to(tmp_path / "archive")
    empty_the_record()
    marta.delete()
    stranger = User.objects.create_user("stranger")
    there = User.objects.create_user("marta")
    restore(archive)
    assert Tag.objects.get().decided_by == there
    assert act_called("Reject").who == "marta"
    assert act_called("Correct").who == "an account that is gone"
    assert not Act.objects.filter(metadata__user=stranger.pk).exists()
    assert contents(export_to(tmp_path / "again")) == contents(archive)


def test_an_account_that_is_missing_is_made_without_password_or_rights(tmp_path: Path) -> None:
    chief = User.objects.create_superuser("chief", password="a-password")
    make.tag(make.turn(make.conference()), make.topic())
    Tag.objects.all().reject(chief)
    archive = export_to(tmp_path / "archive")
    empty_the_record()
    chief.delete()
    restore(archive)
    made = Tag.objects.get().decided_by
    assert made is not None
    assert (made.username, made.is_active, made.is_staff, made.is_superuser) == ("chief", False, False, False)
    assert not made.has_usable_password()


@pytest.fixture
def new_database(transactional_db: None) -> Iterator[str]:
    """One as `migrate` leaves it, copied in a moment."""
    test = connection.get_connection_params()
    connection.close()  # nobody may look on while it is copied
    server = psycopg2.connect(**{**test, "dbname": "postgres"})
    server.autocommit = True
    name = f"{test['dbname']}_moved"
    with server.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {test['dbname']}")
        yield name
        cursor.execute(f"DROP DATABASE {name}")
    server.close()


@pytest.mark.django_db(transaction=True)
def test_an_archive_goes_into_a_new_database_and_makes_the_same_archive_there(
    tmp_path: Path, new_database: str
) -> None:
    fill(tmp_path)
    assert "3 transcripts and " in run("export_archive", tmp_path / "one")
    assert "3 transcripts and " in run("import_archive", tmp_path / "one", database=new_database)
    run("export_archive", tmp_path / "two", database=new_database)
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_a_database_without_our_tables_is_to_be_migrated_first(tmp_path: Path) -> None:
    archive = export_to(tmp_path / "archive")
    assert "is not up to date: run" in run("import_archive", archive, database="postgres")  # every server has that one
