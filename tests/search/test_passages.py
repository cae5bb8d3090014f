"""The turns of a conference that say most of what is looked for."""

import pytest

from apps.search.language import read
from apps.search.passages import passages
from tests import make

pytestmark = pytest.mark.django_db


def test_the_turns_with_most_of_the_words_come_first_and_all_are_counted() -> None:
    of = make.conference("Missiles")
    make.turn(of, "The ferry is late.")
    one = make.turn(of, "A missile was seen, they say, near the coast of the northern province.")
    both = make.turn(of, "A missile hit the harbour.")
    make.turn(make.conference(), "A missile.")
    found = passages(read("missile harbour -coast title:missiles").expression, [of.pk], at_most=1)
    assert {key: tuple(value) for key, value in found.items()} == {of.pk: (2, [both.pk])}
    assert passages(read("missile OR harbour").expression, [of.pk])[of.pk].turns == [both.pk, one.pk]


def test_there_are_none_without_words_that_could_be_there() -> None:
    of = make.conference("Missiles")
    make.turn(of, "Missiles.")
    for text in ("", "-harbour", "title:missiles", "harbour", "kind:question"):
        assert passages(read(text).expression, [of.pk]) == {}
