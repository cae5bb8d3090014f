"""How a reporter is named by voice: in the question itself, or by whoever gives the floor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..labels.grammar import HONORIFICS, NOT_NAMES, OFFICES
from ..labels.who import is_name, plain
from .outlets import NAME_PARTS, is_known, looks_like_outlet

SELF_REACH = 320
"""Characters at the start of a question in which its asker says who asks."""
CALL_REACH = 260
"""Characters at the end of a turn in which the next asker is called."""

_CAP = r"[A-ZÀ-ÞŁŚŠŽČĆ][\w.'’‘&-]*"
_WORD = r"(?:[A-ZÀ-ÞŁŚŠŽČĆ]\.|[A-ZÀ-ÞŁŚŠŽČĆ][\w'’‘-]*)"
_NAME = rf"(?P<name>{_WORD}(?:\s+(?:(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ten|ter)\s+)*{_WORD}){{0,3}})"
_OUTLET = rf"(?P<outlet>(?:[Tt]he\s+)?{_CAP}(?:\s+(?:(?:of|de|del|della|la|le|du|der|and|&|for|24|1|4|5)\s+)?(?:{_CAP}|\d{{1,2}})){{0,5}})"
_PREPOSITION = r"(?:from|with|of|at|for|de|del|von|vom)"
_ARTICLE = r"(?:(?:the|el|la|le|der|die)\s+)?"
_LINK = (
    rf"(?:\s*,?\s+(?:here\s+)?{_PREPOSITION}\s+{_ARTICLE}(?:[a-z-]+\s+){{0,3}}?"
    rf"|\s*,\s+(?:[a-z-]+\s+){{1,3}}{_PREPOSITION}\s+{_ARTICLE}"
    rf"|\s*[,–—/(-]\s*{_ARTICLE})"
)
_NAME_AND_OUTLET = re.compile(rf"(?<![\w’'-]){_NAME}{_LINK}{_OUTLET}")
_OUTLET_ONLY = re.compile(
    rf"(?:I['’]m|I am|I work|I write|reporting|here|soy|je suis|ich bin)\s+(?:[a-z]+\s+)?(?:from|with|for|at|de|del|von|vom|pour)\s+(?:the\s+)?{_OUTLET}"
)
_SAYS_NAME = re.compile(
    rf"(?:my name is|my name’s|my name's|I['’]m|I am|this is|it['’]s|mi nombre es|me llamo|soy|je m['’]appelle|mein Name ist)\s+{_NAME}"
)
_CALLED_OUTLET = re.compile(rf"(?:^|\b(?:to|from|with|is|was|take|next|and)\s+)(?:[Tt]he\s+)?{_OUTLET}(?=\s*[,.?!]|$)")
_CALLED_NAME = re.compile(
    rf"(?:\b(?i:go to|turn to|over to|call on|hear from|(?:come|comes|is) from|next|yes|okay|all right|floor to)[,:]?\s+|^){_NAME}"
    r"(?:,? (?i:please|go ahead|you have the floor|the floor is yours|you\W+re next))?[.?!…]*$"
)
_SENTENCE = re.compile(r"[^.!?…]*(?:\.(?=[A-Za-z])[^.!?…]*)*[.!?…]*")
_ENDS_OUTLET = (HONORIFICS | NOT_NAMES) - NAME_PARTS
_PRE = frozenset(
    """
    hi hello yes yeah good morning afternoon evening thanks thank okay ok well sure so next question last first
    final please
    go ahead and how about now then also buenos buenas gracias bonjour guten danke merci sorry welcome
    """.split()
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who asks, as said: a full name, an outlet, or both."""

    name: str | None = None
    outlet: str | None = None


def introduced_as(affiliation: str) -> Introduction | None:
    """The name and outlet that stand in brackets: ``QUESTION (Jo Lind of Daily Post)``."""
    return next(_pairs(affiliation), None)


def introduces_self(text: str) -> Introduction | None:
    """Who asks, told by the first sentences of the question."""
    start = text[:SELF_REACH]
    if found := next(_pairs(start), None):
        return found
    name = next((n for m in _SAYS_NAME.finditer(start) if (n := _person(m["name"])) and " " in n), None)
    outlets = (_trim_outlet(m["outlet"]) for m in _OUTLET_ONLY.finditer(start))
    outlet = next((one for one in outlets if looks_like_outlet(one)), None)
    if not name:
        name = _name_as_sentence(start)
    return Introduction(name, _bare(outlet)) if name or outlet else None


def calls(text: str) -> Introduction | None:
    """Who is called, told by the last sentences of the turn before: the last name with an outlet counts."""
    end = text[-CALL_REACH:]
    pairs = list(_pairs(end))
    if pairs:
        return pairs[-1]
    sentences = [s.strip() for s in _SENTENCE.findall(_without_dots(end)) if 0 < len(s.strip()) < 100][-3:]
    for sentence in reversed(sentences):
        if (m := _CALLED_NAME.search(sentence)) and (person := _person(m["name"])) and " " in person:
            return Introduction(name=person)
        if (m := _CALLED_OUTLET.search(sentence)) and is_known(outlet := m["outlet"].rstrip(".")):
            return Introduction(outlet=_bare(outlet))
    return None


def _without_dots(text: str) -> str:
    """Honorifics without their full stop, which would end a sentence."""
    return re.sub(r"\b(Mr|Ms|Mrs|Dr)\.", r"\1", text)


def _pairs(text: str) -> Iterator[Introduction]:
    """Every name with an outlet; a pair that fails is tried again from its second word on."""
    at = 0
    while m := _NAME_AND_OUTLET.search(text, at):
        if found := _pair(m["name"], m["outlet"]):
            yield found
            at = m.end()
        else:
            at = m.start() + len(m["name"].split()[0])


def _pair(name: str, outlet: str) -> Introduction | None:
    person = _person(name)
    outlet = _trim_outlet(outlet)
    if not person or not outlet:
        return None
    return Introduction(person, _bare(outlet)) if looks_like_outlet(outlet) else None


def _person(name: str) -> str | None:
    """The name without greetings before it and without honorifics; None where offices or other words are in it."""
    words = name.rstrip(".,").split()
    while words and plain(words[0]) in _PRE | HONORIFICS | NOT_NAMES:
        words = words[1:]
    if (
        not words
        or not is_name(words)
        or looks_like_outlet(" ".join(words))
        or any(plain(word) in OFFICES for word in words)
    ):
        return None
    return " ".join(words)


def _trim_outlet(outlet: str) -> str:
    """The outlet up to the end of its sentence: ``CNBC.  Mr`` is CNBC."""
    words: list[str] = []
    given = outlet.split()
    for word, following in zip(given, [*given[1:], ""], strict=True):
        joins = plain(word) in ("and", "of") and following.rstrip(".").casefold() in NAME_PARTS
        if words and not joins and (plain(word) in _ENDS_OUTLET or plain(word) in OFFICES):
            break
        words.append(word)
        if word.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|St\.", word):
            break
    return " ".join(words).rstrip(".,'’")


def _name_as_sentence(start: str) -> str | None:
    """``Mr. Chairman, John Berry.``: a sentence that is a full name and nothing else."""
    for sentence in _SENTENCE.findall(_without_dots(start))[:2]:
        words = sentence.strip().rstrip(".!? ").split(", ")[-1].split()
        person = _person(" ".join(words)) if 2 <= len(words) <= 4 and sentence.rstrip().endswith(".") else None
        if person and " " in person and plain(words[0]) not in _PRE:
            return person
    return None


def _bare(outlet: str | None) -> str | None:
    return re.sub(r"^[Tt]he ", "", outlet) if outlet else None
