"""Topics found by their phrases, with the words that show it."""

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.annotations.phrase_rules import Found, Phrase, forms, score
from apps.annotations.plain_text import composed, plain
from apps.annotations.querysets import SHOWN_FROM_SCORE
from tests.annotations.finding import find_topics

MISSILES, DEFENCE, CYBER = 1, 2, 3
PHRASES = (
    Phrase(MISSILES, "missiles"),
    Phrase(MISSILES, "ballistic missile"),
    Phrase(DEFENCE, "ballistic missile defence"),
    Phrase(CYBER, "people's network"),
    Phrase(CYBER, "cyber-attack"),
)


def found(text: str, language: str = "en") -> dict[int, list[str]]:
    topics = find_topics(text, PHRASES, language)
    return {topic: [text[start:end] for start, end in each.spans] for topic, each in topics.items()}


def test_a_phrase_is_found_in_any_case_and_only_as_whole_words() -> None:
    assert found("Missiles, MISSILES and antimissiles.") == {MISSILES: ["Missiles", "MISSILES"]}


@pytest.mark.parametrize(
    "printed",
    ["U.S. troops", "Sept. 11", "Gen. Milley", "St. Petersburg", "A.I.", "U.N. Security Council", "Ph.D.", "Can't go"],
)
def test_a_phrase_with_dots_or_an_apostrophe_is_found_in_any_case_whatever_its_own(printed: str) -> None:
    cases = (printed, printed.lower(), printed.upper(), printed[0] + printed[1:].lower())
    for typed in cases[:3]:
        for said in cases:
            text = f"We saw {said} again."
            assert find_topics(text, (Phrase(1, typed),), "en") == {1: Found([(7, 7 + len(said))], 0.5)}, (typed, said)


def test_the_longest_of_overlapping_phrases_wins() -> None:
    assert found("Our ballistic missile defence stops a ballistic missile.") == {
        DEFENCE: ["ballistic missile defence"],
        MISSILES: ["ballistic missile"],
    }


def test_two_topics_may_share_the_same_words() -> None:
    assert find_topics("Sanctions.", (Phrase(1, "sanctions"), Phrase(2, "Sanctions")), "en") == {
        1: Found([(0, 9)], 0.5),
        2: Found([(0, 9)], 0.5),
    }


@pytest.mark.parametrize("text", ["people's network", "People’s network", "peopleʼs\nnetwork", "people's\u00a0network"])
def test_apostrophes_and_spaces_of_every_kind_are_the_same(text: str) -> None:
    assert found(f"The {text} is up.") == {CYBER: [text]}


@pytest.mark.parametrize("space", ["\r\n", "\r", "\u2028", "  ", " \n ", "\t", "\u00a0 ", "\u3000"])
def test_any_white_space_inside_a_paragraph_is_one_space(space: str) -> None:
    assert found(f"Our ballistic{space}missile.") == {MISSILES: [f"ballistic{space}missile"]}


@pytest.mark.parametrize("space", ["\n\n", "\r\n\r\n", "\u2029", " \n \n "])
def test_an_empty_line_of_any_kind_separates(space: str) -> None:
    assert found(f"It was ballistic{space}missile after missile.") == {}


