"""Who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``"""

import re
from functools import lru_cache

from ..labels.outlets import is_known, is_outlet, looks_like_outlet
from ..labels.who import holds_office
from .call_words import COURTESY, GIVES_TO, LEAD, TAIL, THANKED, UNTRUE
from .called_pairs import called_pair, comes_later, goes_on
from .spoken import NAME, OUTLET, PLACE_NAMES, Introduction, bare, person, trim_outlet

REACH = 260
"""Characters at the end of a turn in which the next asker is called."""
LONGEST_CALL = 100
BRIEF = 40
"""Characters of a turn that calls and does nothing else."""
LAST = 3
"""Sentences from the end that may call, courtesies not counted."""

_GIVES = re.compile(
    r"\b(?:go|going|turn|move|start|begin|next|first|last|final|finally|question|questions|floor|take|hear|then|now|over"
    r"|back|ahead|nächste|nächster|frage|weiter|passons|question|siguiente|pregunta|turno|vamos|pasamos)\b",
    re.I,
)
"""Words of a lead that give the floor, so that an outlet which nobody knows may be called behind them."""
_OF_HOUSE = re.compile(
    r"\b(?i:(?:gentleman|lady|woman|man|guy|colleague|reporter|journalist|correspondent|friend|person|question"
    r"|kollege|kollegin|herr|dame|collègue|confrère|consœur|monsieur|compañer[oa]|colega)s?"
    r"(?:,? (?:over there|over here|right there|there|here|dort|là-bas))*,? (?:comes |goes |is )?"
    rf"(?:from|with|of|von|vom|de|du|del)\s+(?:the\s+|l['’])?){OUTLET}{TAIL}$"
)
"""``The gentleman from Timber Weekly.``"""
_LEAD_ONLY = re.compile(LEAD + r"[.!?]*")
_CALLED_OUTLET = re.compile(rf"(?P<lead>{LEAD}){OUTLET}{TAIL}")
_CALLED_NAME = re.compile(rf"(?P<lead>{LEAD}){NAME}{TAIL}")
_OUTLET_THEN_NAME = re.compile(rf"{LEAD}{OUTLET},\s+{NAME}{TAIL}")
_CALLED_WITH_INITIALS = re.compile(
    rf"(?:{LEAD})(?:[A-Z]\w*\.? )?{NAME},?\s+(?i:from|with|of|de|del|du|pour|von|vom)\s+(?:the\s+|l['’])?"
    rf"(?:[a-zà-ÿ]+\s+)?(?P<outlet>[A-Z][A-Z0-9&]{{1,5}}){TAIL}"
)
"""``Mr. Jo Lind, from the agency VTA.``: initials may be any body's, but here somebody of it is called."""
_FOR_THE_PRESS = (
    r"(?:(?i:pour|for|für|para|from)\s+(?:\w+\s+){0,2}(?i:presse|press|media|medien|prensa)(?:\s+[a-zà-ÿ]+)?,\s+)?"
)
_CALLED_WITH_HOUSE = re.compile(
    rf"(?P<lead>{_FOR_THE_PRESS}{LEAD})(?:(?:Mr|Ms|Mrs|Dr|Mme|Mlle|Monsieur|Madame|Herr|Frau)\.? )?{NAME},?\s+"
    rf"(?i:from|with|of|de|von|vom)\s+(?:the\s+|l['’])?(?:[a-zà-ÿ]+\s+){{0,2}}{OUTLET}{TAIL}"
)
"""``On the screen, Jo Lind from Al-Yawm Al-Jadeed.``: a house that nobody knows behind a full name."""
_NO_CALL = re.compile(r"\bwas\b|\bwe call on\b", re.I)
"""``The last question was from``; whoever calls on somebody of a body may want something of it."""
_GIVEN_TO_HOUSE = re.compile(
    rf"(?P<lead>{GIVES_TO.pattern}){NAME},?\s+(?i:from|with|of|at|de|del|du|von|vom)\s+(?:the\s+|l['’])?{OUTLET}{TAIL}"
)
"""``I give the floor to Jo Lind of Denik N.``"""
_NAME_BEFORE_OTHERS = re.compile(rf"{LEAD}{NAME},?\s+(?:and\s+)?(?:then|followed by|after that)\b.*")
"""``Jo Lind, then Eva, and then one at the back.``"""
_NAME_THEN_WORD = re.compile(rf"{NAME},\s+(?P<outlet>[A-Z][\w’'-]+)\.?")
_POINTS_TO = re.compile(
    r"(?i:\b(?:(?:start|begin|begin off|start off) with|(?:go|turn|over|move on) to|call on|(?:the )?line of"
    rf"|question (?:is |comes |goes )?(?:to|from)|there is))\s+{NAME}(?:\s+from\s+[A-Z]\w+)?{TAIL}$"
)
_ADDRESS = re.compile(r"[A-ZÀ-Þ][\w'’-]*[?.!]")
"""The first name of whose outlet was called: ``DPA, please. Jo?``"""
_JUDGED = re.compile(r"\b(?:great|good|right|is)\s*$", re.I)
"""``A great question from CNN``, ``he is a friend of CNN``."""
_PRAISED = re.compile(r"\b(?:great|good|right) question\b", re.I)
_TELLS_OF = re.compile(
    r"\W*(?:And )?(?:He|She)(?:['’]s| is| was| has| had| did| said| made| will| would)\b"
    r"(?! (?:over |right |up |in |the |a )*(?:here|there|next|first|floor|question|back|front|up)\b)"
)
"""What goes on to tell of somebody: ``We'll start with Jo Berg. He was with me today.``"""
_CHEERS = re.compile(r"\bgo\s*$", re.I)
"""``Go Red Herrings!``"""
_AT_A_PLACE = re.compile(r"\b(?:on|with)\s+the\s*$", re.I)


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
            if comes_later(spoken[at], before) or (not found.outlet and any(map(_TELLS_OF.match, rest))):
                return None
            stands = goes_on(rest, f"{found.name} {found.outlet} {before}")
            return found if stands or (not found.name and _ADDRESS.fullmatch(" ".join(rest))) else None
    return None


