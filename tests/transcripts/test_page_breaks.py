"""What stands between two pages: numbers, and that more follows."""

import pytest

from apps.transcripts import parse

PAGES = (
    "Press briefing by Ana Ruiz\nMarch 3, 2020\n\nMS. RUIZ:  Good morning.  The council believes that we should\n\n"
    "{first}\n\ngo on.  And so on.\n\nQ    Jo Lind, Star.  Why\n\n{second}\n\nnot?\n\nMS. RUIZ:  Because.\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [("- 2 -", "- 3 -"), ("MORE\n\n- 2 -", "MORE\n\n- 3 -"), ("-more-", "-more-"), ("(MORE)\n\n2", "(MORE)\n\n3")],
)
def test_page_numbers_between_dashes_and_more_below_a_page_are_no_speech(first: str, second: str) -> None:
    transcript = parse(PAGES.format(first=first, second=second).encode())
    assert [turn.text for turn in transcript.turns] == [
        "Good morning.  The council believes that we should go on.  And so on.",
        "Jo Lind, Star.  Why not?",
        "Because.",
    ]


def test_more_beside_one_page_number_is_enough() -> None:
    transcript = parse(PAGES.format(first="MORE\n\n- 2 -", second="and").encode())
    assert transcript.turns[0].text == "Good morning.  The council believes that we should go on.  And so on."


def test_more_in_an_answer_is_speech() -> None:
    text = "Press briefing\n\nQ: What do you want?\n\nRUIZ:\n\nMore.\n\nQ: And then?\n\nRUIZ:\n\nMore.\n"
    assert [turn.text for turn in parse(text.encode()).turns] == ["What do you want?", "More.", "And then?", "More."]
