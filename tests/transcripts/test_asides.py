"""What stands beside the speech and nobody said: captions, what a site says of itself, editors' notes."""

import pytest

from apps.transcripts import Transcript, parse

CAPTIONS = [
    "Minister Ana Ruiz (right) greets Governor Tom Hale (left) before the press conference.",
    "Left to right: Minister Ana Ruiz and Governor Tom Hale in Lund", "From left: Ana Ruiz, Tom Hale and Jo Lind.",
    "From left, Ana Ruiz, Tom Hale and Jo Lind at the harbour.", "Pictured: Ana Ruiz and Tom Hale", "Photo by Jo Lind",
    "Ana Ruiz speaks to reporters in Lund. (Photo: Government of Norland/Jo Lind)", "L-R: Ana Ruiz, Tom Hale",
    "La ministre Ana Ruiz (à gauche) salue le gouverneur.", "De gauche à droite : Ana Ruiz et Tom Hale",
    "Ministerin Ana Ruiz (links) begrüßt Tom Hale.", "Von links nach rechts: Ana Ruiz, Tom Hale", "v.l.n.r.: Ana Ruiz",
    "La ministra Ana Ruiz (izquierda) saluda al gobernador.", "De izquierda a derecha: Ana Ruiz y Tom Hale",
    "Ana Ruiz (L) and Tom Hale (R) shake hands",
]  # fmt: skip
SITE = [
    "We use cookies to improve your experience. Accept all cookies", "Accept all", "Skip to content", "Read more",
    "Print this page", "Subscribe to our newsletter", "This website uses cookies. By continuing you agree.",
    "Nous utilisons des cookies pour améliorer votre expérience.", "Tout accepter", "Aller au contenu principal",
    "Wir verwenden Cookies, um die Seite zu verbessern.", "Alle akzeptieren", "Seite drucken", "Newsletter abonnieren",
    "Utilizamos cookies para mejorar su experiencia.", "Aceptar todo", "Compartir en Facebook", "Imprimir esta página",
]  # fmt: skip
NOTES = [
    "Editor's note: the minister spoke in French.", "[Editor’s note: The sound failed here.]", "CORRECTED: It is 5.",
    "(Correction: the minister said 5, not 6.)", "Note to editors: Pictures are on the site.",
    "Note de la rédaction : la ministre a parlé en anglais.", "Anmerkung der Redaktion: Sie sprach Englisch.",
    "Nota de la redacción: la ministra habló en inglés.",
]  # fmt: skip
ABOVE = [
    "CORRECTED: Paragraph 3 has been changed.", "Correction: the minister said 5, not 6.", "Note: She spoke in French.",
    "CORRECTED: In the second answer the figure is\nright and not wrong, as the minister said later.",
    "NB: The sound failed twice.", "Rectificatif : la ministre a dit 5 et non 6.", "Remarque : elle a parlé anglais.",
    "Berichtigung: Die Ministerin sagte 5, nicht 6.", "Hinweis: Sie sprach Englisch.", "Nota: Habló en inglés.",
    "Corrección: la ministra dijo 5 y no 6.",
]  # fmt: skip


def read(above: str = "", between: str = "") -> Transcript:
    page = "Press conference by Minister Ana Ruiz\n3 March 2020\n\n{}\n\n{} We met.\n\n{}\n\nIt is done.\n\nQ: Why?\n"
    opening = "Good afternoon." if above and not between else "MINISTER RUIZ: Good afternoon."
    return parse(page.format(above, opening, between).encode())


@pytest.mark.parametrize("line", [*CAPTIONS, *SITE, *NOTES])
def test_what_nobody_said_is_taken_out_of_the_speech_and_kept(line: str) -> None:
    transcript = read(between=line)
    assert transcript.turns[0].text == "Good afternoon. We met.\n\nIt is done."
    assert [(note.line, note.text) for note in transcript.notes if note.text] == [(8, line)]


@pytest.mark.parametrize("line", [*CAPTIONS, *SITE, *NOTES, *ABOVE])
def test_above_the_speech_it_belongs_to_the_header(line: str) -> None:
    transcript = read(above=line)
    assert transcript.title == "Press conference by Minister Ana Ruiz"
    assert transcript.turns[0].text == "Good afternoon. We met.\n\nIt is done."
    assert transcript.turns[0].speaker == "Ana Ruiz"


@pytest.mark.parametrize(
    "line",
    [
        "Senator Jo Lind (R) and I agree on that.", "Correction: I meant 5.", "Note that we met.",
        "I accept all of it.", "Left and right, we agree.", "Read more books.",
        "Photos are good.", "My picture by the harbour (left) hangs in the hall, as you know.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_speech(line: str) -> None:
    assert line in read(between=line).turns[0].text


def test_a_corrected_title_is_a_title() -> None:
    text = "CORRECTED: Press conference by Minister Ana Ruiz\n3 March 2020\n\nMINISTER RUIZ: We met.\n\nQ: Why?\n"
    transcript = parse(text.encode())
    assert transcript.title == "Press conference by Minister Ana Ruiz"
    assert transcript.notes[0].message == "The source calls this a corrected transcript."


@pytest.mark.parametrize("line", ["CORRECTED TRANSCRIPT", "(Corrected version)", "Version corrigée"])
def test_a_line_above_the_title_says_that_the_transcript_is_corrected(line: str) -> None:
    text = f"{line}\n\nPress conference by Minister Ana Ruiz\n\n3 March 2020\n\nMINISTER RUIZ: We met.\n\nQ: Why?\n"
    transcript = parse(text.encode())
    assert transcript.title == "Press conference by Minister Ana Ruiz"
    assert transcript.notes[0].message == "The source calls this a corrected transcript."


def test_that_a_version_is_corrected_may_stand_below_the_speech() -> None:
    text = "Press conference\n3 March 2020\n\nQ: Why?\n\nMINISTER RUIZ: So.\n\n*Corrected version\n"
    assert parse(text.encode()).turns[-1].text == "So."


def test_a_caption_or_notice_that_is_wrapped_goes_on_to_its_last_line() -> None:
    notice = (
        "This website uses cookies to ensure that you get the best experience on our\nwebsite. By using it you agree."
    )
    transcript = read(between=notice)
    assert transcript.turns[0].text == "Good afternoon. We met.\n\nIt is done."
    assert [note.text for note in transcript.notes if note.text] == [notice]
