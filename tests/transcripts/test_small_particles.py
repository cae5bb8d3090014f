"""Labels that begin with a particle in small letters: ``de Ruiz``, ``von der Berg``."""

import pytest

from apps.transcripts import Transcript, parse

HEAD = "Press conference\nby Mayor Ana von der Berg and Treasurer Luis de Ruiz\n4 May 2019\n\n"


def read(*paragraphs: str) -> Transcript:
    return parse((HEAD + "\n\n".join([*paragraphs, ""])).encode())


def labels(*paragraphs: str) -> list[str | None]:
    return [turn.label for turn in read(*paragraphs).turns]


@pytest.mark.parametrize(
    "label",
    [
        "de Ruiz", "von der Berg", "Luis de Ruiz", "Ana von der Berg", "President von der Berg", "Treasurer de Ruiz",
        "Commissioner de Ruiz", "Mr de Ruiz", "Mme von der Berg", "de Ruiz (Lund Council)", "al-Ruiz", "d’Orsay",
    ],
)  # fmt: skip
def test_a_surname_with_a_small_particle_is_a_label(label: str) -> None:
    said = ("Q: When?", f"{label}: In May.", "Q: And why?", f"{label}: Because we can.")
    assert labels("Moderator: Welcome.", *said) == ["Moderator", "Q", label, "Q", label]


def test_one_whom_the_header_names_needs_to_speak_but_once() -> None:
    said = ("Moderator: Welcome.", "Q: When?", "de Ruiz: In May.", "von der Berg: Or in June.")
    assert labels(*said) == ["Moderator", "Q", "de Ruiz", "von der Berg"]


def test_a_single_newline_is_enough_between_such_turns() -> None:
    assert labels("Moderator: Welcome.\nQ: When?\nde Ruiz: In May.") == ["Moderator", "Q", "de Ruiz"]


def test_such_a_turn_may_begin_in_mid_paragraph() -> None:
    said = "Q: When? de Ruiz: In May. Q: Why? de Ruiz: So. Q: Really? de Ruiz: Yes."
    assert labels("Moderator: Welcome.", said)[1:] == ["Q", "de Ruiz"] * 3


def test_the_particle_of_a_surname_behind_an_english_office_begins_no_portfolio() -> None:
    turns = read(
        "Minister de Ruiz: Welcome.", "Ministra de Trabajo: Gracias.", "Q: When?", "Minister de Ruiz: In May."
    ).turns
    assert [(turn.label, turn.role) for turn in turns[:2]] == [
        ("Minister de Ruiz", "Treasurer"), ("Ministra de Trabajo", "Ministra de Trabajo"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "de facto: nothing happened.", "la France : elle paie.", "von hier: nach Lund.", "el Gobierno: dos cosas.",
        "the Mayor: she knows it.", "de: what is it?", "e-mail: somebody reads it.", "al Ruiz Park: it opens.",
        "van 10:30: we met.",
    ],
)  # fmt: skip
def test_other_words_in_small_letters_start_no_turn(line: str) -> None:
    assert labels("Moderator: Welcome.", "Q: When?", f"de Ruiz: We wrote three lines.\n\n{line}", "Q: And?") == [
        "Moderator", "Q", "de Ruiz", "Q",
    ]  # fmt: skip


def test_a_long_name_is_known_by_the_surname_that_the_header_gives() -> None:
    head = "Press conference by President von Berg and President Ruiz\n4 May 2019\n\n"
    text = head + "Jo von Berg: Welcome.\n\nAna Luisa Ruiz: Welcome.\n\nQ: Why?\n\nvon Berg: So.\n\nRuiz: Yes.\n"
    assert [turn.label for turn in parse(text.encode()).turns] == [
        "Jo von Berg", "Ana Luisa Ruiz", "Q", "von Berg", "Ruiz",
    ]  # fmt: skip
