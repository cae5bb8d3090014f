"""The names and outlets of those who ask, from the question itself or the call before it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from ..labels import Label, Voice
from .calls import REACH, calls, says_only, several_called
from .identity import Identity, Part
from .introductions import introduces_self, outlet_alone, outlet_of
from .mentions import told_of
from .names import surname
from .spoken import Introduction
from .unlisted import unlisted

LONGEST_WHO = 60
SEVERAL = 2
_ASKS_WHO = re.compile(r"\b(?:who|name|whose|quién|nombre|qui|wer)\b[^.?]*\?\W*$", re.I)
"""After such a question a name is its answer: ``What is her name?``"""
_GOES_ON = re.compile(r"\W*(?:—|–|--|…|\.\.\.)")
_COUNTED = re.compile(r"\w.*\s#?\d{1,3}$")


def name_askers(told: Sequence[Identity], labels: Sequence[Label | None], texts: Sequence[str]) -> list[Identity]:
    """The identities, the askers among them with what question and call tell of them."""
    pairs = list(zip(told, texts, strict=True))
    answerers = _by_word({one.name.casefold() for one in told if one.name and one.part is not Part.ASKS})
    own = [introduces_self(text) or outlet_alone(text) if _open(one) else None for one, text in pairs]
    untold = [not said and one.part is Part.ASKS and not one.name for (one, _), said in zip(pairs, own, strict=True)]
    own = [said or other for said, other in zip(own, unlisted(texts, untold, own), strict=True)]
    counted = _of_counted(labels, own)
    by_name = _calls_by_name(told, texts)
    called = [
        _called(at, told, label, texts, by_name) if _open(one) else None
        for at, (one, label) in enumerate(zip(told, labels, strict=True))
    ]
    called = _without_told_of(called, texts)
    named: list[Identity] = []
    for at, (one, label) in enumerate(zip(told, labels, strict=True)):
        if not _open(one):
            named.append(one)
            continue
        said = (own[at], counted.get(label.key) if label else None, called[at])
        before = texts[at - 1][-REACH:] if at and label and label.name and told[at - 1].part is Part.MODERATES else ""
        named.append(_with_own_outlet(_with_said(one, said, answerers), (texts[at], before)))
    return _with_full_names(named, told)


def _with_full_names(named: Sequence[Identity], told: Sequence[Identity]) -> list[Identity]:
    """Whoever said a fuller name once than the label prints, ``Eva`` in *this is Eva Lind*, bears it in every turn."""
    fuller: dict[str, set[str]] = {}
    for one, before in zip(named, told, strict=True):
        if one.name and before.name and one.name != before.name:
            fuller.setdefault(before.name, set()).add(one.name)
    sure = {short: next(iter(names)) for short, names in fuller.items() if len(names) == 1}
    return [replace(one, name=sure[one.name]) if one.name in sure else one for one in named]


def unchosen(identities: Sequence[Identity], texts: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """For each asker without a name (its index) before whom several were called together, these."""
    found = {}
    for at, (before, one) in enumerate(pairwise(identities), 1):
        nameless = one.part is Part.ASKS and not one.name and before.part is not Part.ASKS
        if nameless and (several := several_called(texts[at - 1][-REACH:])):
            found[at] = several
    return found


def _with_own_outlet(one: Identity, texts: Iterable[str]) -> Identity:
    """The identity with the outlet that stands behind the name, known or not, in the first text that has one."""
    if not one.name or one.organisation:
        return one
    return replace(one, organisation=next(filter(None, (outlet_of(one.name, text) for text in texts if text)), None))


def _open(one: Identity) -> bool:
    """Whether this asker's name or outlet is still to be told."""
    return one.part is Part.ASKS and not (one.name and one.organisation)


