"""One act, for every statement of a transaction."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import connection
from pghistory.config import json_encoder


@contextmanager
def act(**about: Any) -> Iterator[None]:
    """What happens within is one act, by whatever statement: ``COPY`` as well, which no cursor's wrapper sees.

    Call it inside a transaction.  Within another act it adds to that one's metadata.
    """
    with pghistory.context(**about) as context, connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
            [str(context.id), json.dumps(context.metadata, cls=json_encoder())],
        )
        yield
