"""Forms of label, each on a short page by invented people, and what only looks like one."""

import pytest

from apps.transcripts import parse


def labels(text: str) -> list[str | None]:
    return [turn.label for turn in parse(text.encode()).turns]


def named(text: str) -> list[tuple[str | None, str | None]]:
    return [(turn.speaker, turn.organisation) for turn in parse(text.encode()).turns]


SPANISH = """Rueda de prensa
{0} Buenas tardes.

- Un plan.- Y un calendario.

P{1} ¿Por qué?

R{1} Porque sí.

P{1} ¿Y cuándo?

R{1} Ya.

{0} Gracias.
"""


@pytest.mark.parametrize("closer", [".-", ".–", ".—"])
def test_a_full_stop_and_a_dash_close_labels(closer: str) -> None:
    text = SPANISH.format("Presidenta" + closer, closer)
    assert labels(text) == ["Presidenta", "P", "R", "P", "R", "Presidenta"]
    assert "Un plan.- Y" in parse(text.encode()).turns[0].text


def test_a_letter_asks_only_where_another_answers() -> None:
    assert labels("Briefing\n\nMS. RUIZ: The value is small.\n\nP: 0.05 at most.\n\nQ: Why?\n") == ["MS. RUIZ", "Q"]


BRACKETS = """Briefing

[Host] Good day. Dr. Ana Ruiz will speak.

[Dr. Ruiz] Thank you.

[pause]

[Laughter] We go on.

[Reporter, Coast Post] Why?

[Dr. Ruiz] So. [Sighs] I see.

[Host] That is all.
"""


def test_role_words_and_titles_in_brackets_are_labels_where_they_come_again() -> None:
    assert labels(BRACKETS) == ["Host", "Dr. Ruiz", "Reporter, Coast Post", "Dr. Ruiz", "Host"]
    assert named(BRACKETS)[2] == (None, "Coast Post")


def test_brackets_direct_the_stage_where_labels_have_colons() -> None:
    turn = "MS. RUIZ: Good.\n\n[Interpreter] So it is.\n\nQ: Why?\n\n[Reporter] And so on.\n\n"
    assert set(labels("Briefing\n\n" + turn * 3)) == {"MS. RUIZ", "Q"}


def test_a_label_in_brackets_may_have_a_colon() -> None:
    text = "Briefing\n\n[00:00:04] MS. RUIZ: Good.\n[00:00:09] [Inaudible speaker]: [inaudible]\n"
    assert labels(text) == ["MS. RUIZ", "Inaudible speaker"]


def test_captions_mark_a_change_of_speaker_with_or_without_a_name() -> None:
    text = "Briefing\n\n>> ANA RUIZ: Good day.\n\n>> Why?\n\n>> ANA RUIZ: So.\n\n>> And when?\n\n>> ANA RUIZ: Now.\n"
    assert named(text) == [("Ana Ruiz", None), (None, None)] * 2 + [("Ana Ruiz", None)]
    assert labels(text)[1] is None


OUTLETS = """Regular Briefing by Li Berg

CNN: Why?

Li Berg: So.

AFP: And?

Li Berg: No.

Lund Media Group: When?

Li Berg: Soon.

Deep Fjord: Where?

Li Berg: Here.

Two Points: one is time.
"""


def test_a_missing_turn_between_two_answers_shows_an_outlet() -> None:
    assert [organisation for _, organisation in named(OUTLETS)][::2] == ["CNN", "AFP", "Lund Media Group", None]
    assert {speaker for speaker, _ in named(OUTLETS)[::2]} == {None}
    assert "Two Points: one is time." in parse(OUTLETS.encode()).turns[-1].text


def test_nobody_is_called_coastal_news() -> None:
    text = "Briefing by Li Berg\n\nCoastal News: Why?\n\nLi Berg: So.\n\nCoastal News: And?\n\nLi Berg: No.\n"
    assert named(text)[0] == (None, "Coastal News")


