"""What ``manage.py serve`` does before it serves."""

import gc
import socket
import struct
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.wsgi import get_wsgi_application
from gunicorn.http import RequestParser
from gunicorn.http.errors import LimitRequestLine
from pytest_django import Settings

from apps.conferences.models import Conference
from apps.config.management.commands.serve import Command
from apps.config.serving import STALLED, Site, let_go_of_stalled_clients

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("port", ["", "abc", "0", "-1", "99999", "８０"])
def test_what_is_no_port_is_refused_in_one_sentence(port: str) -> None:
    with pytest.raises(CommandError, match="is no port"):
        call_command("serve", port=port)


@pytest.mark.django_db(transaction=True)
def test_samples_that_were_deleted_do_not_come_back(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = str(tmp_path / "static")
    Command()._prepare(tmp_path / "password")
    assert Conference.objects.count() == 10
    assert get_user_model().objects.filter(is_superuser=True).count() == 1
    Conference.objects.all().delete()
    Command()._prepare(tmp_path / "password")
    assert not Conference.objects.exists()


def test_to_make_an_index_leaves_the_garbage_collector_on() -> None:
    """Workers are forked from who did: theirs was off, and each request left some of its memory."""
    call_command("index")
    call_command("index", rebuild=True)
    assert gc.isenabled()


@pytest.mark.parametrize("length", [10_000, 63_000])
def test_a_long_address_is_read(length: int) -> None:
    """And the header in which htmx says which page it is on."""
    site = Site(get_wsgi_application(), bind="127.0.0.1:8000", workers=1, tasks=False)
    address = f"/passages/?q={'%D8%B5' * (length // 6)}"
    sent = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nHX-Current-URL: http://localhost{address}\r\n\r\n"
    request = next(RequestParser(site.cfg, iter([sent.encode()]), ("127.0.0.1", 1)))
    assert request.uri == address


def test_an_address_has_an_end() -> None:
    site = Site(get_wsgi_application(), bind="127.0.0.1:8000", workers=1, tasks=False)
    sent = f"GET /passages/?q={'a' * 70_000} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with pytest.raises(LimitRequestLine):
        next(RequestParser(site.cfg, iter([sent.encode()]), ("127.0.0.1", 1)))


def test_who_takes_nothing_of_an_answer_is_let_go_after_a_while() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        let_go_of_stalled_clients(listening)
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            limit = accepted.getsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.calcsize("ll"))
            assert struct.unpack("ll", limit) == (STALLED, 0)
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 0, 50_000))
            with accepted, pytest.raises(BlockingIOError):
                accepted.sendall(b"a" * 50_000_000)
