"""Whole pages in the layouts of the two seeds, with invented people: every field of the Transcript."""

import datetime

from apps.transcripts import parse
from apps.transcripts.transcript import Kind

EXCERPT = """Pre-summit Press Conference by Lund Council Secretary General Ana Ruiz (Excerpts)

December 4, 2017

Trade Sector:\xa0

  • Fish
  • Timber

Good morning. We met today.

So I am ready to take your questions.

Q:\xa0 How do you respond?

Ruiz:\xa0 There are two points.

This is the second.

Moderator:\xa0 Daily Post, lady in the fifth row.

Jo Lind (Daily Post):\xa0 Thank you. Will it last?

Ruiz:\xa0 It will.
"""

STATEMENT = """Press conference

by Lund Council Secretary General Ana Ruiz following the meetings of Fish Ministers

  • 04 Oct. 2018 -
  • |
  • Last updated 05-Oct-2018 09:28

(As delivered)

Good afternoon.

We have just finished.
"""


def test_an_excerpt_with_topics_and_questions_is_read() -> None:
    transcript = parse(EXCERPT.encode())
    assert transcript.title == "Pre-summit Press Conference by Lund Council Secretary General Ana Ruiz"
    assert transcript.date == datetime.date(2017, 12, 4)
    assert transcript.excerpt
    assert transcript.source_topics == ("Fish", "Timber")
    assert [(t.label, t.speaker, t.organisation, t.kind, t.first_line, t.exchange) for t in transcript.turns] == [
        (None, "Ana Ruiz", None, Kind.STATEMENT, 10, 0),
        ("Q", None, None, Kind.QUESTION, 14, 1),
        ("Ruiz", "Ana Ruiz", None, Kind.ANSWER, 16, 1),
        ("Moderator", None, None, Kind.MODERATOR, 20, 2),
        ("Jo Lind (Daily Post)", "Jo Lind", "Daily Post", Kind.QUESTION, 22, 2),
        ("Ruiz", "Ana Ruiz", None, Kind.ANSWER, 24, 2),
    ]
    assert transcript.turns[2].text == "There are two points.\n\nThis is the second."
    assert transcript.turns[2].role == "Lund Council Secretary General"
    assert transcript.turns[2].last_line == 18


def test_a_statement_without_questions_is_one_turn_of_its_principal() -> None:
    transcript = parse(STATEMENT.encode())
    assert transcript.title == (
        "Press conference by Lund Council Secretary General Ana Ruiz following the meetings of Fish Ministers"
    )
    assert transcript.subtitle == (
        "by Lund Council Secretary General Ana Ruiz following the meetings of Fish Ministers",
    )
    assert (transcript.date, transcript.updated) == (datetime.date(2018, 10, 4), datetime.date(2018, 10, 5))
    assert transcript.delivery == "As delivered"
    assert not transcript.excerpt
    [turn] = transcript.turns
    assert (turn.label, turn.speaker, turn.kind, turn.text) == (
        None, "Ana Ruiz", Kind.STATEMENT, "Good afternoon.\n\nWe have just finished.",
    )  # fmt: skip
