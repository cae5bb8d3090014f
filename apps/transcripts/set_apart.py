"""Paragraphs of one line inside the speech that nobody said: heads of its sections, captions without a key."""

import re
from collections.abc import Collection, Sequence

from .asides import CAPTION
from .lines import Line

SECTION = "The head of a section, not speech."
_HEAD = re.compile(r"\*{2,3}(?P<bold>[^*]+)\*{2,3}|__(?P<low>[^_]+)__|#{1,6} (?P<atx>[^#]+?)(?: #{1,6})?")
LONGEST_HEAD = 80
LONGEST_CAPTION = 160
_ENDS_SPEECH = (".", "?", "!", "…", ",", ";", ":", "”", '"', "»", ")")
_CONFERENCE = (
    r"(?:(?:the|a|an|his|her|their|la|une|sa|der|einer|ihrer|seiner|una|su) )?(?:joint )?"
    r"(?:(?:press|news|media) (?:conference|briefing)|conférence de presse|point de presse|pressekonferenz"
    r"|(?:rueda|conferencia) de prensa|conferenza stampa)"
)
_AT = re.compile(
    rf" (?:during|at|addressing|speaking (?:at|during)|pendant|lors de|während|bei|auf|durante|en) (?i:{_CONFERENCE})"
    r"(?: (?:in|on|at|à|le|am|im|en|el) [^.?!]{2,60})?$"
)
_SMALL = frozenset("of for and the de du des del della di et y e und der des von für la las los".split())


def set_apart(lines: Sequence[Line], labelled: Collection[int]) -> dict[int, str]:
    """Why the lines of these numbers are nobody's speech, though they stand in it; ``labelled`` begin turns.

    ``**On the budget**`` heads a section if a blank line parts it from the speech above; ``Minister Ana Ruiz during the
    press conference`` tells what a picture shows.
    """
    found: dict[int, str] = {}
    spoken = False
    for above, line, below in zip(lines, lines[1:], [*lines[2:], Line(0, "", "")], strict=False):
        if not above.blank:
            spoken = above.number not in labelled or above.text.endswith(_ENDS_SPEECH[:4])
        if line.blank or not above.blank or not spoken or line.number in labelled:
            continue
        if _is_head(line.text):
            found[line.number] = SECTION
        elif below.blank and _is_caption(line.text):
            found[line.number] = CAPTION
    return found


def _is_head(text: str) -> bool:
    if text[0] not in "*_#" or len(text) > LONGEST_HEAD:
        return False
    m = _HEAD.fullmatch(text)
    words = m[m.lastgroup or 0].strip() if m else ""
    return bool(words) and any(map(str.isalpha, words)) and not words.endswith(_ENDS_SPEECH)


def _is_caption(text: str) -> bool:
    """Whether a line is a name with titles, what it does at the conference, and no sentence."""
    if len(text) > LONGEST_CAPTION or text.endswith(_ENDS_SPEECH):
        return False
    m = _AT.search(text)
    who = text[: m.start()].replace(",", "").split() if m else []
    return len(who) > 1 and all(word[0].isupper() or word in _SMALL for word in who)
