"""Whatever is asked of whatever collection: what is found and counted is what the rows of the database say."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.annotations.models import Mention, Topic
from apps.conferences.models import Conference, Turn
from apps.search.facets import FACETS
from apps.search.index import current
from apps.search.language import expressions as e
from apps.search.language import looked_for
from apps.search.matching import spans
from apps.search.query import Order, SearchQuery
from apps.search.schema import Level, Status
from apps.search.search import search
from apps.search.timeline import Unit, timeline
from apps.transcripts import Kind
from tests import make
from tests.search import oracle

pytestmark = pytest.mark.django_db

WORDS = ["missile", "missiles", "missive", "fare", "fares", "fairly", "the", "evora", "x1"]
FOREIGN = ["İZMİR", "izmir", "ΤΗΣ", "τής", "Ёлка", "елки", "שָׁלוֹם", "שלום", "हिन्दी", "导弹", "弹", "导"]
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from([*WORDS, *FOREIGN]), max_size=8).map(" ".join)
DAYS = [None, "2018-12-31", "2019-01-01", "2019-05-04"]


@dataclass
class Known:
    """Who and what there is, by id; each list with one that was merged into the first, as the last."""

    speakers: list[int]
    outlets: list[int]
    topics: list[int]
    entities: list[int]
    sources: list[int]


@pytest.fixture
def known() -> Known:
    def three(make_one: Any, field: str) -> list[int]:
        first, second = make_one(f"{field} One"), make_one(f"{field} Two")
        return [first.pk, second.pk, make_one(f"{field} Three", merged_into=first).pk]

    parent = make.topic("Parent")
    topics = [make.topic(name, parent=parent) for name in ("Child", "Other child")]
    return Known(
        three(make.speaker, "Speaker"),
        three(make.organisation, "Outlet"),
        [parent.pk, *(topic.pk for topic in topics), make.topic("Alone").pk],
        three(make.entity, "Entity"),
        [make.source("One").pk, make.source("Two").pk],
    )


def few(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(values, max_size=most, unique_by=str)


TAGS = st.tuples(
    st.integers(0, 3),
    st.sampled_from(
        [
            {"origin": "source", "status": "confirmed"},
            {"origin": "rule", "status": "suggested", "score": 0.9},
            {"origin": "rule", "status": "suggested", "score": 0.1},
            {"origin": "source", "status": "rejected"},
        ]
    ),
)
TURNS = st.fixed_dictionaries(
    {
        "text": TEXTS,
        "kind": st.sampled_from(Kind),
        "speaker": st.none() | st.integers(0, 2),
        "outlet": st.none() | st.integers(0, 2),
        "tags": st.lists(TAGS, max_size=2, unique_by=lambda tag: tag[0]),
        "entities": few(st.integers(0, 2)),
    }
)
CONFERENCES = st.fixed_dictionaries(
    {
        "title": TEXTS.map(lambda text: text or "-"),
        "day": st.sampled_from(DAYS),
        "language": st.sampled_from(["en", "en", "de", "ru", "zz"]),
        "source": st.integers(0, 1),
        "tags": st.lists(TAGS, max_size=1),
        "turns": st.lists(TURNS, max_size=4),
    }
)


def store(collection: list[dict[str, Any]], known: Known) -> None:
    """The rows of a collection, in place of those of the one before."""
    Conference.objects.all().delete()
    for given_one in collection:
        of = make.conference(
            given_one["title"],
            given_one["day"],
            language=given_one["language"],
            source_id=known.sources[given_one["source"]],
        )
        tag(of, given_one["tags"], known)
        for given_turn in given_one["turns"]:
            speaker, outlet = given_turn["speaker"], given_turn["outlet"]
            turn = make.turn(
                of,
                given_turn["text"],
                given_turn["kind"],
                speaker_id=None if speaker is None else known.speakers[speaker],
                organisation_id=None if outlet is None else known.outlets[outlet],
            )
            tag(turn, given_turn["tags"], known)
            for entity in given_turn["entities"]:
                place = {"start": entity * 10, "end": entity * 10 + 1}
                Mention.objects.create(
                    turn=turn, entity_id=known.entities[entity], label="GPE", origin="model", **place
                )


def tag(on: Conference | Turn, tags: list[tuple[int, dict[str, Any]]], known: Known) -> None:
    for topic, values in tags:
        make.tag(on, Topic.objects.get(pk=known.topics[topic]), **values)


def chosen(ids: list[int]) -> st.SearchStrategy[tuple[int, ...]]:
    return few(st.sampled_from(ids)).map(tuple)


TEXT_WORDS = st.sampled_from([*WORDS, *FOREIGN, "the missile", "missile-fares", "unknown", "弹导", "तुर्की"])
ONE_WORD = st.sampled_from(["missile", "fare", "mis", "evora", "x1", "İz", "Τή", "ёлк", "हिन", "弹"])
LINES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join)
LOOKED_FOR: st.SearchStrategy[e.Text] = st.one_of(
    TEXT_WORDS.map(e.Word),
    TEXT_WORDS.map(e.Phrase),
    ONE_WORD.map(e.Prefix),
    st.builds(e.Fuzzy, ONE_WORD, st.integers(1, 2)),
    st.builds(e.Near, LINES, st.integers(1, 6)),
    st.builds(e.Near, st.sampled_from(["fare fare", "the the fare"]), st.integers(1, 6)),
)


def expressions(known: Known) -> st.SearchStrategy[e.Expression]:
    named = {
        "speaker": known.speakers[:2],
        "outlet": known.outlets[:2],
        "topic": known.topics,
        "entity": known.entities[:2],
        "source": known.sources,
    }
    leaves: st.SearchStrategy[e.Expression] = st.one_of(
        LOOKED_FOR,
        LOOKED_FOR,
        st.builds(e.Title, LOOKED_FOR),
        *(st.builds(e.Named, st.just(name), st.just(""), chosen(ids), st.just("")) for name, ids in named.items()),
        st.sampled_from(Kind).map(e.OfKind),
        st.sampled_from([date(2019, 1, 1), date.min, date.max]).map(e.From),
        st.sampled_from([date(2019, 1, 1), date.min, date.max]).map(e.Before),
    )

    def joined(parts: st.SearchStrategy[e.Expression]) -> st.SearchStrategy[e.Expression]:
        several = st.lists(parts, min_size=2, max_size=3).map(tuple)
        return several.map(e.And) | several.map(e.Or) | parts.map(e.Not)

    return st.recursive(leaves, joined, max_leaves=5)


def queries(known: Known) -> st.SearchStrategy[SearchQuery]:
    days = st.none() | st.sampled_from([date(2018, 12, 31), date(2019, 1, 1), date(2019, 5, 4)])
    return st.builds(
        SearchQuery,
        words=st.none() | expressions(known),
        level=st.sampled_from([Level.CONFERENCE, Level.TURN]),
        topics=chosen(known.topics),
        status=st.none() | st.sampled_from(Status),
        entities=chosen(known.entities[:2]),
        speakers=chosen(known.speakers[:2]),
        outlets=chosen(known.outlets[:2]),
        sources=chosen(known.sources),
        kinds=few(st.sampled_from(Kind)).map(tuple),
        years=chosen([2018, 2019]),
        after=days,
        before=days,
        order=st.sampled_from(Order),
        limit=st.just(100),
    )


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data(), collection=st.lists(CONFERENCES, max_size=4))
def test_what_is_found_and_counted_is_what_the_rows_say(
    known: Known, data: st.DataObject, collection: list[dict[str, Any]]
) -> None:
    store(collection, known)
    everything = {level: oracle.rows(level) for level in (Level.CONFERENCE, Level.TURN)}
    index = current()
    only_words = st.builds(SearchQuery, expressions(known), st.sampled_from(list(everything)), limit=st.just(100))
    for asked in data.draw(st.lists(queries(known) | only_words, min_size=1, max_size=20)):
        found = oracle.found(asked, everything[asked.level])
        results = search(asked, facets=FACETS, timeline=True, index=index)
        assert {(hit.conference, hit.turn) for hit in results.hits} == {(row.conference, row.turn) for row in found}
        assert results.total == len(results.hits) == len(found)
        for name, counts in results.facets.items():
            expected = oracle.facet(asked, name, everything[asked.level])
            assert {value: count for value, count in counts.items() if count} == {
                value: count for value, count in expected.items() if count
            }, name
        months = Counter(row.day.year * 12 + row.day.month - 1 for row in found if row.day)
        assert results.timeline is not None
        assert results.timeline.counts == months
        assert sum(timeline(asked, Unit.DAY, index).counts.values()) == sum(1 for row in found if row.day)
        _marked(asked, found)


def _marked(asked: SearchQuery, found: list[oracle.Row]) -> None:
    """A turn has something marked for each text looked for that it holds, and only then."""
    for text in looked_for(asked.words) if asked.words else ():
        for row in found:
            if row.turn:
                assert bool(spans(text, row.texts[0], row.language)) == oracle.holds(row, text) or isinstance(
                    text, e.Near
                )
