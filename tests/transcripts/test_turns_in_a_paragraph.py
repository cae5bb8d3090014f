"""Several turns run together in one paragraph, with labels of every form; and a single name, which proves nothing."""

import pytest

from apps.transcripts import parse

HEAD = "Press conference by Prime Minister Ana Ruiz\n4 May 2019\n\n"


def labels(text: str) -> list[str | None]:
    return [turn.label for turn in parse((HEAD + text).encode()).turns]


@pytest.mark.parametrize(
    ("asked", "answers", "again"),
    [
        ("Jo Lind (Daily Post):", "ANA RUIZ:", "Tom Berg (AFP):"),
        ("Jo Lind (Daily Post):", "ANA RUIZ (Prime Minister of Norland):", "Tom Berg (AFP):"),
        ("Jo Lind (Daily Post) :", "Ana Ruiz (Première ministre) :", "Tom Berg (AFP) :"),
        ("Jo Lind, Daily Post:", "Ana Ruiz:", "Tom Berg, AFP:"),
        ("JO LIND. ", "CHAIR RUIZ. ", "TOM BERG. "),
        ("MR. LIND.", "CHAIR RUIZ.", "MS. BERG."),
        ("QUESTION -", "THE MINISTER -", "QUESTION -"),
        ("QUESTION –", "THE MINISTER –", "QUESTION –"),
        ("PREGUNTA.-", "RUIZ.-", "PREGUNTA.-"),
        ("Jo Lind:", "Ana Ruiz:", "Tom Berg:"),
        ("Frage (Lind, ZDF):", "Ruiz:", "Frage (Berg, ARD):"),
    ],
)
def test_turns_of_one_paragraph_are_told_apart(asked: str, answers: str, again: str) -> None:
    page = f"{answers} Good day. We met. {asked} Why now? {answers} It is time. {again} And then? {answers} So.\n"
    printed = [label.strip(" :.-–") for label in (answers, asked, answers, again, answers)]
    assert labels(page) == printed


def test_bold_labels_in_mid_paragraph_are_labels_like_the_others() -> None:
    page = (
        "**Ana Ruiz** — Good day. **Q** — Why? **Ana Ruiz** — So.\n\n**Q** — And?\n\n**Ana Ruiz** — No. **Yes**, no.\n"
    )
    assert labels(page) == ["Ana Ruiz", "Q", "Ana Ruiz", "Q", "Ana Ruiz"]
    asked = "**JO LIND (Star)****:** Why? **TOM BERG (News24)****:** And when? **QUESTION****:** Who pays?\n"
    assert labels(f"**MAYOR RUIZ****:** Good day.\n\n{asked}\n**MAYOR RUIZ****:** I do.\n") == [
        "MAYOR RUIZ", "JO LIND (Star)", "TOM BERG (News24)", "QUESTION", "MAYOR RUIZ",
    ]  # fmt: skip


def test_a_title_with_a_department_in_mid_paragraph_is_one_that_begins_lines_elsewhere() -> None:
    page = "Pr Ruiz : Bonjour. Mme Lind (presse) : Merci. Question : Qui paie ? Pr Ruiz : Moi.\n\nMme Lind : Merci.\n"
    assert labels(page) == ["Pr Ruiz", "Mme Lind (presse)", "Question", "Pr Ruiz", "Mme Lind"]


def test_a_title_with_a_surname_answers_in_mid_paragraph_where_the_full_name_begins_a_line() -> None:
    page = "Me Ana Ruiz (avocate) : Bonjour. Question (Star) : Quand ? Me Ruiz : Lundi.\n\n"
    page += "Question : Et qui ?\n\nMe Ruiz : Moi.\n"
    assert labels(page) == ["Me Ana Ruiz (avocate)", "Question (Star)", "Me Ruiz", "Question", "Me Ruiz"]


def test_a_moderator_stands_in_the_paragraph_too() -> None:
    page = "MODERATOR: Welcome. Jo Lind (AFP): Why? ANA RUIZ: So. MODERATOR: Next. Tom Berg (ZDF): And? ANA RUIZ: No.\n"
    assert labels(page) == ["MODERATOR", "Jo Lind (AFP)", "ANA RUIZ", "MODERATOR", "Tom Berg (ZDF)", "ANA RUIZ"]


def test_an_answer_in_mid_line_may_have_a_shorter_label() -> None:
    page = "ANA RUIZ (Prime Minister): Good day.\nQ: Why?\nANA RUIZ (Prime Minister): So. Q: And? ANA RUIZ: No.\n"
    assert labels(page) == ["ANA RUIZ (Prime Minister)", "Q", "ANA RUIZ (Prime Minister)", "Q", "ANA RUIZ"]


