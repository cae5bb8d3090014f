"""The worker beside the site, with real processes: always one, and none when the site is gone."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest
from django.conf import settings

from tests.config.processes import wait_for
from tests.processes import database_url

pytestmark = pytest.mark.django_db(transaction=True)

KEEP = """
import django, sys
django.setup()
from apps.config.background.kept_worker import KeptWorker
worker = KeptWorker(*sys.argv[1:])
input()
worker.stop()
"""


@pytest.fixture
def keeper(request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[bytes]]:
    """A process that keeps a worker, or what else it is given as parameter, until it is told to end."""
    kept = getattr(request, "param", ("db_worker", "--until-stdin-ends"))
    environment = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "apps.config.settings"}
    process = subprocess.Popen(
        [sys.executable, "-c", KEEP, *kept], env=environment, cwd=settings.BASE_DIR, stdin=subprocess.PIPE
    )
    yield process
    process.kill()
    process.communicate()


def worker_of(keeper: subprocess.Popen[bytes]) -> psutil.Process:
    """Its worker, as soon as there is one that is at work."""
    found: list[psutil.Process] = []

    def look() -> bool:
        children = psutil.Process(keeper.pid).children()
        found[:] = [child for child in children if any(word.endswith("manage.py") for word in child.cmdline())]
        return bool(found)

    wait_for(look)
    return found[0]


def test_a_killed_worker_has_a_successor(keeper: subprocess.Popen[bytes]) -> None:
    first = worker_of(keeper)
    first.kill()
    wait_for(lambda: not first.is_running())
    assert worker_of(keeper) != first


def test_the_worker_ends_when_it_is_told_to(keeper: subprocess.Popen[bytes]) -> None:
    worker = worker_of(keeper)
    keeper.communicate(b"\n", timeout=30)
    assert not worker.is_running()


@pytest.mark.parametrize(
    "keeper", [("db_worker", "--until-stdin-ends"), ("index", "--follow-until-stdin-ends")], indirect=True
)
def test_the_worker_ends_when_its_site_is_killed(keeper: subprocess.Popen[bytes]) -> None:
    worker = worker_of(keeper)
    keeper.send_signal(signal.SIGKILL)
    keeper.wait()
    wait_for(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)
