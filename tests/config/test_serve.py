"""What ``manage.py serve`` does before it serves."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from apps.conferences.models import Conference
from apps.config.management.commands.serve import Command

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("port", ["", "abc", "0", "-1", "99999", "８０"])
def test_what_is_no_port_is_refused_in_one_sentence(port: str) -> None:
    with pytest.raises(CommandError, match="is no port"):
        call_command("serve", port=port)


def test_samples_that_were_deleted_do_not_come_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(settings, "VAR_DIR", tmp_path_factory.mktemp("var"))
    monkeypatch.setattr(settings, "STATIC_ROOT", str(settings.VAR_DIR / "static"))
    Command()._prepare()
    assert Conference.objects.count() == 10
    assert get_user_model().objects.filter(is_superuser=True).count() == 1
    Conference.objects.all().delete()
    Command()._prepare()
    assert not Conference.objects.exists()
