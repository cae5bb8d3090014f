"""What names are made of, whoever prints them."""

import re
import unicodedata

FORMS_OF_ADDRESS = frozenset(
    word
    for line in (
        "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame mme monsieur herr frau señor señora",
        "president premier chancellor minister secretary chair chairman chairwoman governor senator ambassador",
        "general admiral colonel major captain judge justice king queen prince princess",
    )
    for word in line.split()
)
_NO_ACCENTS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "'": "", "’": "", "`": ""}
)


def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without accents and punctuation: ``("jose", "o", "ruiz")``."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_NO_ACCENTS))
    return tuple(re.findall(r"[^\W_]+", "".join(letter for letter in letters if not unicodedata.combining(letter))))


def without_title(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without forms of address before them, as long as two are left."""
    while len(words) > 2 and words[0] in FORMS_OF_ADDRESS:
        words = words[1:]
    return words
