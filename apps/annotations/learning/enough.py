"""When there is enough to learn a topic from, and how what there is counts."""

from collections.abc import Collection

LEAST_CONFIRMED = 20
LEAST_AGAINST = 20
LEAST_CONFERENCES = 5
"""So many turns on which people confirmed a topic, and as many against it, each from so many conferences, where those
that publish one event count as one: with fewer, the topic stays with its phrases.  ``make bench`` shows how good the
model is with few decisions and with many."""

READ_WEIGHT = 0.3
"""What a turn counts that somebody judged for other topics only, beside one where this topic was rejected: not to have
it was nobody's decision.  Measured, see docs/adr/0013."""


def is_enough(events_for: Collection[int], events_against: Collection[int]) -> bool:
    """Whether a topic can be learned from turns of these events, one entry for each turn."""
    return all(
        len(turns) >= least and len(set(turns)) >= LEAST_CONFERENCES
        for turns, least in ((events_for, LEAST_CONFIRMED), (events_against, LEAST_AGAINST))
    )
