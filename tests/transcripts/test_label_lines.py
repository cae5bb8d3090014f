"""Labels on lines of their own, and lists that tell who speaks, each on a short page by invented people."""

import pytest

from apps.transcripts import parse


def labels(text: str) -> list[str | None]:
    return [turn.label for turn in parse(text.encode()).turns]


def named(text: str) -> list[tuple[str | None, str | None]]:
    return [(turn.speaker, turn.organisation) for turn in parse(text.encode()).turns]


CALL = """Third Quarter Call

Operator

Good day.

Ana Ruiz -- Chief Executive Officer

We grew.

Operator

The first question is from Jo Lind.

Jo Lind -- Berg & Co -- Analyst

Is it 8% -- or less?

Ana Ruiz -- Chief Executive Officer

It is 8%.

Operator

Goodbye.

Call participants:

Ana Ruiz -- Chief Executive Officer

Jo Lind -- Berg & Co -- Analyst

More calls
"""


def test_a_name_may_stand_before_dashes_and_company_and_title() -> None:
    assert named(CALL) == [
        (None, None), ("Ana Ruiz", None), (None, None), ("Jo Lind", "Berg & Co"), ("Ana Ruiz", None), (None, None),
    ]  # fmt: skip


def test_the_list_of_participants_below_the_speech_is_a_footer() -> None:
    transcript = parse(CALL.encode())
    assert transcript.turns[-1].text == "Goodbye."
    assert "Call participants:" in [note.text for note in transcript.notes]


KEYED = """Briefing

Speaker key:

TB      Tom Berg
AR      Dr Ana Ruiz
UF      Unidentified female speaker

00:00:01

TB      Good day. Over to you, Doctor.

00:00:09

AR      Thank you. We met.

UF      AR said so last week. Why?

00:00:20

AR      So.
"""


def test_initials_are_labels_where_a_key_says_whom_they_name() -> None:
    transcript = parse(KEYED.encode())
    assert [(turn.label, turn.speaker) for turn in transcript.turns] == [
        ("TB", "Tom Berg"), ("AR", "Ana Ruiz"), ("UF", None), ("AR", "Ana Ruiz"),
    ]  # fmt: skip
    assert transcript.turns[2].text == "AR said so last week. Why?"


@pytest.mark.parametrize(
    "entries",
    [
        "AR - Ana Ruiz\nTB - Tom Berg",
        "Present:\nAna Ruiz (AR), Minister\nTom Berg (TB), Chair",
        "AR\tAna Ruiz\nTB\tTom Berg",
    ],
)
def test_a_legend_may_be_written_in_many_ways(entries: str) -> None:
    text = f"Briefing\n\n{entries}\n\nAR: Good day.\n\nTB: Why?\n\nAR: So.\n\nTB: And?\n"
    assert [turn.speaker for turn in parse(text.encode()).turns] == ["Ana Ruiz", "Tom Berg"] * 2


STACKED = """Press call

Operator

Good day.

Ana Ruiz
Chief Executive Officer

We grew.

Jo Lind
Berg Research

Why did you grow?

Ana Ruiz
Chief Executive Officer

Because.

Jo Lind
Berg Research

And?

Operator

Goodbye.
"""


def test_a_name_may_stand_above_its_title_or_house() -> None:
    assert named(STACKED)[1:5] == [("Ana Ruiz", None), ("Jo Lind", "Berg Research")] * 2
    assert labels(STACKED)[::5] == ["Operator", "Operator"]


def test_a_name_above_its_title_may_come_again_without_it() -> None:
    text = "Briefing\n\nANA RUIZ\nMayor of Lund\n\nGood day.\n\nJO LIND\nCoast Daily\n\nWhy?\n\nANA RUIZ\n\nSo.\n\n"
    assert named(text + "JO LIND\n\nAnd?\n\nANA RUIZ\n\nNo.\n") == [
        ("Ana Ruiz", None), ("Jo Lind", "Coast Daily"), ("Ana Ruiz", None), ("Jo Lind", None), ("Ana Ruiz", None),
    ]  # fmt: skip


def test_a_time_code_alone_on_its_line_is_no_speech() -> None:
    transcript = parse(KEYED.encode())
    assert not any("00:00" in turn.text for turn in transcript.turns)
    assert [note.text for note in transcript.notes if "time code" in note.message] == ["00:00:09", "00:00:20"]


