"""The turns of a conference that say most of what is looked for."""

from dataclasses import replace

import pytest

from apps.search.language import read
from apps.search.passages import passages
from apps.search.query import SearchQuery
from apps.transcripts import Kind
from tests import make

pytestmark = pytest.mark.django_db


def asking(words: str) -> SearchQuery:
    return SearchQuery(read(words).expression)


def test_the_turns_with_most_of_the_words_come_first_and_all_are_counted() -> None:
    of = make.conference("Missiles")
    make.turn(of, "The ferry is late.")
    one = make.turn(of, "A missile was seen, they say, near the coast of the northern province.")
    both = make.turn(of, "A missile hit the harbour.")
    make.turn(make.conference(), "A missile.")
    found = passages(asking("missile harbour -harbourmaster title:missiles"), [of.pk], at_most=1)
    assert {key: tuple(value) for key, value in found.items()} == {of.pk: (2, [both.pk])}
    assert passages(asking("missile OR harbour"), [of.pk])[of.pk].turns == [both.pk, one.pk]


def test_there_are_none_without_words_that_could_be_there() -> None:
    of = make.conference("Missiles")
    make.turn(of, "Missiles.")
    for text in ("", "-harbour", "title:missiles", "harbour", "kind:question"):
        assert passages(asking(text), [of.pk]) == {}


def test_those_that_fit_the_filters_are_counted_and_come_first() -> None:
    of = make.conference()
    make.turn(of, "A missile.", kind="question")
    fits = make.turn(of, "A missile, they say, was seen near the coast of the northern province.", kind="answer")
    make.turn(of, "A ferry.", kind="moderator")
    for asked in (asking("missile kind:answer"), replace(asking("missile"), kinds=(Kind.ANSWER,))):
        assert passages(asked, [of.pk]) == {of.pk: (1, [fits.pk])}


def test_where_none_fits_the_filters_it_is_shown_what_is_said_and_none_is_counted() -> None:
    """A conference has what any of its turns has."""
    of = make.conference()
    said = make.turn(of, "A missile.", kind="question")
    make.turn(of, "A ferry.", kind="answer")
    assert passages(asking("missile kind:answer"), [of.pk]) == {of.pk: (0, [said.pk])}
