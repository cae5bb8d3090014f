"""Labels that a full stop or a dash closes, in capitals or not, and what only looks like one."""

import pytest

from apps.transcripts import parse


def labels(text: str) -> list[str | None]:
    return [turn.label for turn in parse(text.encode()).turns]


def speakers(text: str) -> list[str | None]:
    return [turn.speaker for turn in parse(text.encode()).turns]


PAPERS = """The President's News Conference With Prime Minister Tom Brace of Norland

November 13, 2031

The President. Thank you all. It was a good talk. Ports matter.

Mr. Brace and I agree on that.

Prime Minister Brace. Mr. President, thank you. Fish matters too.

Ports

Q. Is it done?

The President. It is. Next.

Q. And the fish?

Prime Minister Brace. They are well.

Ms. Lind. That is all.
"""


def test_titles_in_small_letters_and_a_full_stop_are_labels_where_q_has_one_too() -> None:
    assert labels(PAPERS) == [
        "The President", "Prime Minister Brace", "Q", "The President", "Q", "Prime Minister Brace", "Ms. Lind",
    ]  # fmt: skip
    assert speakers(PAPERS) == [None, "Tom Brace", None, None, None, "Tom Brace", "Lind"]
    assert "Mr. Brace and I agree" in parse(PAPERS.encode()).turns[0].text


def test_an_unlabelled_opening_of_the_presidents_conference_is_not_his_guests() -> None:
    text = "The President's News Conference With Prime Minister Tom Brace\n\nThank you all for coming to this house.\n"
    assert speakers(text) == [None]


def test_a_title_and_a_full_stop_begin_a_sentence_where_labels_have_colons() -> None:
    turn = "MS. RUIZ: Good.\n\nThe President. That is who decides.\n\nQ: Who?\n\n"
    assert set(labels("Briefing\n\n" + turn * 3)) == {"MS. RUIZ", "Q"}


def test_a_name_and_a_full_stop_alone_on_their_line_call_somebody() -> None:
    turns = "Dr. Lind: So.\nMs. Ruiz: Next.\nDr. Lind.\nDr. Berg: So.\nQ: Why?\n"
    assert labels("Briefing\n" + turns * 2) == ["Dr. Lind", "Ms. Ruiz", "Dr. Berg", "Q"] * 2


HYPHENS = """Joint Press Conference of Foreign Minister Jo Ardıç and Minister Ann Lang

JO ARDIÇ- Welcome. We spoke of trade - both ways - and fish.

ANN LANG- Thank you.

QUESTION- When?

JO ARDIÇ- In MAY- or later.

QUESTION- And you?

ANN LANG- In May.
"""


def test_a_hyphen_without_a_space_before_it_closes_labels_in_capitals() -> None:
    assert labels(HYPHENS) == ["JO ARDIÇ", "ANN LANG", "QUESTION", "JO ARDIÇ", "QUESTION", "ANN LANG"]


def test_a_name_in_capitals_is_spelled_as_in_the_header() -> None:
    assert speakers(HYPHENS)[0] == "Jo Ardıç"
    text = "Remarks by Minister Eva Löfgren\n\nMINISTER LOFGREN: So.\n\nQ: Why?\n\nMINISTER LOFGREN: So.\n"
    assert speakers(text)[0] == "Eva Löfgren"


def test_two_spellings_in_the_header_are_two_people() -> None:
    text = "Remarks by Minister Eva Löfgren and Mayor Tom Lofgren\n\nMAYOR LOFGREN: So.\n\nQ: Why?\n"
    assert speakers(text)[0] == "Tom Lofgren"


SENATE = """Mercredi 12 mars 2031

Conférence de presse sur les ports

La réunion est ouverte à 9 h 35.

M. Didier Lind, président. – Voici notre rapport. Il tient en un mot : agir.

Mme Odile Ruiz, rapporteure. – Merci. – Vraiment.

Mme Sylvie Berg (La Gazette du littoral). – Quand ?

M. Didier Lind, président. – À l'automne.

Mme Odile Ruiz, rapporteure. – En octobre.
"""


def test_p_and_r_before_a_full_stop_ask_and_answer() -> None:
    page = (
        "Rueda de prensa de la portavoz, Ana Ruiz\n\nBuenos días a todos.\n\nP. (El Mundo) ¿Cuándo?\n\nR. En abril.\n\n"
        "P. ¿Y dónde?\n\nR. Aquí.\n"
    )
    turns = parse(page.encode()).turns
    assert [turn.label for turn in turns] == [None, "P", "R", "P", "R"]
    assert (turns[1].organisation, turns[2].speaker) == ("El Mundo", "Ana Ruiz")