@pytest.mark.parametrize("phrase", ["Zürich", "Zu\u0308rich", "ballistic Zürich", "한국", "\u1112\u1161\u11ab"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_is_the_same_with_its_letter_or_as_a_character_of_its_own(phrase: str, form: str) -> None:
    said = unicodedata.normalize(form, phrase)  # type: ignore[arg-type]
    text = f"E\u0301t\u00e9 in {said}, e\u0301t\u00e9."
    start = text.index(said)
    assert find_topics(text, (Phrase(1, phrase),), "en") == {1: Found([(start, start + len(said))], 0.5)}


@pytest.mark.parametrize("hyphen", "-‐‑–—")
def test_hyphens_of_every_kind_are_the_same(hyphen: str) -> None:
    assert found(f"A cyber{hyphen}attack.") == {CYBER: [f"cyber{hyphen}attack"]}


def test_a_phrase_does_not_reach_across_paragraphs() -> None:
    assert found("It was ballistic\n\nmissile after missile.") == {}


def test_other_languages_are_matched_with_their_own_tokenizer() -> None:
    assert find_topics("Parlons de l’arme chimique.", (Phrase(1, "arme chimique"),), "fr")[1].spans == [(13, 26)]


@pytest.mark.parametrize("language", ["", "zz", "no", "th"])
def test_a_language_without_a_tokenizer_is_matched_all_the_same(language: str) -> None:
    assert found("Missiles.", language) == {MISSILES: ["Missiles"]}


def test_one_hit_is_enough_to_be_shown_and_more_are_surer() -> None:
    scores = [score(hits) for hits in range(1, 100)]
    assert scores[0] == SHOWN_FROM_SCORE
    assert scores == sorted(scores)
    assert scores[-1] <= 1


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [("cruise missile", "cruise missiles"), ("policy", "policies"), ("convoy", "convoys"), ("tax", "taxes")],
)
def test_the_regular_plural_need_not_be_listed(phrase: str, plural: str) -> None:
    found = find_topics(f"One {phrase}, two {plural}.", (Phrase(1, phrase),), "en")
    assert found == {1: Found([(4, 4 + len(phrase)), (10 + len(phrase), 10 + len(phrase) + len(plural))], 0.75)}


@pytest.mark.parametrize("phrase", ["sanctions", "5g", "article 5", "covid-19"])
def test_a_plural_and_what_is_no_word_have_no_plural(phrase: str) -> None:
    assert forms(phrase) == [phrase]


def test_a_plural_that_is_listed_itself_counts_as_listed() -> None:
    phrases = Phrase(1, "drone", 0.5), Phrase(1, "Drones", 2)
    assert find_topics("Drones.", phrases, "en") == {1: Found([(0, 6)], 0.75)}


def test_a_must_not_phrase_takes_away_what_its_topic_finds_in_it_and_nothing_else() -> None:
    phrases = Phrase(MISSILES, "missile"), Phrase(MISSILES, "missile defence", must_not=True), Phrase(CYBER, "missile")
    text = "Missile defence. A missile."
    assert find_topics(text, phrases, "en") == {
        MISSILES: Found([(19, 26)], 0.5),
        CYBER: Found([(0, 7), (19, 26)], 0.75),
    }


def test_a_phrase_that_holds_a_must_not_phrase_says_more_and_counts() -> None:
    phrases = Phrase(1, "jordan"), Phrase(1, "michael jordan", must_not=True), Phrase(1, "king michael jordan of amman")
    assert find_topics("King Michael Jordan of Amman.", phrases, "en") == {1: Found([(0, 28)], 0.5)}
    assert find_topics("Michael Jordan.", phrases, "en") == {}


def test_a_light_phrase_shows_a_topic_only_when_it_is_said_twice_or_beside_another() -> None:
    phrases = Phrase(1, "russia", 0.5), Phrase(1, "moscow", 0.5)
    assert find_topics("Russia.", phrases, "en")[1].score < SHOWN_FROM_SCORE
    assert find_topics("Russia, or Moscow.", phrases, "en")[1].score == SHOWN_FROM_SCORE


def test_a_heavy_phrase_is_surer_than_a_plain_one() -> None:
    assert find_topics("Sarin.", (Phrase(1, "sarin", 2),), "en")[1].score == 0.75


def test_hostile_text_takes_no_time() -> None:
    find_topics("", PHRASES, "en")
    started = time.process_time()  # of this process: others use the machine as well
    find_topics("(" * 300_000 + " missiles", PHRASES, "en")
    assert time.process_time() - started < 2


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
    for topic, each in find_topics(text, PHRASES, "en").items():
        for start, end in each.spans:
            said = {(phrase.topic, normal(form)) for phrase in PHRASES for form in forms(phrase.text)}
            assert (topic, normal(text[start:end])) in said


@given(WORDS)
def test_evidence_never_overlaps_and_stands_in_order(text: str) -> None:
    spans = sorted(span for each in find_topics(text, PHRASES, "en").values() for span in each.spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(st.text() | st.text("a \n\r\u0308\u2028\u2029\u1112\u1161\u11ab’"))
def test_of_every_character_of_the_composed_text_is_known_where_it_stands(text: str) -> None:
    said, places = composed(text)
    places = places or [*range(len(text) + 1)]
    assert (len(places), places[-1:]) == (len(said) + 1, [len(text)])
    assert places == sorted(places)
    assert composed(said).text == said
    for place, start in enumerate(places[:-1]):
        assert said[place].isspace() == text[start].isspace()
        past = next(later for later in places if later > start)
        assert said[place] in text[start:past] + unicodedata.normalize("NFC", text[start:past]) + " \n"