def test_a_label_known_from_many_turns_counts_without_its_closer() -> None:
    turn = "JO LIND.  Why?\n\nCHAIR RUIZ.  So.\n\n"
    text = "Briefing\n\n" + turn * 3 + "JO LIND.  And?\nCHAIR RUIZ  You know, CHAIR RUIZ is tired.\n"
    assert labels(text) == ["JO LIND", "CHAIR RUIZ"] * 4


@pytest.mark.parametrize(
    ("printed", "name"),
    [("PRIME MINISTER MAY", "May"), ("ANA RUIZ MAY", "Ana Ruiz May"), ("DON LIND", "Don Lind"), ("MRS. MAY", "May")],
)
def test_months_and_titles_may_be_names(printed: str, name: str) -> None:
    assert named(f"Briefing\n\n{printed}: Good day.\n\nQ: Why?\n\n{printed}: So.\n")[0][0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Some arrive.  Question one: When will the others?",
        "We have three aims.\n\nEARLY MAY: it begins.",
        "It is good.\n\nThe media — I will tell you what: they know.",
        "Listen.\n\nCNN.",
        "It is good.\n\nBreaking News: it is over.",
    ],
)
def test_what_only_looks_like_a_label_stays_in_the_speech(text: str) -> None:
    assert labels(f"Briefing\n\nQ: Why?\n\nMS. RUIZ: {text}\n\nQ: And?\n") == ["Q", "MS. RUIZ", "Q"]


DASHES = """Point de presse

LE MINISTRE - Bonjour à tous.
QUESTION - Bonjour. Que faites-vous ?
LE MINISTRE - C'est simple : nous travaillons.
QUESTION - Et M. Berg ?
M. Jean-Paul Berg - C'est clair : nous voulons un port.
"""


def test_a_colon_after_a_dash_that_closes_a_label_is_speech() -> None:
    assert labels(DASHES) == ["LE MINISTRE", "QUESTION"] * 2 + ["M. Jean-Paul Berg"]
    assert parse(DASHES.encode()).turns[2].text == "C'est simple : nous travaillons."


def test_an_outlet_after_a_dash_belongs_to_the_label_though_a_space_precedes_the_colon() -> None:
    text = "Point de presse\n\nMme Ruiz - Radio de la côte : Pourquoi ?\n\nM. Berg : Parce que.\n"
    assert named(text)[0] == ("Ruiz", "Radio de la côte")


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Q (Reuters)", (None, "Reuters")),
        ("Q [Reuters]", (None, "Reuters")),
        ("Q (Anna Roth, AFP)", ("Anna Roth", "AFP")),
        ("Q (off mic)", (None, None)),
        ("Q - Washington Post", (None, "Washington Post")),
    ],
)
def test_a_letter_that_asks_may_tell_who_asks_before_its_colon(label: str, who: tuple[str | None, str | None]) -> None:
    text = f"Briefing\n\nMS. RUIZ: Good day.\n\n{label}: Why?\n\nMS. RUIZ: So.\n"
    assert labels(text) == ["MS. RUIZ", label, "MS. RUIZ"]
    assert named(text)[1] == who


def test_brackets_after_a_letter_that_asks_are_speech_where_no_colon_follows() -> None:
    text = "Briefing\n\nMS. RUIZ: Hello.\n\nQ (In French.) Why?\n\nMS. RUIZ: So.\n\nQ We (the town) ask: why?\n"
    assert labels(text) == ["MS. RUIZ", "Q", "MS. RUIZ", "Q"]


def test_a_short_word_for_a_questioner_may_end_in_a_full_stop() -> None:
    text = "Press conference\n4 May 2019\n\nPRESIDENT RUIZ. Good day.\n\nQ. When?\n\nPRESIDENT RUIZ. Now.\n\nQr. And?\n"
    assert [turn.label for turn in parse(text.encode()).turns] == ["PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ", "Qr"]


