"""What changed since an index was brought up to date: one cheap query of the change log."""

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Self

from django.db import connection

from apps.search.models import PRUNED

KEPT = timedelta(days=7)
"""How long the log remembers.  An index that was not brought up to date for longer is made anew."""

NEWS = """
SELECT
    pg_current_snapshot()::text,
    concat_ws(
        ' ', (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
        (SELECT oid FROM pg_database WHERE datname = current_database()), 'search_change'::regclass::oid
    ),
    ARRAY(
        SELECT DISTINCT conference FROM search_change WHERE transaction >= pg_snapshot_xmin(%(seen)s::pg_snapshot)
        AND transaction IS DISTINCT FROM pg_current_xact_id_if_assigned()
        AND (conference = %(pruned)s OR NOT pg_visible_in_snapshot(transaction, %(seen)s::pg_snapshot))
    ),
    ARRAY(SELECT DISTINCT conference FROM search_change WHERE transaction = pg_current_xact_id_if_assigned()),
    (SELECT max(id) FROM search_change WHERE transaction = pg_current_xact_id_if_assigned()),
    pg_snapshot_xmax(%(seen)s::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())
"""
PRUNE = """
WITH gone AS (
    DELETE FROM search_change
    WHERE at < now() - %(kept)s::interval AND transaction < pg_snapshot_xmin(pg_current_snapshot())
    RETURNING transaction
)
INSERT INTO search_change (transaction, conference)
    SELECT transaction, %(pruned)s FROM gone ORDER BY transaction DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class State:
    """What an index has seen; it is written into the index with what it is about, in one commit."""

    database: str
    """Which database: its server, the server's timeline, the database and the log in it.  Restored, it is another."""
    seen: str
    """The transactions that had been committed: a ``pg_snapshot``."""
    unsure: list[int | None]
    """What was touched by the transaction in which the index was brought up to date: it may be rolled back yet."""
    last: int | None
    """The last that this transaction had written into the log by then."""

    def __str__(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises ValueError if that is no state."""
        try:
            return cls(**json.loads(text))
        except TypeError as error:
            raise ValueError(f"it was written by another version: {error}") from error


@dataclass(frozen=True, slots=True)
class News:
    conferences: list[int] | None
    """Those touched since; None: the index has to be made anew."""
    state: State
    """Of an index made from the record as it is from now on."""

    def __bool__(self) -> bool:
        return self.conferences != []


def news(since: State | None) -> News:
    """What an index with this state has not seen; None where there is no index."""
    known = since or State("", "1:1:", [], None)
    with connection.cursor() as cursor:
        cursor.execute(NEWS, {"seen": known.seen, "pruned": PRUNED})
        seen, database, by_others, own, last, is_ahead = cursor.fetchone()
    touched = {*by_others} if last == known.last else {*by_others, *own, *known.unsure}
    anew = database != known.database or is_ahead or not touched.isdisjoint({None, PRUNED})
    return News(None if anew else sorted(touched), State(database, seen, own, last))


def prune() -> None:
    """Let the log forget what is older than ``KEPT``."""
    with connection.cursor() as cursor:
        cursor.execute(PRUNE, {"kept": str(KEPT), "pruned": PRUNED})
