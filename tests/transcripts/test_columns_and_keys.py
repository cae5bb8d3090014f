"""Labels in columns, initials of a key, stacked titles, counted questions: short pages by invented people."""

from apps.transcripts import Kind, parse


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(turn.label, turn.speaker) for turn in parse(text.encode()).turns]


COLUMNS = """Port briefing

HOST\tGood morning. Chief executive Bram Lind is with us.
LIND\tThank you. Two items. First, dues.
REPORTER 1\tWhy now?
LIND\tBecause we can.
REPORTER 2\tCranes: how many?
LIND\tSeven.
REPORTER 1\tWhere?
LIND\tIn the east.
HOST\tThank you.
"""


def test_a_surname_in_capitals_speaks_in_a_column_in_which_voices_do() -> None:
    assert told(COLUMNS)[1::2] == [("LIND", "Bram Lind")] * 4


def test_a_word_of_a_table_speaks_in_no_column() -> None:
    table = "HOST\tThe dues.\nDUES\t3 per cent.\nHOST\tThe fish.\nREPORTER 1\tWhy?\nHOST\tSo.\nREPORTER 1\tAnd?\n"
    assert "DUES" not in [label for label, _ in told("Briefing\n\n" + table)]


KEY = """Virtual press conference

Speaker key:
TL        Tom Lind
Dr AM     Dr Aisha Moss
JB        Jane Berg, Coast Post

00:00:14

TL        Hello, all. With us is Dr Aisha Moss.

AM        Thank you. Three cases, one death.

JB        Is it over?

AM        It is not.

PN        And when?

AM        Soon.

TL        Thank you all.
"""


def test_a_title_may_stand_before_the_initials_of_a_key() -> None:
    assert told(KEY)[1] == ("AM", "Aisha Moss")
    assert told(KEY)[2] == ("JB", "Jane Berg")


def test_initials_that_the_key_forgot_are_a_turn_of_nobodys() -> None:
    assert told(KEY)[4] == ("PN", None)
    assert parse(KEY.encode()).turns[4].text == "And when?"


def test_a_name_a_company_and_a_title_parted_by_hyphens_are_told_apart() -> None:
    call = """Q2 Acme Fish Earnings Call
July 24, 2031

PRESENTATION

Tom Lind - Acme Fish Inc - CEO
Thank you. We grew.

Eva Ruiz - Acme Fish Inc - CFO & Executive VP
We did.

QUESTIONS AND ANSWERS

Jo Berg - Delta Securities LLC, Research Division - Analyst
How fast?

Tom Lind - Acme Fish Inc - CEO
By a tenth.

Jo Berg - Delta Securities LLC, Research Division - Analyst
Thanks. And cash?

Eva Ruiz - Acme Fish Inc - CFO & Executive VP
Plenty.
"""
    turns = parse(call.encode()).turns
    assert [turn.speaker for turn in turns] == ["Tom Lind", "Eva Ruiz", "Jo Berg", "Tom Lind", "Jo Berg", "Eva Ruiz"]
    assert turns[2].organisation == "Delta Securities LLC, Research Division"
    assert [turn.kind for turn in turns[2:4]] == [Kind.QUESTION, Kind.ANSWER]


STACKED = """Acme Fish, Inc.
Q1 Earnings Call

OTHER PARTICIPANTS

Jo Berg
Analyst, Delta Bank

MANAGEMENT DISCUSSION SECTION

Tom Lind
Chief Executive Officer, Acme Fish, Inc.

We had a fine quarter.

QUESTION AND ANSWER SECTION

Jo Berg
Analyst, Delta Bank                                 Q

What about margins?

Tom Lind
Chief Executive Officer, Acme Fish, Inc.            A

They are up.
"""


def test_a_title_below_a_name_may_end_as_companies_do() -> None:
    turns = parse(STACKED.encode()).turns
    assert [turn.speaker for turn in turns] == ["Tom Lind", "Jo Berg", "Tom Lind"]
    assert [turn.text for turn in turns][1:] == ["What about margins?", "They are up."]


def test_a_name_and_title_above_a_heading_are_of_a_list() -> None:
    assert parse(STACKED.encode()).turns[0].first_line == 11


def test_the_count_of_a_question_is_not_part_of_its_askers_name() -> None:
    turns = ("Sir Tom Lind: So.", "Q2 Eva Ruiz: Did you?", "Jo Berg: Yes.", "Eva Ruiz: When?", "Jo Berg: In May.")
    assert told("\n\n".join(("Hearing", *turns)))[1] == ("Q2 Eva Ruiz", "Eva Ruiz")


def test_an_upright_stroke_closes_labels_where_several_come_again() -> None:
    turns = "Reporter | How was it?\nOla Brandt | We lost. Simple as that.\n"
    text = "Post-match press conference | 4 May 2019\n\n" + turns * 3
    assert [label for label, _ in told(text)] == ["Reporter", "Ola Brandt"] * 3


def test_bold_type_closes_labels_where_several_come_again() -> None:
    turns = "**Question.** Why?\n\n**Jo Lind.** Costs rise. **All** of them.\n\n"
    text = f"**Press briefing of the Harbour**\n\n**Jo Lind, Director.** Good day.\n\n**Dues** rise.\n\n{turns * 2}"
    assert [label for label, _ in told(text)] == ["Jo Lind, Director", "Question", "Jo Lind", "Question", "Jo Lind"]
    assert parse(text.encode()).turns[0].text == "Good day.\n\n**Dues** rise."


RULED = "Conferencia de prensa de la Presidenta Ana Ruiz\n\n4 de mayo de 2019\n\n"


def test_a_name_above_an_office_and_below_a_rule_begins_a_turn_though_it_stands_once() -> None:
    body = "PRESIDENTA RUIZ: Abrimos.\n\n---\n\nTom Lind\nSecretario de Puertos\n\nEl hielo.\n\nPREGUNTA: ¿Ya?\n"
    assert told(RULED + body)[1] == ("Tom Lind Secretario de Puertos", "Tom Lind")


def test_a_contact_below_a_rule_speaks_not() -> None:
    body = "PRESIDENTA RUIZ: Abrimos.\n\nPREGUNTA: ¿Ya?\n\n---\n\nTom Lind\nSecretario\n\nprensa@lund.example\n"
    assert len(told(RULED + body)) == 2


HOUSES = """Press conference by Minister Ana Ruiz

4 May 2019

MINISTER RUIZ

We open.

Jonas Rell
Coast News

{0}MINISTER RUIZ

The ice was thick.

Mia Thorn
Radio Lund

{1}MINISTER RUIZ

The state.
"""


def test_reporters_above_their_outlets_ask_though_each_stands_once() -> None:
    turns = parse(HOUSES.format("Why so late?\n\n", "Who pays?\n\n").encode()).turns
    assert [(turn.speaker, turn.organisation) for turn in turns[1::2]] == [
        ("Jonas Rell", "Coast News"), ("Mia Thorn", "Radio Lund"),
    ]  # fmt: skip
    assert [turn.text for turn in turns] == [
        "We open.",
        "Why so late?",
        "The ice was thick.",
        "Who pays?",
        "The state.",
    ]


def test_reporters_listed_with_their_outlets_say_nothing() -> None:
    listed = "MINISTER RUIZ: With us are:\n\nJonas Rell\nCoast News\n\nMia Thorn\nRadio Lund\n\nQ: Why?\n"
    assert len(told("Press conference by Minister Ana Ruiz\n\n4 May 2019\n\n" + listed)) == 2
