"""Who asks next: ``Next is Jo Lind, Daily Post.``"""

from functools import lru_cache

from ...labels.outlets import NAME_PARTS, is_known, is_outlet, looks_like_outlet
from ...labels.who import holds_office, plain
from ..spoken import ADDRESSED, PLACE_NAMES, Introduction, bare, person, trim_outlet
from .forms import (
    ADDRESS,
    ARTICLE,
    AT_A_PLACE,
    CALLED_NAME,
    CALLED_OUTLET,
    CALLED_WITH_HOUSE,
    CALLED_WITH_INITIALS,
    CHEERS,
    COUNTS,
    GIVEN_TO_HOUSE,
    GIVEN_TO_NAME,
    GIVEN_TO_OUTLET,
    GIVES,
    HAS_THE_FLOOR,
    JOINED,
    JUDGED,
    LEAD_ONLY,
    NAME_BEFORE_OTHERS,
    NAME_THEN_WORD,
    NO_CALL,
    OF_HOUSE,
    OUTLET_THEN_NAME,
    POINTS_TO,
    PRAISED,
    TELLS_OF,
)
from .pairs import called_pair, comes_later, goes_on
from .words import COURTESY, THANKED, UNTRUE

REACH = 260
"""Characters at the end of a turn in which the next asker is called."""
LONGEST_CALL = 100
BRIEF = 40
"""Characters of a turn that calls and does nothing else."""
ALSO_IN_OTHERS = frozenset("national world public business finance financial group service services".split())
"""Words of outlets' names that other bodies and offices have as often: ``World Bank``, ``Public Affairs Officer``."""
LAST = 3
"""Sentences from the end that may call, courtesies not counted."""


def calls(text: str) -> Introduction | None:
    """Who is called, told by the last sentences of the turn before; the last name called with an outlet counts.

    In captions all in capitals any words may look like a name: there only one with a known outlet is.
    """
    return _calls(text[-REACH:], len(text) <= BRIEF)


def says_only(name: str, text: str) -> bool:
    """Whether a turn is nothing but a name, which an answer to a question may be as well."""
    return text.strip(" .!?…") == name


@lru_cache(maxsize=4096)
def _calls(end: str, brief: bool) -> Introduction | None:
    if end.islower():
        return None
    named, others = called_pair(end)
    if named or (end.isupper() and len(end.split()) > LAST):
        return named
    spoken = [one for one in others if len(one) < LONGEST_CALL]
    while len(spoken) > 1 and COURTESY.fullmatch(spoken[-1]):
        spoken.pop()
    for at in reversed(range(max(0, len(spoken) - LAST), len(spoken))):
        before = spoken[at - 1] if at else ""
        if found := _called_by(spoken[at], before, _opens_last_paragraph(end, spoken[at]), brief):
            rest = spoken[at + 1 :]
            if comes_later(spoken[at], before) or (not found.outlet and any(map(TELLS_OF.match, rest))):
                return None
            stands = goes_on(rest, f"{found.name} {found.outlet} {before}")
            return found if stands or (not found.name and ADDRESS.fullmatch(" ".join(rest))) else None
    return None


def _called_by(sentence: str, before: str, apart: bool, brief: bool) -> Introduction | None:
    """Who is called by a sentence, which may stand ``apart`` from what was said before it, or in a ``brief`` turn."""
    if (m := OUTLET_THEN_NAME.fullmatch(sentence)) and person(m["name"]):
        sounds = GIVES.search(m["lead"]) and _sounds(m["outlet"]) and _full_name(m["name"])
        if is_known(m["outlet"]) or sounds:
            return Introduction(_addressed(m["name"]), bare(m["outlet"]))
    if found := _at_a_house(sentence, apart):
        return found
    if m := CALLED_NAME.fullmatch(sentence):
        name = person(m["name"])
        again = name and name.split()[0] == before.rstrip(".?! ")
        led = m["lead"] or apart or again or (before and LEAD_ONLY.fullmatch(before))
        if name and " " in name and led and not THANKED.search(m["lead"]) and not CHEERS.search(m["lead"]):
            return Introduction(name)
    if outlet := _outlet(sentence, brief, COUNTS.search(before) is not None) or _given_outlet(sentence):
        m = CALLED_NAME.fullmatch(before)
        return Introduction(_full_name(m["name"]) if m else None, outlet)
    if (
        (m := POINTS_TO.search(sentence))
        and not UNTRUE.search(sentence[: m.start()])
        and (name := _full_name(m["name"]))
    ):
        return Introduction(name)
    return _with_new_outlet(sentence, apart)


