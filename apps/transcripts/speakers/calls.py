"""Who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``"""

import re
from functools import lru_cache

from ..labels.outlets import PLACES, is_known, is_outlet, looks_like_outlet
from ..labels.who import holds_office
from .spoken import NAME, OUTLET, Introduction, bare, person, placed_pairs, sentences, trim_outlet

REACH = 260
"""Characters at the end of a turn in which the next asker is called."""
LONGEST_CALL = 100
BRIEF = 40
"""Characters of a turn that calls and does nothing else."""
LAST = 3
"""Sentences from the end that may call, courtesies not counted."""

_LEAD = (
    r"(?i:(?>(?:go ahead|on passe à|okay|ok|yes"
    r"|all right|alright|thank you|thanks|so|and|now|how about|let['’]s|we['’]ll|i['’]ll|go|turn|come"
    r"|take|start|begin|move|over|on|to|with|the|next|last|first|final|question|will|comes?|goes|is|was"
    r"|from|sorry|hear|call|floor|then|us|next up|again|finally|please|up|line|of|our|i|we|there|want|have|has|a|back"
    r"|let|me|maybe|screen|zoom|webex|online|sir|ma['’]am|great|right|questions|you|can|could|wir|gehen|weiter|zu|zur|zum"
    r"|nächste|nächster|frage|von|dann|jetzt|und|bitte|hat|das|wort|passons à|pour|ensuite|et|maintenant"
    r"|die|der|la|le|el|de|y|ahora|siguiente|pregunta|turno|vamos con|pasamos a)\b[\s,.:]*))*"
)
_TAIL = (
    r"(?:,? (?i:please|go ahead|you have the floor|the floor is yours|you\W+re next|last question|last one|over there"
    r"|over here|right here|here|there|bitte|por favor|adelante|s['’]il vous plaît|allez-y|(?:in |on )?(?:the |your )?"
    r"(?:(?:first|second|third|fourth|fifth|front|back|last|middle|left|right)(?: row| side)?)"
    r"|(?:the |that |this )?(?:lady|gentleman|man|woman|colleague)\b.*)){0,3}"
    r"[.?!…]*"
)
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
    rf"(?:from|with|of|von|vom|de|du|del)\s+(?:the\s+|l['’])?){OUTLET}{_TAIL}$"
)
"""``The gentleman from Timber Weekly.``"""
_LEAD_ONLY = re.compile(_LEAD + r"[.!?]*")
_CALLED_OUTLET = re.compile(rf"(?P<lead>{_LEAD}){OUTLET}{_TAIL}")
_CALLED_NAME = re.compile(rf"(?P<lead>{_LEAD}){NAME}{_TAIL}")
_OUTLET_THEN_NAME = re.compile(rf"{_LEAD}{OUTLET},\s+{NAME}{_TAIL}")
_CALLED_WITH_INITIALS = re.compile(
    rf"(?:{_LEAD})(?:[A-Z]\w*\.? )?{NAME},?\s+(?i:from|with|of|de|del|du|pour|von|vom)\s+(?:the\s+|l['’])?"
    rf"(?:[a-zà-ÿ]+\s+)?(?P<outlet>[A-Z][A-Z0-9&]{{1,5}}){_TAIL}"
)
"""``Mr. Jo Lind, from the agency VTA.``: initials may be any body's, but here somebody of it is called."""
_FOR_THE_PRESS = (
    r"(?:(?i:pour|for|für|para|from)\s+(?:\w+\s+){0,2}(?i:presse|press|media|medien|prensa)(?:\s+[a-zà-ÿ]+)?,\s+)?"
)
_CALLED_WITH_HOUSE = re.compile(
    rf"(?P<lead>{_FOR_THE_PRESS}{_LEAD})(?:(?:Mr|Ms|Mrs|Dr|Mme|Mlle|Monsieur|Madame|Herr|Frau)\.? )?{NAME},?\s+"
    rf"(?i:from|with|of|de|von|vom)\s+(?:the\s+|l['’])?(?:[a-zà-ÿ]+\s+){{0,2}}{OUTLET}{_TAIL}"
)
"""``On the screen, Jo Lind from Al-Yawm Al-Jadeed.``: a house that nobody knows behind a full name."""
_NAME_BEFORE_OTHERS = re.compile(rf"{_LEAD}{NAME},?\s+(?:and\s+)?(?:then|followed by|after that)\b.*")
"""``Jo Lind, then Eva, and then one at the back.``"""
_NAME_THEN_WORD = re.compile(rf"{NAME},\s+(?P<outlet>[A-Z][\w’'-]+)\.?")
_POINTS_TO = re.compile(
    r"(?i:\b(?:(?:start|begin|begin off|start off) with|(?:go|turn|over|move on) to|call on|(?:the )?line of"
    rf"|question (?:is |comes |goes )?(?:to|from)|there is))\s+{NAME}(?:\s+from\s+[A-Z]\w+)?{_TAIL}$"
)
_AT_A_PLACE = re.compile(r"\b(?:on|with)\s+the\s*$", re.I)
_THANKED = re.compile(r"\b(?:thank you|thanks)(?: very much| so much)?\W*(?:(?:to|the)\W+)*$", re.I)
"""What stands right before somebody whose turn is over: ``Thank you, Reuters.``"""
_SPOKEN_OF = re.compile(
    r"\b(?:not(?: you)?|(?:that|this|it|he|she|there) (?:was|were|had been)|that['’]s what|as|like|unlike|except"
    r"|said|asked|wrote|told)\W*$",
    re.I,
)
_TELLS = re.compile(
    r"\s+(?!(?:has|is) (?:the |our |your |a )*(?:\w+ )?(?:question|floor|next|up|first|last)\b)"
    r"(?:has|have|had|is|was|were|did|does|can|could|would|wrote|writes|asked|asks|made|got|knows|just|already|who)\b"
)
"""What goes on after a name that is the subject of a sentence."""
_THEN = re.compile(r"\W*(?:\b(?:and|then|after that|followed by|afterwards|next)\b\W*)+", re.I)
"""What stands between whoever is called and those who come later."""
_POINTS_ELSEWHERE = re.compile(
    r"(?:^|[.?!\n]\s*)(?:(?:and|now|then|yes|okay|ok|so|next|let['’]s go to|we['’]ll go to)\b\W*)*"
    r"(?:you\W+(?:sir|ma['’]am|madam|please|there|here|in the)\b|(?:the|this|that) (?:gentleman|lady|woman|man)\b)",
    re.I,
)
_COURTESY = re.compile(
    r"(?:\W*(?:how are you|how(?:['’]s| is) it going|there (?:he|she|you) (?:is|are)|good to see you|welcome|hello"
    r"|hi|hey|yes|please|go ahead|thank you|i thought i saw [a-z]+|where (?:is|are) (?:he|she|you)"
    r"|[a-z]+,? you should be able to unmute(?: yourself)?)\b)+\W*",
    re.I,
)


