"""Who is named in the header, and which office each holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..labels.grammar import ARTICLES, HONORIFICS, INSTITUTIONS, NOT_NAMES, OFFICES, PARTICLES
from ..labels.titles import POSTNOMINALS, portfolio_end
from ..labels.who import is_name, office_at, plain, without_flourish
from .headlines import without_verb
from .leads import is_said_to_speak
from .names import calm, may_be_one, written
from .offices import OFFICE_SHORT, RANKED, agree, canonical_office, is_seat
from .seats import holders_below, is_office

_ENDS_NAME = frozenset(
    "aboard en route ahead following on in at to and before during after press conference briefing with by for the "
    "posterior tras celebrada celebrado "
    "of members from as statement remarks meets joint background holds speaks delivers discusses announces doorstep "
    "interview gaggle speech news media daily weekly monthly closing opening transcript point call town hall mp "
    "provides gives gave makes takes hosts addresses briefs issues updates visits tours signs unveils outlines "
    "declares urges welcomes says calls responds answers attends leads launches proposes presents reads shares "
    "reacts talks joins tells warns vows asks comments details touts orders extends defends applauds thanks appoints "
    "swears nominates vetoes honors honours travels departs arrives returns convenes breaks kicks approves activates "
    "lays pays condemns mourns "
    "ofrece anuncia presenta habla tient annonce présente donne gibt hält spricht stellt".split()
)
LONGEST_BODY = 4
LEAST_NAME = 2
LONGEST_NAME = 4
FARTHEST_JOIN = 3
"""Words from ``and`` to an office: ``and the Norlandic Prime Minister``."""
LONGEST_PLACE = 2
"""Capitalised words after ``of``: ``Prime Minister of South Korea, Ana Ruiz``."""
_OF = frozenset("of for für del de du des da do dos das della der".split())
_ROMANCE_ARTICLES = frozenset("la le el del du al au della do da".split())
"""An office after one of these is printed in small letters: ``de la porte-parole, Ana Ruiz``."""
JOINS = frozenset("and with & et avec und mit y e con og och en".split())
"""What stands between the people of a header."""
_SENTENCE_ENDS = re.compile(r"(?!Jr|Sr|St)[^\W\d_][\w'’-]+\.")
"""A surname with the full stop of its sentence; an initial or a suffix has one of its own."""
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
_TOKEN = re.compile(r"[^\s,;()|]+|[,;()|]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the document names.  ``office`` is canonical ("secretary general"), ``role`` as printed."""

    name: str
    office: str | None = None
    role: str | None = None
    may_speak: bool = True
    """False for a name on its own line without office, and for whom the title only tells of: that proves nothing."""


def named_in(texts: Iterable[str]) -> list[Person]:
    """The people whom these header lines name, in order; a later line adds nobody twice."""
    people: list[Person] = []
    lines = list(dict.fromkeys(texts))
    heads = {above: [one] for above, below in pairwise(lines) if (one := _above_title(above, below))}
    titles = {below for above, below in pairwise(lines) if above in heads}
    pairs = [f"{above} {below}" for above, below in pairwise(lines) if is_office(above)]
    below_seat = holders_below(lines)
    told = [line if line in heads else below_seat.get(line, line) for line in lines if line not in titles]
    for text in told + pairs:
        for person in heads.get(text) or _people_of(text):
            if not any(may_be_one(person.name, other.name) and not _apart(person, other) for other in people):
                people.append(person)
    return people


def _above_title(line: str, below: str) -> Person | None:
    """``ANA RUIZ`` above ``Director, Harbour Department``: a name alone, and below it what somebody is."""
    words, title = line.split(), below.split()
    capitals = len(words) >= LEAST_NAME and all(word[0].isupper() or plain(word) in PARTICLES for word in words)
    if not capitals or len(words) > LONGEST_NAME or not title or not title[0][0].isupper() or not is_name(words):
        return None
    if any(plain(word) in _ENDS_NAME or office_at(words, at) for at, word in enumerate(words)):
        return None
    ranked = plain(title[0]) in RANKED
    size = office_at(title, int(ranked)) if len(title) > ranked else 0
    if not size:
        return None
    office = canonical_office(" ".join(plain(word) for word in title[: ranked + size]))
    return Person(written(line), office, calm(below.rstrip(".")))


def _apart(person: Person, other: Person) -> bool:
    """Whether two seats tell that a surname is not the same person's: ``President Ruiz`` and ``Secretary Ana Ruiz``."""
    offices = (person.office, other.office)
    if person.name == other.name and " " in person.name:
        return False
    short = " " not in person.name or " " not in other.name
    return short and all(office and is_seat(office) for office in offices) and not agree(*map(str, offices))


