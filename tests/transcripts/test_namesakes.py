"""Of several people of one surname, or of one office, a label names only whom the page tells."""

import pytest

from apps.transcripts import Transcript, parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def page(title: str, *labels: str) -> Transcript:
    return parse("\n\n".join([title, "4 May 2019", *(f"{label}: {LONG}" for label in labels), ""]).encode())


def told(title: str, *labels: str) -> list[tuple[str | None, str | None]]:
    return [(turn.speaker, turn.role) for turn in page(title, *labels).turns]


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by President Dahl and Eva Dahl",
        "Remarks by Eva Dahl and President Dahl",
        "Press conference of Eva Dahl with President Dahl",
        "Conférence de presse du président Dahl et de Eva Dahl",
        "Pressekonferenz von Präsident Dahl und Eva Dahl",
    ],
)
def test_a_first_name_that_the_header_joins_to_a_president_is_not_the_presidents(title: str) -> None:
    labels = ("THE PRESIDENT", "PRESIDENT DAHL", "DR. DAHL", "DAHL", "EVA DAHL")
    if "président" in title:
        labels = ("LE PRÉSIDENT", "PRÉSIDENT DAHL", "MME DAHL", "DAHL", "EVA DAHL")
    elif "Präsident" in title:
        labels = ("DER PRÄSIDENT", "PRÄSIDENT DAHL", "FRAU DAHL", "DAHL", "EVA DAHL")
    office = labels[1].removesuffix(" DAHL").capitalize()
    assert told(title, *labels) == [
        ("Dahl", office), ("Dahl", office), ("Dahl", None), ("Dahl", None), ("Eva Dahl", None),
    ]  # fmt: skip


def test_a_title_that_the_header_gives_to_one_of_two_tells_which() -> None:
    title = "Press conference of Dr. Eva Dahl with President Dahl"
    assert [name for name, _ in told(title, "PRESIDENT DAHL", "DR. DAHL")] == ["Dahl", "Eva Dahl"]


def test_a_title_and_a_surname_that_fit_two_people_are_a_doubt() -> None:
    notes = [note.message for note in page("Remarks by President Dahl and Eva Dahl", "PRESIDENT DAHL", "DAHL").notes]
    assert notes == ["“DAHL” could be Eva Dahl or President Dahl; the name was left as printed."]


def test_a_secretary_and_a_president_of_one_surname_are_two() -> None:
    title = "Remarks by President Dahl and Secretary of State Eva Dahl"
    assert told(title, "PRESIDENT DAHL", "SECRETARY DAHL", "EVA DAHL", "THE SECRETARY") == [
        ("Dahl", "President"),
        ("Eva Dahl", "Secretary of State"),
        ("Eva Dahl", "Secretary of State"),
        ("Eva Dahl", "Secretary of State"),
    ]


def test_two_offices_of_one_surname_are_two_people() -> None:
    title = "Remarks by President Dahl and Secretary Dahl"
    assert told(title, "PRESIDENT DAHL", "SECRETARY DAHL", "DAHL") == [
        ("Dahl", "President"), ("Dahl", "Secretary"), ("Dahl", None),
    ]  # fmt: skip


def test_ms_dahl_is_not_the_prime_minister_whom_other_labels_call_by_office() -> None:
    title = "Joint press conference by Prime Minister Tom Dahl and Eva Dahl"
    assert told(title, "PRIME MINISTER DAHL", "MS. DAHL") == [("Tom Dahl", "Prime Minister"), ("Dahl", None)]


def test_a_minister_is_the_only_one_of_the_surname_under_an_honorific_too() -> None:
    title = "Briefing by Minister Ana Ruiz"
    assert told(title, "MINISTER RUIZ", "Ms. Ruiz", "MINISTER") == [("Ana Ruiz", "Minister")] * 3


def test_father_and_son_of_one_first_name_are_two() -> None:
    title = "Remarks by President Tom W. Dahl and former President Tom H.V. Dahl"
    assert told(title, "PRESIDENT DAHL", "TOM H.V. DAHL", "THE PRESIDENT", "FORMER PRESIDENT DAHL", "DAHL") == [
        ("Tom W. Dahl", "President"),
        ("Tom H.V. Dahl", "former President"),
        ("Tom W. Dahl", "President"),
        ("Tom H.V. Dahl", "Former President"),
        ("Dahl", None),
    ]


