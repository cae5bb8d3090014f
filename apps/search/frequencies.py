"""How often something is said, month by month."""

from apps.search.building import build
from apps.search.kept import kept
from apps.search.opened import OpenIndex
from apps.search.query import SearchQuery
from apps.search.timeline import Unit


def words_by_month(asked: SearchQuery, index: OpenIndex) -> dict[int, int]:
    """How many words the documents found have, in each month (year * 12 + month - 1).  What has no date is in none."""
    counted, name = kept(index.version, asked), "words by month"
    if name not in counted:
        histogram = {"field": Unit.MONTH.value, "interval": 1, "min_doc_count": 1}
        wanted = {"when": {"histogram": histogram, "aggs": {"words": {"sum": {"field": "words"}}}}}
        buckets = index.searcher.aggregate(build(index, asked), wanted)["when"]["buckets"]
        counted[name] = {int(one["key"]): int(one["words"]["value"]) for one in buckets}
    return dict(counted[name])


def per_10_000(found: int, words: int) -> float:
    """Documents found to 10,000 words that were spoken in the same time, under the same filters.

    ``10,000 × found / words``: the normalised frequency of McEnery and Hardie, Corpus Linguistics: Method, Theory and
    Practice (Cambridge University Press, 2012), chapter 2, with passages found in place of examples of a word.
    ``words`` must not be 0.
    """
    return 10_000 * found / words
