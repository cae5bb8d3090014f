"""A word that the index does not have is offered as the index spells it."""

import pytest

from apps.search.language import read
from apps.search.query import SearchQuery
from apps.search.schema import Level
from apps.search.spelling import Suggestion, suggest
from apps.transcripts import Kind
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _said() -> None:
    of = make.conference("Ferry fares")
    make.turn(of, "The missile defence of Évora. Ballistic missiles! A missive.", kind="question")
    make.turn(of, "The missile defence. A nuclear sieve.", kind="answer", speaker=make.speaker("Elena Marsh"))
    make.turn(of, "Elena Marsh did not do so, or we don’t know.", kind="statement")
    make.topic("Defence")
    make.turn(make.conference("Tarifas", language="es"), "La barca.")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("misile", "missile"),
        ("missle defense", "missile defence"),
        ("imssile", "missile"),
        ('"misile defence"~5 OR fery', '"missile defence"~5 OR ferry'),
        ('"missile defense" -harbour', '"missile defence" -harbour'),
        ("Evorra", "evora"),
        ("nissile", "missile"),
        ("issile", "missile"),
        ("nuclaer", "nuclear"),  # which has one stem with it in Spanish
        ("title:fery", "title:ferry"),
        ("\ud800 misile", "? missile"),
        ('"misile defence"~5', '"missile defence"~5'),
        ('speaker:"elna marsh" missile', 'speaker:"elena marsh" missile'),
        ("kind:question -harbour MISILE", "kind:question -harbour missile"),
    ],
)
def test_the_nearest_known_word_is_offered_the_commonest_of_several(typed: str, offered: str) -> None:
    assert suggest(typed, read(typed), SearchQuery()) == Suggestion(offered, under_filters=True)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "missile",
        "xylophone",
        "-misile",
        "x",
        "10:30",
        "🙂",
        "kievv",
        "misile kind:moderator",
        "outlet:nyt",
        "dont",
        "nnt",
        "topic:misile",
    ],
)
def test_nothing_is_offered_where_it_would_not_help(typed: str) -> None:
    assert suggest(typed, read(typed), SearchQuery()) is None


def test_a_corrected_word_is_looked_for_under_the_filters_and_only_then_without() -> None:
    filters = SearchQuery(level=Level.TURN, kinds=(Kind.QUESTION,))
    assert suggest("misile", read("misile"), filters) == Suggestion("missile", under_filters=True)
    assert suggest("sieev", read("sieev"), filters) == Suggestion("sieve", under_filters=False)
