"""What was measured, beside what is to be reached, as tables."""

from collections.abc import Iterable, Sequence

from tests.benchmarks.search import making
from tests.benchmarks.search.asking import Measured
from tests.benchmarks.search.engines import QUESTIONS, Answer
from tests.benchmarks.search.making import Corrections, Rebuild
from tests.benchmarks.search.pages import MOST_KILOBYTES, MOST_MEGABYTES, MOST_QUERIES, MOST_TIMES, PAGES, Page
from tests.benchmarks.search.serving import ROUNDS

PAGE_HEAD = (
    *("page", "page, ms", "p95", "at most", "index, ms", "p95", "at most", "SQL, ms", "times index and SQL"),
    *("processor, ms", "queries", "of half the rows", "kB"),
)
ENGINE_HEAD = ("question", "found", "index, ms", "PostgreSQL, ms", "SQLite, ms", "PostgreSQL ÷ index", "SQLite ÷ index")


def tables(
    pages: Sequence[Measured], megabytes: float, answers: Sequence[Answer], made: Rebuild, corrected: Corrections
) -> tuple[str, list[str]]:
    """In Markdown, and a sentence for each promise that is missed."""
    missed = [*_missed(pages, megabytes), *_late(made, corrected)]
    parts = [
        _table(PAGE_HEAD, (_page(page, found) for page, found in zip(PAGES, pages, strict=True))),
        _table(ENGINE_HEAD, (_engines(name.name, answer) for name, answer in zip(QUESTIONS, answers, strict=True))),
        _table(("", "measured", "to reach"), _others(megabytes, made, corrected)),
        "Not reached:\n\n" + "\n".join(f"- {one}" for one in missed) if missed else "Everything is reached.",
    ]
    return "\n\n".join(parts) + "\n", missed


def _page(page: Page, found: Measured) -> list[str]:
    return [
        page.name,
        *(_ms(found.page), _ms(found.page_p95, page.whole), f"{page.whole:.0f}"),
        *(_ms(found.index), _ms(found.index_p95, page.index), f"{page.index:.0f}"),
        *(_ms(found.sql), _marked(f"{found.times:.1f}", missed=found.times > MOST_TIMES), _ms(found.processor)),
        _marked(str(found.queries), missed=found.queries > MOST_QUERIES),
        _marked(str(found.queries_of_half), missed=found.queries_of_half != found.queries),
        _marked(f"{found.kilobytes:.1f}", missed=found.kilobytes >= MOST_KILOBYTES),
    ]


def _engines(name: str, answer: Answer) -> list[str]:
    found = " / ".join(f"{number:,}" for number in dict.fromkeys(answer.found))
    times = (answer.postgresql / answer.index, answer.sqlite / answer.index)
    return [name, found, *map(_ms, (answer.index, answer.postgresql, answer.sqlite)), *(f"{one:,.0f}" for one in times)]


def _others(megabytes: float, made: Rebuild, corrected: Corrections) -> Iterable[list[str]]:
    own = _marked(f"{megabytes:.0f} MB", missed=megabytes >= MOST_MEGABYTES)
    name = f"memory of its own that a worker of the served site has after {ROUNDS} times all of these pages, at most"
    yield [name, own, f"under {MOST_MEGABYTES} MB"]
    pace = _marked(f"{made.pace:,.0f} turns/s", missed=made.pace < making.LEAST_TURNS)
    yield [f"index made of {made.turns:,} turns in {made.seconds:.1f} s", pace, f"{making.LEAST_TURNS:,} turns/s"]
    yield ["the same, processor time of each turn", f"{made.processor:.0f} µs", ""]
    yield ["the same, if nothing had to be read: tantivy alone", f"{made.least:.0f} µs", ""]
    yield ["the same, memory at most", f"{made.megabytes:.0f} MB", ""]
    soon = _marked(f"{corrected.median:.0f} ms", missed=corrected.median > making.MOST_MS)
    yield ["a correction is found after", soon, f"{making.MOST_MS} ms"]
    yield ["the same, p95", f"{corrected.late:.0f} ms", ""]
    for number, (newest, whole) in corrected.many.items():
        told = _marked(f"{newest:.0f} ms", missed=newest > making.MANY_MS)
        yield [f"of {number:,} conferences changed at once the newest is found after", told, f"{making.MANY_MS:,} ms"]
        yield ["the same, all of them", f"{whole:.0f} ms", ""]
    newest, whole = corrected.confirmed
    told = _marked(f"{newest:.0f} ms", missed=newest > making.MANY_MS)
    name = f"of {making.CONFIRMED:,} conferences with a topic confirmed on one turn the newest is found after"
    yield [name, told, f"{making.MANY_MS:,} ms"]
    yield ["the same, all of them", f"{whole:.0f} ms", ""]


def _missed(pages: Sequence[Measured], megabytes: float) -> Iterable[str]:
    for page, found in zip(PAGES, pages, strict=True):
        for what, measured, most in (
            ("p95 of the page", found.page_p95, page.whole),
            ("p95 of the index", found.index_p95, page.index),
        ):
            if measured > most:
                yield f"{page.name}: {what} is {measured:.0f} ms (at most {most:.0f})."
        if found.times > MOST_TIMES:
            yield f"{page.name}: {found.times:.1f} times the index and the bare SQL (at most {MOST_TIMES:.0f})."
        if found.queries > MOST_QUERIES or found.queries != found.queries_of_half:
            yield f"{page.name}: {found.queries} queries, of half the rows {found.queries_of_half}."
        if found.kilobytes >= MOST_KILOBYTES:
            yield f"{page.name}: {found.kilobytes:.0f} kB (under {MOST_KILOBYTES})."
    if megabytes >= MOST_MEGABYTES:
        yield f"A worker has {megabytes:.0f} MB (under {MOST_MEGABYTES})."


def _late(made: Rebuild, corrected: Corrections) -> Iterable[str]:
    if made.pace < making.LEAST_TURNS:
        yield f"The index is made at {made.pace:,.0f} turns a second (at least {making.LEAST_TURNS:,})."
    if corrected.median > making.MOST_MS:
        yield f"A correction is found after {corrected.median:.0f} ms (at most {making.MOST_MS})."
    for number, (newest, _) in corrected.many.items():
        if newest > making.MANY_MS:
            yield f"Of {number:,} conferences the newest is found after {newest:.0f} ms (at most {making.MANY_MS:,})."
    if corrected.confirmed[0] > making.MANY_MS:
        yield f"The newest confirmed topic is found after {corrected.confirmed[0]:.0f} ms (at most {making.MANY_MS:,})."


def _ms(measured: float, most: float = float("inf")) -> str:
    return _marked(f"{measured:.1f}", missed=measured > most)


def _marked(text: str, *, missed: bool) -> str:
    return f"**{text}**" if missed else text


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    ruled = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ruled, *rows))