def with_others(people: list[Person], names: Iterable[str]) -> list[Person]:
    """The people, and those whom the header names without an office."""
    new = [name for name in dict.fromkeys(names) if not any(may_be_one(name, other.name) for other in people)]
    return people + [Person(written(name), may_speak=False) for name in new]


def _people_of(text: str) -> list[Person]:
    tokens = _without_elisions(_TOKEN.findall(text)[:120])
    found: list[Person] = []
    at = 0
    offices: list[tuple[int, int]] = []
    while at < len(tokens):
        small = at > 0 and (tokens[at - 1].casefold() in _ROMANCE_ARTICLES or _follows_name(tokens, at))
        size = office_at(tokens, at)
        if not (small or tokens[at][0].isupper() or _precedes_name(tokens, at + size)):
            size = 0
        if size:
            offices.append((at, size))
        at += size or 1
    for start, size in offices:
        before = _before_office(tokens, start, size)
        taken = before is not None and any(before.name == other.name for other in found)
        person = (None if taken else before) or _after_office(tokens, start, size)
        if person:
            found.append(replace(person, may_speak=is_said_to_speak(tokens[:start])))
    if (
        not offices
        and len(tokens) in (2, 3)
        and not text.isupper()
        and all(t[:1].isupper() for t in tokens)
        and is_name(tokens)
    ):
        found.append(Person(" ".join(tokens), may_speak=False))
    return found


def _without_elisions(tokens: list[str]) -> list[str]:
    """``conférence d'Ana Ruiz`` without the ``d'``; behind a first name it belongs to the surname: ``Jo d'Orsay``."""
    return [
        token[2:] if _ELIDED.match(token) and not (above[:1].isupper() or portfolio_end([token], 0)) else token
        for above, token in zip(["", *tokens], tokens, strict=False)
    ]


def _follows_name(tokens: list[str], at: int) -> bool:
    """``Mme Ana Ruiz, ministre de la mer``: behind a full name and a comma an office may be in small letters."""
    if at <= LEAST_NAME or tokens[at - 1] != ",":
        return False
    sizes = range(LEAST_NAME, min(LONGEST_NAME, at - 1) + 1)
    return any(is_name(tokens[at - 1 - size : at - 1]) for size in sizes)


def _precedes_name(tokens: list[str], at: int) -> bool:
    """``with coach Ana Ruiz``: before a full name, too."""
    name = tokens[at : at + 2]
    return len(name) > 1 and is_name(name) and all(plain(word) not in NOT_NAMES | _ENDS_NAME for word in name)


def _after_office(tokens: list[str], start: int, size: int) -> Person | None:
    """``NATO Secretary General Jens Stoltenberg``, ``the Prime Minister of Norway, Erna Solberg``."""
    at = start + size
    ranked = start > 0 and plain(tokens[start - 1]) in RANKED
    office = " ".join(plain(t) for t in tokens[start - ranked : at])
    role_end = at
    if at < len(tokens) and tokens[at].casefold() in _OF:
        comma = tokens.index(",", at) if "," in tokens[at:] else len(tokens)
        capitals = sum(token[0].isupper() for token in tokens[at:comma])
        if (end := portfolio_end(tokens, at + 1)) > at + 1:
            role_end = at = end
        elif capitals <= LONGEST_PLACE or plain(tokens[comma - 1]) in INSTITUTIONS:
            role_end = at = comma
            whole = plain(" ".join(tokens[start:at]))
            office = whole if whole in OFFICE_SHORT else office
        elif plain(tokens[min(at + 1, len(tokens) - 1)]) in _ROMANCE_ARTICLES:
            return None  # ``PRÉSIDENT DE LA RÉPUBLIQUE ET ...``: a place, and no name begins so
    if at < len(tokens) and tokens[at] == ",":
        at += 1
    name = _name_at(tokens, at)
    name = without_verb(name, at + len(name) < len(tokens)) if start == 0 else name
    return _person(name, office, _role(tokens, start, role_end)) if name else None


def unnamed_in(texts: Iterable[str]) -> Iterator[Person]:
    """Whoever a line joins to a named holder of the same office: ``Premier Ana Ruiz and the Premier of Norland``.

    Nobody knows the name, but ``THE PREMIER`` may be this one.
    """
    for text in texts:
        tokens = _TOKEN.findall(text)[:120]
        named: set[str | None] = set()
        for at in range(len(tokens)):
            size = office_at(tokens, at)
            if not size or not tokens[at][0].isupper():
                continue
            person = _before_office(tokens, at, size) or _after_office(tokens, at, size)
            office = canonical_office(" ".join(plain(token) for token in tokens[at : at + size]))
            lead = [plain(token) for token in tokens[max(0, at - FARTHEST_JOIN) : at]]
            if person:
                named.add(person.office)
            elif office in named and JOINS.intersection(lead) and is_said_to_speak(tokens[:at]):
                yield Person(f"the {' '.join(tokens[at : _end_of_role(tokens, at + size)])}", office)


