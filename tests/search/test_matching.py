"""Where in a text the words of a query stand."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apps.search.composing import Composed, composed
from apps.search.language import read
from apps.search.language.expressions import Word
from apps.search.matching import spans
from apps.search.schema import LANGUAGES, analyzer
from apps.search.tokens import terms, tokens

TEXT = "The missiles of Évora’s defence: missile-defence, naïve  missile\n\ndefence. Misile!"


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("missile", ["missiles", "missile", "missile"]),
        ('"missiles"', ["missiles"]),
        ('"missile defence"', ["missile-defence", "missile\n\ndefence"]),
        ("missile-defence", ["missile-defence", "missile\n\ndefence"]),
        ("evora", ["Évora"]),
        ("NAÏVE", ["naïve"]),
        ("miss*", ["missiles", "missile", "missile"]),
        ("misile~", ["missile", "missile", "Misile"]),
        ("misile~2", ["missiles", "missile", "missile", "Misile"]),
        ('"defence evora"~1', ["Évora", "defence"]),
        ('"naive evora"~1', []),
        ('"missile missile"~2', ["missile", "missile"]),
        ('"missile missile"~1', []),
        ('"defence defence"~1', ["defence", "defence"]),
        ('"defence defence"~2', ["defence", "defence", "defence"]),
        ("-missile defence", ["defence", "defence", "defence"]),
        ("evora OR (naive the)", ["The", "Évora", "naïve"]),
        ("title:missile kind:question after:2019", []),
        ("", []),
    ],
)
def test_what_is_marked_is_what_was_found(query: str, marked: list[str]) -> None:
    assert [TEXT[start:end] for start, end in spans(read(query).expression, TEXT, "en")] == marked


def test_a_title_also_has_the_words_looked_for_in_titles_only() -> None:
    query = read("title:ferries fares -harbour").expression
    assert spans(query, "Ferry fares", "en", in_title=True) == [(0, 5), (6, 11)]
    assert spans(query, "Ferry fares", "en") == [(6, 11)]


def test_stems_are_those_of_the_language_of_the_conference() -> None:
    query = read("hablar").expression
    assert spans(query, "hoy hablamos", "es") == [(4, 12)]
    assert spans(query, "hoy hablamos", "en") == []
    assert spans(query, "Hablár", "zz") == [(0, 6)]


def test_a_loose_accent_belongs_to_its_letter() -> None:
    text = "Un re\u0301sume\u0301 court, e\u0301cole."
    found = spans(read("resume OR école").expression, text, "fr")
    assert [text[start:end] for start, end in found] == ["re\u0301sume\u0301", "e\u0301cole"]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("istanbul", "İstanbul’da.", ["İstanbul"]),
        ('"τα όπλα"', "Ποια; ΤΑ ΟΠΛΑ", ["ΤΑ ΟΠΛΑ"]),
        ('"самолет и"', "Всё: самолёт и за\u0301мок", ["самолёт и"]),
        ("שלום", "שָׁלוֹם לכולם", ["שָׁלוֹם"]),
        ("हिन्दी", "यह हिन्दी है।", ["हिन्दी"]),
        ("导弹", "讨论了导弹防御", ["导弹"]),
        ("กิน", "เรากินข้าว", ["กิน"]),
    ],
)
def test_a_letter_keeps_its_signs_where_it_is_marked(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(read(query).expression, text, "zz")] == marked


@given(text=st.text(max_size=80), language=st.sampled_from(LANGUAGES))
@example("İstanbul’da KOŞULLARI, Straße ﬁnally", "tr")
def test_words_are_stemmed_as_the_index_stems_them(text: str, language: str) -> None:
    text = text.encode(errors="replace").decode()
    read = Composed(text)
    expected = analyzer(language).pre_tokenize(read.text).tokens
    assert [(token.term, token.position, (token.start, token.end)) for token in tokens(text, language)] == [
        (token.text, token.position, read.span(token.char_offset_from, token.char_offset_to)) for token in expected
    ]


@given(st.text("eİÉσςώΆё我導ガ한กิ\u0301\u0308\u3099\u0e48\u05b8ש\u064bاक\u093c\u094dொொᄒ\u1161\u11ab “’.", max_size=12))
def test_what_stands_in_a_text_is_as_the_index_reads_it(text: str) -> None:
    read = Composed(text)
    assert read.text == composed(text)
    assert terms(read.text) == terms(text)
    for token in tokens(text):
        assert token.term in terms(text[token.start : token.end])


@given(
    text=st.text("abdeginorstuyAEINST0 _-.,’“”é«\n\u00a0", max_size=60),
    word=st.text("abdeginorstuyAEINST0é", min_size=1, max_size=6),
    language=st.sampled_from(LANGUAGES),
)
@example("Sienna 100 tests" + " e" + "a" * 110, "test", "en")
def test_a_word_is_found_alike_beside_letters_of_any_alphabet(text: str, word: str, language: str) -> None:
    for wanted in (word, *text.split()[:2]):
        assert spans(Word(wanted), text, language) == spans(Word(wanted), f"{text} ж", language)
