"""What each turn does: statement, question, answer, moderator's hand-over."""

from collections.abc import Sequence

from .speakers import Identity, Part
from .speakers.parts import HANDOVER
from .transcript import Kind

_SAID_BY = {Part.ASKS: Kind.QUESTION, Part.MODERATES: Kind.MODERATOR, Part.OTHER: Kind.OTHER}


def tell_kinds(identities: Sequence[Identity], texts: Sequence[str]) -> list[Kind]:
    """One kind for each turn: whoever answers makes statements until the first question is asked.

    A reporter who opens the conference without a question is its host.
    """
    kinds: list[Kind] = []
    asked = False
    for one, text in zip(identities, texts, strict=True):
        if not kinds and one.part is Part.ASKS and "?" not in text and HANDOVER.search(text):
            kinds.append(Kind.MODERATOR)
            continue
        asked = asked or one.part is Part.ASKS
        kinds.append(_SAID_BY.get(one.part or Part.OTHER) or (Kind.ANSWER if asked else Kind.STATEMENT))
    return kinds
