"""The short name of a turn in links: made once from its content, then kept for ever."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from apps.conferences.importing.alignment import Said, normalise
from apps.conferences.models import Conference, Turn, TurnKey

BYTES = 6  # a million turns in one record: one chance in 500 that two meet, and then the second is hashed again
AT_ONCE = 10_000  # keys that are looked up in one query

Keyed = tuple[Turn, str]
"""A turn with the key that its content makes."""


def content_keys(conference: Conference, turns: Iterable[Said]) -> list[str]:
    """A key for each turn of a text.  The same text of the same conference makes the same keys anywhere."""
    occurrences: Counter[bytes] = Counter()
    keys = []
    for turn in turns:
        said = Said(normalise(turn.label), normalise(turn.text))
        short = hashlib.blake2b("\0".join(said).encode(), digest_size=16).digest()
        occurrences[short] += 1
        keys.append(_hash(conference.source.slug, conference.key, *said, str(occurrences[short])))
    return keys


def free_ids(keys: Sequence[str]) -> list[str]:
    """A public id for each new turn: its key, or one made of it if another turn has that."""
    ids = list(keys)
    given: set[str] = set()
    waiting = list(range(len(ids)))
    while waiting:
        given |= _taken({ids[place] for place in waiting})
        clashing = []
        for place in waiting:
            if ids[place] in given:
                ids[place] = _hash(ids[place], "again")
                clashing.append(place)
            else:
                given.add(ids[place])
        waiting = clashing
    return ids


def keep_keys(turns: Iterable[Keyed]) -> bool:
    """Let the keys of changed turns lead to them as well, where they lead nowhere yet; whether there was one."""
    keyed = {key: turn for turn, key in turns}
    free = keyed.keys() - _taken(keyed.keys()) if keyed else ()
    if free:
        TurnKey.objects.bulk_create([TurnKey(key=key, turn=keyed[key]) for key in sorted(free)])
    return bool(free)


def _taken(keys: Collection[str]) -> set[str]:
    waiting, found = iter(keys), set[str]()
    while some := list(islice(waiting, AT_ONCE)):
        ids = Turn.objects.filter(public_id__in=some).order_by().values_list("public_id", flat=True)
        found |= set(ids.union(TurnKey.objects.filter(key__in=some).order_by().values_list("key", flat=True)))
    return found


def _hash(*content: str) -> str:
    return hashlib.blake2b("\0".join(content).encode(), digest_size=BYTES).hexdigest()
