from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model

from apps.config.first_admin import ensure_admin

pytestmark = pytest.mark.django_db


def test_a_new_installation_gets_an_admin_who_can_sign_in(tmp_path: Path) -> None:
    password = ensure_admin(tmp_path / "admin-password")
    user = authenticate(username="admin", password=password)
    assert user is not None
    assert user.is_superuser


def test_the_password_is_kept_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "admin-password"
    password = ensure_admin(file)
    assert file.read_text() == f"{password}\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_password_of_another_database_is_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "admin-password"
    file.write_text("from another database")
    password = ensure_admin(file)
    assert file.read_text() == f"{password}\n"
    assert [other.read_text() for other in tmp_path.glob("admin-password-until-*")] == ["from another database"]


def test_an_installation_with_an_administrator_gets_no_other(tmp_path: Path) -> None:
    get_user_model().objects.create_superuser("somebody", password="a-password")
    assert ensure_admin(tmp_path / "admin-password") is None
    assert not (tmp_path / "admin-password").exists()
    assert get_user_model().objects.count() == 1


def test_an_account_that_an_archive_brought_by_name_becomes_the_administrator(tmp_path: Path) -> None:
    brought = get_user_model().objects.create_user("admin", is_active=False)
    password = ensure_admin(tmp_path / "admin-password")
    assert authenticate(username="admin", password=password) == brought
    assert get_user_model().objects.get().is_superuser


def test_two_admins_have_two_passwords(tmp_path: Path) -> None:
    first = ensure_admin(tmp_path / "admin-password")
    get_user_model().objects.all().delete()
    assert ensure_admin(tmp_path / "admin-password") != first
