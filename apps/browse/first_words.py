"""A question's own first words, without the courtesies before them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

FIRST_WORDS = 14

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSr\.)\s+")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_COURTESY = re.compile(
    r"\b(?:thank you|thanks|good (?:morning|afternoon|evening|day)|hello|hi"
    r"|gracias|buenos días|buenas (?:tardes|noches))\b",
    re.IGNORECASE,
)
_BESIDE = frozenset(
    # what joins names and courtesies, and by what office people are addressed
    """a afternoon am an and at day del de el en evening for from good hello here hi i i'm indeed is it it's la las los
    madam ma'am me minister ministra ministro morning much muchas muy my name of oh ok okay our president presidenta
    presidente secretary sir señor señora so thank thanks that the this très uh um very with y yes yeah you your
    buenas buenos días gracias noches tardes""".split()
)


def first_words(text: str, names: Iterable[str] = ()) -> str:
    """The first words of a question after greetings, thanks and its asker's introduction of themselves.

    ``names`` are the asker's and their outlet's; a name that is not among them stays.  Only whole sentences are
    passed over, and only at the beginning; where nothing else was said, they are what is shown.
    """
    known = _called(tuple(names))
    line = " ".join(text.split())
    first = next((at for at, sentence in _sentences(line) if not _is_courtesy(sentence, known)), 0)
    words = line[first:].split(None, FIRST_WORDS)
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def _sentences(line: str) -> Iterator[tuple[int, str]]:
    """Each with where it begins."""
    start = 0
    for end in _SENTENCE_END.finditer(line):
        yield start, line[start : end.start()]
        start = end.end()
    yield start, line[start:]


@lru_cache(maxsize=10_000)
def _called(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names if name) or r"(?!)", re.IGNORECASE)


def _is_courtesy(sentence: str, known: re.Pattern[str]) -> bool:
    """Whether it greets, thanks or names the asker and says nothing else but names."""
    if sentence.endswith("?"):
        return False
    words = (found[0] for found in _WORD.finditer(sentence.replace("’", "'")))  # most sentences end it at the second
    if not all(word[0].isupper() or word.rstrip(".").casefold() in _BESIDE for word in words):
        return False
    return not _DIGIT.search(sentence) and bool(_COURTESY.search(sentence) or known.search(sentence))
