"""What watches over the site is told whether it is ready."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

from apps.search.folder import MAKING, Folder
from apps.search.index import current
from apps.search.sync import sync
from tests import make
from tests.search.mishaps import forget_what_is_open

ASK = """
import django
django.setup()
from django.test import Client
answer = Client().get("/health/ready", headers={"host": "localhost"})
print(answer.status_code, answer.content.decode())
"""


@pytest.mark.django_db
def test_it_is_ready_with_an_index_and_says_how_far_it_is_behind(client: Client) -> None:
    current()
    assert client.get("/health/ready").json()["search"] == {
        "index": "up to date",
        "documents": 0,
        "changed_conferences": 0,
        "can_be_written": True,
    }
    make.turn(make.conference())
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json()["search"]["index"] == "behind"
    assert answer.json()["search"]["changed_conferences"] == 1
    current()
    assert client.get("/health/ready").json()["search"]["documents"] == 2


@pytest.mark.django_db
def test_on_a_full_disk_it_is_ready_and_says_that_the_index_cannot_be_written(client: Client) -> None:
    current()
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write then fails as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limit[1]))
    try:
        answer = client.get("/health/ready")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert answer.status_code == 200
    assert answer.json()["search"]["can_be_written"] is False


@pytest.mark.django_db
def test_it_is_not_ready_without_an_index(client: Client) -> None:
    shutil.rmtree(Folder.of_site().path, ignore_errors=True)
    forget_what_is_open()
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["search"]["index"] == "missing"


@pytest.mark.django_db(transaction=True)
def test_it_is_ready_while_another_index_is_made_as_long_as_searches_are_answered(client: Client) -> None:
    folder = Folder.of_site()
    current()
    sync(folder)  # of tests before this one much may be held in memory only
    documents = current().searcher.num_docs - 1
    shutil.rmtree(folder.path)
    with folder.locked(MAKING):
        answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json()["search"]["index"] == "being made"
    assert answer.json()["search"]["documents"] == documents


def test_it_is_not_ready_without_a_database() -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
        "DJANGO_SETTINGS_MODULE": "apps.config.settings",
    }
    asked = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    status, _, told = asked.stdout.partition(" ")
    assert status == "503"
    assert json.loads(told) == {"ready": False, "database": "cannot be used"}
