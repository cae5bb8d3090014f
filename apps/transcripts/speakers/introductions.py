"""Who asks, as the asker says it at the start of a question: ``Jo Lind, Daily Post.``"""

import re
from itertools import pairwise

from ..labels.grammar import HONORIFICS, NOT_NAMES, PARTICLES
from ..labels.outlets import NAME_PARTS, PLACES, WITHOUT_OUTLET, is_known, is_outlet, looks_like_outlet, serves_press
from ..labels.who import holds_office, is_name, office_at, plain
from .names import written
from .spoken import (
    GREETINGS,
    NAME,
    NAME_AND_OUTLET,
    OUTLET,
    PLACE_NAMES,
    Introduction,
    bare,
    pairs,
    person,
    sentences,
    trim_outlet,
    with_article,
)

OPENING = 4
LONGEST_ADDRESS = 4
"""Words of a title with the name of whom it is: ``Madam Vice President Ruiz``."""
_DE_OUTLET = re.compile(rf"{NAME},\s+d(?:el?|[oa]s?)\s+(?P<outlet>[A-ZÀ-Þ][^.,;:?!\n]{{2,70}})[.,]")
_TOPIC = re.compile(r"(?:[^\s:]+ ){0,6}[^\s:]+:\s+(?=[A-ZÀ-Þ])")
"""``Sobre el puerto: ``, before the name of who asks."""
_BEGINS_PLACE = frozenset(
    "san santa santo playa villa puerto ciudad estado costa nuevo nueva municipio colonia".split()
)
REACH = 320
"""Characters at the start of a question in which its asker says who asks."""

_IN_BRACKET = re.compile(r"[*_ ]*[(\[](?P<who>[^()\[\]:.?!]{3,90})[)\]]\s+(?=\S)")
"""Who asks, in brackets before the question: ``(Jo Lind – Daily Post) When?``"""
_PARTS = re.compile(r"\s*,\s+|\s+[-–—|/]\s+")
_BOTH = 2
_ENDS_OUTLET = NAME_PARTS - frozenset(
    """
    national world public business finance financial group service services today online digital report reports
    reporter morning evening sunday weekly daily politics capitol hill review books studios productions agency network
    """.split()
)
"""Words that tell an outlet at the end of a name; the others end other names too."""
_OUTLET_AND_STOP = re.compile(
    rf"(?:(?i:from|for|del?|vo[nm]|du)\s+(?:the\s+)?)?(?:{OUTLET}|(?P<small>[a-z]{{3,4}}))(?:\s+here[.,].*|\."
    r"|,\s+(?i:good (?:morning|afternoon|evening)|hello|hi|guten (?:tag|morgen|abend)|hallo|grüß gott|bonjour|bonsoir"
    r"|buen(?:os|as) (?:días|tardes|noches)|hola)\b.*)"
)
"""``Daily Post.``, ``dpa, guten Morgen.``"""
LEAST_KNOWN = 6
"""Letters of a known outlet's name that is no other word: not ``Time``."""
_IS_TOLD_OF = re.compile(
    r"(?:,?\s+|,?\s+l['’])(?:is|was|has|had|who|that|will|would|said|says|asked|asks|reported|reports|wrote|writes|told|tells"
    r"|published|remains|claims|quoted|hat|ist|war|wird|schreibt|schrieb|berichtet|sagt|sagte|fragte|der|die|sitzt|a|est|était"
    r"|écrit|dit|rapporte|qui|affirme|demande|dijo|dice|publicó|publica|escribió|escribe|preguntó|informó|reportó|señaló|fue"
    r"|está|ha|que|asegura)\b"
)
"""What goes on behind a name with an outlet where it is the subject of a sentence."""
_OUTLET_ONLY = re.compile(
    r"(?i:I['’]m|I am|I work|I write|reporting|(?<!come )here|(?<!no )soy|je suis|ich bin)\s+"
    r"(?:(?!not |never |no |once |formerly |previously |nicht |pas |plus |nie |früher )[a-z]+\s+)?"
    rf"(?:from|with|for|at|de|del|do|da|von|vom|pour)\s+(?:the\s+)?{OUTLET}"
)
_NO_MORE = re.compile(r"[\s,]*(?:any ?more|no (?:more|longer)|until|mehr|plus|más)\b")
_ROUNDABOUT = re.compile(
    r",? (?:calling|speaking|reporting|asking|writing|joining|dialing|dialling)(?: (?:in|you|us|here|live|today))*"
    r"(?= (?:from|with|for|of) )|(?<=[a-zà-ÿ]) here(?=,)"
)
"""``Jo Lind calling in from the Daily Post``, ``Jo Lind here, Daily Post``."""
_FREELANCE = re.compile(
    rf"{NAME},?\s+(?:an?\s+)?(?:{'|'.join(sorted(WITHOUT_OUTLET))}|indépendante?|freie[r]?)(?:\s+[a-zà-ÿ]+|\s+Journalist(?:in)?)?\."
)
"""``Jo Lind, freelance journalist.``"""
_SAYS_NAME = re.compile(
    r"(?i:my name is|my name['’]s|I['’]m|I am|this is|it['’]s|mi nombre es|me llamo|soy|je m['’]appelle|mein Name ist)"
    rf"\s+{NAME}"
)
_LEAD = re.compile(
    r"(?:(?:" + "|".join(sorted(GREETINGS)) + r"|a|todos|todas|días|tardes|noches|muy|"
    r"tag|abend|hallo|servus|moin|grüezi|grü(?:ß|ss)|gott|vielen|dank|everyone|everybody|you|very|much|for|"
    r"taking|my|question|the|here|this|it|is|name|mi|nombre|es|soy|me|llamo|je|suis|ich|bin|mucho|gusto|"
    r"i['’]m|it['’]s|that['’]s)\b[\s,.—-]*)*",
    re.I,
)
"""What may stand in a sentence before the asker's own name; a title may too, if a comma closes it."""