def _called_by(sentence: str, before: str, apart: bool, brief: bool) -> Introduction | None:
    """Who is called by a sentence, which may stand ``apart`` from what was said before it, or in a ``brief`` turn."""
    if (m := _OUTLET_THEN_NAME.fullmatch(sentence)) and is_known(m["outlet"]) and (name := _full_name(m["name"])):
        return Introduction(name, bare(m["outlet"]))
    if found := _at_a_house(sentence, apart):
        return found
    if m := _CALLED_NAME.fullmatch(sentence):
        name = person(m["name"])
        again = name and name.split()[0] == before.rstrip(".?! ")
        led = m["lead"] or apart or again or (before and _LEAD_ONLY.fullmatch(before))
        if name and " " in name and led and not THANKED.search(m["lead"]) and not _CHEERS.search(m["lead"]):
            return Introduction(name)
    if outlet := _outlet(sentence, brief):
        m = _CALLED_NAME.fullmatch(before)
        return Introduction(_full_name(m["name"]) if m else None, outlet)
    if (
        (m := _POINTS_TO.search(sentence))
        and not UNTRUE.search(sentence[: m.start()])
        and (name := _full_name(m["name"]))
    ):
        return Introduction(name)
    return _with_new_outlet(sentence) if apart else None


def _at_a_house(sentence: str, apart: bool) -> Introduction | None:
    """A full name with a house, be it nobody's known one or initials, or before those who come later."""
    initials = _CALLED_WITH_INITIALS.fullmatch(sentence)
    if initials and looks_like_outlet(initials["outlet"]) and (name := _full_name(initials["name"])):
        return Introduction(name, bare(initials["outlet"]))
    if (m := _CALLED_WITH_HOUSE.fullmatch(sentence)) and (m["lead"] or apart):
        no_call = bool(THANKED.search(m["lead"]) or _NO_CALL.search(m["lead"]))
        told = no_call or _is_place(m["outlet"]) or holds_office(m["outlet"])
        name = None if told else _full_name(m["name"])
        return Introduction(name, bare(trim_outlet(m["outlet"]))) if name else None
    if (m := _GIVEN_TO_HOUSE.fullmatch(sentence)) and not UNTRUE.search(m["lead"]):
        outlet = bare(trim_outlet(m["outlet"]))
        name = None if not outlet or _is_place(outlet) or holds_office(outlet) else _full_name(m["name"])
        return Introduction(name, outlet) if name else None
    m = _NAME_BEFORE_OTHERS.fullmatch(sentence)
    name = _full_name(m["name"]) if m else None
    return Introduction(name) if name else None


