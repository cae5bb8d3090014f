"""The outlet that is given the floor is the next asker's, and never a person."""

import pytest

from apps.transcripts import parse

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def asker(call: str, question: str = "Why?") -> tuple[str | None, str | None]:
    turns = parse(f"Press conference\n\nMAYOR RUIZ: {LONG}\n\nMODERATOR: {call}\n\nQ: {question}\n".encode()).turns
    return turns[2].speaker, turns[2].organisation


@pytest.mark.parametrize(
    ("call", "outlet"),
    [
        ("We'll start with Lund Independent.", "Lund Independent"),
        ("And we go to Kyiv Independent.", "Kyiv Independent"),
        ("Next, Daily Lantern.", "Daily Lantern"),
        ("Let's go to Radio Lund.", "Radio Lund"),
        ("Let's go to the gentleman from Kystavisa.", "Kystavisa"),
        ("The lady over there from Timber Quarterly.", "Timber Quarterly"),
        ("Dernière question, l’Agence France-Presse.", "Agence France-Presse"),
        ("Première question, Le Monde.", "Le Monde"),
        ("Letzte Frage, die Deutsche Presse-Agentur.", "Deutsche Presse-Agentur"),
        ("Última pregunta. Reuters, Jo.", "Reuters"),
        ("And then we have Politico.", "Politico"),
        ("Go ahead, sir. Sky News over there.", "Sky News"),
        ("We have a question from Dagens Nyheter.", "Dagens Nyheter"),
        ("We'll start with Wall Street Journal, second row.", "Wall Street Journal"),
        ("We'll go over to Radio Lund, the gentleman there.", "Radio Lund"),
        ("Now Lund News, Norway.", "Lund News"),
        ("Thank you. And KTW.", "KTW"),
        ("Yes, Lund Shimbun.", "Lund Shimbun"),
        ("Die nächste Frage, Lunder Zeitung.", "Lunder Zeitung"),
        ("Passons à Radio Lund.", "Radio Lund"),
        ("Siguiente pregunta, Radio Lund.", "Radio Lund"),
        ("Première question : Politico. Je vous en prie, Jo.", "Politico"),
        ("Next, we have a caller from Radio Lund. Your line is open.", "Radio Lund"),
        ("Prochaine question, Radio-Canada.", "Radio-Canada"),
        ("Ensuite, L’Équipe.", "L’Équipe"),
        ("Vielen Dank. Bitte, die Süddeutsche.", "Süddeutsche"),
        ("We have time for one last question. Nordic Post, please.", "Nordic Post"),
        ("We have time for one more question. Nordic Post.", "Nordic Post"),
        ("We have time for one last question from Nordic Post.", "Nordic Post"),
        ("I give the floor to the Nordic Post.", "Nordic Post"),
        ("Lady in the front, Nordic Post.", "Nordic Post"),
        ("First question, The Courier.", "Courier"),
        ("Première question, Le Courrier.", "Le Courrier"),
        ("Une dernière question. Le Courrier.", "Le Courrier"),
        ("Je donne la parole à Radio Lund.", "Radio Lund"),
        ("Ich gebe das Wort an die Küstenpost.", "Küstenpost"),
        ("Doy la palabra a Radio Lund.", "Radio Lund"),
        ("Colleague from Channel 5.", "Channel 5"),
        ("Ensuite, Le Figaro.", "Le Figaro"),
    ],
)
def test_an_outlet_that_is_called_in_any_words_is_the_askers(call: str, outlet: str) -> None:
    assert asker(call) == (None, outlet)


@pytest.mark.parametrize(
    "call",
    ["Reuters, Frau Lind.", "Danke schön. Kollegin Lind, Reuters.", "Online zugeschaltet ist Frau Lind von Reuters."],
)
def test_a_surname_behind_a_title_is_called_with_its_outlet(call: str) -> None:
    assert asker(call) == ("Lind", "Reuters")


