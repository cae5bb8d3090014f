"""Line numbers at the margin, as court reporters print them, are no words of anybody."""

import pytest

from apps.transcripts import parse
from apps.transcripts.__main__ import record
from apps.transcripts.margin import margins

PAGE = """\
 1                TRANSCRIPT OF PRESS CONFERENCE
 2              RE: HARBOUR FIRE
 3
 4   DATE:   June 21, 2018
 5
 6           MS. RUIZ:  Good afternoon.  We are here to
 7   announce that the harbour is open again, and that
 8   nobody was hurt.
 9           MR. BERG:  Tom Berg, Daily Post.  I have one for
10   Ms. Ruiz:  Who pays?
11           MS. RUIZ:  The town.
12
                                                        2

 1       Q.   When did it start?
 2       A.   In March of last year.
 3       Q.   And who told you?
 4       A.   The night watch.
 5           MS. RUIZ:  Thank you all.
"""


def test_labels_behind_line_numbers_are_found() -> None:
    turns = parse(PAGE.encode()).turns
    assert [(turn.first_line, turn.label) for turn in turns] == [
        (6, "MS. RUIZ"), (9, "MR. BERG"), (11, "MS. RUIZ"),
        (15, "Q"), (16, "A"), (17, "Q"), (18, "A"), (19, "MS. RUIZ"),
    ]  # fmt: skip


def test_the_words_of_numbered_lines_are_one_paragraph() -> None:
    first, second, *_ = parse(PAGE.encode()).turns
    assert first.text.endswith("to announce that the harbour is open again, and that nobody was hurt.")
    assert second.text == "Tom Berg, Daily Post.  I have one for Ms. Ruiz:  Who pays?"


def test_header_and_title_are_read_behind_line_numbers() -> None:
    transcript = parse(PAGE.encode())
    assert transcript.title == "TRANSCRIPT OF PRESS CONFERENCE RE: HARBOUR FIRE"
    assert str(transcript.date) == "2018-06-21"
    assert [line.text for line in transcript.header][:3] == PAGE.split("\n")[:3]


def test_a_line_of_nothing_but_its_number_is_kept_as_a_note() -> None:
    notes = {note.line: note.text for note in parse(PAGE.encode()).notes if note.text}
    assert notes[12] == "12"


def test_the_record_of_a_numbered_page_holds_its_lines_as_printed() -> None:
    turns = record("page.txt", parse(PAGE.encode()))["turns"]
    assert isinstance(turns, tuple)
    assert turns[3]["text"] == " 1       Q.   When did it start?"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{number}" for number in range(1, 30)),
        "\n".join(f"{number}. The ferry sails." for number in range(1, 30)),
        "\n".join(f"{number}   The ferry sails." for number in range(1, 9)),
        "\n".join(f"{number * 3 % 17}   The ferry sails." for number in range(1, 60)),
        "\n".join(f"{number}   {'The ferry sails. ' * 9}" for number in range(1, 30)),
    ],
    ids=["page numbers", "a list", "few lines", "out of order", "paragraphs"],
)
def test_other_numbers_at_the_start_of_lines_are_no_margin(text: str) -> None:
    assert not margins(text.split("\n"))
