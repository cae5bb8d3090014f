"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests import make

pytestmark = pytest.mark.django_db


def test_two_conferences_of_one_source_cannot_share_a_key() -> None:
    make.conference(key="same")
    with pytest.raises(IntegrityError, match="conference_key_unique_in_source"):
        make.conference(key="same")


def test_two_undated_conferences_cannot_share_a_slug() -> None:
    make.conference(day=None, slug="same")
    with pytest.raises(IntegrityError, match="conference_address_unique"):
        make.conference(day=None, slug="same")


def test_two_turns_cannot_stand_at_one_position() -> None:
    conference = make.conference()
    with pytest.raises(IntegrityError, match="turn_position_unique"), transaction.atomic():
        make.turn(conference, position=0)
        make.turn(conference, position=0)
        connection.check_constraints()  # it is deferred to the end of the transaction


def test_a_turn_without_position_must_be_withdrawn() -> None:
    with pytest.raises(IntegrityError, match="turn_stands_or_is_withdrawn"):
        make.turn(make.conference(), position=None)


def test_a_turn_cannot_end_before_it_begins() -> None:
    with pytest.raises(IntegrityError, match="turn_lines_in_order"):
        make.turn(make.conference(), first_line=9, last_line=8)


def test_a_speaker_cannot_be_merged_into_itself() -> None:
    speaker = make.speaker()
    speaker.merged_into = speaker
    with pytest.raises(IntegrityError, match="speaker_not_merged_into_itself"):
        speaker.save()


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"slug": ""}, "conference_has_a_slug"),
        ({"language": ""}, "conference_has_a_language"),
    ],
)
def test_a_conference_cannot_hold_what_no_conference_has(values: dict[str, str], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make.conference(**values)


def test_a_source_needs_a_name() -> None:
    with pytest.raises(IntegrityError, match="source_has_a_name_and_a_slug"):
        make.source("")


@pytest.mark.parametrize("day", ["0044-03-15 BC", "20000-01-01"])
def test_a_date_that_python_cannot_hold_is_refused_even_from_plain_sql(day: str) -> None:
    conference = make.conference()
    with pytest.raises(IntegrityError, match="conference_event_date_in_range"), connection.cursor() as cursor:
        cursor.execute("UPDATE conferences_conference SET event_date = %s WHERE id = %s", [day, conference.pk])
