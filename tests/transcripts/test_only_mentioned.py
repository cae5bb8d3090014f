"""A name that somebody only mentions is nobody's who asks next: only a call gives it, and a call may be taken back."""

import pytest

from apps.transcripts import parse
from apps.transcripts.speakers.introductions import introduces_self

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 4


def asker(end: str, question: str = "Why?") -> tuple[str | None, str | None]:
    """Who asks after an answer that ends so."""
    turns = parse(f"Press conference\n\nQ: When?\n\nMAYOR RUIZ: {LONG}\n\n{end}\n\nQ: {question}\n".encode()).turns
    return turns[2].speaker, turns[2].organisation


@pytest.mark.parametrize(
    "end",
    [
        "Our reporter Jo Lind of CNN remains in detention.",
        "A great question from CNN.",
        "He is a friend of CNN.",
        "I thank the journalists of Le Monde.",
        "My interview with the woman from the BBC.",
        "Free Jo Lind, Wall Street Journal.",
        "Pour Jo Lind, Le Monde.",
        "C'était la question de Jo Lind, Le Monde.",
        "You should call on Jo Lind.",
        "We mourn the death of Jo Lind, CNN.",
        "I did an interview with Jo Lind, CNN, this morning.",
        "I watched Jo Lind, CNN.",
        "I was with Jo Lind, CNN.",
        "I saw the story by Jo Lind, Politico.",
        "Before I go, happy birthday to Jo Lind of NPR.",
        "Jo Lind, CNN, is our guest.",
        "With us is Jo Lind, formerly of CNN.",
        "Today's pooler is Jo Lind, NPR.",
        "We have Jo Lind from NPR on Zoom after this one.  You're up.",
        "Der Journalist Jo Lind, Die Welt, ist weiter in Haft.",
        "Je rends hommage à Jo Lind, RFI.",
        "Recuerdo a Jo Lind, de La Jornada.",
        "Ya lo dije ayer a Jo Lind, de CNN.",
    ],
)
def test_whoever_is_only_mentioned_at_the_end_of_an_answer_does_not_ask_next(end: str) -> None:
    assert asker(end) == (None, None)


@pytest.mark.parametrize(
    "end",
    [
        "Kim. Then Jo Lind, CNN, after that.",
        "Kim. Then Jo Lind, CNN.",
        "Kim Dahl. Then Jo Lind.",
        "First you, then Jo Lind, CNN.",
        "I will take one from Kim, and then Jo Lind, CNN.",
        "I have Jo Lind, NHK; Kim Dahl, ARD; and Tom Berg, BBC.",
        "Jo Lind, CNN, you are next. But first you, sir.",
        "Jo Lind, CNN. Jo? We can't hear you. We'll come back. Next, please.",
        "Jo Lind, Fox. Is Jo here? No. Okay, go ahead.",
        "Jo Lind, Fox. (No response.) Kim, go ahead.",
        "I saw Jo Lind, CNN, had her hand up, but let me go to the back first.",
        "I already called on Jo Lind of NPR. You, in the back.",
    ],
)
def test_a_call_that_is_for_later_or_taken_back_names_nobody(end: str) -> None:
    assert asker(end) == (None, None)


@pytest.mark.parametrize(
    ("end", "name", "outlet"),
    [
        ("We begin with our new media members: Jo Lind from Axios, Kim Dahl from NPR.\n\nJo, why don’t you go ahead.",
         "Jo Lind", "Axios"),
        ("I have Jo Lind, NHK; Kim Dahl, ARD; and Tom Berg, BBC. In that order.", "Jo Lind", "NHK"),
        ("Jo Lind, Fox, and then Kim Dahl, NPR.", "Jo Lind", "Fox"),
        ("Tom Berg with Fox? No? He's not here. Okay, Jo Lind, NPR.", "Jo Lind", "NPR"),
        ("Jo Lind, NPR. I think you had your hand up. I’m sorry. Did you?", "Jo Lind", "NPR"),
        ("Jo Lind, NPR. There you are. Oop.", "Jo Lind", "NPR"),
        ("Our next question will come from American journalist Jo Lind from Reuters. Jo.", "Jo Lind", "Reuters"),
        ("La parole est à Jo Lind, Le Monde.", "Jo Lind", "Le Monde"),
        ("La première, Jo Lind, pour Radio Lund.", "Jo Lind", "Radio Lund"),
        ("Jo Lind, Le Monde, à vous.", "Jo Lind", "Le Monde"),
        ("Das Wort hat Frau Jo Lind, ARD.", "Jo Lind", "ARD"),
        ("Tiene la palabra Jo Lind, de El País.", "Jo Lind", "El País"),
    ],
)  # fmt: skip
def test_whoever_is_told_to_speak_is_the_one_who_asks(end: str, name: str, outlet: str) -> None:
    assert asker(end) == (name, outlet)


