"""Topics found by their phrases, with the words that show it."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.annotations.phrase_rules import Phrase, find_topics, plain, score
from apps.annotations.querysets import SHOWN_FROM_SCORE

MISSILES, DEFENCE, CYBER = 1, 2, 3
PHRASES: tuple[Phrase, ...] = (
    (MISSILES, "missiles"),
    (MISSILES, "ballistic missile"),
    (DEFENCE, "ballistic missile defence"),
    (CYBER, "people's network"),
    (CYBER, "cyber-attack"),
)


def found(text: str, language: str = "en") -> dict[int, list[str]]:
    topics = find_topics(text, PHRASES, language)
    return {topic: [text[start:end] for start, end in spans] for topic, spans in topics.items()}


def test_a_phrase_is_found_in_any_case_and_only_as_whole_words() -> None:
    assert found("Missiles, MISSILES and antimissiles.") == {MISSILES: ["Missiles", "MISSILES"]}


def test_the_longest_of_overlapping_phrases_wins() -> None:
    assert found("Our ballistic missile defence stops a ballistic missile.") == {
        DEFENCE: ["ballistic missile defence"],
        MISSILES: ["ballistic missile"],
    }


def test_two_topics_may_share_the_same_words() -> None:
    assert find_topics("Sanctions.", ((1, "sanctions"), (2, "Sanctions")), "en") == {1: [(0, 9)], 2: [(0, 9)]}


@pytest.mark.parametrize("text", ["people's network", "People’s network", "peopleʼs\nnetwork", "people's\u00a0network"])
def test_apostrophes_and_spaces_of_every_kind_are_the_same(text: str) -> None:
    assert found(f"The {text} is up.") == {CYBER: [text]}


@pytest.mark.parametrize("hyphen", "-‐‑–—")
def test_hyphens_of_every_kind_are_the_same(hyphen: str) -> None:
    assert found(f"A cyber{hyphen}attack.") == {CYBER: [f"cyber{hyphen}attack"]}


def test_a_phrase_does_not_reach_across_paragraphs() -> None:
    assert found("It was ballistic\n\nmissile after missile.") == {}


def test_other_languages_are_matched_with_their_own_tokenizer() -> None:
    assert find_topics("Parlons de l’arme chimique.", ((1, "arme chimique"),), "fr") == {1: [(13, 26)]}


@pytest.mark.parametrize("language", ["", "zz", "no", "th"])
def test_a_language_without_a_tokenizer_is_matched_all_the_same(language: str) -> None:
    assert found("Missiles.", language) == {MISSILES: ["Missiles"]}


def test_one_hit_is_enough_to_be_shown_and_more_are_surer() -> None:
    scores = [score(hits) for hits in range(1, 100)]
    assert scores[0] == SHOWN_FROM_SCORE
    assert scores == sorted(scores)
    assert scores[-1] <= 1


def test_hostile_text_takes_no_time() -> None:
    find_topics("", PHRASES, "en")
    started = time.monotonic()
    find_topics("(" * 300_000 + " missiles", PHRASES, "en")
    assert time.monotonic() - started < 2


WORDS = st.lists(
    st.sampled_from(
        ["missiles", "Ballistic", "missile", "defence", "people’s", "network", "cyber–attack", "“", ",", "\n", "é", "İ"]
    )
    | st.text(max_size=8),
    max_size=30,
).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words), "\n\n".join(words)]))


def normal(text: str) -> str:
    return re.sub(r"\s", " ", plain(text)).lower()


@given(WORDS)
def test_the_evidence_is_always_the_phrase_itself(text: str) -> None:
    for topic, spans in find_topics(text, PHRASES, "en").items():
        for start, end in spans:
            assert (topic, normal(text[start:end])) in {(of, normal(phrase)) for of, phrase in PHRASES}


@given(WORDS)
def test_evidence_never_overlaps_and_stands_in_order(text: str) -> None:
    spans = sorted(span for spans in find_topics(text, PHRASES, "en").values() for span in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(st.text())
def test_plain_text_is_exactly_as_long(text: str) -> None:
    assert len(plain(text)) == len(text)