def test_who_asks_may_stand_in_brackets_behind_the_mark_of_the_question() -> None:
    text = "Press conference\n4 May 2019\n\nMS. RUIZ: Good.\n\nQ. (Jo Lind, Daily Post) When?\n\nMS. RUIZ: In May.\n"
    turn = parse(text.encode()).turns[1]
    assert (turn.label, turn.speaker, turn.organisation, turn.text) == (
        "Q", "Jo Lind", "Daily Post", "(Jo Lind, Daily Post) When?",
    )  # fmt: skip


def test_a_colon_in_french_speech_behind_the_dash_of_a_label_closes_nothing() -> None:
    head = "Conférence de presse du ministre Paul Aubin\nParis, le 4 mai 2019\n"
    text = head + "\nLE MINISTRE - C'est simple: en mai.\n" * 2
    turn = parse(text.encode()).turns[1]
    assert (turn.label, turn.text) == ("LE MINISTRE", "C'est simple: en mai.")


def test_an_outlet_ends_with_its_paragraph() -> None:
    text = "Press conference\n4 May 2019\n\nMS. RUIZ: Good.\n\nQ - Jo Lind, Evening News\nReally?\n\nMS. RUIZ: Yes.\n"
    assert parse(text.encode()).turns[1].organisation == "Evening News"


def test_a_letter_that_asks_stands_before_the_reporters_name_and_alone() -> None:
    text = "Rueda de prensa de Ana Ruiz\n\n4 de mayo de 2019\n\n"
    text += "P. Jo Lind (Diario Norte): ¿Cómo?\n\nA.R.: Bien.\n\n" + "P.: ¿Y qué?\n\nA.R.: Nada.\n\n" * 3
    assert labels(text) == ["P. Jo Lind (Diario Norte)", "A.R"] + ["P", "A.R"] * 3
    assert named(text)[0] == ("Jo Lind", "Diario Norte")


@pytest.mark.parametrize(
    "label",
    ["Unidentified journalist", "Question from the web", "Reporter, name not heard", "Frage aus dem Publikum"],
)
def test_a_nameless_voice_may_tell_that_nobody_knows_it(label: str) -> None:
    text = f"Press conference\n\n4 May 2019\n\nMS. RUIZ: Good day.\n\n{label}: Why?\n\nMS. RUIZ: So.\n"
    assert labels(text) == ["MS. RUIZ", label, "MS. RUIZ"]
    assert named(text)[1] == (None, None)


@pytest.mark.parametrize("gap", ["          ", "\t"])
def test_labels_may_stand_in_a_column_of_their_own(gap: str) -> None:
    said = [
        ("MODERATOR", "Please."),
        ("REPORTER", "Why"),
        ("MS. RUIZ", "So."),
        ("REPORTER", "And?"),
        ("MS. RUIZ", "No"),
    ]
    text = "Press conference\n\n4 May 2019\n\n" + "".join(f"{who}{gap}{what}\n\n" for who, what in said)
    assert labels(text) == [who for who, _ in said]


def test_the_rows_of_a_table_may_begin_with_a_time_and_go_on_without_a_name() -> None:
    rows = "00:00\tJo Lind, Host\tWelcome.\n00:04\tAna Ruiz, CEO\tHello.\n00:09\t\tIt is small.\n00:11\tPress\tWhy?\n"
    rows += "00:13\tAna Ruiz, CEO\tSo.\n00:15\tPress\tAnd now?\n00:16\tJo Lind, Host\tBye.\n"
    read = parse(f"Launch of a ring\n\n4 May 2019\n\nTime\tSpeaker\tTranscript\n{rows}".encode())
    assert [turn.label for turn in read.turns][:3] == ["Jo Lind, Host", "Ana Ruiz, CEO", "Press"]
    assert (len(read.turns), read.turns[0].time) == (6, "00:00")


def test_a_speech_behind_a_dash_may_be_wrapped() -> None:
    text = "Press conference\n\n4 May 2019\n\n"
    text += "Minister Ruiz – Good day to all of you who are here and to all who\nfollow.\n\n"
    text += "Jo Lind, Daily Post – Why not raise it now, as everybody had\nguessed?\n\n"
    text += "Minister Ruiz – So.\n\nJo Lind, Daily Post – And?\n"
    assert labels(text) == ["Minister Ruiz", "Jo Lind, Daily Post"] * 2


