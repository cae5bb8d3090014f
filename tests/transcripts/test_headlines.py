"""A headline tells what an office-holder does, and in French or Spanish of what the office is."""

import pytest

from apps.transcripts import parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def holder(head: str, label: str = "GOVERNOR") -> str | None:
    return parse(f"{head}\n\n4 May 2019\n\n{label}: {LONG}\n\nQ: Why?\n\n{label}: So.\n".encode()).turns[0].speaker


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Governor Harris Provides Update on the Harbour", "Harris"),
        ("Governor Harris Travels to Norland", "Harris"),
        ("Governor Harris Commemorates Day of the Sea", "Harris"),
        ("Governor Ana Lind Marks Day of the Sea", "Ana Lind"),
        ("Governor Harris Marks Day of the Sea", None),  # Marks may be the surname
        ("Governor Ana Adams Budget Address", None),
        ("Governor Ana Lind Kicks Off Ferry Season", "Ana Lind"),
        ("Governor Ana Lind Celebrates Opening of Ferry", "Ana Lind"),
        ("Governor Harris Applauds Ferry, Thanks Crews", "Harris"),
        ("Governor Ana Lind Harris Press Conference", "Ana Lind Harris"),
        ("GOVERNOR ANA LIND BREAKS GROUND ON FERRY", "Ana Lind"),
        ("Governor Burns Press Conference", "Burns"),
        ("Governor Eva Torres Lind Press Conference", "Eva Torres Lind"),
        ("Governor Ana Yates Press Conference", "Ana Yates"),
        ("Governor Ana Hobbs Marks Day of the Sea", None),
        ("Governor Ana Hobbs Vetoes Harbour Bill", "Ana Hobbs"),
        ("Governor Ana Adams Swears In Harbour Master", "Ana Adams"),
    ],
)
def test_what_a_headline_says_that_somebody_does_is_none_of_the_name(title: str, name: str | None) -> None:
    assert holder(title) == name


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("Conférence de presse de M. Jo Ruiz, Président de la République", "LE PRÉSIDENT DE LA RÉPUBLIQUE"),
        ("Jo Ruiz\nPrésident de la République\n\nConférence de presse", "LE PRÉSIDENT DE LA RÉPUBLIQUE"),
        ("Rueda de prensa de Jo Ruiz, Presidente de la República", "EL PRESIDENTE DE LA REPÚBLICA"),
        ("Conferenza stampa di Jo Ruiz, Presidente della Repubblica", "IL PRESIDENTE DELLA REPUBBLICA"),
        ("Pressekonferenz von Jo Ruiz, Präsident der Republik", "DER PRÄSIDENT DER REPUBLIK"),
        ("Conférence de presse d'Jo Ruiz, présidente de la Confédération", "LA PRÉSIDENTE DE LA CONFÉDÉRATION"),
        (
            "Point presse de M. Jo Ruiz, ministre de l'Europe et des Affaires étrangères",
            "LE MINISTRE DE L'EUROPE ET DES AFFAIRES ÉTRANGÈRES",
        ),
        (
            "Comparecencia de Jo Ruiz, ministro de Asuntos Exteriores, Unión Europea y Cooperación",
            "EL MINISTRO DE ASUNTOS EXTERIORES",
        ),
    ],
)
def test_an_office_told_with_its_country_behind_a_name_is_his_under_that_label(head: str, label: str) -> None:
    assert holder(head, label) == "Jo Ruiz"


def test_the_president_of_another_house_is_not_the_one_of_the_republic() -> None:
    head = "Conférence de presse de M. Jo Ruiz, Président du Sénat"
    assert holder(head, "LE PRÉSIDENT DE LA RÉPUBLIQUE") is None


def test_what_an_office_is_for_is_nobodys_name_though_no_table_has_it() -> None:
    assert holder("Point presse", "LA MINISTRE DE LA LAGUNE ET DES MARÉES") is None
