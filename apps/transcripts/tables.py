"""Tables of words as patterns."""

import re


def any_of(table: str, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """A pattern for any of the phrases in a table, the longest first; ``|`` and line ends part them."""
    phrases = {" ".join(phrase.split()) for line in table.splitlines() for phrase in line.split("|")} - {""}
    either = "|".join(sorted(map(re.escape, phrases), key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(f"{before}(?:{either}){after}", re.I)