def test_the_president_is_not_the_former_one() -> None:
    title = "Remarks by President Berg and Former President Dahl"
    assert told(title, "THE PRESIDENT", "PRESIDENT DAHL", "PRESIDENT BERG") == [
        ("Berg", "President"), ("Dahl", "Former President"), ("Berg", "President"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "labels", "doubt"),
    [
        ("Prime Minister Ana Ruiz and the Prime Minister of Norland", [], "the Prime Minister of Norland"),
        ("Prime Minister Ana Ruiz", ["PRIME MINISTER RUIZ", "PRIME MINISTER LIND"], "Lind"),
        ("Prime Minister Ana Ruiz and Prime Minister Bo Lind", [], "Bo Lind"),
    ],
)
def test_the_prime_minister_is_nobody_where_there_are_two(title: str, labels: list[str], doubt: str) -> None:
    said = page(f"Joint press conference by {title}", *labels, "THE PRIME MINISTER")
    assert said.turns[-1].speaker is None
    messages = [note.message for note in said.notes]
    assert messages == [f"“THE PRIME MINISTER” could be Ana Ruiz or {doubt}; nobody was named."]


def test_of_two_prime_ministers_the_one_whom_no_label_prints_by_name_is_the_prime_minister() -> None:
    title = "Press conference by Prime Minister Ana Ruiz"
    assert told(title, "THE PRIME MINISTER", "PRIME MINISTER LIND")[0] == ("Ana Ruiz", "Prime Minister")


def test_of_two_ministers_the_minister_is_neither_and_the_portfolio_tells() -> None:
    title = "Press conference by Foreign Minister Ana Ruiz and Defence Minister Bo Ruiz"
    assert [name for name, _ in told(title, "THE MINISTER", "MINISTER RUIZ", "DEFENCE MINISTER", "FM RUIZ")] == [
        None, "Ruiz", "Bo Ruiz", "Ana Ruiz",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "name", "doubted"),
    [
        ("MINISTER LIND", "Lind", True),
        ("THE MINISTER", None, True),
        ("HARBOUR MINISTER LIND", "Ana Lind", False),
        ("HARBOUR MINISTER", "Ana Lind", False),
        ("FINANCE MINISTER LIND", "Bo Lind", False),
    ],
)
def test_a_minister_without_a_portfolio_is_neither_of_two_whose_portfolios_are_told(
    label: str, name: str | None, doubted: bool
) -> None:
    said = page("Press conference by Harbour Minister Ana Lind and Finance Minister Bo Lind", label, "Q", label)
    assert said.turns[0].speaker == name
    assert [note.line for note in said.notes] == [5] * doubted


def test_a_press_secretary_or_prime_minister_is_not_called_secretary_or_minister() -> None:
    title = "Press conference by Harbour Minister Ana Ruiz and Prime Minister Bo Lind"
    assert told(title, "THE MINISTER")[0] == ("Ana Ruiz", "Harbour Minister")
    title = "Press briefing by Education Secretary Ana Ruiz and Press Secretary Bo Lind"
    assert told(title, "THE SECRETARY")[0] == ("Ana Ruiz", "Education Secretary")


def test_the_portfolio_before_an_office_and_a_name_belongs_to_the_role() -> None:
    assert told("Press conference", "HARBOUR MINISTER ANA RUIZ")[0] == ("Ana Ruiz", "Harbour Minister")


def test_mr_and_ms_of_one_surname_are_two_people() -> None:
    title = "Press conference by Mayor Ana Ruiz"
    assert [name for name, _ in told(title, "MAYOR RUIZ", "MR. RUIZ", "MS. RUIZ")] == ["Ana Ruiz", "Ruiz", "Ruiz"]
    assert [name for name, _ in told(title, "MS. RUIZ", "MS. RUIZ", "MR. RUIZ")] == ["Ana Ruiz", "Ana Ruiz", "Ruiz"]


