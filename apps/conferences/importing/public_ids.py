"""The short name of a turn in links: made once from its content, then kept for ever."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from apps.conferences.importing.alignment import normalise
from apps.conferences.models import Conference, Turn

BYTES = 6  # a million turns in one record: one chance in 500 that two meet, and then the second is hashed again


def give_public_ids(conference: Conference, turns: Sequence[Turn]) -> None:
    """Set ``public_id`` on turns that have none.  The same turns of the same conference get the same ids anywhere."""
    occurrences: Counter[tuple[str, str]] = Counter()
    open_turns = []
    for turn in turns:
        said = normalise(turn.label), normalise(turn.text)
        occurrences[said] += 1
        open_turns.append((turn, (conference.source.slug, conference.key, *said, str(occurrences[said]))))
    given: set[str] = set()
    attempt = 0
    while open_turns:
        for turn, content in open_turns:
            turn.public_id = public_id(*content, *["again"] * attempt)
        same = Turn.objects.filter(public_id__in=[turn.public_id for turn, _ in open_turns]).order_by()
        given |= set(same.values_list("public_id", flat=True))
        clashing = []
        for turn, content in open_turns:
            if turn.public_id in given:
                clashing.append((turn, content))
            given.add(turn.public_id)
        open_turns = clashing
        attempt += 1


def public_id(*content: str) -> str:
    return hashlib.blake2b("\0".join(content).encode(), digest_size=BYTES).hexdigest()