def _at_a_house(sentence: str, apart: bool) -> Introduction | None:
    """A full name with a house, be it nobody's known one or initials, or before those who come later."""
    initials = CALLED_WITH_INITIALS.fullmatch(sentence)
    if initials and looks_like_outlet(initials["outlet"]) and (name := _full_name(initials["name"])):
        return Introduction(name, bare(initials["outlet"]))
    if (m := CALLED_WITH_HOUSE.fullmatch(sentence)) and (m["lead"] or apart):
        no_call = bool(THANKED.search(m["lead"]) or NO_CALL.search(m["lead"]))
        told = no_call or _is_place(m["outlet"]) or holds_office(m["outlet"])
        name = None if told else _full_name(m["name"])
        return Introduction(name, bare(trim_outlet(m["outlet"]))) if name else None
    m = GIVEN_TO_HOUSE.fullmatch(sentence) or HAS_THE_FLOOR.fullmatch(sentence)
    if m and not UNTRUE.search(m["lead"]):
        outlet = bare(trim_outlet(m["outlet"]))
        name = None if not outlet or _is_place(outlet) or holds_office(outlet) else _full_name(m["name"])
        return Introduction(name, outlet) if name else None
    m = GIVEN_TO_NAME.fullmatch(sentence)
    if m and not UNTRUE.search(m["lead"]) and (name := _full_name(m["name"])):
        return Introduction(name)
    m = NAME_BEFORE_OTHERS.fullmatch(sentence)
    name = _full_name(m["name"]) if m else None
    return Introduction(name) if name else None


def _with_new_outlet(sentence: str, apart: bool) -> Introduction | None:
    """``Jo Lind, Ytterbium.``: a word nobody knows may be an outlet, a place or another name, but the name stands.

    So it does where it stands ``apart``, or behind words that give the floor.
    """
    m = NAME_THEN_WORD.fullmatch(sentence)
    name = _full_name(m["name"]) if m else None
    gives = m is not None and (GIVES.search(m["lead"]) if m["lead"] else apart)
    if not m or not name or not gives or UNTRUE.search(m["lead"]) or THANKED.search(m["lead"]):
        return None
    return Introduction(name, m["outlet"] if is_outlet(m["outlet"]) else None)


def _outlet(sentence: str, brief: bool, counted: bool) -> str | None:
    """The outlet that is all of a sentence, but for words that give the floor; ``On the Hill.`` is a place.

    One that only sounds like an outlet's name needs such words, or a ``brief`` turn that says little else, or
    to be ``counted``: ``Last question. Nordic Post.``
    """
    if m := CALLED_OUTLET.fullmatch(_without_place(sentence)):
        outlet = m["outlet"].rstrip(".")
        article = ARTICLE.search(m["lead"])
        if article and (
            is_known(article[1] + outlet) or ((counted or GIVES.search(m["lead"])) and _is_one_word(outlet))
        ):
            return bare(article[1] + outlet)
        if all(map(looks_like_outlet, JOINED.split(outlet))) and JOINED.search(outlet) and not is_known(outlet):
            return None
        if PRAISED.search(m["lead"]) or AT_A_PLACE.search(m["lead"]) or THANKED.search(m["lead"]):
            return None
        called = ((brief or counted) and (" " in outlet or m["lead"])) or GIVES.search(m["lead"])
        if is_known(outlet) or (called and not sentence.endswith("?") and _sounds(outlet)):
            return bare(trim_outlet(outlet))
    m = OF_HOUSE.search(sentence)
    if m and _led(sentence[: m.start()]) and not _is_place(m["outlet"]):
        outlet = bare(trim_outlet(m["outlet"]))
        return None if not outlet or _is_place(outlet) or holds_office(outlet) else outlet
    return None


def _given_outlet(sentence: str) -> str | None:
    m = GIVEN_TO_OUTLET.fullmatch(sentence)
    given = m and not UNTRUE.search(m["lead"]) and (is_known(m["outlet"]) or _sounds(m["outlet"].rstrip(".")))
    return bare(trim_outlet(m["outlet"])) if m and given else None


def _led(before: str) -> bool:
    """Whether words before ``the lady from`` give the floor, not judge a question or tell of somebody."""
    return LEAD_ONLY.fullmatch(before) is not None and not JUDGED.search(before) and not UNTRUE.search(before)


def _without_place(sentence: str) -> str:
    """``Coast News, Norway.`` without the country it is from."""
    before, comma, place = sentence.rpartition(",")
    return before if comma and _is_place(place.strip(" .!?")) else sentence


def _sounds(outlet: str) -> bool:
    """Whether words may be the name of an outlet that nobody knows: ``Timber Weekly``, ``KTW``."""
    if _is_place(outlet) or holds_office(outlet):
        return False
    if " " in outlet or outlet.isupper():
        return looks_like_outlet(" ".join(word for word in outlet.split() if word.casefold() not in ALSO_IN_OTHERS))
    return is_outlet(outlet) and not _is_one_word(outlet)


def _is_one_word(outlet: str) -> bool:
    """``Courier``, which needs its article to be a name."""
    return " " not in outlet and outlet.casefold() in NAME_PARTS


def _is_place(words: str) -> bool:
    return bare(words.rstrip(".")).casefold() in PLACE_NAMES


def _full_name(said: str) -> str | None:
    name = person(said)
    return name if name and " " in name else None


def _addressed(said: str) -> str | None:
    """A full name, or a surname behind a title: ``Herr Lind``."""
    name = person(said)
    return name if name and (" " in name or plain(said.split(maxsplit=1)[0]) in ADDRESSED) else None


def _opens_last_paragraph(text: str, sentence: str) -> bool:
    """Whether the call, courtesies after it aside, stands apart from what was said before it."""
    last = text.strip().rpartition("\n\n")[2].strip()
    rest = last[len(sentence) :]
    return last.startswith(sentence) and (not rest.strip() or COURTESY.fullmatch(rest) is not None)