def _with_new_outlet(sentence: str) -> Introduction | None:
    """``Jo Lind, Ytterbium.``: a word nobody knows may be an outlet, a place or another name, but the name stands."""
    m = _NAME_THEN_WORD.fullmatch(sentence)
    name = _full_name(m["name"]) if m else None
    if not m or not name:
        return None
    return Introduction(name, m["outlet"] if is_outlet(m["outlet"]) else None)


def _outlet(sentence: str, brief: bool = False) -> str | None:
    """The outlet that is all of a sentence, but for words that give the floor; ``On the Hill.`` is a place.

    One that only sounds like an outlet's name needs such words, or a ``brief`` turn that says little else.
    """
    if m := _CALLED_OUTLET.fullmatch(_without_place(sentence)):
        outlet = m["outlet"].rstrip(".")
        if _PRAISED.search(m["lead"]) or _AT_A_PLACE.search(m["lead"]) or THANKED.search(m["lead"]):
            return None
        called = (brief and (" " in outlet or m["lead"])) or _GIVES.search(m["lead"])
        if is_known(outlet) or (called and not sentence.endswith("?") and _sounds(outlet)):
            return bare(trim_outlet(outlet))
    m = _OF_HOUSE.search(sentence)
    if m and _led(sentence[: m.start()]) and not _is_place(m["outlet"]):
        outlet = bare(trim_outlet(m["outlet"]))
        return None if not outlet or _is_place(outlet) or holds_office(outlet) else outlet
    return None


def _led(before: str) -> bool:
    """Whether words before ``the lady from`` give the floor, not judge a question or tell of somebody."""
    return _LEAD_ONLY.fullmatch(before) is not None and not _JUDGED.search(before) and not UNTRUE.search(before)


def _without_place(sentence: str) -> str:
    """``Coast News, Norway.`` without the country it is from."""
    before, comma, place = sentence.rpartition(",")
    return before if comma and _is_place(place.strip(" .!?")) else sentence


def _sounds(outlet: str) -> bool:
    """Whether words may be the name of an outlet that nobody knows: ``Timber Weekly``, ``KTW``."""
    if _is_place(outlet) or holds_office(outlet):
        return False
    return looks_like_outlet(outlet) if " " in outlet else outlet.isupper() and looks_like_outlet(outlet)


def _is_place(words: str) -> bool:
    return bare(words.rstrip(".")).casefold() in PLACE_NAMES


def _full_name(said: str) -> str | None:
    name = person(said)
    return name if name and " " in name else None


def _opens_last_paragraph(text: str, sentence: str) -> bool:
    """Whether the call, courtesies after it aside, stands apart from what was said before it."""
    last = text.strip().rpartition("\n\n")[2].strip()
    rest = last[len(sentence) :]
    return last.startswith(sentence) and (not rest.strip() or COURTESY.fullmatch(rest) is not None)
