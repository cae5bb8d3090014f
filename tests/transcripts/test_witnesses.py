"""A name alone, or an outlet that nobody knows, is a label where somebody else on the page bears it out."""

import pytest

from apps.transcripts import parse


def labels(*pieces: str, title: str = "Press conference") -> list[str | None]:
    turns = parse("\n\n".join([title, "4 May 2019", *pieces, ""]).encode()).turns
    return [turn.label for turn in turns]


def test_a_full_name_and_its_surname_are_labels_where_somebody_asks() -> None:
    said = [
        "Moderator: Good day.",
        "Kaj Renner: We won.",
        "Question: A question for Kaj: why?",
        "Renner: We were good.",
    ]
    assert labels(*said) == ["Moderator", "Kaj Renner", "Question", "Renner"]


def test_whom_the_moderator_presents_speaks() -> None:
    said = ["Moderator: Here is Ana Linde.", "Question: Why?", "Ana Linde: So.", "Question: And you?"]
    assert labels(*said) == ["Moderator", "Question", "Ana Linde", "Question"]


@pytest.mark.parametrize("asked", ["And Ana?", "A question for Ana. Why?", "Ana, what do you think?"])
def test_who_is_asked_by_first_name_answers(asked: str) -> None:
    said = ["MS. RUIZ: Hello.", f"Question: {asked}", "Ana Linde: Yes.", "Question: So?"]
    assert labels(*said) == ["MS. RUIZ", "Question", "Ana Linde", "Question"]


def test_who_is_passed_a_question_by_first_name_answers() -> None:
    said = [
        "MS. RUIZ: Hello.",
        "Question: Who pays?",
        "MS. RUIZ: I am not sure. Ana?",
        "Ana Linde: We do.",
        "Question: So?",
    ]
    assert labels(*said) == ["MS. RUIZ", "Question", "MS. RUIZ", "Ana Linde", "Question"]


def test_a_name_of_which_nobody_tells_is_left_in_the_speech_with_a_note() -> None:
    said = ["MS. RUIZ: We met.", "Q: Why?", "MS. RUIZ: Look.", "Harbour Bowl: it is closed.", "Q: When?"]
    assert labels(*said) == ["MS. RUIZ", "Q", "MS. RUIZ", "Q"]


def test_who_is_listed_with_a_ministry_speaks_under_the_surname() -> None:
    said = [
        "Sprecher: StS Sebald, Kahl (BMI), Gülder (BMG)",
        "StS Sebald: Guten Tag.",
        "Frage: Warum?",
        "Gülder: Darum.",
    ]
    assert labels(*said, "Frage: Wie?", "Kahl: So.", title="Regierungspressekonferenz") == [
        "StS Sebald",
        "Frage",
        "Gülder",
        "Frage",
        "Kahl",
    ]


def test_short_names_of_outlets_ask_beside_a_known_one() -> None:
    outlets = ["BBC", "QTV", "PD", "Daily Postman"]
    said = [piece for outlet in outlets for piece in (f"{outlet}: Why?", "FIRST MINISTER: So.")]
    found = parse("\n\n".join(["Press briefing", "4 May 2019", "FIRST MINISTER: Hello.", *said, ""]).encode()).turns
    assert [turn.organisation for turn in found[1::2]] == outlets
    assert {turn.kind for turn in found[1::2]} == {"question"}


@pytest.mark.parametrize(("bracket", "outlet"), [("Reuters", "Reuters"), ("Laughter", None), ("NATO", None)])
def test_a_known_house_in_brackets_before_the_question_asks_it(bracket: str, outlet: str | None) -> None:
    page = f"Press briefing\n\n4 May 2019\n\nMS. RUIZ: Hello.\n\nQ: ({bracket}) Thank you. Why?\n\nMS. RUIZ: So.\n"
    assert parse(page.encode()).turns[1].organisation == outlet


@pytest.mark.parametrize(("host", "once"), [("LARS", "EVA"), ("Lars", "Eva"), ("LIND", "BERG")])
def test_a_single_name_printed_once_between_two_questions_answers_where_others_do(host: str, once: str) -> None:
    text = f"Briefing\n\n{host}: Good day.\n\nQ: Why?\n\n{once}: It rained.\n\nQ: When?\n\n{host}: In May.\n"
    assert [turn.label for turn in parse(text.encode()).turns] == [host, "Q", once, "Q", host]


def test_a_single_name_printed_once_behind_the_last_question_answers_it() -> None:
    text = "Briefing\n\nLARS: Good day.\n\nQ: Why?\n\nLARS: It rained.\n\nQ: When?\n\nEVA: In May.\n"
    assert [turn.label for turn in parse(text.encode()).turns][-2:] == ["Q", "EVA"]


@pytest.mark.parametrize("word", ["HARBOUR", "Eva", "NOTE"])
def test_a_word_of_the_speech_or_in_another_form_is_no_name_between_two_questions(word: str) -> None:
    text = f"Briefing\n\nLARS: Good day in the harbour.\n\nQ: Why?\n\n{word}: It rained.\n\nQ: When?\n\nLARS: In May.\n"
    assert word not in [turn.label for turn in parse(text.encode()).turns]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Briefing with Lars Berg and Eva Holm", ["Lars Berg", "Eva Holm"]),
        ("Pressekonferenz mit Lars Berg und Eva Holm", ["Lars Berg", "Eva Holm"]),
        ("Briefing with Lars Berg and Lars Holm", ["Lars", "Eva"]),  # which of them?
        ("Briefing on the visit of Lars Berg", ["Lars", "Eva"]),
        ("Briefing with Lars Berg and Ana Lars", ["Lars", "Eva"]),  # a surname, too
    ],
)
def test_a_first_name_is_the_one_person_s_whom_the_header_says_to_speak(title: str, names: list[str]) -> None:
    text = f"{title}\n\n4 May 2019\n\nLARS: Good day.\n\nEVA: Good day.\n\nQ: Why?\n\nEVA: So.\n\nLARS: In May.\n"
    assert [turn.speaker for turn in parse(text.encode()).turns][:2] == names


def once_each(*paragraphs: str) -> list[str | None]:
    head = ["Press conference by Harbour Minister Ana Ruiz", "4 May 2019"]
    return [turn.label for turn in parse("\n\n".join([*head, *paragraphs, ""]).encode()).turns]


def test_full_names_that_speak_once_each_bear_each_other_out_where_one_asks() -> None:
    said = ["Eva Holm: Good day.", "Ana Ruiz: We open the harbour.", "Jo Lind: Why so late?", "Tom Berg: The ice."]
    assert once_each(*said) == ["Eva Holm", "Ana Ruiz", "Jo Lind", "Tom Berg"]


@pytest.mark.parametrize(
    "listed",
    [
        ["Jo Lind: harbour master", "Eva Holm: treasurer", "Tom Berg: pilot"],
        ["Jo Lind: He pays.", "Eva Holm: She builds.", "Tom Berg: He sails."],
        ["New York: It rains.", "Harbour Plan: Is it ready?", "Long Story: It is."],
    ],
)
def test_names_of_a_list_and_things_speak_nowhere(listed: list[str]) -> None:
    assert once_each("Ana Ruiz: We open the harbour. This is the plan. It is a long story.", *listed) == ["Ana Ruiz"]
