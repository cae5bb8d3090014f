"""Whom a label of no name stands for: whoever is presented in that office, or the only one who answers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..labels import Label, Voice
from ..labels.titles import portfolio_end
from .identity import Identity, Part
from .names import may_be_one
from .offices import canonical_office
from .people import Person, named_in
from .spoken import sentences

EARLY = 3
"""Turns in which those on the stage are presented."""
REACH = 1200
"""Characters of each of these turns."""
_PRESENTS = re.compile(
    r"\b(?:joined by|with (?:me|us)|beside me|alongside|accompanied by|welcome|introduce|present to you"
    r"|hand (?:you )?over|turn (?:it |this )?over to|floor to|hear from|begrüße|begrüsse|heiße|an meiner seite"
    r"|is here|va vous|la parole|ist hier|est (?:ici|là)|está aquí"
    r"|accueill\w+|à mes côtés|nos acompaña\w*|me acompaña\w*|junto a|ao meu lado|con noi|accanto a me)\b",
    re.I,
)
_ARTICLE = re.compile(r",\s+(?:the|our|der|die|le|la|el|il|o|a)\s+(?=[A-ZÀ-Þ])|\s*,\s+l['’](?=[A-ZÀ-Þ])")


def presented(printed: Sequence[Identity], texts: Sequence[str]) -> Iterator[Person]:
    """Those whom the first turns, or the one before, present by name and office, where a label is that office alone.

    Nobody presents himself so, and an office of another country is another's: ``the Prime Minister of Norland``.
    """
    offices = [at for at, one in enumerate(printed) if one.role and not one.name and not one.part]
    if not offices:
        return
    before = {at - 1 for at in offices if at > EARLY and printed[at - 1].part is not Part.ASKS}
    for one, text in [(printed[at], texts[at]) for at in (*range(min(EARLY, len(texts))), *sorted(before))]:
        own = canonical_office((one.role or "").casefold())
        for sentence in sentences(text[:REACH]):
            if not _PRESENTS.search(sentence):
                continue
            for person in named_in([_ARTICLE.sub(", ", sentence)]):
                told = person.office and " " in person.name and person.office != own
                if told and not _is_elsewhere(person.role or ""):
                    yield person


def _is_elsewhere(role: str) -> bool:
    """``Prime Minister of Norland``; not ``ministre de la Mer``, which is what an office is for."""
    m = re.search(r"\b(?:of|de|von)\s+(?P<what>.*)", role)
    return m is not None and not portfolio_end(m["what"].split(), 0)


def name_answers(
    told: Sequence[Identity], labels: Sequence[Label | None], people: Iterable[Person], texts: Sequence[str]
) -> list[Identity]:
    """The identities, ``A`` as the one person who answers: by the other labels, else the header, else the host."""
    nameless = [
        bool(label and label.voice is Voice.ANSWERS and not one.name) for one, label in zip(told, labels, strict=True)
    ]
    if not any(nameless):
        return list(told)
    spoken = [one for one, label in zip(told, labels, strict=True) if one.name and one.part is Part.ANSWERS and label]
    later = {one.name for one in told[nameless.index(True) :]}
    silent = [one for one in spoken if one.role and one.name not in later]
    named = [Person(one.name, role=one.role) for one in silent or spoken if one.name]
    named = named or [person for person in people if person.office and person.may_speak]
    hosted = [text for one, text in list(zip(told, texts, strict=True))[:EARLY] if one.part is Part.MODERATES]
    said = [one for text in hosted for one in sentences(text[:REACH]) if _PRESENTS.search(one)]
    named = named or named_in(said)
    if not named or not all(may_be_one(named[0].name, other.name) for other in named):
        return list(told)
    holder = max(named, key=lambda person: len(person.name))
    return [
        replace(one, name=holder.name, role=holder.role) if answers else one
        for one, answers in zip(told, nameless, strict=True)
    ]
