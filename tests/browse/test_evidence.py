from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from apps.annotations.models import Tag, Topic
from apps.browse.evidence import paragraphs

SENSELESS = st.none() | st.text(max_size=3) | st.booleans() | st.lists(st.integers(), max_size=3)
SPAN = st.lists(st.integers(-3, 120), min_size=2, max_size=2)
TEXTS = st.lists(st.text("ab <&\n", max_size=40), min_size=1, max_size=4).map("\n\n".join)


def tag(name: str, evidence: Any) -> Tag:
    return Tag(topic=Topic(name=name), evidence=evidence)


@given(TEXTS, st.lists(st.lists(SPAN | SENSELESS, max_size=4), max_size=3))
def test_the_pieces_join_to_the_text_whatever_the_evidence(text: str, evidence: list[list[Any]]) -> None:
    shown = paragraphs(text, [tag(str(number), spans) for number, spans in enumerate(evidence)])
    assert "\n\n".join("".join(piece.text for piece in paragraph) for paragraph in shown) == text


@given(TEXTS, st.lists(SPAN, max_size=4), st.lists(SPAN, max_size=4))
def test_each_character_names_exactly_the_topics_it_is_evidence_for(
    text: str, first: list[list[int]], second: list[list[int]]
) -> None:
    shown = paragraphs(text, [tag("A", first), tag("B", second)])
    named = ["|".join(piece.topics.split(", ")) for paragraph in shown for piece in paragraph for _ in piece.text]
    expected, begin = [], 0
    for paragraph in text.split("\n\n"):
        for at in range(begin, begin + len(paragraph)):
            topics = [name for name, spans in (("A", first), ("B", second)) if covers(spans, at, len(text))]
            expected.append("|".join(topics))
        begin += len(paragraph) + 2
    assert named == expected


def covers(spans: list[list[int]], at: int, length: int) -> bool:
    return any(0 <= start <= at < end <= length for start, end in spans)


def test_overlapping_evidence_of_two_topics_is_cut_where_it_changes() -> None:
    (pieces,) = paragraphs("nuclear missile range", [tag("Nuclear", [[0, 15]]), tag("Missiles", [[8, 21]])])
    assert [(piece.text, piece.topics) for piece in pieces] == [
        ("nuclear ", "Nuclear"),
        ("missile", "Missiles, Nuclear"),
        (" range", "Missiles"),
    ]
