"""Links that lead to words in a transcript, and the place in it that they lead to."""

import re
from urllib.parse import quote, urlencode

from apps.browse.evidence import Piece
from apps.browse.excerpts import Span
from apps.browse.listed import ListedTurn

ANCHOR, SIGN = "words", "▸"
LONGEST = 200
_REST_OF_WORD = re.compile(r"(?:['’.:·]?\w)+")


def link_to_words(turn: ListedTurn, words: str, span: Span | None) -> str:
    """Where the turn is read, with the words marked there, at those of the span if there is one.

    A browser goes by the text fragment to the first such words of the page, also in an outline or other turns, and only
    if there are none by the anchor.  So the fragment names the sign too, which stands before these alone.
    """
    query = {"q": words} if words else {}
    address = turn.conference.get_absolute_url()
    if not span:
        return f"{address}?{urlencode({**query, 'turn': turn.public_id})}#{turn.anchor}"
    query["turn"] = f"{turn.public_id}.{span[0]}"
    return f"{address}?{urlencode(query)}#{ANCHOR}{_fragment(turn.text, span)}"


def turn_and_place(given: str) -> tuple[str, int | None]:
    """Of ``turn`` in an address: its public id, and the place in its text if there is one."""
    turn, _, at = given.partition(".")
    return turn, int(at) if at.isascii() and at.isdigit() and len(at) < 9 else None


def anchored(paragraphs: list[list[Piece]], at: int) -> None:
    """The words marked there get the anchor, else the next ones, else the last; where none are marked, the beginning.

    So an address leads to the turn too when its words have changed.
    """
    found, end = [(False, pieces, 0) for pieces in paragraphs if pieces][:1], 0
    for pieces in paragraphs:
        for number, piece in enumerate(pieces):
            end += len(piece.text)
            if piece.is_marked:
                found.append((end > at, pieces, number))
        end += 2
    if found:
        _, pieces, number = next((one for one in found if one[0]), found[-1])
        pieces[number] = pieces[number]._replace(anchor=ANCHOR)


def _fragment(text: str, span: Span) -> str:
    """A browser finds words in one paragraph only, and whole ones: of a longer word what follows is named too."""
    words = text[span[0] : min(span[1], span[0] + LONGEST)].partition("\n\n")[0]
    rest = _REST_OF_WORD.match(text, span[0] + len(words))
    return f":~:text={quote(SIGN)}-,{_quoted(words)}" + (f",-{_quoted(rest[0])}" if rest else "")


def _quoted(words: str) -> str:
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
