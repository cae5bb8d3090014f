"""Thanks are no answer and no call, and whoever calls the next asker answers nothing."""

import pytest

from apps.transcripts import Transcript, parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def transcript(*turns: str, title: str = "Press conference by Governor Ana Ruiz\n\n4 May 2019") -> Transcript:
    return parse("\n\n".join([title, *turns, ""]).encode())


def kinds(*turns: str) -> list[str]:
    return [turn.kind for turn in transcript(*turns).turns]


@pytest.mark.parametrize("thanks", ["Thank you, Kim.", "Thanks, Dr. Dahl.", "Merci, Kim.", "Vielen Dank, Kim."])
def test_a_principal_who_thanks_does_not_moderate(thanks: str) -> None:
    said = kinds(f"KIM DAHL: {LONG}", f"GOVERNOR RUIZ: {thanks}", "Q: Why?", f"GOVERNOR RUIZ: {LONG}")
    assert said == ["statement", "statement", "question", "answer"]


def test_a_guest_who_thanks_the_governor_answers_later() -> None:
    said = kinds(f"GOVERNOR RUIZ: {LONG}", "DR. DAHL: Thank you, Governor.", "Q: Why?", "DR. DAHL: No.")
    assert said == ["statement", "statement", "question", "answer"]


@pytest.mark.parametrize(
    "thanks", ["Thank you all.", "Thanks, everybody.  (Applause.)", "Thank you all very much.  Have a good weekend."]
)
def test_thanks_to_all_leave_a_question_unanswered(thanks: str) -> None:
    turns = transcript(
        f"GOVERNOR RUIZ: {LONG}", "Q: Why?", "GOVERNOR RUIZ: So.", "Q: Will you?", f"RUIZ: {thanks}"
    ).turns
    assert [turn.kind for turn in turns[-2:]] == ["question", "moderator"]


@pytest.mark.parametrize(
    "call",
    [
        "Thank you.  And now Jo Lind, Daily Post.",
        "For the second question, Jo Lind with the Daily Post.",
        "Okay, Associated Press, Jo Lind.",
        "Thanks.  The lady here in the front.",
    ],
)
def test_whoever_only_calls_the_next_asker_answers_nothing(call: str) -> None:
    said = kinds(
        f"GOVERNOR RUIZ: {LONG}",
        f"MS. DAHL: {call}",
        "Q: Why?",
        f"GOVERNOR RUIZ: {LONG}",
        f"MS. DAHL: {call}",
        "Q: So?",
    )
    assert (said[1], said[4]) == ("moderator", "moderator")


@pytest.mark.parametrize("asker", ["Kim", "Speaker 4", "Speaker 2"])
def test_a_short_question_under_a_first_name_or_a_number_is_one_without_any_call(asker: str) -> None:
    said = kinds(
        f"Ana Ruiz: (00:13)\nGood morning. {LONG}",
        f"{asker}: (01:13)\nGovernor, what about the ferry?",
        "Ana Ruiz: (02:13)\nIt sails.",
    )
    assert said == ["statement", "question", "answer"]
