"""Whether a name with an outlet is called or only mentioned: ``Jo Lind, CNN.``, but not ``I watched Jo Lind, CNN.``"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...labels.outlets import is_outlet
from ...labels.who import plain
from ..spoken import Introduction, person, placed_pairs, sentences
from .forms import (
    ADDRESSES,
    BETWEEN,
    BRACKET,
    CAPITALISED,
    CORRECTED,
    FIRST_PERSON,
    IN_ORDER,
    IN_TURN,
    LATER,
    LEAD_ONLY,
    NAME_ONLY,
    NAMES_PARTED,
    NAMES_TOGETHER,
    NOBODY,
)
from .words import COURTESY, GIVEN, LEAD, LED, POINTS_ELSEWHERE, TAKEN_BACK, THANKED, UNTRUE

LONGEST_REST = 100
"""Characters of courtesies after a call."""
_ALONE = 3
"""Words of a sentence that may be nothing but a name."""


def called_pair(end: str) -> tuple[Introduction | None, list[str]]:
    """Whoever is called with an outlet, and the sentences in which nobody else can be called: the rest of them."""
    said = sentences(end)
    with_pairs = [
        [found for found in placed_pairs(one) if found[2].outlet and is_outlet(found[2].outlet)] for one in said
    ]
    for at in reversed(range(len(said))):
        found = with_pairs[at]
        if not found:
            continue
        if at and (comes_later(said[at], said[at - 1]) or (with_pairs[at - 1] and LATER.match(said[at]))):
            continue
        pair = _decided(said[at], found, said[at + 1 :])
        later = at + 1 < len(said) and LATER.match(said[at + 1]) and with_pairs[at + 1]
        if pair and (later or goes_on(said[at + 1 :], f"{pair.name} {pair.outlet}")):
            return pair, []
        return None, [one for one, pairs in zip(said[at + 1 :], with_pairs[at + 1 :], strict=True) if not pairs]
    return None, said if not any(with_pairs) else []


def _decided(sentence: str, found: Sequence[tuple[int, int, Introduction]], rest: Sequence[str]) -> Introduction | None:
    """Who of those named in a sentence that calls is to speak: who is then spoken to, else the first of an order."""
    if not _calls(sentence, found):
        return None
    if len(found) == 1 or _in_order(sentence, found) or any(IN_ORDER.search(one) for one in rest):
        return found[0][2]
    spoken_to = {word for one in rest for word in CAPITALISED.findall(one)}
    called = [pair for _, _, pair in found if pair.name and spoken_to & set(pair.name.split())]
    return called[0] if len(called) == 1 else None


def _calls(sentence: str, found: Sequence[tuple[int, int, Introduction]]) -> bool:
    """Whether a sentence gives the floor to those named in it, and does nothing else."""
    before, after = sentence[: found[0][0]], sentence[found[-1][1] :]
    between = _between(sentence, found)
    if not _leads(before, after) or not all(BETWEEN.fullmatch(text) or IN_TURN.match(text) for text in between):
        return False
    return _in_order(sentence, found) or GIVEN.fullmatch(after) is not None


def _in_order(sentence: str, found: Sequence[tuple[int, int, Introduction]]) -> bool:
    """Whether they are called one after the other: ``Jo Lind, CNN, then Eva Holm, Sky.``"""
    between = [*_between(sentence, found), sentence[found[-1][1] :]]
    in_turn = next((text for text in between if text.strip(" .,;!?…")), "")
    return IN_TURN.match(in_turn) is not None


def _between(sentence: str, found: Sequence[tuple[int, int, Introduction]]) -> list[str]:
    return [sentence[one[1] : other[0]] for one, other in pairwise(found)]


def several_called(end: str) -> tuple[str, ...]:
    """Those whom one of these sentences calls together, if it does not tell who of them speaks first."""
    for sentence in reversed(sentences(end)):
        found = [one for one in placed_pairs(sentence) if one[2].outlet and is_outlet(one[2].outlet)]
        if found:
            several = len(found) > 1 and _calls(sentence, found) and not _in_order(sentence, found)
            return tuple(str(pair.name) for _, _, pair in found) if several else ()
        if (m := NAMES_TOGETHER.fullmatch(sentence)) and not THANKED.search(m["lead"]):
            names = [person(name) for name in NAMES_PARTED.split(m["names"])]
            return tuple(name for name in names if name) if all(name and " " in name for name in names) else ()
    return ()


def _leads(before: str, after: str) -> bool:
    """Whether the words before a name give the floor, or nothing is before it."""
    before = BRACKET.sub("", before).lstrip()
    if THANKED.search(before) or ADDRESSES.fullmatch(before):
        return False
    if re.search(r"\bhas (?:the|our) (?:\w+ )?(?:question|floor)\b", after):
        return not UNTRUE.search(before)
    if re.fullmatch(LEAD, before) or CORRECTED.fullmatch(before):
        no_call = re.search(r"\bwith\s*$", before) and not re.search(r"\b(?:start|begin)", before, re.I)
        return not no_call and not (re.search(r"\bwas\b", before) and "question" not in before)
    return LED.search(before) is not None and not UNTRUE.search(before)


def comes_later(sentence: str, before: str) -> bool:
    """Whether a sentence calls who comes after the one called in the sentence before: ``Jo Lind. Then Kim Berg.``"""
    return LATER.match(sentence) is not None and NAME_ONLY.fullmatch(before) is not None


def goes_on(rest: Sequence[str], called: str) -> bool:
    """Whether what is said after a call leaves it standing: courtesies, or the called one spoken to again."""
    if TAKEN_BACK.search(" ".join(BRACKET.findall(" ".join(rest)))):
        return False
    rest = [one for one in sentences(BRACKET.sub("", " ".join(rest))) if one.strip(" .")]
    if sum(map(len, rest)) > LONGEST_REST:
        return False
    own = {word[:3].casefold() for word in CAPITALISED.findall(called)}
    return all(
        COURTESY.fullmatch(one) or (not _calls_another(one, own) and (LEAD_ONLY.fullmatch(one) or not _takes_back(one)))
        for one in rest
    )


def _takes_back(sentence: str) -> bool:
    return TAKEN_BACK.search(sentence) is not None or POINTS_ELSEWHERE.search(sentence) is not None


def _calls_another(sentence: str, own: set[str]) -> bool:
    """Whether somebody else is named: a capitalised word inside the sentence, or one that is all of it."""
    if re.search(r"\bnext\b(?! question)", sentence, re.I):
        return True
    if LEAD_ONLY.fullmatch(sentence):
        return False
    words = CAPITALISED.findall(sentence if len(sentence.split()) < _ALONE else sentence.partition(" ")[2])
    return any(
        word[:3].casefold() not in own and plain(word) not in NOBODY and word[:2] not in FIRST_PERSON for word in words
    )
