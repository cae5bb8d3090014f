"""Who gives the floor: told from all that somebody says, and not from a single phrase."""

import pytest

from tests.transcripts.kinds import GUEST, LONG, kinds


def test_who_only_gives_the_floor_moderates() -> None:
    told = kinds(
        "KIM DAHL: Welcome to this briefing. We will take your questions after the opening statement.",
        f"ANA RUIZ: {LONG}", "KIM DAHL: Thank you. Jo Lind.", "JO LIND: Will it last?", f"ANA RUIZ: {LONG}",
        "KIM DAHL: Thank you. Tom Berg, Daily Post.", "TOM BERG: And then?", f"ANA RUIZ: {LONG}",
    )  # fmt: skip
    assert told == ["moderator", "statement", "moderator", "question", "answer", "moderator", "question", "answer"]


@pytest.mark.parametrize(
    "call", ["Go ahead.", "Okay. Please, go ahead.", "Steve, please.", "Yes, Jo.", "Next question."]
)
def test_a_principal_who_only_calls_the_next_asker_moderates(call: str) -> None:
    assert (
        kinds("Q: Why?", f"RUIZ: {LONG}", "Q: May I?", f"RUIZ: {call}", "Q: Is it so?", "RUIZ: It is.")[3]
        == "moderator"
    )


def test_who_serves_the_press_asks_nothing_though_it_sounds_like_an_outlet() -> None:
    told = kinds(
        "KIM DAHL: Good day. I'm Kim Dahl with LPA Media Relations. Mayor Ruiz will make a statement.",
        f"ANA RUIZ: {LONG}", "KIM DAHL: In the front, in the blue jacket.", "Q: Why?", f"ANA RUIZ: {LONG}",
        "KIM DAHL: Yes, sir. AP?", "Q: And?", "ANA RUIZ: So.",
    )  # fmt: skip
    assert [told[at] for at in (0, 2, 5)] == ["moderator"] * 3


def test_who_counts_the_questions_and_answers_them_gives_no_floor() -> None:
    said = "LE MINISTRE : Parce que. Première question : oui. Deuxième question : non."
    turns = (
        "LE MINISTRE : Bonjour à vous.",
        "QUESTION : Pourquoi ?",
        said,
        "QUESTION : Et ?",
        "LE MINISTRE : Merci à tous.",
    )
    assert kinds(*turns, title="Conférence de presse du ministre Jo Ruiz")[2] == "answer"


def test_who_gives_the_floor_in_german_moderates() -> None:
    told = kinds(
        "KIM DAHL: Wir nehmen jetzt Ihre Fragen.", "FRAGE: Warum?", f"ANA RUIZ: {LONG}",
        "KIM DAHL: In der zweiten Reihe.", "FRAGE: Und?", f"ANA RUIZ: {LONG}", "KIM DAHL: Das war das Schlusswort.",
    )  # fmt: skip
    assert [told[at] for at in (0, 3, 6)] == ["moderator"] * 3


def test_who_gives_the_floor_in_french_moderates() -> None:
    told = kinds(
        "KIM DAHL: Bonjour. La maire, puis vos questions.", f"ANA RUIZ: {LONG}",
        "KIM DAHL: Oui, madame, au deuxième rang.",
        "QUESTION: Pourquoi ?", f"ANA RUIZ: {LONG}", "KIM DAHL: D’autres questions ?", "QUESTION: Et alors ?",
        "ANA RUIZ: Sur votre deuxième question : non.", "KIM DAHL: Ce sera le mot de la fin. Bonne soirée à tous.",
    )  # fmt: skip
    assert told == [
        "moderator", "statement", "moderator", "question", "answer", "moderator", "question", "answer", "moderator",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "said", "kind"),
    [
        ("Q: And the fish?", "The fish are counted on Mondays.", "answer"),
        ("RUIZ: I did not see it. Kim?", "It was filed this morning.", "answer"),
        ("Q: And the fish?", "Sorry about that, Jo.", "moderator"),
        ("Q: And the fish?", "Let's go to Jo Lind in the back.", "moderator"),
        ("RUIZ: So it is.", "The fish are counted on Mondays.", "moderator"),
    ],
)
def test_a_host_who_is_asked_answers_in_words_of_his_own(above: str, said: str, kind: str) -> None:
    told = kinds(
        "KIM DAHL: Welcome to this briefing.", f"ANA RUIZ: {LONG}", "KIM DAHL: First question, Jo Lind.", "Q: Why?",
        f"RUIZ: {LONG}", "KIM DAHL: Next question, Tom Berg.", "Q: And?", f"RUIZ: {LONG}", above, f"KIM DAHL: {said}",
        "Q: And now?", "RUIZ: In May.", "KIM DAHL: Thank you all for coming.",
    )  # fmt: skip
    assert told[9] == kind


