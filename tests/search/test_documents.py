"""What the index holds of the record."""

import pytest

from apps.search.schema import Level, Status, topic_status
from tests import make
from tests.search.finding import found

pytestmark = pytest.mark.django_db


def test_a_turn_is_found_by_its_words_and_so_is_its_conference() -> None:
    turn = make.turn(make.conference("Ferry fares"), "The harbours opened in Évora.")
    assert found("plain", "evora") == [(turn.conference.pk, turn.pk)]
    assert found("plain", "harbours") == [(turn.conference.pk, turn.pk)]
    assert found("plain", "harbours", Level.CONFERENCE) == [(turn.conference.pk, 0)]
    assert found("plain", "ferry", Level.CONFERENCE) == [(turn.conference.pk, 0)]
    assert found("plain", "ferry") == []
    assert found("title_plain", "ferry") == [(turn.conference.pk, turn.pk)]


def test_a_merged_speaker_is_the_one_that_is_left() -> None:
    marsh = make.speaker("Elena Marsh")
    turn = make.turn(make.conference(), speaker=make.speaker("E. Marsh", merged_into=marsh))
    assert found("speaker", marsh.pk) == [(turn.conference.pk, turn.pk)]


def test_a_topic_stands_for_its_parent_with_who_vouches_for_it() -> None:
    parent = make.topic("Defence")
    topic = make.topic("Missiles", parent=parent)
    turn = make.turn(make.conference())
    make.tag(turn, topic)
    for level, place in ((Level.TURN, turn.pk), (Level.CONFERENCE, 0)):
        for one in (topic, parent):
            assert found("topic", one.pk, level) == [(turn.conference.pk, place)]
            assert found("topic_status", topic_status(one.pk, Status.SOURCE), level) == [(turn.conference.pk, place)]
    assert found("status", Status.SUGGESTED) == []