UNDERLINED = """Briefing

Participants:
  - Ana Ruiz, Mission Manager
  - Moderator: Tom Berg

TOM BERG
--------
Good day.

ANA RUIZ
--------
We landed.

QUESTION (Jo Lind, Coast Daily, by phone)
-----------------------------------------
When?

ANA RUIZ
--------
Soon.

TOM BERG
--------
Thank you.
"""


def test_an_underlined_label_may_tell_name_and_outlet_in_brackets() -> None:
    assert labels(UNDERLINED)[2] == "QUESTION (Jo Lind, Coast Daily, by phone)"
    assert named(UNDERLINED)[2] == ("Jo Lind", "Coast Daily")


def test_what_underlines_a_label_is_no_speech() -> None:
    assert [turn.text for turn in parse(UNDERLINED.encode()).turns][:2] == ["Good day.", "We landed."]


def test_a_list_of_participants_is_no_turn() -> None:
    assert labels(UNDERLINED)[0] == "TOM BERG"


def test_a_head_above_one_name_is_no_list() -> None:
    text = "Briefing\n\nParticipants\n\nAna Ruiz: We met.\n\nJo Lind: Why?\n\nAna Ruiz: So.\n\nJo Lind: And?\n"
    assert labels(text) == ["Ana Ruiz", "Jo Lind", "Ana Ruiz", "Jo Lind"]


def test_labels_below_rules_may_be_long_and_tell_a_body_in_brackets() -> None:
    office = "DIRECTORA GENERAL DEL INSTITUTO NACIONAL DE BOSQUES, RÍOS Y PUERTOS DE LA REPÚBLICA DEL NORTE"
    text = f"Sesión\n\n---\nANA RUIZ, {office} (INBRP)\nBuenos días.\n---\nPREGUNTA\n¿Por qué?\n---\nANA RUIZ\nYa.\n"
    assert labels(text) == [f"ANA RUIZ, {office} (INBRP)", "PREGUNTA", "ANA RUIZ"]
    assert {speaker for speaker, _ in named(text)} == {"Ana Ruiz", None}


def test_among_outlets_that_ask_an_outlet_met_once_asks() -> None:
    said = ["Ana Ruiz: Good day.", "LTV: Why?", "Ana Ruiz: So.", "LTV: And?", "Ana Ruiz: Yes.", "Western Herald: How?"]
    text = "Press conference by Mayor Ana Ruiz\n\n4 May 2019\n\n" + "\n\n".join([*said, "Jo Lind: Well."]) + "\n"
    turns = parse(text.encode()).turns
    assert [(turn.label, turn.organisation) for turn in turns[3:6:2]] == [("LTV", "LTV"), ("Western Herald",) * 2]


def test_a_first_name_with_an_outlet_in_brackets_is_a_label_though_seen_once() -> None:
    text = "Press conference\n\n4 May 2019\n\nMS. RUIZ: Sky, please.\n\nJo (Sky): Why?\n\nMS. RUIZ: So.\n"
    assert [turn.label for turn in parse(text.encode()).turns] == ["MS. RUIZ", "Jo (Sky)", "MS. RUIZ"]


def test_who_moderates_stands_above_the_list_of_participants_and_says_nothing() -> None:
    text = """# News Conference: The Ferry

**Moderator:** Jo Parker, Port Communications

**Participants:**

* Tess Holm, Port Captain

Recorded Jan. 8, 2026. Page Last Updated: Jan 15, 2026

**MODERATOR (Jo Parker):** Good afternoon, and welcome.

**TESS HOLM:** It sails.
"""
    parsed = parse(text.encode())
    assert [turn.label for turn in parsed.turns] == ["MODERATOR (Jo Parker)", "TESS HOLM"]
    assert (str(parsed.date), str(parsed.updated)) == ("2026-01-08", "2026-01-15")


def test_an_office_alone_on_its_line_is_a_label_where_another_office_is_one() -> None:
    turns = "Prime Minister\n\nThe Energy Secretary is here. It means:\n\n- less to pay\n\nQuestion\n\nWhy?\n\n"
    page = "Press conference by Ana Ruiz\n\n4 May 2019\n\n" + turns * 2 + "Energy Secretary\n\nIt is so.\n"
    assert [one.label for one in parse(page.encode()).turns][-1] == "Energy Secretary"
