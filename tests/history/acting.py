"""Acts for the tests of the history."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import connection

from apps.history.models import Act


@contextmanager
def acting(name: str = "Test", **about: Any) -> Iterator[None]:
    """What happens within is one act.  Outside a test, the end of the transaction ends it as well."""
    with pghistory.context(act=name, **about):
        yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
        cursor.execute("SELECT set_config('pghistory.context_metadata', '', true)")


def last_act() -> Act:
    return Act.objects.with_user_name().latest("created_at", "updated_at")


def act_called(name: str) -> Act:
    return Act.objects.with_user_name().get(metadata__act=name)
