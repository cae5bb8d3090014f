"""A word that the index does not have is offered as the index spells it."""

import pytest

from apps.search.language import read
from apps.search.query import SearchQuery
from apps.search.spelling import suggest
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _said() -> None:
    of = make.conference("Ferry fares")
    make.turn(of, "The missile defence of Évora. Ballistic missiles! A missive.", kind="question")
    make.turn(of, "The missile defence. A nuclear sieve.", kind="answer")
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
        ('"misile defence"~5', '"missile defence"~5'),
    ],
)
def test_the_nearest_known_word_is_offered_the_commonest_of_several(typed: str, offered: str) -> None:
    assert suggest(SearchQuery(words=read(typed).expression)) == offered


@pytest.mark.parametrize(
    "typed", ["", "missile", "xylophone", "-misile", "x", "10:30", "🙂", "kievv", "misile kind:moderator"]
)
def test_nothing_is_offered_where_it_would_not_help(typed: str) -> None:
    assert suggest(SearchQuery(words=read(typed).expression)) is None
