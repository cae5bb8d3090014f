"""The example of ``docs/parser.md`` is true, and what ``docs/parser-grammar.md`` tells to extend is there."""

import re

from apps.transcripts import parse

from .tables import DOCS

PAGE = (DOCS / "parser.md").read_text("utf-8")
GRAMMAR = (DOCS / "parser-grammar.md").read_text("utf-8")


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


def test_every_table_that_the_page_of_the_grammar_tells_to_extend_is_there() -> None:
    rooms = DOCS.parent / "apps" / "transcripts"
    rows = re.findall(r"^\| [^|]* \| (`[A-Z_`, ]+`) in `([\w/.]+)`", GRAMMAR, re.M)
    missing = [
        name
        for names, file in rows
        for name in re.findall(r"[A-Z_]+", names)
        if not re.search(rf"^{name}\b", (rooms / file).read_text("utf-8"), re.M)
    ]
    assert len(rows) >= 5
    assert missing == []


def test_every_test_that_the_page_of_the_grammar_names_is_there() -> None:
    tests = set(re.findall(r"\btest_\w+\.py", GRAMMAR))
    assert len(tests) >= 10
    assert [name for name in tests if not (DOCS.parent / "tests" / "transcripts" / name).exists()] == []