def test_guests_whom_the_host_hands_the_floor_make_statements_and_the_questions_begin_later() -> None:
    told = kinds(
        f"RUIZ: {LONG} Tom Berg, Daily Stores.", "TOM BERG: Thanks.", "RUIZ: Thank you, Tom.", f"TOM BERG: {GUEST}",
        f"RUIZ: {LONG} Mr. Secretary.", f"SPEAKER 1: {GUEST}", "RUIZ: Now we take questions.",
        "SPEAKER 2: Will it last?", f"RUIZ: {LONG}",
    )  # fmt: skip
    assert [told[at] for at in (1, 3, 5, 7, 8)] == ["statement", "statement", "statement", "question", "answer"]


def test_who_opens_and_closes_and_says_little_between_is_the_host() -> None:
    told = kinds(
        "SPEAKER 1: Good day. We hear from the mayor.", f"RUIZ: {LONG}", "SPEAKER 1: Questions? Yes, you.",
        "SPEAKER 3: Will it last?", f"RUIZ: {LONG}", "SPEAKER 1: Let her finish.", "RUIZ: No.",
        "SPEAKER 1: Okay, that's all we have time for.",
    )  # fmt: skip
    assert [told[at] for at in (0, 2, 5, 7)] == ["moderator"] * 4


@pytest.mark.parametrize(
    "words", ["He was the kindest man in Lund.", "We bring the bill to the floor and we will see."]
)
def test_words_that_only_sound_like_a_call_do_not_moderate(words: str) -> None:
    assert kinds(LONG, "Q: And then?", f"TOM BERG: {words}", "Q: Why?", f"RUIZ: {LONG}")[2] == "answer"


def test_whoever_gives_the_floor_and_closes_moderates_in_german_and_spanish_too() -> None:
    german = kinds(
        "Sprecherin Berg: Guten Morgen. Heute spricht die Ministerin. Frau Ministerin, bitte.",
        f"BM Ruiz: {LONG}", "Sprecherin Berg: Danke. Kollege Lind, ORF.", "Frage ORF: Warum?", "BM Ruiz: Darum.",
        "Sprecherin Berg: Das war's für heute. Auf Wiedersehen.", title="Pressefoyer mit Ministerin Ana Ruiz",
    )  # fmt: skip
    assert german == ["moderator", "statement", "moderator", "question", "answer", "moderator"]
    spanish = kinds(
        f"PROCURADOR, JO LIND: {LONG} Es cuanto, presidenta.",
        "PRESIDENTA ANA RUIZ: Gracias, Jo. A ver, ahí, la compañera de amarillo.", "PREGUNTA: ¿Cuándo?",
        f"PRESIDENTA ANA RUIZ: {LONG}", title="Conferencia de prensa de la presidenta Ana Ruiz",
    )  # fmt: skip
    assert spanish == ["statement", "moderator", "question", "answer"]


def test_the_floor_is_given_in_the_words_of_a_swiss_and_a_club() -> None:
    swiss = kinds(
        "Staatsschreiber Berg: Ich begrüsse Sie. Das Wort hat Frau Ruiz.", f"Ruiz: {LONG}",
        "Staatsschreiber Berg: Merci. Gibt es Fragen? Ja, bitte.", "Frage: Warum?", "Ruiz: Darum.",
        "Staatsschreiber Berg: Dann schliesse ich die Konferenz.", title="Medienkonferenz mit Ministerin Ana Ruiz",
    )  # fmt: skip
    assert swiss == ["moderator", "statement", "moderator", "question", "answer", "moderator"]


