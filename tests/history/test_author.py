"""Who did it is told even when the account is gone."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from apps.conferences.importing import find_files, import_files
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in
from tests.archive.moving import move
from tests.conferences.transcripts import TURNS, briefing, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def edith() -> User:
    return User.objects.create_superuser("edith")


def correct_a_place(user: User) -> None:
    client, conference = Client(), make.conference()
    client.force_login(user)
    address = reverse("admin:conferences_conference_change", args=[conference.pk])
    data = filled_in(client.get(address).content)
    assert client.post(address, {**data, "location": "Port Calder"}).status_code == 302


def author() -> str:
    return Act.objects.with_user_name().filter(metadata__has_key="user").latest("created_at").who


def test_a_correction_has_its_author_after_the_account_is_deleted(edith: User, admin_client: Client) -> None:
    correct_a_place(edith)
    assert author() == "edith"
    edith.delete()
    assert author() == "edith (the account is gone)"
    assert "edith (the account is gone)" in admin_client.get("/admin/history/act/").content.decode()


def test_an_import_has_its_author_after_the_account_is_deleted(edith: User, tmp_path: Path) -> None:
    path = write(tmp_path)
    list(import_files(find_files([path]), edith))
    write(tmp_path, briefing(*TURNS[:3]))
    list(import_files(find_files([path]), edith))
    edith.delete()
    assert author() == "edith (the account is gone)"


def test_the_author_whose_account_is_gone_moves_with_an_archive(edith: User, tmp_path: Path) -> None:
    correct_a_place(edith)
    edith.delete()
    move(tmp_path / "archive")
    assert author() == "edith (the account is gone)"
