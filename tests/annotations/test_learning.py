"""What is learned from examples, and whether its scores mean what they say."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from apps.annotations.learning.fitting import FOLDS, Data, _folds, counts, data_of, fit, measure, scores, tfidf
from apps.annotations.learning.scoring import Learned
from apps.annotations.learning.words import words
from apps.annotations.plain_text import composed
from tests.benchmarks.invented_topics import TOPICS, invented, lexicon
from tests.benchmarks.topics import as_examples, measured, phrases_alone, regression


def data(right: list[int], groups: list[int]) -> Data:
    many = len(right)
    rows = np.arange(many, dtype=float).reshape(-1, 1)
    return Data(rows, np.array(right, int), np.ones(many), np.array(groups, int), np.zeros(many, bool))


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 12)), min_size=1, max_size=60))
@settings(deadline=None, max_examples=50)
@pytest.mark.filterwarnings("ignore:The least populated class")
def test_turns_of_one_conference_never_stand_on_both_sides(turns: list[tuple[int, int]]) -> None:
    of = data([right for right, _ in turns], [conference for _, conference in turns])
    for others, own in _folds(of, FOLDS) or []:
        assert not set(of.groups[others]) & set(of.groups[own])
        assert set(of.right[others]) == {0, 1}
        assert sorted([*others, *own]) == list(range(len(turns)))


def test_a_model_is_much_more_often_right_than_phrases_that_mean_several_things() -> None:
    unseen = invented(20, seed=99)
    judged = invented(40)
    learned = measured(unseen, regression(judged, unseen))
    assert learned.f1 > measured(unseen, phrases_alone(judged, unseen)).f1 + 0.1
    assert learned.unsaid > 0.2


def test_a_score_says_how_often_a_suggestion_is_right() -> None:
    unseen = invented(40, seed=99)
    found = regression(invented(60), unseen)
    right = np.array([[topic in turn.topics for topic in range(TOPICS)] for turn in unseen])
    often = right.mean()
    assert ((found - right) ** 2).mean() < 0.6 * often * (1 - often)  # Brier, beside the same score for all
    for low, high in ((0, 0.3), (0.3, 0.7), (0.7, 1)):
        own = (found >= low) & (found <= high)
        assert abs(found[own].mean() - right[own].mean()) < 0.1, (low, high)


def test_figures_of_cross_validation_promise_hardly_more_than_comes_true() -> None:
    unseen = invented(40, seed=99)
    judged = invented(40)
    examples = as_examples(judged)
    rows = counts([turn.text for turn in examples.turns])
    groups = [turn.conference for turn in examples.turns]
    figures = [measure(data_of(rows, groups, list(examples.of(topic)))) for topic in range(TOPICS)]
    promised = np.mean([each.f1 for each in figures if each])
    assert promised < measured(unseen, regression(judged, unseen)).f1 + 0.05


def test_decisions_tossed_with_a_coin_teach_nothing_and_the_figures_say_so() -> None:
    examples = as_examples(invented(30))
    chance = np.random.default_rng(0)
    for turn in examples.turns:
        turn.decided = {topic: bool(chance.integers(2)) for topic in turn.decided}
    rows = counts([turn.text for turn in examples.turns])
    groups = [turn.conference for turn in examples.turns]
    figures = [measure(data_of(rows, groups, list(examples.of(topic)))) for topic in range(TOPICS)]
    assert np.mean([each.f1 for each in figures if each]) < 0.5


def test_what_is_scored_from_the_database_is_what_scikit_learn_fitted() -> None:
    examples = as_examples(invented(20))
    vectorizer, rows = tfidf([turn.text for turn in examples.turns])
    fitted = fit(data_of(rows, [turn.conference for turn in examples.turns], list(examples.of(0))))
    assert fitted
    known = {word: number for number, word in enumerate(vectorizer.get_feature_names_out())}
    model = Learned("v1", known, vectorizer.idf_, (7,), np.array([fitted.weights]).T, np.array([fitted.intercept]))
    unseen = invented(5, seed=99)
    wanted = scores(vectorizer.transform([turn.text for turn in unseen]), fitted)
    assert max(wanted) > 0.5
    for turn, score in zip(unseen, wanted, strict=True):
        suggested = model.suggest(turn.text, {}, "en")
        assert (7 in suggested) == (round(score, 2) >= 0.3)
        if suggested:
            assert suggested[7].score == pytest.approx(score, abs=0.0051)


def test_a_text_without_a_known_word_is_scored_too() -> None:
    model = Learned("v1", {"ferry": 0}, np.ones(1), (7,), np.ones((1, 1)), np.array([3.0]))
    assert (
        model.suggest("", {}, "en") == model.suggest("Nothing of it: 1 2 3.", {}, "en") == {}
    )  # nothing to show for it


@given(st.text(max_size=60))
@example("Un cafe\u0301 noir")
def test_marked_words_are_in_the_text(text: str) -> None:
    known = {word: number for number, word in enumerate(dict.fromkeys(words(text)))}
    many = len(known)
    model = Learned("v1", known, np.ones(many), (7,), np.ones((many, 1)), np.ones(1))
    for each in model.suggest(text, {}, "xx").values():
        assert each.evidence == sorted(each.evidence)
        assert all(words(text[start:end]) == [composed(text[start:end]).text.lower()] for start, end in each.evidence)


def test_words_that_tell_nothing_in_the_language_and_those_that_say_little_are_no_evidence() -> None:
    known = {word: number for number, word in enumerate(["then", "don", "ferry", "harbour", "quay"])}
    weights = np.array([[9.0], [9.0], [4.0], [3.0], [1.0]])
    model = Learned("v1", known, np.ones(5), (7,), weights, np.array([3.0]))

    def shown(text: str, language: str) -> list[str]:
        return [text[start:end] for each in model.suggest(text, {}, language).values() for start, end in each.evidence]

    text = "Then they don’t see the ferry from the quay of the harbour."
    assert shown(text, "en") == ["ferry", "harbour"]
    assert shown(text, "fr") == ["Then", "don"]  # words like any other there
    assert shown("Then don’t.", "en") == []


def test_a_word_is_one_whether_its_accents_stand_apart_or_not() -> None:
    assert words("Un cafe\u0301 noir") == words("Un café noir") == ["un", "café", "noir"]


def test_no_invented_word_is_two_things() -> None:
    of = lexicon()
    every = [*of.usual, *(word for group in (of.phrases, of.related, of.elsewhere) for some in group for word in some)]
    assert len(every) == len(set(every))
