"""Each example of the help page finds what it says, and its words are the ones that are marked."""

import pytest

from apps.conferences.models import Turn
from apps.search.language import looked_for, read
from apps.search.language.examples import EXAMPLES, Example
from apps.search.matching import spans
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.search import search
from tests import make

pytestmark = pytest.mark.django_db


def said(text: str) -> Turn:
    """A turn that fits all that an example asks for besides words."""
    turn = make.turn(
        make.conference("The harbour", day="2019-05-04"),
        text,
        kind="question",
        speaker=make.speaker("Elena Marsh"),
        organisation=make.organisation("Harbour Gazette"),
    )
    make.tag(turn, make.topic("Transport"))
    make.mention(turn, make.entity("Port Calder"))
    return turn


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_an_example_finds_what_it_says_without_a_doubt(example: Example) -> None:
    one, *others = (*example.finds, *example.leaves_out)
    turns = {one: said(one)} | {text: make.turn(make.conference(day="2018-01-01"), text) for text in others}
    reading = read(example.query)
    assert reading.doubts == ()
    hits = search(SearchQuery(words=reading.expression, level=Level.TURN)).hits
    assert {hit.turn for hit in hits} == {turns[text].pk for text in example.finds}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_what_an_example_found_has_words_marked_if_it_looks_for_any(example: Example) -> None:
    said(example.finds[0])
    expression = read(example.query).expression
    assert expression is not None
    for text in example.finds:
        assert bool(spans(expression, text, "en")) == bool(list(looked_for(expression)))


def test_no_conference_is_found_by_what_none_says() -> None:
    said("The ferry is late.")
    for text in ("speaker:okafor", "topic:missiles", "kind:answer", "before:2019-05-04", "after:2019-05-05"):
        assert search(SearchQuery(words=read(text).expression)).hits == []
