"""What a reporter says of himself at the start of a question, and what only sounds like it."""

import pytest

from apps.transcripts import parse
from apps.transcripts.speakers.introductions import introduces_self


def askers(*questions: str, answer: str = "So.") -> list[tuple[str | None, str | None]]:
    page = "".join(f"Q: {question}\n\nMAYOR RUIZ: {answer}\n\n" for question in questions)
    return [(turn.speaker, turn.organisation) for turn in parse(f"Press conference\n\n{page}".encode()).turns[::2]]


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Hello. Jo Lind, I work for the Harbour Times. Will it?", "Jo Lind", "Harbour Times"),
        ("Jo Lind. I work for the Harbour Times. Will it?", "Jo Lind", "Harbour Times"),
        ("This is Jo Lind calling in from Reuters. Will it?", "Jo Lind", "Reuters"),
        ("Jo Lind here, Reuters. Will it?", "Jo Lind", "Reuters"),
        ("Prime Minister, Jo Lind, CNBC. Will it?", "Jo Lind", "CNBC"),
        ("Governor, hi, Jo Lind, CNBC. Will it?", "Jo Lind", "CNBC"),
        ("Guten Tag, Jo Lind, dpa. Will it?", "Jo Lind", "dpa"),
        ("Hallo, Jo Lind für die taz. Will it?", "Jo Lind", "taz"),
        ("Hola, Jo Lind para Radio Lund. Will it?", "Jo Lind", "Radio Lund"),
        ("(Reuters, por videoconferencia) Will it?", None, "Reuters"),
        ("Hola, Tano, Jo Lind, de Radio Lund. Will it?", "Jo Lind", "Radio Lund"),
        ("Jo Lind from Examiner West. Will it?", "Jo Lind", "Examiner West"),
        ("I am not with Reuters any more. Jo Lind, freelance. Will it?", "Jo Lind", None),
        ("Jo Lind, independent journalist. Will it?", "Jo Lind", None),
    ],
)
def test_whoever_says_so_is_named(words: str, name: str | None, outlet: str | None) -> None:
    assert askers(words) == [(name, outlet)]


@pytest.mark.parametrize(
    "words",
    [
        "Reuters here. Who pays?", "Reuters here, who pays?", "From Reuters. Who pays?",
        "Reuters, guten Morgen. Wer zahlt das?", "Ministra, buenos días, de Reuters. ¿Quién paga?",
    ],
)  # fmt: skip
def test_an_outlet_may_be_said_with_a_word_around_it(words: str) -> None:
    assert askers(words) == [(None, "Reuters")]


@pytest.mark.parametrize(
    "words",
    [
        "I'm with Reuters no more. Will it?",
        "I am formerly with Reuters. Will it?",
        "Ya no soy de Reuters. ¿Por qué?",
        "Ich bin nicht von Reuters. Warum?",
        "CNN here told it. Will it?",
        "Unlike Reuters, we at the Harbour Times ask. Will it?",
    ],
)
def test_an_outlet_that_somebody_has_left_or_only_tells_of_is_not_the_askers(words: str) -> None:
    assert introduces_self(words) is None
    assert askers(words) == [(None, None)]


def test_a_house_that_nobody_knows_is_one_where_others_open_their_questions_so() -> None:
    assert askers("Jana Nov, Streetsblog. Why?", "Jo Lind, Reuters. Why?") == [
        ("Jana Nov", "Streetsblog"), ("Jo Lind", "Reuters"),
    ]  # fmt: skip


def test_where_nobody_else_opens_so_only_the_name_is_taken() -> None:
    assert askers("Jana Nov, Streetsblog. Why?") == [("Jana Nov", None)]


@pytest.mark.parametrize(
    "words",
    ["Tom Hale, Norway. Will you go?", "Tom Hale, Mayor of Lund. Is he right?", "Green Deal, Harbour Plan. Which one?"],
)
def test_a_name_with_a_place_or_an_office_and_a_topic_are_not_the_askers(words: str) -> None:
    assert askers(words, "Jo Lind, Reuters. Why?")[0] == (None, None)


def test_somebody_of_whom_the_answer_tells_is_not_the_asker() -> None:
    assert askers("Tom Hale, Herrings. Is he fit?", answer="Hale is fit.") == [(None, None)]
