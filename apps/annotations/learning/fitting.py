"""Examples -> a weight for each word: tf-idf and logistic regression, calibrated, and measured on turns not seen.

scikit-learn is needed here only; what comes out is numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from apps.annotations.learning.enough import LEAST_CONFERENCES
from apps.annotations.learning.examples import Example
from apps.annotations.learning.words import words
from apps.annotations.querysets import SHOWN_FROM_SCORE

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

FITTING = 3  # a change of how is fitted adds one, so that the next training makes another version
FOLDS = LEAST_CONFERENCES
CALIBRATION_FOLDS = 3
MOST_WORDS = 10_000
LEAST_TEXTS = 2  # in which a word stands
DIGITS = 4
Numbers = Any


class Fitted(NamedTuple):
    weights: Numbers
    intercept: float


class Figures(NamedTuple):
    """By cross-validation, at the score from which readers see a suggestion; ``rules_f1`` is that of the phrases."""

    precision: float
    recall: float
    f1: float
    brier: float
    rules_f1: float


@dataclass(frozen=True)
class Data:
    """The examples of one topic: a row of its words for each, whether the topic is right, its weight, its event."""

    rows: Any
    right: Numbers
    weights: Numbers
    groups: Numbers
    rule: Numbers

    def __getitem__(self, at: Numbers) -> "Data":
        return Data(self.rows[at], self.right[at], self.weights[at], self.groups[at], self.rule[at])


def tfidf(texts: Sequence[str]) -> tuple["TfidfVectorizer", Any]:
    """The words of all texts, one vocabulary for all topics, and a row for each text.

    Raises ValueError where not one word stands in two texts.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=words, min_df=LEAST_TEXTS, max_features=MOST_WORDS, sublinear_tf=True)
    vectorizer.fit(texts)
    vectorizer.idf_ = vectorizer.idf_.round(DIGITS)  # as it is kept
    return vectorizer, vectorizer.transform(texts)


def counts(texts: Sequence[str]) -> Any:
    """How often each word stands in each text, for ``measure``."""
    from sklearn.feature_extraction.text import CountVectorizer

    return CountVectorizer(analyzer=words).fit_transform(texts)


def data_of(rows: Any, events: Sequence[int], examples: Sequence[Example]) -> Data:
    """``rows`` of all turns, and the event of each, for the examples of a topic."""
    at = [example.at for example in examples]
    return Data(
        rows[at],
        np.array([example.right for example in examples], int),
        np.array([example.weight for example in examples], float),
        np.array([events[number] for number in at], int),
        np.array([example.rule for example in examples], bool),
    )


def fit(data: Data) -> Fitted | None:
    """Weights whose score is a probability; None where the events cannot be divided so that all parts have both.

    The classes are balanced to fit, and the score is then brought back to how often it is right (Platt's sigmoid), on
    events that the fit had not seen.  There every turn counts as one, also where it was only read: as rare as the topic
    is among them, it will be among others.
    """
    from sklearn.linear_model import LogisticRegression

    folds = _folds(data, CALIBRATION_FOLDS)
    if folds is None:
        return None
    said = np.zeros((len(data.right), 1))
    for others, own in folds:
        said[own, 0] = _regression(data[others]).decision_function(data.rows[own])
    sigmoid = LogisticRegression(C=1000).fit(said, data.right)
    slope, shift = float(sigmoid.coef_[0, 0]), float(sigmoid.intercept_[0])
    whole = _regression(data)
    weights = np.round(slope * whole.coef_[0], DIGITS) + 0.0
    return Fitted(weights, round(slope * float(whole.intercept_[0]) + shift, DIGITS))


def _regression(data: Data) -> Any:
    from sklearn.linear_model import LogisticRegression

    regression = LogisticRegression(C=3, class_weight="balanced", solver="liblinear", random_state=0)
    return regression.fit(data.rows, data.right, sample_weight=data.weights)


def scores(rows: Any, fitted: Fitted) -> Numbers:
    return 1 / (1 + np.exp(-(rows @ fitted.weights + fitted.intercept)))


def measure(data: Data) -> Figures | None:
    """Each turn scored by a model that was fitted and calibrated on other events; None as for ``fit``.

    ``data`` has ``counts``: which words there are, and how rare each is, is learned from the others as well.

    A turn without a decision on which the topic is suggested counts as wrong, for what it weighs.
    """
    folds = _folds(data, FOLDS)
    if folds is None:
        return None
    scored = np.zeros(len(data.right))
    for others, own in folds:
        seen, unseen = _weighed(data.rows[others], data.rows[own])
        fitted = fit(replace(data[others], rows=seen))
        if fitted is None:
            return None
        scored[own] = scores(unseen, fitted)
    precision, recall, f1 = _rates(data, scored >= SHOWN_FROM_SCORE)
    brier = float(np.average((scored - data.right) ** 2, weights=data.weights))
    return Figures(precision, recall, f1, brier, _rates(data, data.rule)[2])


def _weighed(seen: Any, unseen: Any) -> tuple[Any, Any]:
    """Counts -> tf-idf as of ``tfidf``, by the words of the first alone."""
    from sklearn.feature_extraction.text import TfidfTransformer

    times = np.where(seen.getnnz(axis=0) >= LEAST_TEXTS, np.asarray(seen.sum(axis=0))[0], 0)
    most = np.argsort(-times, kind="stable")[:MOST_WORDS]
    known = np.sort(most[times[most] > 0])
    weigh = TfidfTransformer(sublinear_tf=True).fit(seen[:, known])
    return weigh.transform(seen[:, known]), weigh.transform(unseen[:, known])


def _rates(data: Data, said: Numbers) -> tuple[float, float, float]:
    right = data.right == 1
    hits = float(data.weights[said & right].sum())
    precision = hits / max(float(data.weights[said].sum()), 1e-9)
    recall = hits / max(float(data.weights[right].sum()), 1e-9)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _folds(data: Data, number: int) -> list[tuple[Numbers, Numbers]] | None:
    """Each event in one part only; None where what is left beside a part has one answer only."""
    from sklearn.model_selection import StratifiedGroupKFold

    if len(set(data.groups)) < number or min(np.bincount(data.right, minlength=2)) < number:
        return None
    folds = list(StratifiedGroupKFold(number).split(data.rows, data.right, data.groups))
    return folds if all(len(set(data.right[others])) == 2 for others, _ in folds) else None