def introduces_self(text: str) -> Introduction | None:
    """Who asks, told by the first sentences of the question; None if they do not tell."""
    if text[:REACH].islower():
        return None
    if text[:REACH].isupper():
        return _in_capitals(text[:REACH])
    if (bracket := _IN_BRACKET.match(text)) and (told := _in_bracket(bracket["who"])):
        return told
    opening = [_ROUNDABOUT.sub("", sentence) for sentence in sentences(text[:REACH])[:OPENING]]
    if opening and (topic := _TOPIC.match(opening[0])):
        opening[:1] = [topic[0], opening[0][topic.end() :]]
    for sentence in opening:
        if found := _fuller(_begins_with_name(sentence), _says_affiliation(sentence)):
            return found
    said = [(s, m) for s in opening for m in _SAYS_NAME.finditer(s)]
    behind = _behind_first_name(opening[0]) if opening else None
    if found := behind or next((one for s, m in said if (one := _begins_with_name(s[m.start("name") :]))), None):
        return found
    names = (person(m["name"]) for _, m in said)
    name = next((one for one in names if one and " " in one), None) or _name_alone(opening)
    return _with_outlet(name, opening)


def may_introduce(name: str, text: str) -> bool:
    """Whether it is worth while to look for this name's introduction: a word of it is said, or an outlet alone."""
    said = text[:REACH].casefold()
    return any(word in said for word in name.casefold().split()) or _OUTLET_ONLY.search(text[:REACH]) is not None


def _in_capitals(text: str) -> Introduction | None:
    """Who asks in captions all in capitals, where any words may look like a name: one that opens before an outlet."""
    first = next(iter(sentences(text)), "")
    pair = next(pairs(first), None)
    told = pair and pair.name and pair.outlet and is_outlet(pair.outlet) and first.startswith(pair.name)
    return Introduction(written(pair.name), pair.outlet) if pair and pair.name and told else None


def name_and_outlet(told: str) -> Introduction | None:
    """``Jo Lind, Daily Post``, ``Daily Post – Jo Lind``: in brackets, where nothing else is said of who asks.

    An outlet that nobody knows counts too; a surname alone only before one.
    """
    parts = [part.strip() for part in _PARTS.split(told, maxsplit=1)]
    if len(parts) < _BOTH:
        return None
    shouted = told.isupper()
    if shouted and not is_known(parts[0]) and " " not in parts[0] and not looks_like_outlet(parts[1]):
        return None  # ``SAITO, LUND DENPA`` or ``KTW, JO LIND``
    calm = [written(part) if shouted and not is_known(part) else part for part in parts]
    if looks_like_outlet(calm[0]) and not looks_like_outlet(calm[1]):
        calm, parts = calm[::-1], parts[::-1]
    name, outlet = person(calm[0]), parts[1]
    told_of = outlet[0].isupper() or outlet[0].isdigit()
    if not name or not told_of or holds_office(outlet) or outlet.casefold() in PLACES:
        return None
    return Introduction(name, bare(outlet))