def test_a_host_gives_the_floor_and_closes_in_german() -> None:
    told = kinds(
        "Vizekanzler Jo Berg: Guten Tag. Frau Ministerin, Sie haben das Wort.", f"Ministerin Ana Ruiz: {LONG}",
        "Vizekanzler Jo Berg: Wir kommen zu den Fragen. Frau Lind.", "Frage: Warum?", f"Ministerin Ana Ruiz: {LONG}",
        "Vizekanzler Jo Berg: Ich sehe keine weiteren Fragen. Besten Dank.", title="Pressekonferenz",
    )  # fmt: skip
    assert told == ["moderator", "statement", "moderator", "question", "answer", "moderator"]


@pytest.mark.parametrize(
    "call",
    [
        "Okay, thanks very much. Right, Jo first.",
        "Thank you. Let me go to the screen. Jo, you have your hand up.",
        "Eva, thank you so much. Stay safe. Okay, questions for me? Yes, Jo.",
        "Pues, si les parece, empezamos con las preguntas.",
        "Great. We're open to any questions that you have. We'll start with Jo.",
        "Okay. Questions? Jo?",
        "Gut. Fragen?",
        "All right. Let's open it up. Jo.",
    ],
)
def test_whoever_answers_moderates_where_a_turn_only_gives_the_floor(call: str) -> None:
    assert kinds(f"RUIZ: {LONG}", f"RUIZ: {call}", "Q: Why?", "RUIZ: So.")[1] == "moderator"


@pytest.mark.parametrize("call", ["Valeria?", "Yes, Valeria?", "Jo Lind?"])
def test_a_name_with_a_question_mark_before_a_question_gives_the_floor(call: str) -> None:
    assert kinds("RUIZ: Good day.", f"RUIZ: {call}", "Q: Why is it so?", "RUIZ: So.")[1] == "moderator"
    assert kinds("Q: Why is it so?", "RUIZ: So.", f"RUIZ: {call}", "Q: When?", "RUIZ: In May.")[2] == "moderator"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("In March.  Go ahead, Anna.", "answer"),
        ("Morgen.  Bitte, Anna.", "answer"),
        ("Here.  All right, thank you, everyone.", "answer"),
        ("Karl.  Go ahead.", "moderator"),
        ("Okay.  Thank you, everyone.", "moderator"),
    ],
)
def test_whoever_answers_in_a_word_and_then_gives_the_floor_answers(said: str, kind: str) -> None:
    assert kinds("RUIZ: We open.", "Q: When and where?", f"RUIZ: {said}", "Q: Who pays?", "RUIZ: We.")[2] == kind


def test_a_principal_who_always_hands_over_after_words_of_his_own_moderates_nothing() -> None:
    told = kinds(
        "MAYOR RUIZ: Good morning. We open the harbour. I hand over to Lars.",
        "LARS BERG: Good morning. We have a crane.",
        "Q: What will melt?",
        "MAYOR RUIZ: The ice. Lars, would you like to add anything?",
        "LARS BERG: No.",
        "Q: How many people?",
        "MAYOR RUIZ: Four million. Lars?",
        "LARS BERG: Five.",
    )
    assert told == ["statement", "statement", "question", "answer", "answer", "question", "answer", "answer"]


def test_an_office_that_only_greets_calls_and_closes_moderates() -> None:
    told = kinds(
        "Ms. Kim Dahl, Deputy Spokesperson: Good afternoon.",
        "ANA RUIZ (Mayor): We met today and agreed.",
        "Ms. Kim Dahl, Deputy Spokesperson: Radio Ostby.",
        "QUESTION: Who pays?",
        "ANA RUIZ (Mayor): All do.",
        "Ms. Kim Dahl, Deputy Spokesperson: Over there, please.",
        "QUESTION: When?",
        "ANA RUIZ (Mayor): Soon.",
        "Ms. Kim Dahl, Deputy Spokesperson: We have run out of time.",
    )
    assert [told[at] for at in (0, 2, 5, 8)] == ["moderator"] * 4


def test_who_opens_with_a_greeting_and_nothing_else_moderates() -> None:
    turns = ("Ms. Kim Dahl, Spokesperson: Good afternoon.", "ANA RUIZ (Mayor): We met and agreed.", "QUESTION: Why?")
    assert kinds(*turns, "ANA RUIZ (Mayor): So.")[0] == "moderator"
