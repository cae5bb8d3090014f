"""A name that an editor corrects is still met in files under the earlier one."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from apps.conferences.models import Conference, Organisation, Source, Speaker, Turn
from tests.admin_form import filled_in
from tests.conferences.transcripts import ANSWER, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

LONGER = briefing(*TURNS, "Moderator: Thank you all.")


def rename(client: Client, row: Source | Speaker | Organisation, name: str) -> None:
    url = reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])
    assert client.post(url, {**filled_in(client.get(url).content), "name": name}).status_code == 302


def test_a_renamed_source_keeps_its_conferences(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    rename(admin_client, Source.objects.get(), "The Alliance")
    assert import_one(write(tmp_path)).outcome == "unchanged"
    assert import_one(write(tmp_path, LONGER)).outcome == "changed"
    assert Conference.objects.get().source == Source.objects.get()
    assert (Source.objects.get().name, Source.objects.get().aliases) == ("The Alliance", ["Meridian Alliance"])


def test_a_source_that_has_the_name_comes_before_one_that_had_it(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path))
    rename(admin_client, Source.objects.get(), "The Alliance")
    now = Source.objects.create(name="Meridian Alliance", slug="new")
    import_one(write(tmp_path))
    assert set(Conference.objects.values_list("source__name", flat=True)) == {"The Alliance", now.name}


@pytest.mark.parametrize("model", [Speaker, Organisation])
def test_who_was_renamed_is_still_found(
    admin_client: Client, tmp_path: Path, model: type[Speaker] | type[Organisation]
) -> None:
    import_one(write(tmp_path))
    before = model._default_manager.count()
    row = model._default_manager.get(name="Elena Marsh" if model is Speaker else "Harbour Gazette")
    rename(admin_client, row, "As she should be")
    import_one(write(tmp_path, LONGER))
    row.refresh_from_db()
    assert row.name == "As she should be"
    assert model._default_manager.count() == before
    if model is Speaker:
        assert Turn.objects.get(text=ANSWER).speaker == row
