"""Exchanges: a question with its follow-ups, its answers and the hand-over that introduces it."""

import pytest

from apps.transcripts import parse


def exchanges(*turns: str) -> list[int]:
    return [turn.exchange for turn in parse("\n\n".join(["Briefing by Ana Ruiz", *turns, ""]).encode()).turns]


def test_what_comes_before_the_first_question_is_exchange_nought() -> None:
    assert exchanges("RUIZ: Good day to all of you.", "Q: Why is it that you are here today?", "RUIZ: So.") == [0, 1, 1]


def test_a_hand_over_belongs_to_the_question_that_it_introduces() -> None:
    assert exchanges("RUIZ: Good day.", "MODERATOR: Now, Jo Lind.", "Q: Why is it that you are here?", "RUIZ: So.") == [
        0,
        1,
        1,
        1,
    ]


def test_a_follow_up_of_the_same_reporter_stays_in_the_exchange() -> None:
    turns = [
        "Jo Lind (Daily Post): Why?",
        "RUIZ: So.",
        "Jo Lind (Daily Post): Is that all that you will say?",
        "RUIZ: Yes.",
    ]
    assert exchanges(*turns, "Tom Berg (CNN): And?", "RUIZ: No.") == [1, 1, 1, 1, 2, 2]


def test_a_nameless_follow_up_stays_in_the_exchange_and_a_new_question_opens_one() -> None:
    turns = [
        "Q: Why is it that you are here today?",
        "RUIZ: So.",
        "Q: But is that all that you have to say?",
        "RUIZ: Yes.",
    ]
    assert exchanges(*turns, "Q: What will the new harbour cost the city?", "RUIZ: Three.") == [1, 1, 1, 1, 2, 2]


def test_an_unanswered_question_is_visible_as_an_exchange_without_an_answer() -> None:
    transcript = parse(b"Briefing by Ana Ruiz\n\nJo Lind (CNN): Why?\n\nTom Berg (BBC): And when?\n\nRUIZ: In May.\n")
    answered = {turn.exchange for turn in transcript.turns if turn.kind == "answer"}
    asked = {turn.exchange for turn in transcript.turns if turn.kind == "question"}
    assert asked - answered == {1}


OPENS = ("Q: What will the new harbour cost the city?", "RUIZ: Three.")


@pytest.mark.parametrize(
    "question",
    [
        "Good morning, Mayor. And the ferry?",
        "Hi. So when?",
        "Thank you, Mayor. Is it safe?",
        "Bonjour. Et le ferry ?",
        "Guten Tag. Und wann?",
    ],
)
def test_a_nameless_reporter_who_greets_or_thanks_first_is_another_one(question: str) -> None:
    assert exchanges(*OPENS, f"Q: {question}", "RUIZ: Yes.") == [1, 1, 2, 2]


@pytest.mark.parametrize(
    "question", ["And the ferry?", "Thank you.", "Thank you. And the ferry?", "Thanks. But when will it sail?", "When?"]
)
def test_a_nameless_reporter_who_goes_on_is_the_same(question: str) -> None:
    assert exchanges(*OPENS, f"Q: {question}", "RUIZ: Yes.") == [1, 1, 1, 1]


@pytest.mark.parametrize("call", ["Next question.", "Jo?", "Yes, in the back.", "Next is Jo Lind, CNN."])
def test_whoever_asks_after_somebody_was_called_is_another_one(call: str) -> None:
    said = exchanges(OPENS[0], f"RUIZ: It will cost three. {call}", "Q: And when?", "RUIZ: In May.")
    assert said == [1, 1, 2, 2]


def test_go_ahead_may_be_said_to_the_same_reporter() -> None:
    assert exchanges(OPENS[0], "RUIZ: It will cost three. Go ahead.", "Q: And when?", "RUIZ: In May.") == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("call", "asker"),
    [
        ("Karl Vint, Nordic Post.", ("Karl Vint", "Nordic Post")),
        ("The Mayor has already answered that. Next question, Coast News.", (None, "Coast News")),
        ("The Mayor will not take that question. Karl Vint, Nordic Post.", ("Karl Vint", "Nordic Post")),
        ("Next question, please.", (None, None)),
        ("Nächste Frage.", (None, None)),
    ],
)
def test_whoever_is_called_after_a_question_that_nobody_answered_asks_another(
    call: str, asker: tuple[str | None, str | None]
) -> None:
    turns = ["MODERATOR: Anna Rill, Radio Ostby.", "Q: Who pays?", f"MODERATOR: {call}", "Q: When?", "RUIZ: In May."]
    said = parse("\n\n".join(["Briefing by Ana Ruiz", "RUIZ: Good day.", *turns, ""]).encode()).turns
    assert [turn.exchange for turn in said] == [0, 1, 1, 2, 2, 2]
    assert [(turn.speaker, turn.organisation) for turn in said if turn.label == "Q"] == [
        ("Anna Rill", "Radio Ostby"),
        asker,
    ]


CALLED = ("RUIZ: We open the harbour.  Go ahead, Karl.", "Q: When will it open?", "RUIZ: In March.  Go ahead, Anna.")


@pytest.mark.parametrize(
    ("call", "numbers"),
    [
        ("It is.  Jonas.", [2, 3, 3]),
        ("It is.  Jonas, go ahead.", [2, 3, 3]),
        ("It is.  Go ahead, Anna.", [2, 2, 2]),
        ("It is.  Absolutely.", [2, 2, 2]),
        ("It is.  Go ahead, sir.", [2, 2, 2]),
    ],
)
def test_whoever_is_called_by_a_first_name_is_another_one(call: str, numbers: list[int]) -> None:
    said = exchanges(*CALLED, "Q: Is the Governor going?", f"RUIZ: {call}", "Q: Who pays?", "RUIZ: We do.")
    assert said == [0, 1, 1, 2, *numbers]


def test_a_turn_without_words_answers_nothing() -> None:
    assert exchanges("Q:  Why now?", "Ana Ruiz: (00:13)")[0] == 1


def test_a_name_alone_after_the_own_answer_calls_whoever_asks_next() -> None:
    said = [*CALLED[:2], "RUIZ: In March.", "RUIZ: Anna.", "Q: Is the Governor going?", "RUIZ: Yes."]
    assert exchanges(*said) == [0, 1, 1, 2, 2, 2]
