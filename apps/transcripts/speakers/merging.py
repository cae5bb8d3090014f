"""One person under several labels: ``RUIZ``, ``Secretary General Ruiz`` and ``Ana Ruiz`` are one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .identity import Identity, holds_office
from .names import surname
from .people import Person, canonical_office

_TITLE = (
    r"(?:Dr|Mr|Ms|Mrs|Prof|Professor|Secretary|Minister|President|Chair|Chairman|Chairwoman|Governor|Senator|Director|"
    r"Administrator|Commissioner|Ambassador|Admiral|General|Colonel|Captain|Mayor|Sheriff|Chief|Representative|Congressman|"
    r"Congresswoman|doctor|doctora|secretario|secretaria|maestro|maestra|licenciado|licenciada|almirante|general)"
)
_MAX_SURNAMES = 200


def full_names(identities: Iterable[Identity], people: Sequence[Person], text: str) -> dict[str, str]:
    """The full name for each surname that stands alone in a label, if exactly one person of that surname is named.

    Labels and header count first; else a title with first and last name in the speech (``Dr. Ana Ruiz``).
    """
    alone = {one.name.casefold() for one in identities if one.name and " " not in one.name}
    holders: dict[str, set[str]] = defaultdict(set)
    for name in [one.name for one in identities if one.name] + [person.name for person in people]:
        if " " in name:
            holders[surname(name)].add(name)
    missing = sorted(alone - set(holders))[:_MAX_SURNAMES]
    if missing:
        spoken = re.compile(
            rf"\b{_TITLE}\.?\s+(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-Z]\.)?)\s+(?P<last>{'|'.join(map(re.escape, missing))})\b",
            re.I,
        )
        for m in spoken.finditer(text):
            if m["first"][0].isupper() and m["last"][0].isupper() and not holds_office(m["first"]):
                holders[m["last"].casefold()].add(" ".join(f"{m['first']} {m['last']}".split()))
    return {last: min(names) for last, names in holders.items() if last in alone and len(names) == 1}


def merge(identity: Identity, names: dict[str, str], people: Sequence[Person]) -> Identity:
    """The identity under its full name, with the role that the header gives."""
    name = identity.name
    if name and " " not in name:
        name = names.get(name.casefold(), name)
    holders = [p for p in people if (surname(p.name) == surname(name) if name else _holds(p, identity.role))]
    if len(holders) != 1:
        return replace(identity, name=name)
    [holder] = holders
    if not name or (len(holder.name.split()) > len(name.split()) and " " not in name):
        name = holder.name
    return replace(identity, name=name, role=_fuller(identity.role, holder.role))


def _holds(person: Person, role: str | None) -> bool:
    return role is not None and person.office == canonical_office(role)


def _fuller(label_role: str | None, header_role: str | None) -> str | None:
    """A role as told, rather than the bare office that a label has."""
    return max((role for role in (label_role, header_role) if role), key=len, default=None)
