"""Pages of many shapes, each as long as asked for: a conference as it is printed, and what a bad file may hold."""

from collections.abc import Callable

Page = Callable[[int], bytes]

HEAD = "Press conference\n\nby Lund Council Secretary General Ana Ruiz\n\n  • 04 Oct. 2018 -\n\n(As delivered)\n\n"
SPEECH = "We met today, and I can tell you this: the harbour opens in May. It will cost three million. "


def surname(number: int) -> str:
    """Another name for each number, so that a document may have as many people as turns."""
    return "B" + "".join("abcdefghij"[int(digit)] for digit in str(number)) + "sen"


def numbered(piece: Callable[[int], str]) -> Page:
    """A page of pieces that differ by their number."""

    def page(size: int) -> bytes:
        count = size // len(piece(size // len(piece(0))).encode())
        return "".join(map(piece, range(count))).encode()

    return page


def repeated(piece: str) -> Page:
    """A page of one piece again and again."""
    return lambda size: (piece * (size // len(piece.encode()))).encode()


def chained(link: str) -> Page:
    """A question that is one word without end, as no name is long: ``O'O'O'…``."""
    begin, end = b"RUIZ: We open.\n\nQ: ", b" Why?\n\nRUIZ: So.\n\nQ: And?\n"
    return lambda size: begin + (link * (size // len(link))).encode() + end


def headed(page: Page) -> Page:
    """The page below the header of a conference."""
    return lambda size: HEAD.encode() + page(size - len(HEAD.encode()))


def five_turns(number: int) -> str:
    """A hand-over, a question, an answer, and two people who speak once."""
    return (
        f"MODERATOR: Thank you. Next is Jo Lind, Daily Post{number % 7}.\n\n"
        f"Q:\xa0 Thank you. Jo Lind from the Daily Post. {SPEECH} What follows?\n\n"
        f"RUIZ:\xa0 {SPEECH * 8}\n\n{SPEECH * 6}\n\n"
        f"Kim {surname(number)} (Evening News): And you, Secretary General? {SPEECH}\n\n"
        f"Mayor Jo {surname(number)}: It is as she says. {SPEECH}\n\n"
    )


SHAPES: dict[str, Page] = {
    "a conference": headed(numbered(five_turns)),
    "another speaker each turn": numbered(lambda n: f"Jo {surname(n)}: We met, and the harbour opens in May.\n\n"),
    "another reporter each question": numbered(
        lambda n: f"Q: Jo {surname(n)}, Daily Post. Why does it cost so much?\n\nRUIZ: It is a long way.\n\n"
    ),
    "text wrapped at 72 columns": repeated("and so we went on to the harbour, with all of the people who were there\n"),
    "one line of words": repeated("The harbour opens in May and the ferry sails. "),
    "one line of turns": repeated("It opens in May. Q: And what does it cost you? "),
    "one line of names with colons": numbered(lambda n: f"So. {surname(n)}: yes, it opens. "),
    "two bytes a line": repeated("i\n"),
    "a word a line": repeated("harbour\n"),
    "another word a line": numbered(lambda n: f"{surname(n).lower()}\n"),
    "page numbers": numbered(lambda n: f"{n % 9999}\n"),
    "blank lines": lambda size: b"Q: Why?" + b"\n" * (size - 8) + b"A",
    "dates": repeated("4 March 2019\n"),
    "labels without speech": repeated("Participants:\n"),
    "nested brackets": repeated("((([[["),
    "brackets in labels": repeated("Jo Lind ((((Post)))) (b) [c]: yes, it opens.\n"),
    "initials with full stops": repeated("MR. A. B. C. D. E. F. G. H. met us at the harbour.\n"),
    "apostrophes": chained("O'"),
    "hyphens": chained("Saint-"),
    "spaces": lambda size: b"a" + b" " * (size - 2) + b"b",
}
"""What each page holds, and how it is made."""
