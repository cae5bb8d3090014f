"""The quick reading of turns says the same as reading them whole, whatever stands in them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from apps.annotations.language_models import tokenizer
from apps.annotations.phrase_reader import PhraseReader
from apps.annotations.phrase_rules import Phrase
from apps.annotations.querysets import SHOWN_FROM_SCORE
from tests.annotations.finding import find_topics

TOPIC, OTHER = 1, 2
SAID = [
    "missile",
    "missile test",
    "test site",
    "cannot",
    "not test",
    "km",
    "kelvin",
    "ОДОС",
    "СОЮЗ",
    "οδός",
    "crímenes",
    "zu\u0308rich test",
]
SAID += [
    "cyber-attack",
    "people's network",
    "C.I.A.",
    "u.s. test",
    "sept. 11",
    "of the test",
    "policy",
    "missile defence test",
    "don't",
    "ab cd",
]
PHRASES = st.lists(
    st.builds(
        Phrase, st.sampled_from([TOPIC, OTHER]), st.sampled_from(SAID), st.sampled_from([0.1, 0.5, 1, 2]), st.booleans()
    ),
    max_size=8,
    unique_by=lambda phrase: (phrase.topic, phrase.text),
).map(tuple)
WORDS = [
    *SAID,
    "missiles",
    "tests",
    "Test.",
    "can",
    "not",
    "defence",
    "policies",
    "5km",
    "\u212aelvin",
    "İ",
    "ΟΔΌΣ",
    "союз",
]
WORDS += [
    "anti-missile",
    "missilery",
    "cri\u0301menes",
    "Z\u00fcrich",
    "zu\u0308rich",
    "cyber–attack",
    "people’s",
    "“",
    ",",
    "-",
    "",
    "of",
    "the",
    "U.S.",
    "U.S. Test",
    "Sept. 11",
    "SEPT. 11",
    "CANNOT",
    "c.i.a.",
    "missile.Test",
]
BETWEEN = (" ", "  ", "\n", "\n\n", "\r\n", " \n \n", "\u2028", "\u2029", "", "/", "\u00a0")
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=15).flatmap(
    lambda words: st.sampled_from([mark.join(words) for mark in BETWEEN])
)


def whole(text: str, phrases: tuple[Phrase, ...], language: str) -> bool:
    found = find_topics(text, phrases, language).get(TOPIC)
    return found is not None and found.score >= SHOWN_FROM_SCORE


@settings(deadline=None)  # the first text of a language loads it
@given(st.lists(TEXTS, min_size=1, max_size=3), PHRASES, PHRASES, st.sampled_from(["en", "fr", "el", "ru", "zh"]))
def test_reading_only_the_places_says_the_same_as_reading_all(
    texts: list[str], before: tuple[Phrase, ...], after: tuple[Phrase, ...], language: str
) -> None:
    nlp = tokenizer(language)
    reader = PhraseReader(TOPIC, before, after, nlp)
    with nlp.memory_zone():
        quick = [reader.shown(text) for text in texts]
    assert quick == [(whole(text, before, language), whole(text, after, language)) for text in texts]


def test_many_light_phrases_come_to_the_same_in_one_place_and_in_ten() -> None:
    nlp = tokenizer("en")
    reader = PhraseReader(TOPIC, (Phrase(TOPIC, "ab", 0.1),), (), nlp)
    with nlp.memory_zone():
        assert reader.shown("ab " * 10) == reader.shown("ab or " * 10) == (True, False)
