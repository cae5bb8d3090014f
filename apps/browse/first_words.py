"""A question's own first words, without the courtesies before them."""

import re
from collections.abc import Iterable

FIRST_WORDS = 14

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSr\.)\s+")
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

    ``names`` are those of the asker and of their outlet.  Only whole sentences are passed over, and only at the
    beginning; where nothing else was said, they are what is shown.
    """
    known = [name.casefold() for name in names if name]
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    first = next((at for at, sentence in enumerate(sentences) if not _is_courtesy(sentence, known)), 0)
    words = " ".join(sentences[first:]).split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def _is_courtesy(sentence: str, known: list[str]) -> bool:
    """Whether it greets, thanks or names the asker and says nothing else but names."""
    small = sentence.casefold()
    if sentence.endswith("?") or re.search(r"\d", sentence):
        return False
    if not _COURTESY.search(sentence) and not any(name in small for name in known):
        return False
    words = _WORD.findall(sentence.replace("’", "'"))
    return all(word[0].isupper() or word.rstrip(".").casefold() in _BESIDE for word in words)
