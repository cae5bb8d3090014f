"""Names and outlets in running speech: the pieces that introductions and calls are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..labels.grammar import HONORIFICS, NOT_NAMES, OFFICES
from ..labels.who import is_name, plain
from .outlets import NAME_PARTS, looks_like_outlet

_UPPER = r"[A-ZÀ-ÞŁŚŠŽČĆ]"
_OUTLET_WORD = rf"{_UPPER}[\w.'’‘&-]*"
_NAME_WORD = rf"(?:{_UPPER}\.|{_UPPER}[\w'’‘-]*)"
_PARTICLE = r"(?:(?:de|da|di|del|della|van|von|der|den|la|le|al|el|bin|ten|ter)\s+)"
_JOINT = r"(?:(?:of|de|del|della|la|le|du|der|and|&|for|y|y de)\s+)?"
_PREPOSITION = r"(?:from|with|of|at|for|de|del|von|vom)"
_ARTICLE = r"(?:(?:the|el|la|le|der|die)\s+)?"

NAME = rf"(?P<name>{_NAME_WORD}(?:\s+{_PARTICLE}*{_NAME_WORD}){{0,3}})"
OUTLET = rf"(?P<outlet>(?:[Tt]he\s+)?{_OUTLET_WORD}(?:\s+{_JOINT}(?:{_OUTLET_WORD}|\d{{1,2}})){{0,5}})"
_LINK = (
    rf"(?:\s*,?\s+(?:here\s+)?{_PREPOSITION}\s+{_ARTICLE}(?:[a-zà-ÿ-]+\s+){{0,3}}?"
    rf"|\s*,\s+(?:[a-zà-ÿ-]+\s+){{1,3}}{_PREPOSITION}\s+{_ARTICLE}"
    rf"|\s*[,–—/(-]\s*{_ARTICLE})"
)
NAME_AND_OUTLET = re.compile(rf"(?<![\w’'-]){NAME}{_LINK}{OUTLET}")
SENTENCE = re.compile(r"[^.!?…]*(?:\.(?=[A-Za-z])[^.!?…]*)*[.!?…]*")
_ENDS_OUTLET = (HONORIFICS | NOT_NAMES) - NAME_PARTS
GREETINGS = frozenset(
    """
    hi hello yes yeah good morning afternoon evening thanks thank okay ok well sure so next question last first final
    please go ahead and how about now then also buenos buenas gracias bonjour guten danke merci sorry welcome
    """.split()
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who asks, as said: a name, an outlet, or both."""

    name: str | None = None
    outlet: str | None = None


def sentences(text: str) -> list[str]:
    """The sentences of a short text; the full stop of an honorific ends none."""
    return [s.strip() for s in SENTENCE.findall(re.sub(r"\b(Mr|Ms|Mrs|Dr)\.", r"\1", text)) if s.strip()]


def pairs(text: str) -> Iterator[Introduction]:
    """Every name with an outlet; a pair that fails is tried again from its second word on."""
    at = 0
    while m := NAME_AND_OUTLET.search(text, at):
        name, outlet = person(m["name"]), trim_outlet(m["outlet"])
        if name and outlet and looks_like_outlet(outlet):
            yield Introduction(name, bare(outlet))
            at = m.end()
        else:
            at = m.start() + len(m["name"].split()[0])


def person(name: str) -> str | None:
    """The name without greetings and honorifics before it; None where offices or words of another kind are in it."""
    words = name.rstrip(".,").split()
    while words and plain(words[0]) in GREETINGS | HONORIFICS | NOT_NAMES:
        words = words[1:]
    if not words or not is_name(words) or any(word.endswith(("’s", "'s")) for word in words):
        return None
    if looks_like_outlet(" ".join(words)) or any(plain(word) in OFFICES for word in words):
        return None
    return " ".join(words)


def trim_outlet(outlet: str) -> str:
    """The outlet up to the end of its sentence: ``CNBC.  Mr`` is CNBC."""
    words: list[str] = []
    given = outlet.split()
    for word, following in zip(given, [*given[1:], ""], strict=True):
        joins = plain(word) in ("and", "of", "y", "de") and (
            following[:1].isupper() and plain(word) in ("y", "de") or following.rstrip(".").casefold() in NAME_PARTS
        )
        if words and not joins and (plain(word) in _ENDS_OUTLET or plain(word) in OFFICES):
            break
        words.append(word)
        if word.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|St\.", word):
            break
    return " ".join(words).rstrip(".,'’")


def bare(outlet: str) -> str:
    """An outlet without article."""
    return re.sub(r"^[Tt]he ", "", outlet)
