"""A page as a reader's browser sees it: its visible text, its links, and whether its tags nest."""

from html.parser import HTMLParser

from django.test import Client

from apps.search.folder import Folder
from apps.search.sync import make_anew, sync

VOID = {"meta", "link", "img", "input", "br", "hr", "rect"}


class Page(HTMLParser):
    """Parses strictly: a tag that closes another than the one open, or none, is an AssertionError."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[str] = []
        self.feed(html)
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not {"title", "option"} & set(self.open):
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a" and "href" in attrs]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]

    def attributes(self, tag: str, **having: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag and having.items() <= attrs.items()]


def get(client: Client, address: str, status: int = 200) -> Page:
    response = client.get(address)
    assert response.status_code == status
    return Page(response.content.decode())


def bring_up_to_date() -> None:
    """Let the index read what is new, for a test that counts queries.

    A page does that by itself, but while there is much to read it goes on with what the index had: here, where a test
    before this one made many conferences that were never committed.
    """
    if not sync(Folder.of_site()):
        make_anew(Folder.of_site(), if_needed=True)
