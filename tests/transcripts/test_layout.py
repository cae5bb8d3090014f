"""Layout damage: page heads in mid-sentence, hard wraps, single line breaks, no-break spaces, Markdown."""

import datetime

import pytest

from apps.transcripts import parse

WRAPPED = """Transcript of Chair Ruiz’s Press Conference
March 4, 2019

CHAIR RUIZ.  Good afternoon.  We have decided to leave the rate where it is, and
we expect to leave it there for some time, because the harbour is full and the
ships are many.
March 4, 2019 Chair Ruiz’s Press Conference FINAL
{page} of 9

The outlook is good.  We think that it will stay good, as far as anyone can see
from the tower, and
March 4, 2019 Chair Ruiz’s Press Conference FINAL
2 of 9

beyond it, if the weather holds and nobody asks us for more than we have to give.
JO LIND.  Jo Lind, Daily Post.  Will it rain on the harbour next week or only
March 4, 2019 Chair Ruiz’s Press Conference FINAL
3 of 9

in the hills, and who will tell us?
CHAIR RUIZ.  It will not.
"""


def test_page_heads_in_mid_sentence_are_taken_out_and_kept() -> None:
    transcript = parse(WRAPPED.format(page=1).encode())
    assert [turn.label for turn in transcript.turns] == ["CHAIR RUIZ", "JO LIND", "CHAIR RUIZ"]
    assert "the tower, and beyond it, if" in transcript.turns[0].text
    assert transcript.turns[1].text.endswith("only in the hills, and who will tell us?")
    kept = [note.text for note in transcript.notes if note.text]
    assert sum(text.count("FINAL") for text in kept) == 3
    assert transcript.turns[1].organisation == "Daily Post"


def test_a_paragraph_that_is_wrapped_is_joined() -> None:
    first = parse(WRAPPED.format(page=1).encode()).turns[0]
    assert first.text.split("\n\n")[0].startswith(
        "Good afternoon.  We have decided to leave the rate where it is, and we"
    )


def test_a_wrapped_paragraph_is_joined_where_the_other_turns_are_short() -> None:
    said = (
        "Good afternoon, everyone.  The harbour will be opened in the\n"
        "second week of March, and the crane will be there a week before that,\nas we told you last time."
    )
    short = "\n\nQ    When?\n\nMS. RUIZ:  In March." * 9
    page = f"Press briefing by Press Secretary Ana Ruiz\n\n4 May 2019\n\nMS. RUIZ:  {said}{short}\n"
    assert parse(page.encode()).turns[0].text == said.replace("\n", " ")


def test_long_lines_with_room_for_the_next_word_are_paragraphs() -> None:
    lines = [
        "we have a crane that came to us from the yard at Lund in winter",
        "the ferries sail again from the north quay",
        "e-mail us about it",
    ]
    short = "\n\nQ: Why?\n\nMS. RUIZ: So." * 6
    page = "Press briefing\n\n4 May 2019\n\nMS. RUIZ: Good day.\n" + "\n".join(lines) + short
    assert parse(page.encode()).turns[0].text.split("\n\n")[1:] == lines


TITLE = "Press conference by Minister Ana Ruiz"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{TITLE}\n2", f"{TITLE}\n3"), (f"2\n{TITLE}", f"3\n{TITLE}"), (TITLE, TITLE), ("2", "3"),
        (f"{TITLE}\n4 May 2019\n2", f"{TITLE}\n4 May 2019\n3"), (f"{TITLE}\n\n2", ""), (TITLE, ""), ("2", ""),
        ("Page 2 of 2", ""),
    ],
)  # fmt: skip
def test_title_and_number_of_a_page_in_mid_sentence_are_taken_out(first: str, second: str) -> None:
    transcript = parse(
        f"{TITLE}\n\n4 May 2019\n\nMINISTER RUIZ: We open in the second week of\n\n{first}\n\nMarch.\n\n"
        f"Q: Why?\n\nMINISTER RUIZ: The ice was\n\n{second}\n\nthick.\n".encode()
    )
    assert transcript.title == TITLE
    assert transcript.turns[0].text == "We open in the second week of March."
    assert not second or transcript.turns[2].text == "The ice was thick."


def test_numbers_that_do_not_count_pages_stay_in_the_speech() -> None:
    transcript = parse(b"Press briefing\n\nMS. RUIZ: The numbers are\n\n12\n\n12\n\n40\n\nand no more.\n")
    assert transcript.turns[0].text.split() == "The numbers are 12 12 40 and no more.".split()


