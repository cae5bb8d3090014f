import gc
import os
import sys
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings as site
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from pytest_django import DjangoDbBlocker
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.emptying import flush_by_deleting
from tests.template import migrated_template

# Wherever Python is told to keep no bytecode, workers and the many processes that tests start would compile all anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Each worker has a core: what divides small matrices among all of them waits for itself.
os.environ["OMP_NUM_THREADS"] = "1"
# Garbage is looked for among all that Django and spaCy have loaded: seldom, or it takes a tenth of all tests.
gc.set_threshold(10_000, 50, 50)
flush_by_deleting()

# Once for all tests: as fixtures these would take longer than most tests of the parser.
# Pages render without `collectstatic` having run, which gives static files their hashed names.
site.STORAGES = {**site.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# WhiteNoise would look at each collected file for every client of a test, where the site was served from this folder.
site.STATIC_ROOT = os.devnull
# A hash that takes a third of a second protects nobody here.
site.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

hypothesis.settings.register_profile("rostrum", deadline=None)  # how long a thing takes is for `make bench`
hypothesis.settings.load_profile("rostrum")


class BrowserTogether(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Each test goes to whichever worker is free, but those of the browser share one site and go to one.

    Not by `xdist_group`, which pytest-xdist 3.8 does not see on pytest 9.2: it writes the group where pytest no longer
    keeps a test's name.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/e2e/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> BrowserTogether:
    return BrowserTogether(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Each worker's database is a copy of one that was migrated once."""
    with django_db_blocker.unblock():
        site.DATABASES["default"]["TEST"]["TEMPLATE"] = migrated_template()


@pytest.fixture(autouse=True)
def _nothing_is_written_behind_the_back_of_a_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is found at once is written into the index's files a moment later: not here, where nothing asks for it."""
    from apps.search import index

    monkeypatch.setattr(index, "WRITTEN_AFTER", 3600.0)
    yield
    for timer in index._to_write.values():
        timer.cancel()
    index._to_write.clear()


@receiver(connection_created)
def _may_truncate(connection: Any, **kwargs: Any) -> None:
    """After tests that commit some roles empty all tables by TRUNCATE, which Rostrum otherwise refuses."""
    with connection.cursor() as cursor:
        cursor.execute("SET rostrum.may_truncate = 'on'")
