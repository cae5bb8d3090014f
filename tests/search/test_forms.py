"""Every word with the same stem is found, in each language, though only some words of the index are looked through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.search.forms import forms
from apps.search.index import current
from apps.search.schema import STEMMERS
from apps.search.tokens import starts, stem, terms
from tests import make

LATIN = "abcdefghijklmnopqrstuvwxyzßæøåıñçœ"
LETTERS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىأإآ",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ta": "அஆஇஈஉஊஎஏஐஒஓகஙசஞடணதநபமயரலவழளறனாிீுூெேைொோௌ்",
}


@given(st.data(), st.sampled_from(list(STEMMERS)))
def test_a_word_begins_as_words_with_its_stem_are_said_to(data: st.DataObject, language: str) -> None:
    for word in terms(data.draw(st.text(LETTERS.get(language, LATIN), min_size=1, max_size=12))):
        stemmed = stem(word, language)
        assert any(word.startswith(start) for start in starts(stemmed, language)), (word, stemmed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "text", "looked_for", "found"),
    [
        ("en", "Launch, launched LAUNCHES and lunches; dying", "launching", {"launch", "launched", "launches"}),
        ("en", "To die, he dies, dying of thirst", "dying", {"die", "dies", "dying"}),
        ("ru", "Ёлка и елки", "елку", {"елки", "елка"}),
        ("nl", "Wij kochten wat gekocht was", "gekocht", {"gekocht", "kochten"}),
        ("uk", "Ракети і ракета", "ракети", {"ракети"}),
        ("en", "Nothing of the sort", "xylophone", set()),
    ],
)
def test_the_forms_of_a_word_are_those_that_were_said(
    language: str, text: str, looked_for: str, found: set[str]
) -> None:
    """And others with the same stem, if other tests said some: what is deleted leaves its words for a while."""
    make.turn(make.conference(language=language), text)
    there = set(forms(current(), stem(looked_for, language), language))
    assert found <= there
    assert {stem(word, language) for word in there} == ({stem(looked_for, language)} if found else set())


@pytest.mark.django_db
def test_a_form_that_is_said_for_the_first_time_is_found() -> None:
    turn = make.turn(make.conference(), "We disembark.")
    assert "disembark" in forms(current(), "disembark", "en")
    make.turn(turn.conference, "They disembarked.")
    assert "disembarked" in forms(current(), "disembark", "en")