def _in_bracket(who: str) -> Introduction | None:
    """``(Jo Lind, Daily Post)``, or a house that is known: ``(Reuters)``; initials may be any body's."""
    house, comma, remark = who.partition(", ")
    outlet = house if comma and remark.islower() else who
    return name_and_outlet(who) or (Introduction(None, bare(outlet)) if is_known(outlet) else None)


def introduced_as(affiliation: str) -> Introduction | None:
    """The name and outlet that stand in brackets: ``QUESTION (Jo Lind of Daily Post)``."""
    return next(pairs(affiliation), None)


def _begins_with_name(sentence: str) -> Introduction | None:
    """``Mr. Chairman, Jo Lind from the Daily Post``: a name with an outlet, after greetings and titles only.

    An outlet that nobody knows counts too after a full name and a preposition, unless it is a place.
    """
    begin = _after_lead(sentence)
    m = NAME_AND_OUTLET.match(sentence, begin)
    if not m or plain(m["name"].split()[0]) in NOT_NAMES - GREETINGS:
        return None
    if _IS_TOLD_OF.match(
        sentence, sentence.find(trim_outlet(m["outlet"]), m.start("outlet")) + len(trim_outlet(m["outlet"]))
    ):
        return None
    if (pair := next(pairs(sentence[begin:]), None)) and pair.name and sentence.startswith(pair.name, begin):
        return pair
    name, outlet = person(m["name"]), bare(trim_outlet(m["outlet"]))
    linked = re.search(r"[a-z]", sentence[m.end("name") : m.start("outlet")]) is not None
    ends = sentence[sentence.find(outlet, m.start("outlet")) + len(outlet) :][:1] in ("", ".", ",", "!", "?", ";")
    place = _is_place(outlet) or re.search(r"\b(?:de|of|del)\b", outlet)
    if not name or " " not in name or not linked or not ends or holds_office(outlet) or serves_press(outlet) or place:
        return None
    return Introduction(name, with_article(outlet, sentence[m.end("name") : m.start("outlet")]))


_FIRST_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s+(?=[A-ZÀ-Þ])")


def _behind_first_name(sentence: str) -> Introduction | None:
    """``Hi, Tom, Jo Lind, Daily Post``: whoever is spoken to by the first name stands before the asker's full name."""
    begin = _after_lead(sentence)
    m = _FIRST_NAME.match(sentence, begin)
    rest = sentence[m.end() :] if m else ""
    pair = next(pairs(rest), None) or _says_affiliation(rest)
    return pair if pair and pair.name and " " in pair.name and rest.startswith(pair.name) else None


def _fuller(begun: Introduction | None, said: Introduction | None) -> Introduction | None:
    """``Noticiero en Redes`` rather than ``Noticiero``."""
    longer = begun and said and said.name == begun.name and (said.outlet or "").startswith(f"{begun.outlet} en ")
    return said if longer else begun or said


def _says_affiliation(sentence: str) -> Introduction | None:
    """``Jo Lind, de Radio en Marcha.``: all of a Spanish sentence, whose outlet may hold words in small letters."""
    m = _DE_OUTLET.match(sentence, _after_lead(sentence))
    if not m:
        return None
    name, outlet = person(m["name"]), m["outlet"].strip()
    if _IS_TOLD_OF.match(sentence, m.end("outlet")):
        return None
    if not name or " " not in name or _is_no_outlet(outlet):
        return None
    return Introduction(name, outlet)


def outlet_alone(text: str) -> Introduction | None:
    """``Coast Broadcaster.``: a first sentence that is an outlet's name and nothing else; one who is known asks so."""
    sentence = next(iter(sentences(text[:REACH])), "")
    m = _OUTLET_AND_STOP.fullmatch(sentence[_after_lead(sentence) :])
    outlet = trim_outlet(m["outlet"] or m["small"]) if m else ""
    known = is_known(outlet) and (bare(outlet).isupper() or bare(outlet).islower() or len(outlet) >= LEAST_KNOWN)
    sounds = " " in outlet and outlet == bare(outlet) and outlet.rsplit(maxsplit=1)[-1].casefold() in _ENDS_OUTLET
    return Introduction(None, bare(outlet)) if known or sounds else None