@pytest.mark.parametrize(
    ("call", "outlet"),
    [
        ("Última pregunta, por Zoom, Inés Lind, Radio Lund.", "Radio Lund"),
        ("Siguiente pregunta, RTL2, Inés Lind.", "RTL2"),
    ],
)
def test_a_name_may_be_called_on_a_screen_or_behind_an_outlet_that_nobody_knows(call: str, outlet: str) -> None:
    assert asker(call) == ("Inés Lind", outlet)


@pytest.mark.parametrize(
    "call",
    [
        "The gentleman from Norway.",
        "Let's go to New York.",
        "Let's go to North Carolina.",
        "The Minister of the North, please.",
        "That is all on OPEC.",
        "Vielen Dank, Angela.",
        "I give the floor to the Finance Minister.",
        "We gave the floor to Nordic Post.",
        "First question, the Business.",
        "Lund News?",
        "Questions from CNN and Reuters, please.",
        "I give the floor to the World Bank.",
        "I give the floor to our Public Affairs Officer.",
    ],
)
def test_a_place_or_a_body_is_no_outlet(call: str) -> None:
    assert asker(call) == (None, None)


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("Lund Broadcaster. Will it sail?", "Lund Broadcaster"),
        ("Reuters. Will it sail?", "Reuters"),
        ("Thank you. It will sail. Will it?", None),
        ("The National Stockpile. Is it empty?", None),
        ("Time. Will there be time?", None),
    ],
)
def test_an_outlet_that_opens_a_question_is_the_askers(question: str, outlet: str | None) -> None:
    assert asker("Please.", question) == (None, outlet)


@pytest.mark.parametrize("role", ["Head of News", "Head of Media", "Lead for News", "Member for Lund"])
def test_what_somebody_heads_is_no_house(role: str) -> None:
    [turn, *_] = parse(f"Press conference\n\nAna Ruiz, {role}: {LONG}\n\nQ: Why?\n\nAna Ruiz: So.\n".encode()).turns
    assert (turn.organisation, turn.role) == (None, role)


@pytest.mark.parametrize(
    ("call", "name", "outlet"),
    [
        ("On the screen, Jo Lind from Al-Yawm Al-Jadeed.", "Jo Lind", "Al-Yawm Al-Jadeed"),
        ("Next we have Jo Lind of Fjord Timber.", "Jo Lind", "Fjord Timber"),
        ("Pour la presse norlandaise, Monsieur Jo Lind, de la télévision LTV.", "Jo Lind", "LTV"),
        ("Für die norländische Presse, Frau Jo Lind von Kyst.", "Jo Lind", "Kyst"),
        ("Jo Lind, then Eva, and then one or two at the back.", "Jo Lind", None),
        ("Okay. Jo Lind, followed by Eva Holm.", "Jo Lind", None),
        ("Als Nächstes Herr Lind, Tagesspiegel.", "Lind", "Tagesspiegel"),
        ("Dann Frau Lind vom Tagesspiegel, bitte.", "Lind", "Tagesspiegel"),
        ("Jo Lind, Küstenpost, hat das Wort.", "Jo Lind", "Küstenpost"),
        ("Nous passons à France 24, Jo Lind.", "Jo Lind", "France 24"),
        ("Jo Lind, La Voz de Lund.", "Jo Lind", "La Voz de Lund"),
        ("Jo Lind of Reuters has her hand up.", "Jo Lind", "Reuters"),
        ("The last question goes to Jo Lind, from Dev News I believe.", "Jo Lind", "Dev News"),
        ("We'll start in the room with Jo Lind of the Fjord Timber.", "Jo Lind", "Fjord Timber"),
        ("Let's go to the phones. Jo Lind from Fjord Ledger, are you on the line?", "Jo Lind", "Fjord Ledger"),
        ("I see Jo Lind, Fjord Ledger, with her hand up.", "Jo Lind", "Fjord Ledger"),
    ],
)
def test_a_full_name_is_called_with_a_house_that_nobody_knows_or_before_those_who_come_later(
    call: str, name: str, outlet: str | None
) -> None:
    assert asker(call) == (name, outlet)