def test_a_deputy_is_not_whom_the_deputy_serves() -> None:
    title = "Press conference by Attorney General Ana Ruiz"
    assert told(title, "ATTORNEY GENERAL RUIZ", "THE DEPUTY ATTORNEY GENERAL", "DEPUTY ATTORNEY GENERAL LIND") == [
        ("Ana Ruiz", "Attorney General"), (None, "Deputy Attorney General"), ("Lind", "Deputy Attorney General"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "label", "name"),
    [
        ("Press conference by Minister Jean-Luc Le Brun", "MR. LE BRUN", "Jean-Luc Le Brun"),
        ("Press conference by Minister Jean-Luc Le Brun", "JEAN-LUC LE BRUN", "Jean-Luc Le Brun"),
        ("Press conference by President Ana von der Au", "PRESIDENT VON DER AU", "Ana von der Au"),
        ("Conferencia del presidente Luis Miguel Pérez Tovar", "PÉREZ TOVAR", "Luis Miguel Pérez Tovar"),
        ("Briefing by Director Petra Kova Banks", "MS. KOVA BANKS", "Petra Kova Banks"),
        ("Press conference by Ana von der Au, President of the Bank", "PRESIDENT VON DER AU", "Ana von der Au"),
        ("Press conference of Ana von der Au and Bo De Brun", "VON DER AU", "Ana von der Au"),
        ("Press conference of Ana von der Au and Bo De Brun", "DE BRUN", "Bo De Brun"),
        ("Press conference", "BO DE BRUN: So.\n\nMR. DE BRUN", "Bo de Brun"),
        ("Remarks by President Wu", "PRESIDENT WU", "Wu"),
    ],
)
def test_a_surname_of_several_words_is_the_headers_full_name(title: str, label: str, name: str) -> None:
    assert told(title, label, "Q", label)[-1][0] == name


def test_a_republic_is_nobodys_name() -> None:
    title = "CONFÉRENCE DE PRESSE DE LA PRÉSIDENTE DE LA RÉPUBLIQUE ET DU PREMIER MINISTRE DE NORLANDE"
    assert told(f"{title}\n\nMme Ana RUIZ, Présidente de la République", "LA PRÉSIDENTE")[0][0] == "Ana Ruiz"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Rueda de prensa del ministro de Hacienda, Bo Lind", "MINISTRO DE SANIDAD"),
        ("Press conference by Minister Bo Lind", "MINISTER FOR HEALTH"),
        ("Press conference by Secretary General Bo Lind", "THE SECRETARY"),
        ("Press conference by Prime Minister Bo Lind", "PRIME MINISTER OF NORLAND"),
    ],
)
def test_the_holder_of_another_portfolio_or_country_does_not_speak(title: str, label: str) -> None:
    assert told(title, label, "Q", label)[0][0] is None


@pytest.mark.parametrize(
    ("title", "labels", "names"),
    [
        (
            "Press availability with Norlandic Foreign Minister Bo Lind and Istrovian Foreign Minister Ana Ruiz",
            ["ISTROVIAN FOREIGN MINISTER", "NORLANDIC FOREIGN MINISTER", "FOREIGN MINISTER"],
            ["Ana Ruiz", "Bo Lind", None],
        ),
        (
            "Press point by NATO Secretary General Bo Lind",
            ["UN SECRETARY GENERAL", "NATO SECRETARY GENERAL", "HE SECRETARY GENERAL"],
            [None, "Bo Lind", "Bo Lind"],
        ),
    ],
)
def test_the_country_or_body_in_a_label_tells_which_holder_speaks(
    title: str, labels: list[str], names: list[str | None]
) -> None:
    assert [name for name, _ in told(title, *labels)] == names


def test_a_portfolio_told_in_another_order_is_the_same() -> None:
    assert told("Press conference by Health Minister Bo Lind", "MINISTER FOR HEALTH", "Q")[0][0] == "Bo Lind"


@pytest.mark.parametrize(
    ("title", "label", "name"),
    [
        ("Briefing by Attorney General Ana Ruiz", "AG RUIZ", "Ana Ruiz"),
        ("Briefing by Attorney General Ana Ruiz and Deputy Attorney General Bo Lind", "DAG LIND", "Bo Lind"),
        ("Press briefing", "ATTORNEY GENERAL RUIZ: So.\n\nAG RUIZ", "Ruiz"),
        ("Pressekonferenz von Bundeskanzlerin Ana Ruiz und Präsident Lind", "P Lind", "Lind"),
        ("Pressekonferenz von Bundeskanzlerin Ana Ruiz und dem norländischen Präsidenten Bo Lind", "P Lind", "Bo Lind"),
    ],
)
def test_letters_of_an_office_before_a_surname_are_no_name_and_ask_nothing(title: str, label: str, name: str) -> None:
    said = page(title, label, "Frage" if label.startswith("P ") else "Q", label.rpartition("\n")[2])
    last = said.turns[-1]
    assert (last.speaker, last.kind) == (name, "answer")


@pytest.mark.parametrize("label", ["PRESIDENT WU", "MS. NG", "PRESIDENT XO"])
def test_two_capitals_behind_a_title_are_a_surname(label: str) -> None:
    assert told("Press conference", label, "Q", label)[0][0] == label.rsplit(maxsplit=1)[-1].capitalize()