def calls(text: str) -> Introduction | None:
    """Who is called, told by the last sentences of the turn before; the last name called with an outlet counts.

    In captions all in capitals any words may look like a name: there only one with a known outlet is.
    """
    return _calls(text[-REACH:], len(text) <= BRIEF)


@lru_cache(maxsize=4096)
def _calls(end: str, brief: bool) -> Introduction | None:
    if end.islower():
        return None
    if named := _called_with_outlet(end):
        return named
    if end.isupper() and len(end.split()) > LAST:
        return None
    spoken = [one for one in sentences(end) if len(one) < LONGEST_CALL]
    while len(spoken) > 1 and _COURTESY.fullmatch(spoken[-1]):
        spoken.pop()
    for at in reversed(range(max(0, len(spoken) - LAST), len(spoken))):
        before = spoken[at - 1] if at else ""
        if found := _called_by(spoken[at], before, _opens_last_paragraph(end, spoken[at]), brief):
            return found
    return None


def _called_with_outlet(text: str) -> Introduction | None:
    """The last name with an outlet that is called, not thanked or told of; of a chain with ``then`` the first."""
    found: tuple[int, Introduction] | None = None
    for begin, end, pair in placed_pairs(text):
        if not pair.outlet or not is_outlet(pair.outlet):
            continue
        before, after = text[:begin], text[end:]
        if found and _THEN.fullmatch(text[found[0] : begin]) and not re.search(r"[.?!]", text[found[0] : begin]):
            found = (end, found[1])
        elif not _is_over(before) and not _TELLS.match(after):
            found = (end, pair)
    return found[1] if found and not _POINTS_ELSEWHERE.search(text, found[0]) else None


def _is_over(before: str) -> bool:
    """Whether the words right before a name thank or tell of it in the same sentence."""
    told = _THANKED.search(before) or _SPOKEN_OF.search(before)
    return told is not None and not re.search(r"[.?!\n]", told[0])


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
        if name and " " in name and led and not _THANKED.search(m["lead"]):
            return Introduction(name)
    if outlet := _outlet(sentence, brief):
        m = _CALLED_NAME.fullmatch(before)
        return Introduction(_full_name(m["name"]) if m else None, outlet)
    if (m := _POINTS_TO.search(sentence)) and (name := _full_name(m["name"])):
        return Introduction(name)
    return _with_new_outlet(sentence) if apart else None


def _at_a_house(sentence: str, apart: bool) -> Introduction | None:
    """A full name with a house, be it nobody's known one or initials, or before those who come later."""
    initials = _CALLED_WITH_INITIALS.fullmatch(sentence)
    if initials and looks_like_outlet(initials["outlet"]) and (name := _full_name(initials["name"])):
        return Introduction(name, bare(initials["outlet"]))
    if (m := _CALLED_WITH_HOUSE.fullmatch(sentence)) and (m["lead"] or apart):
        told = _THANKED.search(m["lead"]) or _is_place(m["outlet"]) or holds_office(m["outlet"])
        name = None if told else _full_name(m["name"])
        return Introduction(name, bare(trim_outlet(m["outlet"]))) if name else None
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
        if _AT_A_PLACE.search(m["lead"]) or _THANKED.search(m["lead"]):
            return None
        called = (brief and (" " in outlet or m["lead"])) or _GIVES.search(m["lead"])
        if is_known(outlet) or (called and not sentence.endswith("?") and _sounds(outlet)):
            return bare(trim_outlet(outlet))
    if (m := _OF_HOUSE.search(sentence)) and not _is_place(m["outlet"]):
        outlet = bare(trim_outlet(m["outlet"]))
        return None if not outlet or _is_place(outlet) or holds_office(outlet) else outlet
    return None


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
    return bare(words.rstrip(".")).casefold() in PLACES


def _full_name(said: str) -> str | None:
    name = person(said)
    return name if name and " " in name else None


def _opens_last_paragraph(text: str, sentence: str) -> bool:
    """Whether the call, courtesies after it aside, stands apart from what was said before it."""
    last = text.strip().rpartition("\n\n")[2].strip()
    rest = last[len(sentence) :]
    return last.startswith(sentence) and (not rest.strip() or _COURTESY.fullmatch(rest) is not None)