def test_the_columns_of_a_list_of_people_are_no_labels() -> None:
    people = "Ana Ruiz                Jo Lind\nMayor of Lund           Chief Financial Officer\n\n"
    said = [("MODERATOR", "Please."), ("REPORTER", "Why"), ("MAYOR", "So."), ("REPORTER", "And?"), ("MAYOR", "No")]
    text = "Press conference\n\n4 May 2019\n\n" + people + "".join(f"{who}      {what}\n\n" for who, what in said)
    assert labels(text) == [who for who, _ in said]


def test_a_press_office_speaks_before_a_colon_and_not_above_its_telephone_number() -> None:
    text = (
        "Press conference\n\n4 May 2019\n\nPress Office: Welcome.\n\nMS. RUIZ: Good day.\n\nQ: Why?\n\nMS. RUIZ: So.\n"
    )
    assert labels(text + "\n\nPress Office\nPhone: 1234\n") == ["Press Office", "MS. RUIZ", "Q", "MS. RUIZ"]


def test_an_outlet_may_have_a_country_or_a_body_in_its_name() -> None:
    houses = ["AFP", "Africa Daily", "Ukraine Review News", "The Bank Times", "CNN"]
    text = "Briefing by Li Berg\n\n" + "".join(f"{house}: Why?\n\nLi Berg: So.\n\n" for house in houses)
    assert [organisation for _, organisation in named(text)][::2] == houses


def test_an_honorific_behind_a_voice_or_an_outlet_is_not_part_of_the_name() -> None:
    text = "Briefing\n\nFrage Dr. Rinke-Lind: Wann?\n\nMR. BERG: So.\n\nCoast News, Mr. Ruiz: When?\n\nMR. BERG: So.\n"
    assert [speaker for speaker, _ in named(text)][::2] == ["Rinke-Lind", "Ruiz"]


def test_a_chair_who_asks_counted_questions_is_one_label() -> None:
    text = (
        "Hearing\n\nQ1 Chair: Why?\n\nSir Tom Lind: So.\n\nQ2 Chair: And?\n\nSir Tom Lind: So.\n\nChair: Thank you.\n"
    )
    assert labels(text) == ["Q1 Chair", "Sir Tom Lind", "Q2 Chair", "Sir Tom Lind", "Chair"]


def test_an_abbreviated_chair_gives_the_floor() -> None:
    turns = "Frage Lind: Wann?\n\nBerg (BMF): Bald.\n\nVors. Ruiz: Nun zum Hafen.\n\n"
    turn = parse(f"Pressekonferenz\n\n{turns * 2}".encode()).turns[2]
    assert (turn.speaker, turn.kind.value) == ("Ruiz", "moderator")


def test_outlets_that_ask_once_each_are_labels_beside_those_who_answer() -> None:
    turns = [
        "Minister Lind: So.",
        "Norland Radio: Why?",
        "Minister Berg: So.",
        "Ostravia TV: And?",
        "Minister Lind: No.",
    ]
    text = "Joint press conference\n\n" + "\n\n".join(turns)
    assert labels(text) == [turn.partition(":")[0] for turn in turns]


def test_one_outlet_that_is_named_once_is_none() -> None:
    text = "Briefing\n\nMinister Lind: I read the papers.\n\nCoast Radio: no fish left.\n\nMinister Lind: So it is.\n"
    assert labels(text) == ["Minister Lind"] * 2


def test_a_name_before_a_long_dash_speaks_where_a_question_has_one_too() -> None:
    turns = ("Yann Lind", "Question de Mme Arzel (Coast News)", "Yann Lind", "Question de la salle", "Yann Lind")
    text = "Conférence de presse\n\n" + "\n\n".join(f"{turn} — Oui — ou non." for turn in turns)
    assert labels(text) == list(turns)
    assert named(text)[1] == ("Arzel", "Coast News")
