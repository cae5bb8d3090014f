"""The tables that commands write into ``docs/``, each between the two comments that name it."""

from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def write(page: str, name: str, text: str) -> None:
    """Put the text between the comments of that name on a page of ``docs/``.

    Raises ValueError where the page has no such comments.
    """
    path = DOCS / page
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = path.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{path} has no comments {begin} and {end}.")
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")


def markdown(head: list[str], rows: list[list[str]]) -> str:
    """A table: the first column to the left, the others to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
