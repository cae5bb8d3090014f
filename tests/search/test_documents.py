"""What the index holds of the record."""

import pytest
import tantivy

from apps.search.index import current
from apps.search.schema import Level, Status, topic_status
from tests import make

pytestmark = pytest.mark.django_db


def found(field: str, value: int | str, level: Level = Level.TURN) -> list[tuple[int, int]]:
    """Conference and turn of each document with the value."""
    index = current()
    wanted = [
        (tantivy.Occur.Must, tantivy.Query.term_query(index.schema, "level", int(level))),
        (tantivy.Occur.Must, tantivy.Query.term_query(index.schema, field, value)),
    ]
    hits = index.searcher.search(tantivy.Query.boolean_query(wanted), 100).hits
    documents = [index.searcher.doc(address) for _, address in hits]
    return sorted((document["conference"][0], document["turn"][0]) for document in documents)


def test_a_turn_is_found_by_its_words_and_so_is_its_conference() -> None:
    turn = make.turn(make.conference("Ferry fares"), "The harbours opened in Évora.")
    assert found("plain", "evora") == [(turn.conference.pk, turn.pk)]
    assert found("plain", "harbours") == [(turn.conference.pk, turn.pk)]
    assert found("words_en", "harbour") == [(turn.conference.pk, turn.pk)]
    assert found("words_en", "harbour", Level.CONFERENCE) == [(turn.conference.pk, 0)]
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
