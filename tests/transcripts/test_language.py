"""The language of a transcript is told by its small words."""

import pytest

from apps.transcripts.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour opens in May and we are glad of it, as you know.", "en"),
        ("Le port ouvre en mai et nous sommes heureux de vous le dire dans cette ville.", "fr"),
        ("Der Hafen wird im Mai geöffnet, und das ist nicht alles, was wir zu sagen haben.", "de"),
        ("El puerto se abre en mayo y es lo que los vecinos de la ciudad nos piden más.", "es"),
        ("Порт откроется в мае, и это не всё, что мы хотим сказать по этому поводу.", "ru"),
        ("12 34", "en"),
    ],
)
def test_the_language_is_detected(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    ["Briefing\n\nMR. HALE: No.\n\nQ: No?\n", "MR. HALE: No, no. Do so.\n\nQ: As I do?\n", "Q: Para?\n\nA: Per.\n"],
)
def test_words_that_languages_share_and_a_word_or_two_decide_nothing(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pressekonferenz von Ministerin Berg und Präsident Ruiz\n\nMin Berg: Guten Tag.\n\nFrage: Warum?\n", "de"),
        ("Conférence de presse\n\nRUIZ : Bonjour.\n\nJOURNALISTE : Pourquoi ?\n\nRUIZ : Parce que. Merci.\n", "fr"),
        ("Rueda de prensa\n\nRUIZ.- Buenos días.\n\nP.- ¿Cuándo?\n\nRUIZ.- Mañana. Gracias.\n", "es"),
        ("Conferenza stampa\n\nRUIZ: Buongiorno.\n\nDOMANDA: Perché?\n\nRUIZ: Grazie.\n", "it"),
        ("Press conference of Ana von der Berg\n\nvon der Berg: Because.\n\nQ: Why?\n\nvon der Berg: So.\n", "en"),
        ("Press conference by Jo Le Roy\n\nLe Roy: Yes.\n\nQ: Why?\n\nLe Roy: No.\n\nMr. Le Roy: So.\n", "en"),
        ("Persconferentie / Press conference\n\nvan den Berg: Welcome.\n\nQ: Why?\n\nvan den Berg: So.\n", "en"),
    ],
)
def test_a_page_with_hardly_a_sentence_is_told_by_greetings_and_not_by_the_particles_of_names(
    text: str, code: str
) -> None:
    assert detect(text) == code
