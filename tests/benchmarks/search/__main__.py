"""``python -m tests.benchmarks.search``"""

import os
import sys
from pathlib import Path

import django

FULL = 10_000
HEAD = """\
# Performance

Written by `make bench`, which measures it anew; not by hand. Over {conferences:,} conferences with {turns:,} turns of
invented text, in words as frequent as in real ones (`tests/benchmarks/collection.py`). A figure in **bold** misses what
is to be reached. Pages are asked for in one process, {runs} times each; `index` is the time in which the search index
is asked, `SQL` that of the page's queries with nothing made of their rows. `found` has more than one number where the
engines disagree about words.

{machine}

"""


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apps.config.settings")
    django.setup()
    from django.conf import settings

    from apps.conferences.models import Conference
    from apps.search.folder import Folder
    from tests.benchmarks.collection import CONFERENCES, collection, long_conference
    from tests.benchmarks.search.asking import RUNS, ask
    from tests.benchmarks.search.engines import compare
    from tests.benchmarks.search.machine import machine
    from tests.benchmarks.search.making import corrections, rebuild
    from tests.benchmarks.search.pages import PAGES
    from tests.benchmarks.search.serving import memory_of_workers
    from tests.benchmarks.search.table import tables

    with collection() as name:
        folder = Path(settings.VAR_DIR, "benchmarks", name)
        folder.mkdir(parents=True, exist_ok=True)
        made = rebuild()
        where = machine(Folder.of_site().path)
        long, half_as_long = (long_conference(turns).get_absolute_url() for turns in (600, 300))
        named = (page.address.format for page in PAGES)
        addresses = [(to(conference=long), to(conference=half_as_long)) for to in named]
        pages = ask(addresses)
        megabytes = memory_of_workers([address for address, _ in addresses])
        answers = compare(folder)
        corrected = corrections()
        head = HEAD.format(conferences=Conference.objects.count(), turns=made.turns, runs=RUNS, machine=where)
    written, missed = tables(pages, megabytes, answers, made, corrected)
    print(head + written)
    if CONFERENCES == FULL:
        Path(settings.BASE_DIR, "docs", "performance.md").write_text(head + written)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
