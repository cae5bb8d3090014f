"""Exchanges: a question with its follow-ups, its answers and the hand-over that introduces it."""

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
