"""Words of a label or of a sentence that become nobody's name."""

from collections.abc import Sequence

import pytest

from apps.transcripts import Turn, parse


def turns(*pieces: str, title: str = "Press conference") -> Sequence[Turn]:
    return parse("\n\n".join([title, "4 May 2019", *pieces, ""]).encode()).turns


@pytest.mark.parametrize("field", ["Monetary Policy", "Health", "Financial Stability", "International Affairs"])
def test_what_an_office_is_for_is_nobodys_name(field: str) -> None:
    turn = turns("Q: Why?", f"Deputy Governor, {field}: Because.", "Q: When?")[1]
    assert (turn.speaker, turn.role) == (None, f"Deputy Governor, {field}")


def test_a_name_behind_an_office_and_a_comma_stays_one() -> None:
    assert turns("Q: Why?", "Deputy Governor, Jo Linde: Because.", "Q: When?")[1].speaker == "Jo Linde"


@pytest.mark.parametrize("label", ["Senior Advisor Dr. Jay Varn", "Special Adviser Jay Varn", "Chief Adviser Jay Varn"])
def test_an_adviser_is_known_by_name(label: str) -> None:
    assert turns("Q: Why?", f"{label}: Because.", "Q: When?")[1].speaker == "Jay Varn"


def test_the_full_stop_of_a_sentence_is_no_part_of_a_name() -> None:
    handed = "PRIME MINISTER HOLT: Let me hand over to Health Minister Eva Dahlin."
    found = turns(handed, "Q: When?", "HEALTH MINISTER: Soon.", title="Press conference by Prime Minister Lars Holt")
    assert found[2].speaker == "Eva Dahlin"


@pytest.mark.parametrize(
    "lead",
    [
        "The Prime Minister, Tom Ward, told me",
        "Le Premier ministre, Tom Ward, m’a dit ",
        "Der Kanzler, Tom Ward, sagte mir",
        "El presidente, Tom Ward, me dijo",
    ],
)
def test_who_is_quoted_in_an_answer_does_not_speak(lead: str) -> None:
    found = turns(
        "MINISTER LUNDE: Good day.", "Q: Why?", "MINISTER LUNDE: So.", f'{lead}: "Stay."', "So I stay.", "Q: Oh?"
    )
    assert [turn.label for turn in found] == ["MINISTER LUNDE", "Q", "MINISTER LUNDE", "Q"]


def test_a_president_who_is_only_quoted_does_not_speak() -> None:
    said = ["MINISTER LUNDE: Good day.", "Q: Whom do you quote?", "MINISTER LUNDE: Somebody greater."]
    found = turns(*said, 'President Kalden: "Ask not."', "That is my motto.", "Q: Thanks.")
    assert [turn.label for turn in found] == ["MINISTER LUNDE", "Q", "MINISTER LUNDE", "Q"]


def test_where_all_speech_is_in_quotation_marks_whoever_is_met_once_speaks() -> None:
    said = ['GOVERNOR LUNDE: "Good day."', 'Q: "Why?"', 'GOVERNOR LUNDE: "So."', 'President Kalden: "Ask not."']
    assert [turn.label for turn in turns(*said, 'Q: "When?"')][3] == "President Kalden"


def test_a_dialogue_that_is_read_from_a_report_belongs_to_whoever_reads() -> None:
    read = ["Inspector: Was it closed?", "Operator: Yes.", "Inspector: Who closed it?", "Operator: I did."]
    lead = "MAYOR ROUX: Let me read what the report says."
    found = turns(lead, *read, "That is on page four.", "Q: Who is he?", "MAYOR ROUX: We do not know.")
    assert [turn.label for turn in found] == ["MAYOR ROUX", "Q", "MAYOR ROUX"]


def test_an_inspector_who_speaks_elsewhere_too_is_no_dialogue() -> None:
    said = ["Inspector: It was closed.", "Operator: Next question.", "Inspector: As I said."]
    lead = "MAYOR ROUX: Let me read what the report says."
    found = turns(lead, *said, "Q: Who is he?", "MAYOR ROUX: I do not know.", "Inspector: Nor do I.")
    assert len(found) == 7
