"""How long an editor waits in the review queue over 100,000 undecided suggestions: ``make bench``.

Chromium presses one key for each of 100 decisions.  What is counted is the wait from a key until the next suggestion
stands there, and how long the first page takes under each filter.  Exits with status 1 where the wait for 100 decisions
is half a minute, a tenth of the five minutes that they may take.
"""

import random
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import django

DECISIONS = 100
MOST = 30.0  # seconds of waiting for all of them
FILTERS = {
    "no filter": "",
    "a topic": "topic={topic}",
    "a score": "score_from=0.5&score_to=0.8",
    "a day": "date_after=2019-01-01",
    "a source": "source={source}",
    "a speaker": "speaker=marsh",
    "a word": "q=energy",
}


def suggestions() -> None:
    """One on each turn, some topics on many and some on few."""
    from django.core.management import call_command
    from django.db import connection, transaction

    from apps.annotations.models import Tag, Topic
    from apps.conferences.models import Turn
    from apps.history.act import act

    call_command("load_topics", verbosity=0)
    topics = list(Topic.objects.exclude(parent=None))
    places = Turn.objects.values_list("pk", "conference")
    with transaction.atomic(), act(act="Benchmark", machine=True):
        Tag.objects.bulk_create(
            (
                Tag(
                    conference_id=conference,
                    turn_id=turn,
                    topic=topics[int(random.random() ** 2 * len(topics))],
                    origin=Tag.Origin.RULE,
                    score=random.choice([0.2929, 0.5, 0.75, 0.875, 0.9375]),
                    evidence=[[0, 10]],
                )
                for turn, conference in places
            ),
            batch_size=5000,
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def site() -> Iterator[str]:
    """The site in a thread of this process, at the address that it gives."""
    from django.conf import settings
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.terminate()


def decide(url: str, session: dict[str, Any], queries: dict[str, str]) -> tuple[dict[str, float], list[float]]:
    """Seconds for the first page under each filter, and for each decision until the next suggestion stands there."""
    from playwright.sync_api import sync_playwright

    from tests.e2e.browser import find_browser
    from tests.e2e.conftest import ARGUMENTS

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        context = browser.new_context(base_url=url)
        context.add_cookies([{**session, "url": url}])  # type: ignore[typeddict-item]
        page = context.new_page()
        first = {}
        for what, query in queries.items():
            page.goto(f"/admin/annotations/tag/review/?{query}")
            start = time.perf_counter()
            page.reload(wait_until="domcontentloaded")
            first[what] = time.perf_counter() - start
        page.goto("/admin/annotations/tag/review/")
        waits = []
        for number in range(DECISIONS):
            shown = page.locator("input[name=tag]").input_value()
            start = time.perf_counter()
            page.keyboard.press("c" if number % 2 else "r")
            page.wait_for_function("tag => document.querySelector('input[name=tag]')?.value !== tag", arg=shown)
            waits.append(time.perf_counter() - start)
        browser.close()
    return first, waits


def main() -> int:
    """Measure on an empty database of its own."""
    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client
    from django.test.utils import setup_databases, teardown_databases

    from apps.annotations.models import Tag, Topic
    from apps.conferences.models import Source
    from tests.benchmarks.phrase_preview import record

    random.seed(1)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        record()
        suggestions()
        waiting = Tag.objects.awaiting().count()
        known = {"topic": Topic.objects.get(slug="missiles").pk, "source": Source.objects.get().pk}
        client = Client()
        client.force_login(User.objects.create_superuser("editor"))
        name = settings.SESSION_COOKIE_NAME
        session = {"name": name, "value": client.cookies[name].value}
        with site() as url:
            first, waits = decide(url, session, {what: query.format(**known) for what, query in FILTERS.items()})
        decided = waiting - Tag.objects.awaiting().count()
    finally:
        teardown_databases(databases, verbosity=0)
    print(
        f"{waiting:,} suggestions wait. The page:", ", ".join(f"{told:.2f} s ({what})" for what, told in first.items())
    )
    print(f"{decided} decisions: {len(waits)} keys, no click; the next suggestion after", end=" ")
    print(f"{statistics.median(waits):.2f} s as a rule, {max(waits):.2f} s at most;", end=" ")
    print(f"{sum(waits):.0f} s of waiting in all (at most {MOST:.0f} s)")
    return int(sum(waits) > MOST or decided != DECISIONS)


if __name__ == "__main__":
    sys.exit(main())