def test_a_label_with_stop_and_dash_may_end_a_line_in_mid_paragraph() -> None:
    page = (
        "RUEDA DE PRENSA\n\nSR. RUIZ.- Buen día a todos. Empezamos ya.\n\nPERIODISTA.- ¿Cuándo?\n\n"
        "SR. RUIZ.- El viernes. PERIODISTA.- ¿Con qué agenda? SR. RUIZ.-\nPresupuesto.\n"
    )
    assert labels(page)[-3:] == ["SR. RUIZ", "PERIODISTA", "SR. RUIZ"]
    assert parse(page.encode()).turns[-1].text == "Presupuesto."


def test_a_full_stop_a_space_and_a_dash_close_labels_too() -> None:
    assert labels(SENATE) == [
        "M. Didier Lind, président",
        "Mme Odile Ruiz, rapporteure",
        "Mme Sylvie Berg (La Gazette du littoral)",
        "M. Didier Lind, président",
        "Mme Odile Ruiz, rapporteure",
    ]
    assert parse(SENATE.encode()).turns[2].organisation == "La Gazette du littoral"


def test_when_the_meeting_was_opened_is_nobodys_speech() -> None:
    assert next(iter(parse(SENATE.encode()).turns)).first_line == 7


@pytest.mark.parametrize("dash", ["-", "–", "—", "- "])
def test_labels_may_stand_behind_a_dash(dash: str) -> None:
    text = f"""Conferencia de prensa del vocero presidencial, Tom Lind

{dash}VOCERO: Buenos días.

{dash}PERIODISTA (EVA RUIZ, RADIO SUR): ¿Viaja?

{dash}VOCERO: Sí.

{dash}PERIODISTA: ¿Cuándo?

{dash}VOCERO: Mañana.
"""
    assert speakers(text) == ["Tom Lind", "Eva Ruiz", "Tom Lind", None, "Tom Lind"]


@pytest.mark.parametrize(
    ("host", "office", "mark", "last"),
    [
        ("Moderator (Eva Lind)", "DG Ruiz", "Q1", "No. Fish: none left."),
        ("Moderation (Eva Lind)", "GD Ruiz", "F1", "Nein. Fisch: keiner mehr da."),
        ("Moderadora (Eva Lind)", "DG Ruiz", "P1", "Sí. Peces: ninguno."),
    ],
)
def test_an_office_in_letters_and_counted_questions_stand_before_a_dash(
    host: str, office: str, mark: str, last: str
) -> None:
    said = [(host, "Good day."), (office, "We met on Monday - again."), (mark, "Jo Lind, AFP. When?"),
            (office, "In June."), (mark, "And since then?"), (office, last)]  # fmt: skip
    page = "\n\n".join(
        [
            "Press conference",
            *(f"{who} - {what}" for who, what in said),
            f"{host.split(maxsplit=1)[0]} - Thank you.",
            "",
        ]
    )
    assert labels(page)[:-1] == [who for who, _ in said]
    assert speakers(page)[:6] == ["Eva Lind", "Ruiz", "Jo Lind", "Ruiz", None, "Ruiz"]


@pytest.mark.parametrize("closer", [" -", ".", " –"])
@pytest.mark.parametrize("honorific", ["Ms", "Ms.", "Frau", "Mme"])
def test_an_honorific_before_a_name_in_capitals_need_not_be_in_capitals(honorific: str, closer: str) -> None:
    labels = ["ANA RUIZ", "JO LIND", "ANA RUIZ", "JO LIND", "ANA RUIZ", f"{honorific} JO LIND", "ANA RUIZ"]
    said = ["We open now.", "Why now?", "The ice.", "And then?", "So it is.", "Is it so?", "It is."]
    text = "\n\n".join(f"{label}{closer} {words}" for label, words in zip(labels, said, strict=True))
    turns = parse(f"Press conference by Minister Ana Ruiz\n\n4 May 2019\n\n{text}\n".encode()).turns
    assert [turn.label for turn in turns] == labels
    assert [turn.speaker for turn in turns[1::2]] == ["Jo Lind"] * 3
    assert [turn.kind.value for turn in turns[1::2]] == ["question"] * 3
