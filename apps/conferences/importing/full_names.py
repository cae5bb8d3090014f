"""Which names tell a person: a given name and a surname, not a surname alone."""

import re

from apps.conferences.naming import FORMS_OF_ADDRESS, plain_words
from apps.transcripts.labels.grammar import PARTICLES

LONGEST_NAME = 200
BEFORE_SURNAMES = frozenset(
    "mr mrs ms miss mx messrs mme mlle madame madam monsieur herr frau señor señora señorita sr sra srta senor senora"
    " senorita senhor senhora signor signora".split()
)
"""Whoever is addressed so is called by surname, of one word or two; after ``Dr.`` a given name may stand."""
BEFORE_GIVEN_NAMES = frozenset("dr prof professor".split())
ALSO_GIVEN_NAMES = frozenset({"ben"})


def is_full_name(name: str, label: str | None = None) -> bool:
    """Whether it can tell one person from others: two words at least, initials, forms of address and particles
    (``de Souza``) not counted, and no particle before them.  ``label`` is where it is printed: in
    ``Ms. García Márquez`` two words are a surname.
    """
    words = re.findall(r"[^\W\d_]{2,}(?:['\u2019-][^\W\d_]+)*", name.casefold())
    telling = [word for word in words if word not in FORMS_OF_ADDRESS]
    if not fits(name) or len([word for word in telling if word not in PARTICLES - ALSO_GIVEN_NAMES]) < 2:
        return False
    titles = _titles_before(name, label or "")
    starts_small = telling[0] in PARTICLES and (telling[0] not in ALSO_GIVEN_NAMES or bool(titles - BEFORE_GIVEN_NAMES))
    return not (starts_small or titles & BEFORE_SURNAMES)


def fits(name: str) -> bool:
    return 0 < len(name.strip()) <= LONGEST_NAME  # what is longer is no name, but a sentence


def _titles_before(name: str, label: str) -> set[str]:
    """The words that stand right before the name in its label."""
    words, named = plain_words(label), plain_words(name)
    ends = range(1, len(words) - len(named) + 1)
    return {words[at - 1] for at in ends if words[at : at + len(named)] == named}
