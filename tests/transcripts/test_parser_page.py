"""The example of ``docs/parser.md`` is true."""

import re

from apps.transcripts import parse

from .tables import DOCS

PAGE = (DOCS / "parser.md").read_text("utf-8")


def test_the_page_of_the_parser_shows_what_the_parser_makes_of_its_example() -> None:
    text, table = re.search(r"<!-- example -->\n```text\n(.*?)```.*?\n\n(\|.*?)\n\n", PAGE, re.S).groups()  # type: ignore[union-attr]
    told = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]]
    turns = [
        [
            str(turn.first_line),
            turn.label or "",
            turn.speaker or "",
            turn.organisation or "",
            turn.kind,
            str(turn.exchange),
        ]
        for turn in parse(text.encode()).turns
    ]
    assert turns == told


def test_every_name_that_the_page_tells_to_extend_is_there() -> None:
    rooms = DOCS.parent / "apps" / "transcripts"
    rows = re.findall(r"^\| [^|]* \| (`[A-Z_`, ]+`) in `([\w/.]+)`", PAGE, re.M)
    missing = [
        name
        for names, file in rows
        for name in re.findall(r"[A-Z_]+", names)
        if not re.search(rf"^{name}\b", (rooms / file).read_text("utf-8"), re.M)
    ]
    assert len(rows) >= 5
    assert missing == []
