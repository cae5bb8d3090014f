"""Who is meant where two people share a surname, or a title stands twice."""

import pytest

from apps.transcripts import parse


def speakers(*paragraphs: str) -> list[str | None]:
    return [turn.speaker for turn in parse("\n\n".join([*paragraphs, ""]).encode()).turns]


def test_a_rank_behind_an_office_and_its_place_is_no_part_of_the_name() -> None:
    told = speakers(
        "Press briefing", "4 May 2019", "Superintendent of State Police Colonel Ana Ruiz: Thank you.", "Q: Why?"
    )
    assert told[0] == "Ana Ruiz"


@pytest.mark.parametrize("office", ["H.E. the Chairperson", "H.E. Chairperson"])
def test_an_excellency_with_an_article_before_the_office_holds_it(office: str) -> None:
    told = speakers(
        "Press Briefing by H.E. Ana Ruiz, Chairperson of the Commission",
        "4 May 2019",
        f"{office}: Thank you.",
        "Q: Why?",
    )
    assert told[0] == "Ana Ruiz"


def test_a_president_of_the_republic_in_portuguese_holds_the_office_that_the_labels_bear() -> None:
    told = speakers(
        "Entrevista coletiva concedida pela Presidenta da República, Ana Ruiz",
        "10 de maio de 2013",
        "Jornalista: Qual foi o resultado?",
        "Presidenta: Boa tarde.",
    )
    assert told == [None, "Ana Ruiz"]


def test_voices_from_the_room_speak_in_french() -> None:
    assert [t.label for t in parse(b"Point de presse\n\nM. Ruiz : Bonjour.\n\nDes voix : Merci.\n").turns] == [
        "M. Ruiz",
        "Des voix",
    ]
