"""What a turn does: told from who speaks and how, not from a question mark alone."""

import pytest

from apps.transcripts import parse
from tests.transcripts.kinds import GUEST, LONG, kinds


def test_what_is_said_before_the_first_question_is_a_statement() -> None:
    assert kinds(LONG, "Q: Why?", "RUIZ: So.") == ["statement", "question", "answer"]


@pytest.mark.parametrize("later", ["Q: You did.", "Q: Why not more than that?"])
def test_few_words_without_question_mark_ask_where_they_are_answered(later: str) -> None:
    assert kinds("RUIZ: Good day.", "Q: You promised more.", "RUIZ: Are you sure?", later, "RUIZ: Fine.") == [
        "statement", "question", "answer", "question", "answer",
    ]  # fmt: skip


def test_an_answer_may_hold_a_question_mark() -> None:
    assert kinds("Q: Why?", f"RUIZ: Why not? {LONG}")[1] == "answer"


def test_named_reporters_ask_though_no_label_says_so() -> None:
    told = kinds(
        f"ANA RUIZ: {LONG}",
        "JO LIND: Will it last?",
        f"ANA RUIZ: {LONG}",
        "TOM BERG: I was wondering whether it will.",
        "ANA RUIZ: Yes.",
    )
    assert told == ["statement", "question", "answer", "question", "answer"]


@pytest.mark.parametrize(
    "reply",
    [
        "Training, Schwimmen, Schlaf.",
        "Zwei Dinge: Tarife, Spitäler.",
        "Yes.",
        "Absolutely.",
        "No, no, no.",
        "Thank you.",
    ],
)
def test_a_short_answer_is_an_answer(reply: str) -> None:
    assert kinds("Q: Why?", f"RUIZ: {LONG}", "Q: Is it so?", f"RUIZ: {reply}", "Q: And?")[3] == "answer"


def test_who_is_called_on_after_the_answer_makes_a_statement() -> None:
    told = kinds(
        f"MAYOR RUIZ: {LONG}",
        "Q: Why is it so?",
        "MAYOR RUIZ: It is.",
        "MODERATOR: Thank you. Governor, please.",
        f"GOVERNOR BERG: {LONG}",
    )
    assert told[-1] == "statement"


def test_interpreters_are_other() -> None:
    assert kinds("Q: Why?", "INTERPRETER: He says so.") == ["question", "other"]


def test_nameless_speakers_of_a_recording_ask_unless_they_call() -> None:
    told = kinds(
        f"Ana Ruiz: (00:01)\n{LONG}", "Speaker 1: (04:00)\nWill it?", f"Ana Ruiz: (04:10)\n{LONG}",
        "Speaker 2: (05:00)\nLast question, please.",
        "Speaker 1: (05:05)\nAnd the cost?", "Ana Ruiz: (05:10)\nThree.",
    )  # fmt: skip
    assert told == ["statement", "question", "answer", "moderator", "question", "answer"]


def test_who_is_asked_to_say_something_answers() -> None:
    told = kinds(
        "Q: Why?", f"RUIZ: {LONG} Bob, do you want to answer that?", "BOB: Sure, it is so.", "Q: And?", "BOB: No."
    )
    assert told == ["question", "answer", "answer", "question", "answer"]


def test_a_reporter_with_an_outlet_is_no_guest_though_his_question_has_no_question_mark() -> None:
    told = kinds(f"RUIZ: {LONG}", f"JO LIND: Jo Lind, Reuters. {GUEST}", f"RUIZ: {LONG}")
    assert told == ["statement", "question", "answer"]


def test_turns_without_a_name_are_not_one_person_s() -> None:
    told = kinds(
        f">> {LONG}", ">> CHIEF RUIZ: WE SHALL SEE.", ">> OKAY. WE WILL TAKE A FEW QUESTIONS.",
        ">> REPORTER: CHIEF, HOW MANY?", ">> CHIEF RUIZ: NINE.", ">> SHERIFF, THE DRIVER, IS HE WELL?",
        ">> SHERIFF DAHL: HE IS.", ">> THANK YOU ALL. GOOD NIGHT.",
    )  # fmt: skip
    assert told == ["statement", "statement", "moderator", "question", "answer", "question", "answer", "moderator"]


def test_words_in_capitals_are_nobody_s_name() -> None:
    page = (
        ">> OKAY. WE WILL TAKE A FEW QUESTIONS.\n\n>> REPORTER: CHIEF, THE DRIVER, IS HE WELL?\n\n>> CHIEF RUIZ: YES."
        "\n\n>> REPORTER: JO LIND, CHANNEL 9. WHY?\n\n>> CHIEF RUIZ: IT RAINED."
    )
    assert [turn.speaker for turn in parse(page.encode()).turns] == [None, None, "Ruiz", "Jo Lind", "Ruiz"]


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Who is it?", "Valeria?"),
        ("Valeria went.", "Valeria?"),
        ("It is so and will be so for a long time.", "Meaning?"),
    ],
)
def test_a_name_with_a_question_mark_that_asks_back_is_an_answer(question: str, reply: str) -> None:
    assert kinds("Q: Why is it so?", "RUIZ: So.", f"Q: {question}", f"RUIZ: {reply}", "Q: Yes.")[3] == "answer"


def test_who_denies_and_calls_the_next_answers() -> None:
    assert kinds("Q: Is it so at all?", "RUIZ: No. Next question.", "Q: And?", "RUIZ: Yes.")[1] == "answer"


@pytest.mark.parametrize(
    "request_",
    [
        "I would like to know who pays for the new crane.",
        "Please say something about the new crane of ours.",
        "Please explain how the new crane will work.",
        "Ich möchte gerne wissen, wer den neuen Kran bezahlt.",
        "J’aimerais savoir qui paie la nouvelle grue.",
        "Me gustaría saber quién paga la nueva grúa.",
    ],
)
def test_a_named_reporter_who_asks_for_something_asks_without_question_mark(request_: str) -> None:
    told = kinds(
        "MAYOR RUIZ: We open the harbour in March.",
        f"JO LIND: {request_}",
        "MAYOR RUIZ: We will, as I have said before.",
    )
    assert told == ["statement", "question", "answer"]