@pytest.mark.parametrize(
    ("opens", "answers", "first", "last"),
    [
        ("EVA HOLM", "ANA RUIZ", "JO LIND", "JO LIND"),
        ("Eva Holm", "Ana Ruiz", "Jo Lind (Daily Post)", "Tom Berg (AFP)"),
        ("Eva Holm", "Ana Ruiz", "Jo Lind", "Jo Lind"),
        ("Eva Holm", "Ana Ruiz", "Jo Lind", "Tom Berg"),
        ("HOLM", "RUIZ", "LIND", "LIND"),
        ("MODERATOR", "ANA RUIZ", "JO LIND", "JO LIND"),
        ("Eva Holm ", "Ana Ruiz ", "Jo Lind ", "Jo Lind "),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_names_that_take_turns_in_a_paragraph_bear_each_other_out(
    opens: str, answers: str, first: str, last: str, gap: str
) -> None:
    who = [opens, answers, first, answers, last, answers, opens]
    said = ["Good day.", "We open.", "Why now?", "The ice.", "And then?", "So.", "Thank you."]
    turns = [f"{one}: {words}" for one, words in zip(who, said, strict=True)]
    assert labels(" ".join(turns[:2]) + gap + " ".join(turns[2:]) + "\n") == [one.strip() for one in who]


def test_between_two_turns_of_whom_the_title_names_somebody_speaks_though_no_question_mark_ends_it() -> None:
    page = "Eva Holm: Hi. Ana Ruiz: So. Jo Lind: Why? I ask. Ana Ruiz: Ice. Tom Berg: On the price. Ana Ruiz: No.\n"
    assert labels(page) == ["Eva Holm", "Ana Ruiz", "Jo Lind", "Ana Ruiz", "Tom Berg", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("head", "opens"),
    [
        ("Press conference by Mayor Ana Ruiz 4 May 2019", "MODERATOR"),
        ("Conférence de presse de la maire Ana Ruiz 4 mai 2019", "MODÉRATRICE"),
        ("Press conference by Mayor Ana Ruiz 4 May 2019", "EVA HOLM"),
    ],
)
def test_a_label_follows_the_year_of_a_header_in_the_same_paragraph(head: str, opens: str) -> None:
    said = "ANA RUIZ: We open. JO LIND: Why now? ANA RUIZ: The ice. JO LIND: And then? ANA RUIZ: So."
    page = parse(f"{head} {opens}: Good day. {said} {opens}: Thank you.\n".encode())
    answers = ["ANA RUIZ", "JO LIND", "ANA RUIZ", "JO LIND", "ANA RUIZ"]
    assert [turn.label for turn in page.turns] == [None, opens, *answers, opens]


def test_a_name_that_begins_a_paragraph_asks_where_a_label_of_the_page_answers_behind_it() -> None:
    page = "Ana Ruiz: We open.\n\nJo Lind: Why now? Ana Ruiz: The ice.\n\nTom Berg: And then? Ana Ruiz: So.\n"
    assert labels(page) == ["Ana Ruiz", "Jo Lind", "Ana Ruiz", "Tom Berg", "Ana Ruiz"]
    assert labels(page.replace("Tom Berg", "New York")) == ["Ana Ruiz", "Jo Lind", "Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    "said",
    [
        "I met Jo Lind (AFP): a good reporter.",
        "He asked me. Jo Lind (AFP): Why now? And I said so.",
        "That is so. Jo Lind: It is so.",
        "We saw signs. STOP WAR. And more of them. NO WAR. NO WAR. And so on.",
    ],
)
def test_a_single_name_in_mid_paragraph_begins_no_turn(said: str) -> None:
    page = f"PRIME MINISTER: Good day. {said}\n\nQ: Why?\n\nPRIME MINISTER: So.\n"
    assert labels(page) == ["PRIME MINISTER", "Q", "PRIME MINISTER"]
    handed = f"PRIME MINISTER: Good day. {said}\n\nMODERATOR: Next.\n\nQ: Why?\n\nPRIME MINISTER: So.\n"
    assert labels(handed) == ["PRIME MINISTER", "MODERATOR", "Q", "PRIME MINISTER"]
    stops = f"THE CHAIR. Good day. {said}\n\nQUESTION. Why?\n\nTHE CHAIR. So.\n\nQUESTION. And?\n\nTHE CHAIR. No.\n"
    assert labels(stops) == ["THE CHAIR", "QUESTION", "THE CHAIR", "QUESTION", "THE CHAIR"]
