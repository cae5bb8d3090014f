"""A name that is printed once, and said again by whoever speaks: ``Eva: Sir, Eva from the Daily Post.``"""

import re
from collections.abc import Mapping, Sequence

from ..lines import Line
from .grammar import NOT_NAMES
from .label import Label

REACH = 60
"""Characters of the speech in which a reporter says who asks."""
_HOUSED = re.compile(
    r"(?:,? +(?:from|with|of|at|for|de|del|von|vom|pour),? +(?:the |la |le |el |der |l['’])?|, +)(?=[A-ZÀ-Þ])"
)
"""What stands between a name and a house."""


def names_said(leading: Mapping[int, Label], doubtful: Mapping[int, Label], lines: Sequence[Line]) -> dict[int, Label]:
    """The names that begin a paragraph once and whose speech says them before a house, where labels ask or answer."""
    if not any(label.closer == ":" for label in leading.values()):
        return {}
    texts = {line.number: line.text for line in lines if line.number in doubtful}
    return {number: label for number, label in doubtful.items() if _says_itself(label, texts.get(number, ""))}


def _says_itself(label: Label, text: str) -> bool:
    bare = label.closer == ":" and label.fresh and label.is_bare and not label.is_small
    if not bare or label.voice is not None or label.key in NOT_NAMES:
        return False
    said = text[label.end : label.end + REACH]
    at = said.find(label.printed)
    return at >= 0 and _HOUSED.match(said, at + len(label.printed)) is not None and "?" not in said[:at]
