"""Initials and abbreviated offices as labels stand for whom the document means, or for nobody."""

import pytest

from apps.transcripts import Transcript, parse


def transcript(*turns: str, title: str = "Press briefing") -> Transcript:
    return parse("\n\n".join([title, *turns, ""]).encode())


def speakers(*turns: str, title: str = "Press briefing") -> list[str | None]:
    return [turn.speaker for turn in transcript(*turns, title=title).turns]


def test_initials_are_those_of_the_only_full_name_that_they_fit() -> None:
    first = ["Petra LINDQUIST: Because it works.", "Owen MARSH: Yes."]
    after = ["PL: Today.", "OM: No.", "PL: Oh.", "OM: So."]
    assert (
        speakers("Q: Why?", *first, "Q: How?", *first, "Q: When?", *after)[7:] == ["Petra Lindquist", "Owen Marsh"] * 2
    )


def test_initials_in_brackets_behind_a_name_of_the_header_are_explained() -> None:
    title = "Press briefing with head coach Ruben Hale (RH) and captain Tom Bryer (TB)"
    assert speakers("Q: Why?", "RH: We lost.", "Q: Tom?", "TB: We did.", title=title)[1::2] == [
        "Ruben Hale",
        "Tom Bryer",
    ]


@pytest.mark.parametrize("letters", ["RH", "R.H.", "N.A.", "XQ", "CFO", "CE LTA", "DDG", "KPMR", "Br"])
def test_letters_that_nothing_explains_are_nobodys_name(letters: str) -> None:
    turns = transcript("Q: Why?", f"{letters}: We lost, and we know it.", "Q: When?", f"{letters}: Today.").turns
    assert {turn.speaker for turn in turns} == {None}
    assert [turn.label for turn in turns[1::2]] == [letters.rstrip(".")] * 2


def test_initials_that_fit_two_people_are_neither() -> None:
    turns = ["Ana RUIZ: Good day.", "Abel ROTH: Good day.", "Q: Why?", "AR: Because.", "Q: When?", "AR: Today."]
    assert speakers(*turns)[3] is None


def test_whoever_has_initials_only_still_answers() -> None:
    turns = transcript(
        "Q: Why?", "RH: We lost.", "Q: When?", "TB: Today.", "Q: Where?", "TB: Here.", "Q: Who?", "RH: I."
    ).turns
    assert [turn.kind for turn in turns] == ["question", "answer"] * 4


def test_an_abbreviated_office_is_its_holders() -> None:
    title = "Doorstop interview\n\n[The Minister was joined by Ms Nuru Aziz, Chief Executive, Port Authority (CE PA).]"
    assert (
        speakers("Reporter: Why?", "CE PA: Because.", "Reporter: When?", "CE PA: Today.", title=title)[1] == "Nuru Aziz"
    )


@pytest.mark.parametrize("office", ["Minister for Health", "Chief Operating Officer", "Chief Medical Officer"])
def test_the_initials_of_an_office_are_its_holders(office: str) -> None:
    letters = "".join(word[0] for word in office.split() if word != "for")
    title = f"Press briefing by Ana Ruiz, {office}"
    assert speakers("Q: Why?", f"{letters}: Because.", "Q: When?", f"{letters}: Today.", title=title)[1] == "Ana Ruiz"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("LEE", "Lee"),
        ("MR. NG", "Ng"),
        ("PM LEE", "Lee"),
        ("JO LEE", "Jo Lee"),
        ("Li", "Li"),
        ("Ng", "Ng"),
        ("DR. WU", "Wu"),
    ],
)
def test_a_short_surname_is_a_name(label: str, name: str) -> None:
    turns = ["RUIZ: Good day.", "Q: Mr. Ng, Ms. Lee, why?", f"{label}: Because.", "Q: When?", f"{label}: Today."]
    assert speakers(*turns)[2] == name


def test_capitals_are_names_where_all_labels_are_in_capitals() -> None:
    turns = ["LINDQUIST: Hello.", "Q: Why?", "LEE: Because.", "KIM: Yes.", "LEE: No.", "KIM: Oh.", "LINDQUIST: Well."]
    assert speakers(*turns)[2:4] == ["Lee", "Kim"]


def test_the_minister_is_the_only_minister_of_the_header() -> None:
    title = "Press briefing by Foreign Minister Ana Ruiz"
    assert speakers("Minister: Good day.", "Q: Why?", "Minister: Because.", title=title)[2] == "Ana Ruiz"
    title = "Press briefing by Prime Minister Ana Ruiz"
    assert speakers("Minister: Good day.", "Q: Why?", "Minister: Because.", title=title)[2] is None


@pytest.mark.parametrize(
    "title",
    [
        "Doorstop with Minister for Transport Lim Wei Sheng at the Opening of North Lund Station",
        "Remarks by Minister for Foreign Affairs and Trade Lim Wei Sheng in Lund",
        "Remarks by the Minister of Trade, Industry and Energy Lim Wei Sheng",
        "Interview with Minister of State for Women's Health Lim Wei Sheng",
    ],
)
def test_what_a_minister_is_for_stands_before_the_name(title: str) -> None:
    turns = ("Minister: Good day.", "Q: Why?", "Minister: Because.", "Q: When?", "Minister Lim: Today.")
    assert speakers(*turns, title=title)[::2] == ["Lim Wei Sheng"] * 3


def test_the_minister_is_nobody_where_several_speak() -> None:
    turns = ["Minister Ana Berg: Yes.", "Minister Jo Roth: No.", "Q: Why?", "Minister: So.", "Q: And?", "Minister: No."]
    assert speakers(*turns)[3] is None


def test_a_portfolio_in_a_label_is_no_part_of_the_name() -> None:
    turns = ["Q: Why?", "Minister for Foreign Affairs Ana Berg: Yes.", "MINISTER OF PUBLIC WORKS JO ROTH: No."]
    assert speakers(*turns) == [None, "Ana Berg", "Jo Roth"]


@pytest.mark.parametrize(
    "label",
    [
        "Landeshauptmann Roth", "BKin Roth", "Tánaiste Roth", "Garda Commissioner Roth", "Detective Inspector Roth",
        "Datin Roth",
        "Encik Roth", "Ibu Roth", "Shrimati Roth", "Archbishop Roth", "Insp. Roth", "Pte. Roth", "Assessora Roth",
        "Préfète Roth",
    ],
)  # fmt: skip
def test_a_title_before_a_name_is_no_part_of_it(label: str) -> None:
    assert speakers("Q: Why?", f"{label}: Because.", "Q: When?", f"{label}: Today.")[1] == "Roth"
