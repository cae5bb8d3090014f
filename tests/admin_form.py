"""What a browser would send if someone pressed Save on an admin page without touching anything."""

from html.parser import HTMLParser


def _is_sent(given: dict[str, str | None]) -> bool:
    return bool(given.get("name")) and (
        "checked" in given
        if given.get("type") in {"checkbox", "radio"}
        else given.get("type") not in {"submit", "file"}
    )


class _Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, str] = {}
        self._textarea: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "textarea":
            self._textarea = name
            self.data[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.data[self._select] = given.get("value") or ""
        elif tag == "input" and _is_sent(given):
            self.data[name] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._textarea:  # browsers drop the first line end and send the others as CR LF
            text = data.removeprefix("\r\n").removeprefix("\n")
            self.data[self._textarea] += text.replace("\r\n", "\n").replace("\n", "\r\n")


def filled_in(page: bytes) -> dict[str, str]:
    """All fields of the page's forms with the values that stand in them."""
    fields = _Fields()
    fields.feed(page.decode())
    return {name: value for name, value in fields.data.items() if "__prefix__" not in name}
