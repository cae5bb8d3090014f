"""The site is served and asked for its pages again and again: how much memory do its workers have then?"""

import os
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROUNDS = 100
MOST_SECONDS = 60
SERVE = """
import sys, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from apps.config.serving import Site
plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
call_command("index")
connections.close_all()
Site(get_wsgi_application(), bind=f"127.0.0.1:{sys.argv[1]}", workers=2, tasks=False).run()
"""
"""What ``manage.py serve`` does, but for what it writes into the database."""


def memory_of_workers(addresses: list[str]) -> float:
    """Megabytes that the larger of two workers has for itself after ``ROUNDS`` of all addresses."""
    from tests.processes import database_url

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "apps.config.settings"}
    site = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        for _ in range(ROUNDS):
            for address in addresses:
                _get(f"http://127.0.0.1:{port}{address}")
        beside = psutil.Process(site.pid).children()
        workers = [process for process in beside if "--follow-until-stdin-ends" not in process.cmdline()]
        return max(worker.memory_full_info().uss for worker in workers) / 1e6
    finally:
        site.terminate()
        site.wait(30)


def _wait_for(url: str) -> None:
    until = time.monotonic() + MOST_SECONDS
    while True:
        try:
            return _get(url)
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _get(url: str) -> None:
    with urlopen(url, timeout=MOST_SECONDS) as answer:
        answer.read()
