"""What stands above the title and beside it: letterheads, menus, standfirsts, the day of issue."""

import datetime

import pytest

from apps.transcripts import Transcript, parse

TURNS = "Q. Why did you lose?\n\nJo Lind: We did.\n\nQ. And now?\n\nJo Lind: Now we train.\n"


def transcript(header: str) -> Transcript:
    return parse(f"{header}\n\n{TURNS}".encode())


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("POST-CABINET PRESS CONFERENCE: MONDAY, 13 FEBRUARY 2023", "POST-CABINET PRESS CONFERENCE"),
        ("Press briefing on Monday, 13 February 2023", "Press briefing"),
        ("Remarks on Black Friday, 13 February 2023", "Remarks on Black Friday"),
        ("Republik Norland\nStaatskanzlei\n\nPressefoyer am Morgen\n\n4. Mai 2019", "Pressefoyer am Morgen"),
        ("Republic of Norland\n\nThe Year Ahead in Fisheries\n\n4 May 2019", "The Year Ahead in Fisheries"),
        ("MENU  Shop  LOG IN\n\nTeam\n\nEvery word: Lind on the derby\n\n4 May 2019", "Every word: Lind on the derby"),
    ],
)  # fmt: skip
def test_the_title_is_neither_letterhead_nor_menu_nor_weekday(header: str, title: str) -> None:
    assert transcript(header).title == title


@pytest.mark.parametrize("key", ["Venue: the Old Hall by the harbour", "Speakers: Ana Ruiz and Jo Lind"])
def test_a_key_of_the_header_above_the_date_is_no_headline(key: str) -> None:
    assert transcript(f"MENU  Shop  LOG IN\n\n{key}\n\n4 May 2019").title is None


@pytest.mark.parametrize(
    "words",
    [
        "Head coach Jo Lind spoke to the media at our training ground ahead of the derby. Here is everything he said.",
        "Jo Lind answered questions from reporters after the match. Here's what the coach had to say:",
        "Trainer Jo Lind stellte sich den Fragen der Presse. Das Gespräch im Wortlaut:",
    ],
)
def test_what_an_editor_tells_above_the_first_label_is_no_speech(words: str) -> None:
    read = transcript(f"Press conference\n\n4 May 2019\n\n{words}\n\nOn the derby…")
    assert [turn.label for turn in read.turns] == ["Q", "Jo Lind", "Q", "Jo Lind"]


def test_a_speaker_who_tells_of_reporters_speaks() -> None:
    read = transcript(
        "Press conference by Mayor Ana Ruiz\n\n4 May 2019\n\nI spoke to the media yesterday, as you know."
    )
    assert (read.turns[0].label, read.turns[0].speaker) == (None, "Ana Ruiz")


@pytest.mark.parametrize(
    "header",
    [
        "June 28, 2019\nBank of Norland\n\nPress Conference\n\n— Thursday, June 27, 2019\nfrom 2:00 p.m. in Lund",
        "28 June 2019\n\nPress Conference\n\nThursday 27 June 2019, 14.30 Uhr",
        "Press Conference\n\nDate of issue: 28 June 2019\n27 June 2019",
        "Press Conference\n\n28 June 2019\n\nDate of the conference: 27 June 2019",
    ],
)
def test_the_day_of_issue_is_not_the_day_of_the_event(header: str) -> None:
    assert transcript(header).date == datetime.date(2019, 6, 27)