def _after_lead(sentence: str) -> int:
    """Where the greeting ends: ``Hello, Mr. Chairman, `` is 21 characters long."""
    lead = _LEAD.match(sentence)
    begin = lead.end() if lead else 0
    comma = sentence.find(",", begin, begin + 40)
    if comma > 0 and _is_address(sentence[begin:comma].split()):
        lead = _LEAD.match(sentence, comma + len(", "))
        begin = max(comma + 1, lead.end() if lead else 0)
    while begin < len(sentence) and sentence[begin].isspace():
        begin += 1
    return begin


def _is_address(words: list[str]) -> bool:
    """``Mr. Chairman``, ``Chairman Ruiz``, ``Madam President``, ``Prime Minister``: who is spoken to, by title."""
    if words and (size := office_at(words, 0)):
        return size == len(words) or is_name(words[size:])
    titles = [plain(word) in HONORIFICS or holds_office(word) for word in words]
    return all(titles) or (titles[0] and len(words) <= LONGEST_ADDRESS and is_name(words[titles.count(True) :]))


def outlet_of(name: str, text: str) -> str | None:
    """The outlet that stands right after the asker's own name, known or not: ``Jo Lind, Timber Quarterly.``"""
    own = re.escape(name).replace(r"\ ", r"\s+").replace(r"\-", r"-\s?")
    link = r"(?:,|,?\s+(?:here\s+)?(?:with|from|of|at|de|del|von|vom))"
    m = re.search(rf"\b(?i:{own}){link}\s+{OUTLET}(?=[.,?!;]|$)", text[:REACH])
    outlet = bare(trim_outlet(m["outlet"])) if m else ""
    return None if not outlet or _is_no_outlet(outlet) else outlet


def _is_no_outlet(words: str) -> bool:
    """Whether what follows a name is a place, an office, or one word that may be anything."""
    place = words.casefold() in PLACES or words.split(maxsplit=1)[0].casefold() in _BEGINS_PLACE
    return place or holds_office(words) or (" " not in words and not looks_like_outlet(words))


def _is_place(words: str) -> bool:
    first = words.split(maxsplit=1)[0] if " " in words else ""
    return words.casefold() in PLACE_NAMES or (first.casefold() in _BEGINS_PLACE and not looks_like_outlet(words))


def _with_outlet(name: str | None, opening: list[str]) -> Introduction | None:
    """The name with the outlet that ``I'm with the Daily Post`` tells, right behind a name or its sentence."""
    for before, sentence in pairwise(["", *opening]):
        for m in _OUTLET_ONLY.finditer(sentence):
            outlet = trim_outlet(m["outlet"])
            if looks_like_outlet(outlet) and not _NO_MORE.match(sentence, m.end()):
                begun = sentence[_after_lead(sentence) : m.start()]
                return Introduction(
                    name or _full_name(begun) or _full_name(before[_after_lead(before) :]), bare(outlet)
                )
    return Introduction(name) if name else None


def _full_name(words: str) -> str | None:
    """The name that words are and nothing else: ``Jo Lind,``."""
    several = words.strip(" .,–—-").split()
    capitals = all(word[0].isupper() or plain(word) in PARTICLES for word in several)
    name = person(" ".join(several)) if 1 < len(several) <= LONGEST_ADDRESS and capitals else None
    return name if name and " " in name and not any(map(is_known, several)) else None


def _name_alone(opening: list[str]) -> str | None:
    """``Mr. Chairman, Jo Lind.``: a sentence that is a full name, if it comes with or after a greeting."""
    for at, sentence in enumerate(opening[:2]):
        begin = _after_lead(sentence)
        words = sentence[begin:].rstrip(".!? ").split()
        if (begin or at) and 2 <= len(words) <= 4 and sentence.endswith(".") and plain(words[0]) not in HONORIFICS:
            name = person(" ".join(words))
            if name and " " in name:
                return name
    freelance = (m for sentence in opening if (m := _FREELANCE.match(sentence, _after_lead(sentence))))
    return next((name for m in freelance if (name := _full_name(m["name"]))), None)
