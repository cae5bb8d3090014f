"""The address that a conference had is its own for good, whoever changes its date."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from apps.conferences.models import Conference
from apps.history.undo import undo
from tests import make
from tests.admin_form import filled_in
from tests.archive.moving import move
from tests.conferences.transcripts import briefing, import_path, write
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db

TALKS = {"day": "2019-05-04", "slug": "talks"}


def move_to(conference: Conference, day: str | None) -> None:
    Conference.objects.filter(pk=conference.pk).update(event_date=day)


def test_no_other_conference_is_given_an_earlier_address_by_whatever_statement() -> None:
    move_to(make.conference(**TALKS), "2019-05-06")
    with pytest.raises(IntegrityError, match="earlier_conference_address_unique"), transaction.atomic():
        make.conference(**TALKS)
    other = make.conference(day="2020-01-01", slug="talks")
    with pytest.raises(IntegrityError, match="earlier_conference_address_unique"), transaction.atomic():
        move_to(other, "2019-05-04")


def test_a_conference_can_go_back_to_where_it_was() -> None:
    conference = make.conference(**TALKS)
    for day in ("2019-05-06", "2019-05-04", None, "2019-05-06"):
        move_to(conference, day)
    assert {str(address) for address in conference.earlier.all()} == {
        "2019-05-04/talks",
        "2019-05-06/talks",
        "undated/talks",
    }


def test_the_admin_refuses_a_date_at_which_another_conference_had_the_address(admin_client: Client) -> None:
    move_to(make.conference(**TALKS), "2019-05-06")
    other = make.conference(day="2020-01-01", slug="talks")
    address = f"/admin/conferences/conference/{other.pk}/change/"
    data = filled_in(admin_client.get(address).content)
    page = admin_client.post(address, {**data, "event_date": "2019-05-04"})
    assert b"Another conference of that date has the same address." in page.content


@pytest.mark.parametrize("together", [1, 2])
def test_an_import_gives_an_earlier_address_to_no_new_conference(tmp_path: Path, together: int) -> None:
    import_path(write(tmp_path, briefing("One speech about ferries.", title="Talks")))
    first = Conference.objects.get()
    move_to(first, "2019-05-06")
    words = ["Another speech, which is about the harbour.", "A third one, on the price of fish in winter."]
    files = [write(tmp_path, briefing(word, title="Talks"), f"{word[:5]}.txt") for word in words[:together]]
    import_path(*files)
    slugs = Conference.objects.exclude(pk=first.pk).order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["talks-2", "talks-3"][:together]


def test_the_earlier_address_moves_with_an_archive(tmp_path: Path, client: Client) -> None:
    move_to(make.conference(**TALKS), "2019-05-06")
    make.conference(day="2019-06-04", slug="talks")
    move(tmp_path / "archive")
    assert client.get("/conferences/2019/05/04/talks/")["Location"] == "/conferences/2019/05/06/talks/"


def test_the_address_before_an_undone_correction_leads_on_too(client: Client) -> None:
    conference = make.conference(**TALKS)
    make.conference(day="2019-06-04", slug="talks")
    with acting():
        move_to(conference, "2019-05-06")
    undo(act_called("Test"))
    assert client.get("/conferences/2019/05/04/talks/").status_code == 200
    assert client.get("/conferences/2019/05/06/talks/")["Location"] == "/conferences/2019/05/04/talks/"