def _before_office(tokens: list[str], start: int, size: int) -> Person | None:
    """``Lord Robertson, NATO Secretary General``; not a name that has an office before it already."""
    comma = start - 1
    while comma >= 0 and start - comma <= LONGEST_BODY and tokens[comma] != "," and tokens[comma][0].isupper():
        comma -= 1
    if comma < 1 or tokens[comma] != ",":
        return None
    begin = comma
    while begin > 0 and comma - begin < LONGEST_NAME and _may_name(tokens[begin - 1], begin < comma):
        begin -= 1
    while begin < comma and not tokens[begin][0].isupper():
        begin += 1
    words = tokens[begin:comma]
    while words and plain(words[0]) in HONORIFICS - {"lord", "lady"}:
        words = words[1:]
    words = words[:-1] if len(words) > 2 and plain(words[-1]) in POSTNOMINALS else words
    no_name = not words or not is_name(words) or any(plain(word) in _ENDS_NAME for word in words)
    if no_name or any(office_at(tokens, at) for at in range(max(0, begin - 1), comma)):
        return None
    office = " ".join(plain(t) for t in tokens[start : start + size])
    role = " ".join(tokens[comma + 1 : _end_of_role(tokens, start + size)]).replace(" ,", ",")
    return _person(words, office, role)


def _may_name(token: str, inside: bool) -> bool:
    """Whether a word may be part of a name; a small particle only ``inside`` of one: ``Ana van der Berg``."""
    return (token[0].isupper() and plain(token) not in NOT_NAMES) or (inside and token in PARTICLES)


def _person(name: list[str], office: str, role: str) -> Person:
    return Person(written(" ".join(name)), canonical_office(office), calm(role))


def _end_of_role(tokens: list[str], at: int) -> int:
    """Where ``President of the European Central Bank`` or ``Président de la République`` ends."""
    end = at
    if at < len(tokens) and tokens[at] in ("of", "for"):
        while end < len(tokens) and (tokens[end] in ("of", "for", "the", "and") or tokens[end][0].isupper()):
            end += 1
    elif at < len(tokens) and tokens[at].casefold() in _OF:
        end = told if (told := portfolio_end(tokens, at + 1)) > at + 1 else at
        while end < len(tokens) and tokens[end].casefold() not in JOINS and _is_of_role(tokens[end]):
            end += 1
        while end > at and tokens[end - 1].casefold() in _OF | ARTICLES:
            end -= 1
    return end


def _is_of_role(token: str) -> bool:
    small = token.casefold() in _OF | ARTICLES or _ELIDED.match(token) is not None
    return small or token[0].isupper()


def _name_at(tokens: list[str], at: int) -> list[str]:
    name: list[str] = []
    at = len(tokens) - len(without_flourish(tokens[at:]))
    while at < len(tokens) and plain(tokens[at]) in HONORIFICS:
        at += 1
    while at < len(tokens) and len(name) < 4:
        token = tokens[at]
        possessive = token.endswith(("’s", "'s", "s’"))
        word = re.sub(r"['’]s$", "", token)
        if plain(word) in _ENDS_NAME | POSTNOMINALS or plain(word) in NOT_NAMES or plain(word) in OFFICES:
            break
        if not (word[:1].isupper() or (name and plain(word) in PARTICLES)):
            break
        ends = bool(name) and _SENTENCE_ENDS.fullmatch(word) is not None
        name.append(word.rstrip(".") if ends else word)
        at += 1
        if possessive or ends:
            break
    while name and plain(name[-1]) in PARTICLES:
        name.pop()
    return name if name and is_name(name) else []


def _role(tokens: list[str], start: int, end: int) -> str:
    """The office as told, with the body before it: ``NATO Secretary General``."""
    begin = start - (start > 0 and plain(tokens[start - 1]) in RANKED)
    while begin > 0 and start - begin < LONGEST_BODY and (_is_body(tokens[begin - 1]) or _goes_on(tokens, begin)):
        begin -= 1
    return " ".join(tokens[begin:end]).replace(" ,", ",")


def _goes_on(tokens: list[str], begin: int) -> bool:
    """The ``and`` of ``Work and Pensions Secretary``."""
    joined = begin > 1 and tokens[begin - 1] in ("and", "&")
    return joined and portfolio_end(tokens[: begin + 1], begin - 2) == begin + 1


def _is_body(token: str) -> bool:
    """A word of the body that an office belongs to: ``White House``, ``NATO``."""
    word = plain(token)
    ends = token.endswith(("’s", "'s", ":"))
    return token[0].isupper() and word not in _ENDS_NAME | NOT_NAMES | HONORIFICS | ARTICLES and not ends
