"""Links that lead to words in a page: text fragments, as browsers know them."""

from urllib.parse import quote, urlencode

from apps.browse.excerpts import Span
from apps.browse.listed import ListedTurn

BESIDE = 3  # words on each side, so that it is these words and not the same ones elsewhere
LONGEST = 200


def link_to_words(turn: ListedTurn, words: str, spans: list[Span]) -> str:
    """Where the turn is read, with the words marked there, at the first of the spans if there are any."""
    query = urlencode({**({"q": words} if words else {}), "turn": turn.public_id})
    address = f"{turn.conference.get_absolute_url()}?{query}#{turn.anchor}"
    return address + (_fragment(turn.text, spans[0]) if spans else "")


def _fragment(text: str, span: Span) -> str:
    """Of the words that stand in one paragraph: a browser finds them in one element only."""
    begin, end = text.rfind("\n\n", 0, span[0]) + 1, text.find("\n\n", span[0])
    paragraph_end = end if end >= 0 else len(text)
    stop = min(span[1], paragraph_end, span[0] + LONGEST)
    before = text[max(begin, 0) : span[0]].split()[-BESIDE:]
    after = text[stop:paragraph_end].split()[:BESIDE]
    parts = [_quoted(before) + "-," if before else "", _quoted(text[span[0] : stop].split())]
    return ":~:text=" + "".join(parts) + (",-" + _quoted(after) if after else "")


def _quoted(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
