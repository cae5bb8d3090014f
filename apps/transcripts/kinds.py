"""What each turn does: statement, question, answer, moderator's hand-over."""

from collections.abc import Sequence

from .labels import Voice
from .speakers import Identity
from .transcript import Kind
from .turns import Block


def tell_kinds(blocks: Sequence[Block], identities: Sequence[Identity]) -> list[Kind]:
    """One kind for each block, told from who speaks and after whom."""
    kinds: list[Kind] = []
    asked = False
    for block, identity in zip(blocks, identities, strict=True):
        voice = block.label.voice if block.label else None
        if voice is Voice.ASKS or (identity.organisation and not identity.role):
            kind = Kind.QUESTION
        elif voice is Voice.MODERATES:
            kind = Kind.MODERATOR
        elif voice is Voice.OTHER:
            kind = Kind.OTHER
        else:
            kind = Kind.ANSWER if asked else Kind.STATEMENT
        asked = asked or kind is Kind.QUESTION
        kinds.append(kind)
    return kinds