def _called(
    at: int, told: Sequence[Identity], label: Label | None, texts: Sequence[str], by_name: bool
) -> Introduction | None:
    """Who was called right before; nobody if the speech goes on with a broken sentence, or comes from the crowd.

    Two words alone at the end of an answer may be anything: they are somebody where askers are called ``by_name``.
    """
    if not at or told[at - 1].part is Part.ASKS or _GOES_ON.match(texts[at]):
        return None
    answers = at > 1 and told[at - 1].part is not Part.MODERATES
    if answers and len(texts[at - 2]) <= LONGEST_WHO and _ASKS_WHO.search(texts[at - 2]):
        return None
    crowd = label is not None and label.voice is Voice.UNKNOWN and not _COUNTED.match(label.printed)
    if crowd or not (told_of := calls(texts[at - 1])):
        return None
    if told[at - 1].part is not Part.ANSWERS or not told_of.name or told_of.outlet:
        return told_of
    last = texts[at - 1].strip().rpartition("\n\n")[2]
    alone = last.startswith(told_of.name)
    return None if says_only(told_of.name, texts[at - 1]) or (alone and not by_name) else told_of


def _without_told_of(called: Sequence[Introduction | None], texts: Sequence[str]) -> list[Introduction | None]:
    """The calls but for names alone of whom speech or question tell: ``I will start with Jo Berg.``"""
    if not any(one and one.name and not one.outlet for one in called):
        return list(called)
    others = told_of(texts)

    def is_told_of(one: Introduction, question: str) -> bool:
        if not one.name or one.outlet:
            return False
        last = one.name.split()[-1]
        return surname(last) in others or (last in question and not question.startswith(one.name))

    return [None if one and is_told_of(one, text) else one for one, text in zip(called, texts, strict=True)]


def _calls_by_name(told: Sequence[Identity], texts: Sequence[str]) -> bool:
    """Whether those who answer call several askers by name, so that two words alone may be one."""
    pairs = zip(told, texts, strict=True)
    called = (calls(text) for one, text in pairs if one.part is Part.ANSWERS)
    return len(list(islice((one for one in called if one and one.name), SEVERAL))) == SEVERAL


def _of_counted(labels: Sequence[Label | None], own: Sequence[Introduction | None]) -> dict[str, Introduction]:
    """Who ``SPEAKER 4`` is in the whole document, if that voice says one name only."""
    said: dict[str, dict[str, Introduction]] = {}
    for label, told in zip(labels, own, strict=True):
        if label and label.voice and told and told.name and " " in told.name and _COUNTED.match(label.printed):
            said.setdefault(label.key, {}).setdefault(told.name, told)
    return {key: next(iter(names.values())) for key, names in said.items() if len(names) == 1}


def _by_word(names: Iterable[str]) -> dict[str, list[list[str]]]:
    """The names (their words) found by each word after the first, or by the first where there is no other."""
    found: dict[str, list[list[str]]] = {}
    for name in names:
        words = name.split()
        for word in set(words[1:] or words):
            found.setdefault(word, []).append(words)
    return found


def _with_said(
    one: Identity, said: Iterable[Introduction | None], answerers: Mapping[str, list[list[str]]]
) -> Identity:
    printed = one.name
    for at, told in enumerate(said):
        if told is None or any(_is_answerer(said, answerers) for said in (told.name, told.outlet) if said):
            continue
        if one.name and told.name and not set(one.name.casefold().split()) & set(told.name.casefold().split()):
            continue
        if printed and not told.name and at:
            continue
        words = told.name.split() if told.name else []
        fuller = one.name and " " not in one.name and one.name in (words[-1:] if at else (*words[:1], *words[-1:]))
        one = replace(
            one, name=told.name if fuller else one.name or told.name, organisation=one.organisation or told.outlet
        )
    return one


def _is_answerer(name: str, answerers: Mapping[str, list[list[str]]]) -> bool:
    """Whether a name is an answerer's: by any name after the first, or by first and any other; a namesake is not."""
    words = name.casefold().split()
    return any(
        len(words) == 1 or len(other) == 1 or words[0] == other[0]
        for word in words
        for other in answerers.get(word, ())
    )
