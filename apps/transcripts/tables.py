"""Tables of words: as sets, and as patterns."""

import re


def phrases_of(table: str) -> frozenset[str]:
    """The phrases of a table; ``|`` and line ends part them."""
    return frozenset(" ".join(phrase.split()) for line in table.splitlines() for phrase in line.split("|")) - {""}


def any_of(table: str, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """A pattern for any of the phrases in a table, the longest first; ``|`` and line ends part them."""
    longest_first = sorted(map(re.escape, phrases_of(table)), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(f"{before}(?:{'|'.join(longest_first)}){after}", re.I)


def either(table: str) -> str:
    """Patterns, one or more a line, as alternatives of a regular expression."""
    return "|".join(line.strip() for line in table.strip().splitlines())
