"""How often people agree with what the machine suggested, and with each other: told by the history of the tags."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.db import connection

from apps.annotations.kappa import LEAST_ROWS, kappa
from apps.annotations.models import Topic

JUDGEMENTS = """
ever AS (
    SELECT id FROM annotations_tagevent WHERE decided_by_id IS NOT NULL
    UNION SELECT id FROM annotations_tag WHERE decided_by_id IS NOT NULL
), states AS (
    SELECT id AS tag, pgh_id AS place, conference_id, turn_id, topic_id, origin, model, status, decided_by_id,
        decided_at, pgh_context_id AS act
    FROM annotations_tagevent WHERE pgh_label <> 'insert' AND id IN (SELECT id FROM ever)
    UNION ALL
    SELECT id, NULL, conference_id, turn_id, topic_id, origin, model, status, decided_by_id, decided_at, NULL
    FROM annotations_tag WHERE id IN (SELECT id FROM ever)
), following AS (
    SELECT *, LAG(act) OVER same AS decided_in, LAG(tag) OVER same AS earlier_tag, LEAD(tag) OVER same AS next_tag,
        LEAD(decided_at) OVER same AS next_at
    FROM states WINDOW same AS (PARTITION BY tag ORDER BY place NULLS LAST)
), judgements AS (
    SELECT * FROM following
    WHERE decided_by_id IS NOT NULL AND (next_tag IS NULL OR next_at > decided_at)
        AND (origin NOT IN ('rule', 'model') OR earlier_tag IS NOT NULL)
)
"""
"""Every decision that a person made about a tag and that nobody took back, with the tag as it was then.

An event holds the row as it was before a change, so the states of a row are its events and the row itself.  A decision
is its last state; where the next one is undecided, or an earlier decision again, it was taken back.  A suggestion
that was decided from its first state on was judged on another turn, and went along with the words (carrying.py)."""

BY_MACHINE = f"""
WITH {JUDGEMENTS}, held AS (SELECT DISTINCT ON (tag) * FROM judgements ORDER BY tag, place DESC NULLS FIRST)
SELECT topic_id, date_trunc('quarter', decided_at AT TIME ZONE %(zone)s)::date, origin, model,
    count(*) FILTER (WHERE status = 'confirmed'),
    count(*) FILTER (WHERE status = 'rejected' AND NOT moved),
    count(*) FILTER (WHERE status = 'rejected' AND moved)
FROM held, LATERAL (
    SELECT EXISTS (
        SELECT 1 FROM annotations_tagevent other
        WHERE other.pgh_context_id = held.decided_in AND other.pgh_label = 'insert' AND other.origin = 'human'
            AND other.status = 'confirmed' AND other.conference_id = held.conference_id
            AND other.turn_id IS NOT DISTINCT FROM held.turn_id AND other.topic_id <> held.topic_id
    ) AS moved
) AS changed
WHERE origin IN ('rule', 'model') AND topic_id = ANY(%(topics)s)
GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 3, 4
"""  # noqa: S608 - our own words

BY_EDITORS = f"""
WITH {JUDGEMENTS}, last_said AS (
    SELECT DISTINCT ON (tag, decided_by_id)
        tag, topic_id, decided_by_id AS who, decided_at, status = 'confirmed' AS yes
    FROM judgements ORDER BY tag, decided_by_id, place DESC NULLS FIRST
), both_said AS (
    SELECT one.who AS one, other.who AS other, asked.topic_id,
        one.yes AND one.topic_id = asked.topic_id AS one_yes, other.yes AND other.topic_id = asked.topic_id AS other_yes
    FROM last_said one JOIN last_said other ON other.tag = one.tag AND one.who < other.who,
    LATERAL (SELECT CASE WHEN one.decided_at <= other.decided_at THEN one.topic_id ELSE other.topic_id END AS topic_id)
        AS asked
)
SELECT one, other,
    count(*) FILTER (WHERE one_yes AND other_yes), count(*) FILTER (WHERE one_yes AND NOT other_yes),
    count(*) FILTER (WHERE NOT one_yes AND other_yes), count(*) FILTER (WHERE NOT one_yes AND NOT other_yes)
FROM both_said WHERE topic_id = ANY(%(topics)s)
GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2
"""  # noqa: S608 - our own words
"""What is asked of both is the topic that the earlier of them spoke of: who gives the tag another one says no to it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of suggestions of the machine; ``changed``: rejected, and another topic confirmed in their place."""

    confirmed: int = 0
    rejected: int = 0
    changed: int = 0

    @property
    def judged(self) -> int:
        return self.confirmed + self.rejected + self.changed

    @property
    def right(self) -> float:
        return self.confirmed / self.judged if self.judged else 0.0

    def __add__(self, other: Self) -> "Outcome":
        return Outcome(self.confirmed + other.confirmed, self.rejected + other.rejected, self.changed + other.changed)


@dataclass(frozen=True, slots=True)
class Judged:
    """Suggestions of one topic, origin and version of the model that were judged in the quarter from ``since``.

    What holds counts: of a tag that was judged several times, the last decision.
    """

    topic: int
    since: datetime.date
    origin: str
    model: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Pair:
    """Two editors by id, and on how many rows they agreed; of each the last decision about a row."""

    first: int
    second: int
    both_yes: int
    first_only: int
    second_only: int
    both_no: int

    @property
    def rows(self) -> int:
        return self.both_yes + self.first_only + self.second_only + self.both_no

    @property
    def agreed(self) -> float:
        return (self.both_yes + self.both_no) / self.rows

    @property
    def is_enough(self) -> bool:
        return self.rows >= LEAST_ROWS

    @property
    def kappa(self) -> float | None:
        return kappa(self.both_yes, self.first_only, self.second_only, self.both_no)


def judged_suggestions(topics: Iterable[Topic], zone: str) -> list[Judged]:
    """What became of the machine's suggestions of these topics, newest quarter in that zone first.  One query."""
    rows = _rows(BY_MACHINE, topics, zone=zone)
    return [Judged(topic, since, origin, model, Outcome(*counts)) for topic, since, origin, model, *counts in rows]


def pairs(topics: Iterable[Topic]) -> list[Pair]:
    """Editors who judged the same tags of these topics, most rows first.  One query."""
    return [Pair(*row) for row in _rows(BY_EDITORS, topics)]


def _rows(query: str, topics: Iterable[Topic], **given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, {"topics": [topic.pk for topic in topics], **given})
        return list(cursor.fetchall())