@pytest.mark.parametrize("question", ["Thanks. Why?", "On Norland, Kim Dahl, Lund Financial. When?"])
def test_a_question_that_is_read_aloud_and_answered_names_nobody_who_asks_next(question: str) -> None:
    read = "I have a question online from Jo Lind, Channels Television: “Will it rain?” On that, we will see."
    assert asker(read, question)[0] != "Jo Lind"


@pytest.mark.parametrize(
    "end",
    [
        "Ask Moscow.", "Merry Christmas.", "Yes, Burkina Faso.",
        "We will go to Addis Ababa.", "Feliz Navidad.", "Go Red Herrings.", "Operation Warp Speed.",
        "God willing.", "Thank Congress.", "You're with CNN, right?", "Read Politico.",
    ],
)  # fmt: skip
def test_what_is_no_person_is_nobody_who_asks(end: str) -> None:
    assert asker(end) == (None, None)


def test_an_answer_that_is_a_name_and_nothing_else_calls_nobody() -> None:
    turns = parse(b"Press conference\n\nQ: Who did it?\n\nMAYOR RUIZ: Jo Lind.\n\nQ: Really?\n").turns
    assert turns[2].speaker is None


@pytest.mark.parametrize(
    "question",
    [
        "Según Jo Lind, de El Tiempo, usted firmó.",
        "Selon Jo Lind, du Monde, vous partez.",
        "Pour Jo Lind, du Monde, vous partez.",
        "Comme Jo Lind, du Monde, l'a dit.",
        "Laut Jo Lind, Spiegel, gehen Sie.",
        "Kollege Jo Lind vom Spiegel hat gefragt. Warum?",
        "Mein Kollege Jo Lind, ARD, hat gefragt. Warum?",
        "Jo Lind of the Wall Street Journal is still in jail. Why?",
        "Jo Lind, de El País, publicó ayer. ¿Por qué?",
        "From Jo Lind at the Daily Mail. Why?",
    ],
)
def test_a_reporter_does_not_become_whom_he_cites(question: str) -> None:
    assert introduces_self(question) is None


def test_two_words_at_the_end_of_an_answer_are_a_call_only_where_askers_are_called_by_name() -> None:
    assert asker("Red Herrings.") == asker("Jo Lind.") == (None, None)
    said = (f"Q: When?\n\nMAYOR RUIZ: {LONG}\n\n{name}.\n\n" for name in ("Jo Lind", "Kim Dahl"))
    turns = parse(f"Press conference\n\n{''.join(said)}Q: Why?\n".encode()).turns
    assert [turn.speaker for turn in turns[2::2]] == ["Jo Lind", "Kim Dahl"]


@pytest.mark.parametrize(
    ("end", "question"),
    [
        ("Jo Lind was here this week. So I will start with Jo Lind.", "Why?"),
        ("President Lind is here. I will start with Jo Lind.", "Why?"),
        ("We'll start with Jo Lind. He was with me today.", "Why?"),
        ("I will start with Jo Lind.", "What did Lind say?"),
    ],
)
def test_of_whom_speech_or_question_tells_is_not_called(end: str, question: str) -> None:
    assert asker(end, question) == (None, None)


@pytest.mark.parametrize(
    ("end", "question"),
    [("I will start with Jo Lind.", "Jo Lind here. Why?"), ("I will start with Jo Lind. She's over there.", "Why?")],
)
def test_of_whom_nothing_is_told_is_called(end: str, question: str) -> None:
    assert asker(end, question)[0] == "Jo Lind"


@pytest.mark.parametrize(
    "question",
    [
        "El puerto. Jana Nov, Ámbito Financiero. ¿Por qué?",
        "Sobre el puerto: Jana Nov, de Ámbito Financiero. ¿Por qué?",
        "Buenos días. El puerto. Jana Nov, de Ámbito Financiero. ¿Por qué?",
    ],
)
def test_who_says_a_topic_first_is_named_by_what_comes_behind_it(question: str) -> None:
    assert asker("Adelante.", question) == ("Jana Nov", "Ámbito Financiero")


@pytest.mark.parametrize("question", ["North Pipe, South Stream. Why?", "On the harbour: North Pipe. Why?"])
def test_a_list_of_topics_is_nobody(question: str) -> None:
    assert asker("Please.", question) == (None, None)