@pytest.mark.parametrize(
    "call", ["Thank you, Jo Lind of Fish and Timber.", "You heard it from Jo Lind of Fish and Timber.", "Thanks, Jo."]
)
def test_whoever_is_thanked_or_spoken_of_with_a_house_is_not_called(call: str) -> None:
    assert asker(call) == (None, None)


def test_a_particle_of_another_language_stands_inside_a_name() -> None:
    assert asker("Yes, please.", "Thank you. Ana ap Lind from the Lund Mail. Why?") == ("Ana ap Lind", "Lund Mail")


@pytest.mark.parametrize(
    ("call", "name", "outlet"),
    [
        ("I give the floor to Jana Nov of Denik N.", "Jana Nov", "Denik N"),
        ("Thank you. I'd like to hand the microphone to Ms. Jana Nov with the Lanternist, please.", "Jana Nov",
         "Lanternist"),
        ("Last question for today goes to Kim Kunz from Wharfblog.", "Kim Kunz", "Wharfblog"),
        ("Our next question today comes from Kim Kunz at Wharfblog.", "Kim Kunz", "Wharfblog"),
        ("Jana Nov of Denik N has the floor.", "Jana Nov", "Denik N"),
        ("I give the floor to Jana Nov.", "Jana Nov", None),
        ("Je donne la parole à Jana Nov de Gazetta.", "Jana Nov", "Gazetta"),
        ("Ich gebe das Wort an Jana Nov von Kyst.", "Jana Nov", "Kyst"),
        ("Doy la palabra a Jana Nov, de Ámbito Naval.", "Jana Nov", "Ámbito Naval"),
    ],
)  # fmt: skip
def test_words_that_give_the_floor_name_reporter_and_house_though_nobody_knows_it(
    call: str, name: str, outlet: str | None
) -> None:
    assert asker(call) == (name, outlet)


@pytest.mark.parametrize(
    "call",
    [
        "I gave the floor to Jana Nov.",
        "I gave the floor to Jana Nov of Wharfblog.",
        "I would not give the floor to Jana Nov of Wharfblog.",
        "They never give the floor to Jana Nov of Wharfblog.",
        "I give the floor to Jana Nov of Norway.",
        "I give the floor to Jana Nov from Adelaide.",
        "I give the floor to President Nov of Norland.",
        "I answered the first question from Jana Nov of Wharfblog.",
        "The last question was from Jana Nov of Wharfblog.",
        "We call on Jana Nov of Norland Timber.",
    ],
)
def test_where_the_floor_is_only_told_of_or_the_house_is_a_place_nobody_is_named(call: str) -> None:
    assert asker(call) == (None, None)


def test_an_asker_who_says_only_a_name_asks_for_the_outlet_that_was_called() -> None:
    assert asker("Next question, Radio-Canada.", "Bonjour. Jo Lind. Why?") == ("Jo Lind", "Radio-Canada")


def test_of_a_name_and_a_word_that_are_called_the_name_stands() -> None:
    assert asker("Last question, Jo Lind, Ytterbium.") == ("Jo Lind", None)
    assert asker("That was the last question. Thank you, Jo Lind, Ytterbium.") == (None, None)


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("du Soleil", "Le Soleil"),
        ("du Monde", "Le Monde"),
        ("del Mundo", "El Mundo"),
        ("pour le Monde", "Le Monde"),
        ("de l’Équipe", "L’Équipe"),
    ],
)
def test_an_article_that_a_preposition_swallowed_belongs_to_the_outlet(said: str, outlet: str) -> None:
    assert asker("Next, please.", f"Jo Lind, {said}. Why?") == ("Jo Lind", outlet)
