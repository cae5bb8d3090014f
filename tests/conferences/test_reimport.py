"""A source that changes: what stood keeps its place in links, and what people decided stands."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.annotations.models import Tag
from apps.conferences.models import Conference, Turn
from tests import make
from tests.conferences.transcripts import ANSWER, QUESTION, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

EDITED = [*TURNS[:2], TURNS[2].replace("until the end", "until the very end"), *TURNS[3:]]
WHY = ("Q: Why?", "Elena Marsh: Why not?")
WITHOUT_SECOND_QUESTION = [*TURNS[:3], TURNS[4]]


def public_ids() -> list[str]:
    return list(Turn.objects.standing().in_order().values_list("public_id", flat=True))


def test_a_turn_whose_words_change_a_little_keeps_its_address_and_its_tags(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = public_ids()
    answer = Turn.objects.get(text=ANSWER)
    tag = make.tag(answer, make.topic())
    assert import_one(write(tmp_path, briefing(*EDITED))).outcome == "changed"
    assert public_ids() == before
    assert Tag.objects.get() == tag
    assert "very end" in Turn.objects.get(tags=tag).text


def test_a_turn_put_in_before_others_moves_them_without_changing_their_addresses(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = public_ids()
    import_one(write(tmp_path, briefing(TURNS[0], "Moderator: Please go on.", *TURNS[1:])))
    assert public_ids()[-4:] == before[-4:]
    assert [turn.position for turn in Turn.objects.standing().in_order()] == list(range(6))


def test_a_turn_that_vanished_is_withdrawn_and_stands_again_when_it_comes_back(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = public_ids()
    import_one(write(tmp_path, briefing(*WITHOUT_SECOND_QUESTION)))
    withdrawn = Turn.objects.get(position=None)
    assert withdrawn.public_id == before[3]
    assert withdrawn.withdrawn_at is not None
    assert len(public_ids()) == 4
    import_one(write(tmp_path))
    assert public_ids() == before
    assert not Turn.objects.exclude(withdrawn_at=None).exists()


def test_a_turn_keeps_its_id_even_if_another_says_its_first_words_later(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = public_ids()
    import_one(write(tmp_path, briefing(*EDITED)))
    import_one(write(tmp_path, briefing(*EDITED, TURNS[2])))
    assert public_ids()[:5] == before
    assert len(set(public_ids())) == 6


def test_equal_turns_get_different_addresses(tmp_path: Path) -> None:
    import_one(write(tmp_path, briefing(*TURNS, *WHY, *WHY)))
    assert len(set(public_ids())) == 9


def test_the_same_file_gets_the_same_addresses_in_another_database(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    before = public_ids()
    Conference.objects.all().delete()
    import_one(write(tmp_path))
    assert public_ids() == before


def test_what_a_person_decided_about_the_conference_stands(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    conference = Conference.objects.get()
    conference.title = "Ferry briefing"
    conference.event_date = None
    conference.decide(["title", "event_date"])
    conference.save()
    import_one(write(tmp_path, briefing(*EDITED, title="Weekly briefing", day="5 May 2019\n\n(As delivered)")))
    conference.refresh_from_db()
    assert (conference.title, conference.event_date) == ("Ferry briefing", None)
    assert conference.delivery == "As delivered"


def test_what_a_person_decided_about_a_turn_stands(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turn = Turn.objects.get(text=ANSWER)
    turn.speaker, turn.organisation, turn.kind = make.speaker("Ottoline Brace"), make.organisation("Port"), "other"
    turn.role, turn.text = "Harbour master", "Corrected by ear, word for word, so that hardly one of them is as it was."
    turn.decide(["speaker", "organisation", "kind", "role", "text"])
    turn.save()
    decided = _fields(turn)
    import_one(write(tmp_path, briefing(EDITED[0], "Moderator: Please go on.", *EDITED[1:])))
    turn.refresh_from_db()
    assert _fields(turn) == decided
    assert turn.position == 3
    import_one(write(tmp_path))
    turn.refresh_from_db()
    assert (_fields(turn), turn.position) == (decided, 2)


def test_a_decision_about_one_field_leaves_the_others_to_the_source(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turn = Turn.objects.get(text=ANSWER)
    turn.kind = "other"
    turn.decide(["kind"])
    turn.save()
    import_one(write(tmp_path, briefing(*EDITED)))
    turn.refresh_from_db()
    assert (turn.kind, "very end" in turn.text) == ("other", True)


def test_a_human_decision_on_a_withdrawn_turn_is_there_when_it_comes_back(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    Turn.objects.filter(text__startswith="How many").update(kind="other", decided_fields=["kind"])
    import_one(write(tmp_path, briefing(*WITHOUT_SECOND_QUESTION)))
    import_one(write(tmp_path))
    assert Turn.objects.standing().get(text__startswith="How many").kind == "other"


@pytest.mark.parametrize("prepare", ["new", "changed"])
def test_the_number_of_queries_does_not_grow_with_the_turns(tmp_path: Path, prepare: str) -> None:
    counts = []
    for length in (20, 5, 300):  # the first makes the people known
        turns = [
            text
            for number in range(length)
            for text in (
                f"Ana Ruiz{chr(97 + number % 20)} (Gazette {number % 20}): {number} of {length} ferries? {QUESTION}",
                f"Elena Marsh: {number} of {length} ferries. {ANSWER}",
            )
        ]
        title = f"Briefing {length}"
        first = f"{TURNS[0]} All {length} of them."
        path = write(tmp_path, briefing(first, *turns, title=title), f"{length}.txt", source=title)
        if prepare == "changed":
            import_one(path)
            write(
                tmp_path,
                briefing(first, *turns[2:], title=title).replace("stay as they are", "stay as they were"),
                path.name,
                source=title,
            )
        with CaptureQueriesContext(connection) as queries:
            result = import_one(path)
        assert result.outcome == ("changed" if prepare == "changed" else "created"), result
        counts.append(len(queries))
    assert counts[1] == counts[2] <= 40  # a third of them by the rooms that listen


def _fields(turn: Turn) -> tuple[object, ...]:
    return turn.speaker, turn.organisation, turn.kind, turn.role, turn.text
