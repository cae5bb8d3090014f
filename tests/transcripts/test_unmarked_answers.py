"""Pages on which only the questions have a label: the paragraphs behind them are not the reporter's."""

from apps.transcripts import Kind, parse

PAGE = """Sea Council: Press remarks by High Representative Ana Ruiz

4 May 2019

Good evening. We had a long day.

Q&A

Q. You mentioned the ships. When will they sail?

They will sail in June.

There will be ten.

Q. And the nets?

They too.

Q. A word on the harbour, if I may.

Is it shut?

It is not.
"""


def told(text: str) -> list[tuple[Kind, str | None, str]]:
    return [(turn.kind, turn.speaker, turn.text) for turn in parse(text.encode()).turns][1:]


def test_a_paragraph_behind_a_question_answers_where_nothing_marks_answers() -> None:
    assert told(PAGE)[:4] == [
        (Kind.QUESTION, None, "You mentioned the ships. When will they sail?"),
        (Kind.ANSWER, "Ana Ruiz", "They will sail in June.\n\nThere will be ten."),
        (Kind.QUESTION, None, "And the nets?"),
        (Kind.ANSWER, "Ana Ruiz", "They too."),
    ]


def test_that_nothing_marks_the_answers_is_doubted_once() -> None:
    doubts = [note.line for note in parse(PAGE.encode()).notes if "Nothing marks the answers" in note.message]
    assert doubts == [11]


def test_a_question_goes_on_to_the_paragraph_that_asks() -> None:
    assert told(PAGE)[-1] == (Kind.ANSWER, "Ana Ruiz", "It is not.")


def test_an_unmarked_answer_beside_two_principals_is_nobodys() -> None:
    two = PAGE.replace("Ana Ruiz", "Ana Ruiz and Foreign Minister Tom Lind")
    assert {speaker for kind, speaker, _ in told(two) if kind is Kind.ANSWER} == {None}


def test_questions_of_several_paragraphs_stay_whole_where_answers_have_a_label() -> None:
    marked = PAGE.replace("They will sail", "A. They will sail").replace("They too", "A. They too")
    assert told(marked)[-1][0] is Kind.QUESTION


def test_a_list_of_questions_has_no_answers() -> None:
    text = "Briefing by Minister Ana Ruiz\n\nSo.\n\nQ. When?\n\nQ. Where?\n\nQ. Why?\n\nThank you.\n"
    assert [kind for kind, _, _ in told(text)] == [Kind.QUESTION] * 3
