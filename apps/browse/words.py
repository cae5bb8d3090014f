"""What a person types into the search box, and where it stands in a text.

A word is found at the beginning of words in any case ("missile" finds "Missiles"); a phrase in double
quotes is found with any white space between its words.
"""

import re

_APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
_TERM = re.compile(r'"([^"]+)"|(\S+)')


def patterns(query: str) -> list[str]:
    """One regular expression for each word and phrase, in a form that PostgreSQL and Python read alike."""
    straight = re.sub("[“”„]", '"', query)
    terms = (phrase or word.replace('"', "") for phrase, word in _TERM.findall(straight))
    return list(dict.fromkeys(_pattern(term.split()) for term in terms if term.strip()))


def _pattern(words: list[str]) -> str:
    escaped = r"\s+".join(re.escape(word) for word in words)
    start = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    rest_of_word = r"\w*" if re.match(r"\w", words[-1][-1]) else ""
    return start + re.sub(_APOSTROPHE, _APOSTROPHE, escaped) + rest_of_word


def hits(text: str, terms: list[str]) -> list[tuple[int, int]]:
    """Where the patterns occur in the text: character offsets, in order."""
    if not terms:
        return []
    return [found.span() for found in re.finditer("|".join(terms), text, re.IGNORECASE)]
