"""Whom a label of capitals stands for: ``RH`` for Ruben Hale, ``CE LTA`` for the chief executive of that body."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..header import Header
from ..labels import Label
from ..labels.who import is_name
from .identity import Identity
from .merging import names_of
from .people import named_in

MOST_LETTERS = 3
"""Letters of a word in such a label; longer ones are surnames."""
REACH = 160
"""Characters before the bracket that explains an abbreviation."""
_INITIALS = re.compile(r"[A-ZÀ-Þ](?:\.?[A-ZÀ-Þ]){1,2}\.?")
_OF_BODY = re.compile(r"[A-ZÀ-Þ]{2,3} [A-ZÀ-Þ]{2,5}")
"""``CE LTA``, in a document whose names are not in capitals."""
_SENTENCE_END = re.compile(r"[.?!]\s|[\n\[\]]")
_VOWELS = frozenset("AEIOUYÄÖÜÁÉÍÓÚ")


def spelled_out(
    identities: Sequence[Identity],
    labels: Sequence[Label | None],
    names: Mapping[str, tuple[str, ...]],
    header: Header,
    speech: str,
) -> list[Identity]:
    """The identities, those under a label of initials with the name that these stand for, or with none.

    Initials stand for whom a bracket behind a name says, ``Ruben Hale (RH)``, else for the only person who has them.
    """
    text = f"{header.text}\n{speech}"
    calm = _is_calm(labels)
    told = {label.printed for label in labels if label and _is_abbreviation(label, names)}
    if not told:
        return list(identities)
    explained = {printed: _explained(printed, text) for printed in told}
    told = {one for one in told if _INITIALS.fullmatch(one) or calm or explained[one]}
    full = {one.name for one in identities if one.name and " " in one.name and one.name.upper() not in told}
    full |= {person.name for person in named_in(header.names_text) if " " in person.name}
    meant = {printed: explained[printed] or _only(_with_initials(printed, full), header.text) for printed in told}
    return [
        replace(one, name=meant[label.printed] or (one.name if _may_be_surname(label.printed, calm) else None))
        if label and label.printed in meant
        else one
        for one, label in zip(identities, labels, strict=True)
    ]


def _is_calm(labels: Sequence[Label | None]) -> bool:
    """Whether there are other names in labels, most of them not in capitals."""
    names = {label.name for label in labels if label and label.name and not _is_short(label)}
    return bool(names) and sum(not one.isupper() for one in names) * 2 >= len(names)


def _is_abbreviation(label: Label, names: Mapping[str, tuple[str, ...]]) -> bool:
    bare = label.name is not None and not (label.voice or label.office or label.honorific or label.affiliation)
    return bare and _is_short(label) and not names_of(label.name or "", names)


def _is_short(label: Label) -> bool:
    return any(form.fullmatch(label.printed) for form in (_INITIALS, _OF_BODY))


def _may_be_surname(printed: str, calm: bool) -> bool:
    """``LEE`` in a document whose names are in capitals."""
    return not calm and len(printed) == MOST_LETTERS and printed.isalpha() and bool(_VOWELS & set(printed))


def _explained(printed: str, text: str) -> str | None:
    """The name that ``(RH)`` stands behind, if these are its initials or those of the office between both."""
    found = text.find(f"({printed})")
    if found < 0:
        return None
    before = _SENTENCE_END.split(text[max(0, found - REACH) : found])[-1].split()
    for size in (4, 3, 2):
        words = before[-size:]
        if len(words) == size and is_name(words) and _fits(printed, " ".join(words)):
            return " ".join(words)
    holders = [person for person in named_in([" ".join(before)]) if " " in person.name and person.office]
    first = printed.partition(" ")[0]
    return next((one.name for one in holders if one.office and _letters(one.office.upper()) == first), None)


def _with_initials(printed: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if _fits(printed, name)]


def _fits(printed: str, name: str) -> bool:
    letters = printed.replace(".", "").replace(" ", "")
    capitals = " ".join(word for word in name.split() if word[0].isupper())
    return letters in (_letters(capitals), _letters(capitals.replace("-", " ")), _letters(name.upper()))


def _letters(words: str) -> str:
    return "".join(word[0] for word in words.split())


def _only(names: Sequence[str], header: str) -> str | None:
    """The name, if no other words of the header could be one with the same initials."""
    if len(names) != 1:
        return None
    own = set(names[0].split())
    printed = _letters(names[0])
    words = [word.strip("(),.;:") for word in header.split()]
    others = [words[at : at + len(printed)] for at in range(len(words))]
    same = (other for other in others if all(word[:1] == first for word, first in zip(other, printed, strict=False)))
    return None if any(len(other) == len(printed) and not set(other) & own for other in same) else names[0]
