"""One act, for every statement of a transaction."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import connection
from pghistory.config import json_encoder
from pghistory.runtime import Context, _tracker


@contextmanager
def act(**about: Any) -> Iterator[None]:
    """What happens within is one act, by whatever statement: ``COPY`` as well, which no cursor's wrapper sees.

    Call it inside a transaction.  Within another act it adds to that one's metadata.
    """
    with pghistory.context(**about) as context:
        _tell(context)
        yield


@contextmanager
def act_of_its_own(**about: Any) -> Iterator[uuid.UUID]:
    """The same, but never part of another act, as a request is one; gives the act's id."""
    if not hasattr(_tracker, "value"):
        with pghistory.context(**about) as context:
            _tell(context)
            yield context.id
        return
    outer = _tracker.value
    _tracker.value = Context(id=uuid.uuid4(), metadata=about)
    try:
        _tell(_tracker.value)
        yield _tracker.value.id
    finally:
        _tracker.value = outer


def _tell(context: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
            [str(context.id), json.dumps(context.metadata, cls=json_encoder())],
        )
