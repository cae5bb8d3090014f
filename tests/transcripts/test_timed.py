"""Automatic transcripts: a name and a time code on the line above the speech."""

import pytest

from apps.transcripts import parse

TURNS = [
    ("Chief Ana Ruiz", "Good afternoon, everybody."),
    ("Speaker 2", "Hi, Jo Lind, Channel 9. When does the ferry sail?"),
    ("Chief Ana Ruiz", "On Monday."),
    ("Speaker 2", "Not before?"),
    ("Chief Ana Ruiz", "Not before."),
]
FORMS = [
    "{who}  {time}\n{said}",
    "{who}   {time}  \n{said}",
    "{who} ({time})\n{said}",
    "{who}   (0:{time})\n\n{said}",
    "**{who}** | {time}\n{said}",
    "**{who}**  *{time}*\n\n{said}",
    "{time} {who}\n{said}",
    "{time} - {who}\n{said}",
    "[00:{time}] {who}\n{said}",
    "[00:{time}] {who}:\n{said}",
    "[00:{time}] {who}: {said}",
    "{who} [00:{time}.120]\n{said}",
]
HEAD = "Harbour press conference\nSat, Mar 16, 2024 8:11AM • 14:22\n\n"


def page(form: str, turns: list[tuple[str, str]] = TURNS) -> bytes:
    spoken = [form.format(who=who, time=f"{n:02}:0{n % 9}", said=said) for n, (who, said) in enumerate(turns)]
    return (HEAD + "\n\n".join(spoken)).encode()


@pytest.mark.parametrize("form", FORMS)
def test_a_name_with_a_time_code_above_speech_begins_a_turn(form: str) -> None:
    turns = parse(page(form)).turns
    assert [(turn.label, turn.text) for turn in turns] == TURNS
    assert [turn.speaker for turn in turns[:3]] == ["Ana Ruiz", "Jo Lind", "Ana Ruiz"]
    assert [turn.kind for turn in turns[1:3]] == ["question", "answer"]
    assert turns[2].time is not None
    assert "02:02" in turns[2].time


def test_a_display_name_that_names_nobody_is_a_label_among_timed_ones() -> None:
    turns = parse(page(FORMS[0], [*TURNS, ("Newsroom iPad 2", "And on Sunday?"), TURNS[2]])).turns
    assert [(turn.label, turn.speaker) for turn in turns[-2:]] == [
        ("Newsroom iPad 2", None),
        (*TURNS[2][:1], "Ana Ruiz"),
    ]


def test_a_timetable_in_a_speech_begins_no_turns() -> None:
    text = """Harbour press conference

4 May 2019

ANA RUIZ: The visit begins on Monday.

09:00 Jo Lind
10:30 Jo Lind
11:15 Eva Holm
12:00 Jo Lind

Q: And then?

ANA RUIZ: Then we eat.
"""
    assert [turn.label for turn in parse(text.encode()).turns] == ["ANA RUIZ", "Q", "ANA RUIZ"]


def test_times_that_go_back_are_no_time_codes_of_a_recording() -> None:
    text = "\n\n".join(f"Lund Harbour {time}\nThe ferry sails." for time in ("09:00", "07:00", "08:00"))
    assert not any(turn.label for turn in parse(f"ANA RUIZ: This is the table.\n\n{text}".encode()).turns[1:])


EARNINGS = """# Norland Ferries (NFR) Q2 2021 Earnings Call

By Lund Transcribing | Jul 30, 2021 at 1:31AM

Jul 29, 2021, 5:00 p.m. ET

## Prepared Remarks:

**Operator**

Good day. Our first question comes from the line of Jo Lind with Holm Securities.

**Jo Lind** -- *Holm Securities -- Analyst*

How much of it was price?

**Ana Ruiz** -- *Chief Financial Officer*

About a third.

**Jo Lind** -- *Holm Securities -- Analyst*

Thank you. And units?

**Ana Ruiz** -- *Chief Financial Officer*

The rest.
"""


@pytest.mark.parametrize("dash", ["--", "–", "—"])
def test_a_name_and_what_somebody_does_may_be_printed_in_bold_and_italics(dash: str) -> None:
    found = parse(EARNINGS.replace("--", dash).encode())
    jo = (f"Jo Lind {dash} Holm Securities {dash} Analyst", "Jo Lind", "Holm Securities", "question")
    ana = (f"Ana Ruiz {dash} Chief Financial Officer", "Ana Ruiz", None, "answer")
    assert [(turn.label, turn.speaker, turn.organisation, turn.kind) for turn in found.turns[1:]] == [jo, ana, jo, ana]


def test_the_date_behind_whoever_wrote_the_page_is_the_day_of_publication() -> None:
    assert str(parse(EARNINGS.encode()).date) == "2021-07-29"


def test_a_time_of_day_belongs_to_what_is_said() -> None:
    """And begins no turn: only in brackets or alone on its line it is the recording's."""
    text = (
        "Briefing by Mayor Ana Ruiz\n\n4 May 2019\n\nQ: When does it open?\n\nMAYOR RUIZ: 9:00 a.m. tomorrow.\n\n"
        "Breakfast: 7:30 a.m.\n\nStart: 10:30 in the morning.\n\nQ: And then?\n\nMAYOR RUIZ: 10:30 as ever.\n"
    )
    assert [(turn.label, turn.text) for turn in parse(text.encode()).turns] == [
        ("Q", "When does it open?"),
        ("MAYOR RUIZ", "9:00 a.m. tomorrow.\n\nBreakfast: 7:30 a.m.\n\nStart: 10:30 in the morning."),
        ("Q", "And then?"),
        ("MAYOR RUIZ", "10:30 as ever."),
    ]
