"""Nobody is named who is only spoken of: not in a call, not in a title, not among namesakes."""

import pytest

from apps.transcripts import Transcript, parse
from apps.transcripts.speakers.calls import calls

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 20


def transcript(*turns: str, title: str = "Press briefing") -> Transcript:
    return parse("\n\n".join([title, *turns, ""]).encode())


@pytest.mark.parametrize(
    "words",
    [
        "Thank you, CNN. Next question.",
        "Thank you, Reuters. Next.",
        "Thank you, Anna Roth from CNN. Next question.",
        "Anna Roth from CNN has written a book on this. You, sir.",
        "That was Anna Roth of AFP. And now the gentleman here.",
        "Not you, Peter Holm from CNN. You, please.",
        "Peter Holm, CNN. No, wait. You, sir.",
        "Wall Street.",
        "Let us go to Wall Street.",
    ],
)
def test_who_is_thanked_or_spoken_of_is_not_called(words: str) -> None:
    assert calls(words) is None
    assert transcript(f"MAYOR RUIZ: {LONG} {words}", "Q: Why?").turns[1].speaker is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Let us go to Peter Holm from Reuters, and then Anna Roth from AFP.", "Peter Holm"),
        ("Peter Holm, Reuters, then Anna Roth, AFP, and then Kim Dahl, NPR.", "Peter Holm"),
        ("Thank you, Reuters. Anna Roth from AFP.", "Anna Roth"),
        ("I am told that Anna Roth of the Financial Times has the first question.", "Anna Roth"),
    ],
)
def test_of_several_names_the_one_who_comes_first_is_called(words: str, name: str) -> None:
    assert transcript(f"MAYOR RUIZ: {LONG} {words}", "Q: Why?").turns[1].speaker == name


def test_whoever_thanks_an_outlet_does_not_moderate() -> None:
    turns = transcript(f"MINISTER RUIZ: {LONG}", "Q: Why?", "MINISTER RUIZ: Thank you, Reuters.").turns
    assert turns[2].kind == "answer"


@pytest.mark.parametrize(
    "title",
    [
        "Statement on the visit of Chancellor Kim Dahl to Norland",
        "Message from the King on the passing of Prime Minister Karl Lind",
        "Press statement by the Foreign Ministry on remarks by Minister Karl Lind of Istrovia",
        "NATO welcomes President Karl Lind",
        "Opening remarks at the funeral of Prime Minister Karl Lind",
        "Statement on the visit of Prime Minister Karl Lind and President Kim Dahl",
    ],
)
def test_a_statement_without_label_is_not_by_whom_the_title_only_tells_of(title: str) -> None:
    [turn] = transcript(LONG, title=title).turns
    assert (turn.speaker, turn.role) == (None, None)


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Mayor Ana Ruiz at the funeral of Prime Minister Karl Lind",
        "Remarks on the Economy by Mayor Ana Ruiz",
        "Press conference with Mayor Ana Ruiz",
        "Statement of Mayor Ana Ruiz",
        "Mayor Ana Ruiz’s statement on fish",
        "Opening statement\n\nby Ana Ruiz, Mayor",
        "Briefing at the Bank: Mayor Ana Ruiz",
    ],
)
def test_a_statement_without_label_is_by_whom_the_title_says_to_speak(title: str) -> None:
    [turn] = transcript(LONG, title=title).turns
    assert (turn.speaker, turn.role) == ("Ana Ruiz", "Mayor")


def test_of_two_holders_of_one_surname_the_office_tells_which() -> None:
    labels = ("GOVERNOR SMITH", "MAYOR MARY SMITH", "MAYOR SMITH", "MS. SMITH")
    said = transcript(
        *(f"{label}: {LONG}" for label in labels), title="Briefing by Governor John Smith and Mayor Mary Smith"
    )
    assert [(turn.speaker, turn.role) for turn in said.turns] == [
        ("John Smith", "Governor"), ("Mary Smith", "Mayor"), ("Mary Smith", "Mayor"), ("Smith", None),
    ]  # fmt: skip
    [note] = [note for note in said.notes if "as printed" in note.message]
    assert note.message == "“MS. SMITH” could be John Smith or Mary Smith; the name was left as printed."


@pytest.mark.parametrize("name", ["Ruiz", "Tom Ruiz"])
def test_mrs_is_not_the_head_of_state(name: str) -> None:
    turns = transcript(f"THE PRESIDENT: {LONG}", f"MRS. RUIZ: {LONG}", title=f"Remarks by President {name}").turns
    assert [(turn.speaker, turn.role) for turn in turns] == [(name, "President"), ("Ruiz", None)]


