"""Offices with a portfolio, trades and houses behind a name, each on a short page by invented people."""

import pytest

from apps.transcripts import Transcript, parse


def read(text: str) -> Transcript:
    return parse(text.encode())


def test_a_portfolio_may_stand_between_an_office_and_who_holds_it() -> None:
    turn = read(
        "Doorstop by Minister for Foreign Affairs and Trade Ana Ruiz\n4 May 2019\n\nMinister: Good day.\n"
    ).turns[0]
    assert (turn.speaker, turn.role) == ("Ana Ruiz", "Minister for Foreign Affairs and Trade")


def test_an_office_in_small_letters_behind_a_name_is_its_holders() -> None:
    text = "Déclaration de Mme Claire Aubin, ministre de la mer\nParis, 4 mai 2019\n\nLe port ouvre en mai.\n"
    assert read(text).turns[0].speaker == "Claire Aubin"


def test_an_office_that_answers_once_among_questions_is_a_label() -> None:
    text = "Conférence de presse\n4 mai 2019\n\nLe port ouvre en mai.\n\nQuestion : Quand ?\n\nLe ministre : En mai.\n"
    assert [turn.label for turn in read(text).turns] == [None, "Question", "Le ministre"]


@pytest.mark.parametrize(
    "trade", ["HARBOUR MASTER", "Head of Sales", "Chief Engineer", "Chief Executive", "Midfielder"]
)
def test_what_somebody_does_is_no_organisation(trade: str) -> None:
    label = f"Petra Voss, {trade}"
    text = f"Press conference\n4 May 2019\n\n{label}: Ships may come.\n\nQ: When?\n\n{label}: Now.\n"
    turn = read(text).turns[0]
    assert (turn.speaker, turn.organisation) == ("Petra Voss", None)


def test_an_outlet_that_nobody_knows_is_one_where_others_stand() -> None:
    outlets = ["CNN", "Berita Pagi", "Harbour News"]
    text = "Doorstop\n4 May 2019\n\n" + "".join(f"Reporter ({one}): Why?\n\nMS. RUIZ: So.\n\n" for one in outlets)
    assert [turn.organisation for turn in read(text).turns[::2]] == outlets


def test_a_surname_and_an_outlet_in_one_bracket_are_told_apart() -> None:
    turn = read("Pressekonferenz\n4. Mai 2019\n\nFRAU RUIZ: Ja.\n\nFrage (Pichler, Bergtaler Blick): Wann?\n").turns[1]
    assert (turn.speaker, turn.organisation) == ("Pichler", "Bergtaler Blick")


@pytest.mark.parametrize(
    ("call", "outlet"),
    [
        ("La première, Claire Monceau, pour Radio Capitale.", "Radio Capitale"),
        ("Monsieur Claire Monceau, de l’agence VTA.", "VTA"),
    ],
)
def test_a_french_hand_over_names_who_asks(call: str, outlet: str) -> None:
    text = f"Conférence de presse\n4 mai 2019\n\nMODÉRATEUR : {call}\n\nJOURNALISTE : Quand ?\n\nMODÉRATEUR : Merci.\n"
    turn = read(text).turns[1]
    assert (turn.speaker, turn.organisation) == ("Claire Monceau", outlet)


@pytest.mark.parametrize(
    "office", ["Work and Pensions Secretary", "Trade and Industry Secretary", "Defence and Interior Minister"]
)
def test_a_portfolio_of_several_words_may_stand_before_the_office(office: str) -> None:
    said = "Prime Minister:\n\nGood day.\n\n{0}:\n\nThank you.\n\nQuestion:\n\nWhy?\n\nPrime Minister:\n\nBecause.\n"
    head = (
        "Press conference\n\n4 May 2019\n\nPrime Minister Jo Lind, joined by the {0}, Ana Ruiz, answered questions.\n\n"
    )
    turns = read((head + said).format(office)).turns
    assert [(turn.label, turn.speaker) for turn in turns[:2]] == [("Prime Minister", "Jo Lind"), (office, "Ana Ruiz")]
    assert turns[1].role == office


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("SECRETARIO DE SALUD, TOMÁS VEGA", "Secretario de Salud"),
        ("MINISTRE DE LA MER, ANA ROUX", "Ministre de la Mer"),
        ("MINISTER FOR HEALTH TOM VALE", "Minister for Health"),
        ("Präsident des Hafenamts Jo Vogt", "Präsident des Hafenamts"),
        ("Prime Minister de Ruiz", "Prime Minister"),
        ("PRIME MINISTER VALE", "Prime Minister"),
    ],
)
def test_the_words_of_an_office_before_a_name_are_kept(label: str, role: str) -> None:
    turns = read(f"Press conference\n4 May 2019\n\n{label}: Good day.\n\nQ: Why?\n\n{label}: So.\n").turns
    assert [turn.role for turn in turns] == [role, None, role]


@pytest.mark.parametrize(
    ("label", "organisation"),
    [("Jo Lind, Analyst, Acme Bank", "Acme Bank"), ("Ana Ruiz, CEO, Acme", "Acme"), ("Jo Lind (dpa)", "dpa")],
)
def test_a_house_behind_what_somebody_does_is_the_organisation(label: str, organisation: str) -> None:
    turns = read(f"Third quarter call\n4 May 2019\n\nOperator: Welcome.\n\n{label}: Why is it so?\n").turns
    assert turns[1].organisation == organisation


def test_callers_whom_an_operator_announces_are_told() -> None:
    page = "".join(
        f"Operator: Next is {name} of Acme Bank. Go ahead.\n\n{name}: Why?\n\nAna Ruiz: So.\n\n"
        for name in ("Jo Lind", "Tom Berg")
    )
    assert [turn.label for turn in read(f"Third quarter call\n\n{page}").turns][1::3] == ["Jo Lind", "Tom Berg"]
