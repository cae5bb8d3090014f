"""The pages that are measured, and what each is to reach."""

from dataclasses import dataclass
from urllib.parse import urlencode

from tests.benchmarks.collection import COMMON, PHRASE, RARE

SIX_WORDS = ("nuclear", "energy", "missile", "treaty", "prices", "election")


@dataclass(frozen=True, slots=True)
class Page:
    """Milliseconds at most, at the 95th percentile.  ``address`` may name a {conference} of many turns."""

    name: str
    address: str
    index: float = 25
    whole: float = 60


def _to(path: str, **parameters: object) -> str:
    return f"{path}?{urlencode(parameters, doseq=True)}"


PAGES = [
    Page("list, all facets, timeline", "/conferences/"),
    Page("list, a common word", _to("/conferences/", q=COMMON)),
    Page("passages, a word of half of all turns", _to("/passages/", q=COMMON), index=60, whole=100),
    Page("passages, a rare word", _to("/passages/", q=RARE)),
    Page("passages, a phrase", _to("/passages/", q=f'"{PHRASE}"')),
    Page(
        "passages, a word and three filters",
        _to("/passages/", q="energy", kind="question", source="source-3", date_after="2004-01-01"),
    ),
    Page("concordance", _to("/concordance/", q="missile")),
    Page("concordance, sorted by the words before", _to("/concordance/", q="missile", order="left")),
    Page("trends, six words by month", _to("/trends/", series=SIX_WORDS, by="month")),
    Page("a conference of 600 turns", "{conference}"),
]
MOST_QUERIES = 8
MOST_KILOBYTES = 60
MOST_MEGABYTES = 300
MOST_TIMES = 3.0
"""How many times the page may take of what the index and the bare SQL take."""
