"""Who is meant where two people share a surname, or a title stands twice."""

import pytest

from apps.transcripts import parse


def speakers(*paragraphs: str) -> list[str | None]:
    return [turn.speaker for turn in parse("\n\n".join([*paragraphs, ""]).encode()).turns]


def test_a_first_name_in_brackets_tells_a_reporter_from_the_minister_of_that_name() -> None:
    told = speakers(
        "Conférence de presse de Mme Ana Ruiz, ministre de la Santé",
        "4 mai 2019",
        "Mme Ruiz : Bonjour à tous.",
        "La Modératrice : Merci. Claire Ruiz, Radio-Fjord.",
        "Mme Ruiz (Claire) : Pourquoi maintenant?",
        "Mme Ruiz : Il fallait payer.",
    )
    assert told == ["Ana Ruiz", None, "Claire Ruiz", "Ana Ruiz"]


def test_what_nobody_says_before_the_surname_is_no_first_name() -> None:
    turn = parse(b"Press briefing\n\n4 May 2019\n\nMs. Lind (Kystavisa): Why?\n\nQ: When?\n").turns[0]
    assert (turn.speaker, turn.organisation) == ("Lind", "Kystavisa")


def test_a_title_tells_namesakes_that_only_the_labels_spell_out() -> None:
    told = speakers(
        "Press conference",
        "4 May 2019",
        "DR ANA RUIZ, DIRECTOR: Good morning.",
        "Q: Who pays?",
        "DR RUIZ: We do.",
        "MR TOM RUIZ, HEAD OF CONSERVATION: And it has a crack.",
        "Q: All of it?",
        "DR RUIZ: All of it.",
    )
    assert told == ["Ana Ruiz", None, "Ana Ruiz", "Tom Ruiz", None, "Ana Ruiz"]


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


def test_in_brackets_behind_a_voice_that_answers_stands_who_it_is() -> None:
    told = speakers(
        "Press Briefing by H.E. Ana Ruiz, Chairperson of the Commission",
        "4 May 2019",
        "Mr. Tom Berg (Spokesperson): Good morning. We shall take questions.",
        "Question 1 (Jo Lind, Daily Post): Who pays?",
        "Response (H.E. the Chairperson): We do. I request Commissioner Dahl to respond.",
        "Response (Amb. Eva Dahl, Commissioner for Trade): Thank you, Chair.",
        "Follow-up (Jo Lind): All of it?",
    )
    assert told == ["Tom Berg", "Jo Lind", "Ana Ruiz", "Eva Dahl", "Jo Lind"]


def test_a_voice_a_dash_a_name_and_an_outlet_before_a_colon_are_one_label() -> None:
    page = b"Press briefing\n\nANA RUIZ: Questions.\n\nQUESTION - Jo Lind, Fjord Sport: Why?\n\nANA RUIZ: We did.\n"
    turn = parse(page).turns[1]
    assert (turn.label, turn.speaker, turn.organisation) == (
        "QUESTION - Jo Lind, Fjord Sport",
        "Jo Lind",
        "Fjord Sport",
    )


def test_how_to_reach_somebody_is_no_label() -> None:
    page = (
        b"Press briefing\n\n4 May 2019\n\nQ: Why?\n\nJo Lind | Spokesperson of the Mayor | E-mail: press@lund.example\n"
    )
    assert [turn.label for turn in parse(page).turns] == ["Q"]
