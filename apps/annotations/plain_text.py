"""A text as phrases and names are looked for in it: what only typography tells apart is one."""

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
ENDS = "\n\r\v\f\x85\u2028"
PARAGRAPH = "\u2029"
MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
JAMO = "\u1100-\u1112"

# One character for one.
SIGNS = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′`´＇", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−－", "-")
    | dict.fromkeys(SPACES + ENDS, " ")
)
UNSPEAKABLE = re.compile(r"\S{201,}")  # spaCy needs quadratic time for "((((((…", and no phrase is that long

# Several characters for one, or the other way round.
PIECE = re.compile(rf"\s{{2,}}|{PARAGRAPH}|[^\s{MARKS}][{MARKS}]{{1,30}}|[{JAMO}][\u1161-\u1175][\u11a8-\u11c2]?")
PLACES = "places"


class Composed(NamedTuple):
    """``places``: where each character, and the end, stands in the text; None where they stand at the same places."""

    text: str
    places: list[int] | None


def plain(text: str) -> str:
    """The text with quotation marks, hyphens, white space and accents that stand alone made one of each.

    Words are one space apart, paragraphs two.
    """
    return _signs(composed(text).text)


def composed(text: str) -> Composed:
    """White space of several characters, but for an empty line, and accents alone made one character.

    Signs stay as they are.  Composed again, it is the same.
    """
    if _is_usual(text):
        return Composed(text, None)
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for found in PIECE.finditer(text):
        start, past = found.span()
        one = _one(found[0])
        pieces += [text[at:start], one]
        places += [*range(at, start), *([start] * len(one))]
        at = past
    places += range(at, len(text) + 1)
    return Composed("".join([*pieces, text[at:]]), places)


def read_plain(text: str, nlp: "Language") -> "Doc":
    """The plain text as the language's tokenizer reads it."""
    said, places = composed(text)
    doc = nlp.tokenizer(_signs(said))
    if places:
        doc.user_data[PLACES] = places
    return doc


def place_in_text(doc: "Doc", start: int, past: int) -> tuple[int, int]:
    """Where these characters of the plain text stand in the text itself."""
    places = doc.user_data.get(PLACES)
    return (places[start], places[past]) if places else (start, past)


def _is_usual(text: str) -> bool:
    """Whether nothing is to be composed, as in most texts; a preview asks this of all of them, so it does not loop."""
    if "  " in text or "\t" in text or "\r" in text or ("\n" in text and (" \n" in text or "\n " in text)):
        return False
    if text.isascii():
        return True
    if "\u00a0" in text or "\u2009" in text or "\u202f" in text or "\u3000" in text or PARAGRAPH in text:
        return False
    return unicodedata.is_normalized("NFC", text)


def _one(piece: str) -> str:
    if not piece.isspace():
        return unicodedata.normalize("NFC", piece)
    lines = len(re.findall(f"\r\n|[{ENDS}]", piece))
    return "\n\n" if lines > 1 or PARAGRAPH in piece else " "


def _signs(text: str) -> str:
    return UNSPEAKABLE.sub(lambda match: " " * len(match[0]), text.translate(SIGNS))
