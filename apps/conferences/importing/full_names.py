"""Which names tell a person: a given name and a surname, not a surname alone."""

import re
from typing import NamedTuple, Self

from apps.conferences.naming import FORMS_OF_ADDRESS, plain_words
from apps.transcripts.labels.grammar import OFFICES, PARTICLES, VOICES

LONGEST_NAME = 200
BEFORE_SURNAMES = frozenset(
    "mr mrs ms miss mx messrs mme mlle madame madam monsieur herr frau señor señora señorita sr sra srta senor senora"
    " senorita senhor senhora signor signora".split()
)
"""Whoever is addressed so is called by surname, of one word or two."""
BEFORE_GIVEN_NAMES = frozenset("dr prof professor".split())
ALWAYS_BEFORE_GIVEN_NAMES = frozenset({"sir", "dame"})
ALSO_GIVEN_NAMES = frozenset({"ben"})
TITLES = BEFORE_SURNAMES | FORMS_OF_ADDRESS | {re.split(r"[\s-]", office)[-1] for office in OFFICES}
ABBREVIATED = frozenset(title for title in TITLES if len(title) < 6) | {"sen", "gov", "gen", "amb", "sec", "rep", "lt"}
AS_PRINTED = TITLES | {f"{title}." for title in ABBREVIATED}
_PUNCTUATION = ".,;:!?()[]\"\u201c\u201d\u2019'\u2026-"


class Called(NamedTuple):
    """How a transcript calls people behind a title: by which word (``Dr. Ruiz``), or two behind ``Mr`` or ``Ms``."""

    by_one: frozenset[str] = frozenset()
    by_two: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def in_text(cls, text: str) -> Self:
        one: set[str] = set()
        two: set[tuple[str, str]] = set()
        words = [*text.casefold().split(), "", ""]
        for at in [place for place, word in enumerate(words) if word in AS_PRINTED]:
            first, second = (words[at + step].strip(_PUNCTUATION) for step in (1, 2))
            name = _plain(first.removesuffix("\u2019s").removesuffix("'s"))
            one.add(name)
            if words[at].rstrip(".") in BEFORE_SURNAMES:
                two.add((name, _plain(second)))
        return cls(frozenset(one), frozenset(two))


NOBODY = Called()


def is_full_name(name: str, label: str | None = None, called: Called = NOBODY) -> bool:
    """Whether it can tell one person from others: two words at least, initials, forms of address and particles
    (``de Souza``) not counted, and no particle before them.

    ``label`` is where it is printed: in ``President García Márquez`` two words may be a surname, unless the transcript
    also says ``President Márquez``, which tells that the first one is a given name.  ``called``: what it says.
    """
    words = re.findall(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*", name.casefold())
    telling = [word for word in words if word not in FORMS_OF_ADDRESS]
    counted = [word for word in telling if word not in PARTICLES - ALSO_GIVEN_NAMES]
    if not fits(name) or len(counted) < 2:
        return False
    title = _title_before(name, label or "")
    if telling[0] in PARTICLES and (telling[0] not in ALSO_GIVEN_NAMES or title not in {*BEFORE_GIVEN_NAMES, ""}):
        return False
    if title in BEFORE_SURNAMES:
        return False
    if len(counted) > 2:
        return True
    first, last = map(_plain, counted)
    is_printed = plain_words(name) == plain_words(label or "")[: len(plain_words(name))]
    may_be_surname = bool(title) or (is_printed and (first, last) in called.by_two)
    return not may_be_surname or last in called.by_one


def fits(name: str) -> bool:
    return 0 < len(name.strip()) <= LONGEST_NAME  # what is longer is no name, but a sentence


def _title_before(name: str, label: str) -> str:
    """The word right before the name in its label, with only a space between; a voice or ``Sir`` is none."""
    spelt = r"\s+".join(map(re.escape, name.split()))
    found = re.search(rf"([^\W\d_]{{2,}})\.?\s+{spelt}", label, re.IGNORECASE)
    word = found[1].casefold() if found else ""
    return "" if word in VOICES or word in ALWAYS_BEFORE_GIVEN_NAMES else word


def _plain(word: str) -> str:
    return "".join(plain_words(word))