@pytest.mark.parametrize("label", ["UNKNOWN REPORTER", "Female Reporter", "Off-Camera Reporter"])
def test_a_reporter_without_a_name_is_no_person(label: str) -> None:
    turns = transcript(
        "MAYOR RUIZ: So.", f"{label}: Why?", "MAYOR RUIZ: So.", f"{label}: When?", "MAYOR RUIZ: So."
    ).turns
    assert [(turn.speaker, turn.kind) for turn in turns[1::2]] == [(None, "question"), (None, "question")]


@pytest.mark.parametrize("label", ["The Doctor", "The Crowd"])
def test_a_name_with_an_article_is_no_person(label: str) -> None:
    turns = transcript(
        "Mayor Ruiz: So.", f"{label}: Well.", "Mayor Ruiz: So.", f"{label}: No.", "Mayor Ruiz: So."
    ).turns
    assert "Ruiz" in {turn.speaker for turn in turns}
    assert {turn.speaker for turn in turns} <= {"Ruiz", None}


@pytest.mark.parametrize(
    ("label", "body"),
    [("MARÍA LÓPEZ, PANADERA", None), ("ANNA ROTH, NURSE", None), ("JO LIND, REUTERS", "REUTERS")],
)
def test_a_trade_in_capitals_is_no_organisation(label: str, body: str | None) -> None:
    turns = transcript("MAYOR RUIZ: So.", f"{label}: Good morning. We were there.", "MAYOR RUIZ: So.").turns
    assert turns[1].organisation == body


@pytest.mark.parametrize(
    "label", ["Coordinator", "MEDIA MANAGER", "Jefa de prensa", "Attaché de presse", "Addetta stampa", "Pressechefin"]
)
def test_whoever_serves_the_press_moderates_and_bears_no_name(label: str) -> None:
    turns = transcript(f"{label}: Welcome. The next question is from Peter Holm, Reuters.", "Q: Why?").turns
    assert (turns[0].speaker, turns[0].kind.value, turns[1].speaker) == (None, "moderator", "Peter Holm")


@pytest.mark.parametrize(
    ("label", "name", "outlet"),
    [
        ("Question from Jo Lind", "Jo Lind", None),
        ("Pregunta de Jo Lind, Lund News", "Jo Lind", "Lund News"),
        ("Frage von Frau Lind", "Lind", None),
        ("Question from Reuters", None, "Reuters"),
        ("Media Manager Jo Lind", "Jo Lind", None),
        ("Direktor Jo Lind", "Jo Lind", None),
    ],
)
def test_a_name_in_a_label_is_told_from_the_words_before_it(label: str, name: str | None, outlet: str | None) -> None:
    turns = transcript(f"MAYOR RUIZ: {LONG}", f"{label}: Why so late?", "MAYOR RUIZ: It rained.").turns
    assert (turns[1].speaker, turns[1].organisation) == (name, outlet)


def test_whoever_the_moderator_calls_by_name_asks_in_spite_of_an_honorific() -> None:
    text = (
        "Conférence de presse de M. Paul Roy, premier ministre\n\nLe mercredi 11 janvier 2023\n\n"
        "M. Roy : Bonjour à tous. Le traversier reprend lundi, et il reste gratuit pour tous.\n\n"
        "La Modératrice : Merci. Prochaine question : Luc Morel, Le Phare.\n\n"
        "M. Morel (Luc) : Bonjour. Qui paie le traversier?\n\nM. Roy : La ville.\n"
    )
    _, _, question, _ = parse(text.encode()).turns
    assert (question.speaker, question.organisation, question.kind.value) == ("Luc Morel", "Le Phare", "question")


def test_portuguese_articles_before_an_outlet_are_read() -> None:
    text = "Entrevista coletiva\n\n4 de maio de 2019\n\nJornalista: Ana Lins, do Jornal do Cais. Quando abre o porto?\n"
    [turn] = parse(text.encode()).turns
    assert (turn.speaker, turn.organisation) == ("Ana Lins", "Jornal do Cais")


@pytest.mark.parametrize("headline", ["GOVERNOR BERG PROVIDES UPDATE ON STORM", "Governor Berg Gives Update on Storm"])
def test_a_headlines_verb_is_no_surname(headline: str) -> None:
    turns = transcript(
        "May 3, 2021", "GOVERNOR BERG: Good day.", "Q: Why?", "GOVERNOR: It rains.", title=headline
    ).turns
    assert [turn.speaker for turn in turns] == ["Berg", None, "Berg"]