def test_single_line_breaks_part_paragraphs_where_lines_are_not_wrapped() -> None:
    transcript = parse(b"Briefing\nby Mayor Ana Ruiz\n(As delivered)\nGood day.\nWe met.\nQ: Why?\nRUIZ: So.\n")
    assert [turn.text for turn in transcript.turns] == ["Good day.\n\nWe met.", "Why?", "So."]


def test_no_break_spaces_and_markdown_do_not_hide_a_label() -> None:
    text = (
        "Briefing\n\n\xa0\xa0 Q\xa0\xa0 Why?\n\n**MS. RUIZ:** So. \\[Laughter.\\]\n\n**Section**\n\n\xa0 Q\xa0 And?\n"
    )
    transcript = parse(text.encode())
    assert [turn.label for turn in transcript.turns] == ["Q", "MS. RUIZ", "Q"]
    assert transcript.turns[1].text == "So. [Laughter.]\n\n**Section**"


def test_no_escaped_sign_of_markdown_hides_a_label() -> None:
    transcript = parse(b"Briefing\n\nQ\\: Why now\\?\n\nMS. RUIZ\\: So\\; it is 3\\%.\n")
    assert [(turn.label, turn.text) for turn in transcript.turns] == [("Q", "Why now?"), ("MS. RUIZ", "So; it is 3%.")]


def test_several_turns_in_one_paragraph_are_parted() -> None:
    transcript = parse(b"Briefing by Ana Ruiz\n\nRUIZ: We are open. Q: Since when? RUIZ: May. Q: Why? RUIZ: So: yes.\n")
    assert [(turn.label, turn.text.strip()) for turn in transcript.turns] == [
        ("RUIZ", "We are open."), ("Q", "Since when?"), ("RUIZ", "May."), ("Q", "Why?"), ("RUIZ", "So: yes."),
    ]  # fmt: skip
    assert {turn.first_line for turn in transcript.turns} == {3}


def test_a_label_that_is_wrapped_is_read_whole() -> None:
    text = "Briefing\n\nQUESTION (Jo Lind of the\nDaily Post): Why?\n\nMS. RUIZ: So.\n"
    turn = parse(text.encode()).turns[0]
    assert (turn.label, turn.speaker, turn.organisation, turn.text) == (
        "QUESTION (Jo Lind of the Daily Post)", "Jo Lind", "Daily Post", "Why?",
    )  # fmt: skip


def test_a_head_of_several_lines_between_two_numbered_pages_is_no_label() -> None:
    head = "    HARBOUR OFFICE\n    Moderator: Jo Lind\n    02-24-23/1:00 pm\n\n"
    page = "Ana Ruiz: It rains.\n\nQ: And then?\n\n    Page {}\n\n"
    transcript = parse((head + page.format(1) + head + page.format(2) + head + "Ana Ruiz: The sun.\n").encode())
    assert [turn.label for turn in transcript.turns] == ["Ana Ruiz", "Q", "Ana Ruiz", "Q", "Ana Ruiz"]


def test_a_page_number_may_tell_in_square_brackets_how_many_pages_there_are() -> None:
    page = "Ana Ruiz: It rains.\n\nQ: And then?\n\nSIDA {} [3]\n\n"
    transcript = parse("".join(page.format(number) for number in (1, 2, 3)).encode())
    assert not any("SIDA" in turn.text for turn in transcript.turns)


def test_a_long_gap_moves_no_line_number() -> None:
    gap = "\n" * 500
    transcript = parse(f"Press conference{gap}4 March 2019\n\nQ: Why?{gap}MAYOR RUIZ: So it is.\n".encode())
    assert transcript.date == datetime.date(2019, 3, 4)
    assert [turn.first_line for turn in transcript.turns] == [503, 1003]


def test_two_long_lines_that_go_on_are_enough_on_a_short_page() -> None:
    text = (
        "Press conference by Mayor Ana Ruiz\n4 May 2019\n   MAYOR RUIZ:  It is fine today, and so we go on with the\n"
        "work of the council.\n   Q    Kim Berg, Daily Post.  Why, and what does the whole\ncouncil say?\n"
        "   MAYOR RUIZ:  Because.\n"
    )
    assert [turn.text for turn in parse(text.encode()).turns] == [
        "It is fine today, and so we go on with the work of the council.",
        "Kim Berg, Daily Post.  Why, and what does the whole council say?",
        "Because.",
    ]


def test_each_line_is_a_paragraph_where_no_blank_lines_part_them() -> None:
    turns = ["Pier Lead Colm Daly: All are ashore.", "Jo Lind (Coast News): When?", "Pier Lead Eva Moss: At dawn."]
    got = parse("\n".join(["Briefing", "Superintendent Ana Ruiz: Good morning.", *turns]).encode()).turns
    assert [turn.label for turn in got][1:] == [turn.partition(":")[0] for turn in turns]
