"""What a search means, in Python and in PostgreSQL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.browse.words import hits, patterns
from apps.conferences.models import Turn
from tests import make


def found(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in hits(text, patterns(query))]


def test_a_word_is_found_in_any_case_and_at_the_beginning_of_longer_words() -> None:
    assert found("missile", "Missiles? An anti-MISSILE shield.") == ["Missiles", "MISSILE"]


def test_a_word_is_not_found_inside_another() -> None:
    assert found("war", "Forward, towards the award.") == []


def test_a_phrase_is_found_over_a_line_break_but_its_words_alone_are_not() -> None:
    assert found('"missile range"', "missile\nrange, the range of a missile") == ["missile\nrange"]


def test_quotes_as_a_phone_writes_them_make_a_phrase() -> None:
    assert patterns("“missile range”") == patterns('"missile range"')


def test_an_apostrophe_is_found_straight_or_curly() -> None:
    assert found("Russia's", "Russia’s and Russia's") == ["Russia’s", "Russia's"]


def test_a_quote_that_was_not_closed_is_read_as_words() -> None:
    assert patterns('"missile range') == patterns("missile range")


def test_nothing_is_looked_for_in_empty_quotes() -> None:
    assert patterns('"" "   " "') == []


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_query_reads_any_text(query: str, text: str) -> None:
    for start, end in hits(text, patterns(query)):
        assert 0 <= start < end <= len(text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("missile", "Missiles"),
        ("war", "forward"),
        ('"a  b"', "A\n\nb"),
        ("Élan", "élan"),
        (r"\d", "7"),
        ("a.c", "abc"),
        ("(", "( )"),
        ("$5", "It costs $5."),
        ("[x]{2}|*+?^", "[x]{2}|*+?^"),
        ("***:", "***:"),
        ("don't", "I don’t"),
    ],
)
def test_postgresql_finds_what_python_marks(query: str, text: str) -> None:
    make.turn(make.conference(), text)
    (pattern,) = patterns(query)
    assert Turn.objects.filter(text__iregex=pattern).exists() == bool(hits(text, [pattern]))
