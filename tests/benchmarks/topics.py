"""How right learned topics are beside the phrases alone, by which method, and from how many decisions: ``make bench``.

Every method learns from the same invented decisions and is measured on invented conferences that none has seen, whose
topics are known: precision, recall and F1 over all topics at the score from which readers see a suggestion, recall
where no phrase stands, the Brier score (0 is best), and time.  Exits with status 1 where the method in use is not the
best.  spaCy's categorizers take minutes and do not change with ours: with ``--ours`` their lines stay as they are.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import django
import numpy as np

from tests.benchmarks.invented_topics import TOPICS, Invented, invented

JUDGED, UNSEEN = 60, 100  # conferences
CURVE = (10, 20, 40, 80, 160)
EPOCHS, BATCH = 10, 16
SHOWN = 0.5
PAGE = Path(__file__).parents[2] / "docs" / "adr" / "0013-topics-learned-from-decisions.md"
told: list[str] = []
Scores = Any  # a row for each turn, a column for each topic


class Result(NamedTuple):
    precision: float
    recall: float
    f1: float
    unsaid: float  # recall where no phrase stands
    brier: float


def measured(turns: list[Invented], scores: Scores) -> Result:
    right = np.array([[topic in turn.topics for topic in range(TOPICS)] for turn in turns])
    unsaid = right & np.array([[topic not in turn.found for topic in range(TOPICS)] for turn in turns])
    said = scores >= SHOWN
    precision, recall = (said & right).sum() / max(said.sum(), 1), (said & right).sum() / right.sum()
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Result(precision, recall, f1, (said & unsaid).sum() / unsaid.sum(), float(((scores - right) ** 2).mean()))


def phrases_alone(judged: list[Invented], unseen: list[Invented]) -> Scores:
    return np.array([[turn.found.get(topic, 0) for topic in range(TOPICS)] for turn in unseen])


def regression(judged: list[Invented], unseen: list[Invented], *, read: bool = True, phrases: bool = False) -> Scores:
    """As ``train_topics`` does it; without the turns that were only read, or with the phrases' score as a word."""
    from scipy.sparse import csr_matrix, hstack

    from apps.annotations.learning.fitting import data_of, fit, scores, tfidf

    examples = as_examples(judged)
    vectorizer, rows = tfidf([turn.text for turn in examples.turns])
    others = vectorizer.transform([turn.text for turn in unseen])
    found = np.zeros((len(unseen), TOPICS))
    for topic in range(TOPICS):
        own, theirs = rows, others
        if phrases:
            said = [[turn.found[topic].score if topic in turn.found else 0] for turn in examples.turns]
            own = hstack([rows, csr_matrix(said)]).tocsr()
            theirs = hstack([others, csr_matrix([[turn.found.get(topic, 0)] for turn in unseen])]).tocsr()
        used = [one for one in examples.of(topic) if read or one.weight == 1]
        fitted = fit(data_of(own, [turn.conference for turn in examples.turns], used))
        if fitted:
            found[:, topic] = scores(theirs, fitted)
    return found


def as_examples(judged: list[Invented]) -> Any:
    from apps.annotations.learning.examples import Examples, Judged
    from apps.annotations.phrase_rules import Found

    return Examples(
        [
            Judged(at, turn.conference, turn.text, {key: Found([], n) for key, n in turn.found.items()}, turn.decided)
            for at, turn in enumerate(judged)
            if turn.decided
        ]
    )


def textcat(architecture: str, rate: float) -> Callable[[list[Invented], list[Invented]], Scores]:
    """spaCy's multi-label text categorizer, told the same about the same turns."""

    def learn(judged: list[Invented], unseen: list[Invented]) -> Scores:
        import spacy
        from spacy.training import Example
        from thinc.api import fix_random_seed

        fix_random_seed(0)
        nlp = spacy.blank("en")
        config = spacy.util.load_config_from_str(CONFIGS[architecture])
        nlp.add_pipe("textcat_multilabel", config=dict(config))
        examples = as_examples(judged)
        cats: list[dict[str, float]] = [{} for _ in examples.turns]
        for topic in range(TOPICS):
            for one in examples.of(topic):
                cats[one.at][str(topic)] = float(one.right)
        docs = [
            Example.from_dict(nlp.make_doc(turn.text), {"cats": known})
            for turn, known in zip(examples.turns, cats, strict=True)
        ]
        optimizer = nlp.initialize(lambda: docs)
        optimizer.learn_rate = rate
        chance = random.Random(0)
        for _ in range(EPOCHS):
            chance.shuffle(docs)
            for start in range(0, len(docs), BATCH):
                nlp.update(docs[start : start + BATCH], sgd=optimizer, drop=0.2)
        return np.array(
            [[doc.cats[str(topic)] for topic in range(TOPICS)] for doc in nlp.pipe(turn.text for turn in unseen)]
        )

    return learn


CONFIGS = {
    "bag of words": """
[model]
@architectures = "spacy.TextCatBOW.v3"
exclusive_classes = false
length = 262144
ngram_size = 1
no_output_layer = false
""",
    "ensemble": """
[model]
@architectures = "spacy.TextCatEnsemble.v2"
[model.linear_model]
@architectures = "spacy.TextCatBOW.v3"
exclusive_classes = false
length = 262144
ngram_size = 1
no_output_layer = false
[model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
width = 96
depth = 2
embed_size = 2000
window_size = 1
maxout_pieces = 3
subword_features = true
pretrained_vectors = null
""",
}


def compare() -> bool:
    """Print each method's line; returns whether the one in use has the best F1 of those that people can use."""
    judged, unseen = invented(JUDGED), invented(UNSEEN, seed=99)
    methods: dict[str, Callable[[list[Invented], list[Invented]], Scores]] = {
        "phrases alone": phrases_alone,
        "logistic regression (in use)": regression,
        "the same, from decided turns only": lambda *turns: regression(*turns, read=False),
        "the same, with the phrases’ score": lambda *turns: regression(*turns, phrases=True),
        "spaCy textcat, bag of words": textcat("bag of words", 0.01),
        "spaCy textcat, ensemble": textcat("ensemble", 0.001),
    }
    decisions = sum(len(turn.decided) for turn in judged)
    tell(f"Learned from {decisions:,} decisions in {JUDGED} conferences, found in {UNSEEN} others:")
    tell()
    tell("| | precision | recall | F1 | recall without a phrase | Brier | seconds |")
    tell("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    found = {}
    for name, method in methods.items():
        if "--ours" in sys.argv and name.startswith("spaCy"):
            tell(next(line for line in PAGE.read_text().splitlines() if line.startswith(f"| {name} |")))
            continue
        begun = time.perf_counter()
        result = measured(unseen, method(judged, unseen))
        found[name] = result.f1
        figures = " | ".join(f"{figure:.1%}" for figure in result[:4])
        tell(f"| {name} | {figures} | {result.brier:.4f} | {time.perf_counter() - begun:,.1f} |")
    return max(found, key=lambda name: found[name]) == "logistic regression (in use)"


def curve() -> None:
    """How right the model is by how much was decided, and what cross-validation says of it."""
    from apps.annotations.learning.fitting import counts, data_of, measure

    unseen = invented(UNSEEN, seed=99)
    tell("\nThe same, from fewer and more:\n")
    tell("| conferences judged | confirmed, a topic | F1 on others | F1 by cross-validation | phrases alone |")
    tell("| ---: | ---: | ---: | ---: | ---: |")
    for conferences in CURVE:
        judged = invented(conferences)
        examples = as_examples(judged)
        rows = counts([turn.text for turn in examples.turns])
        groups = [turn.conference for turn in examples.turns]
        figures = [measure(data_of(rows, groups, list(examples.of(topic)))) for topic in range(TOPICS)]
        confirmed = sum(right for turn in judged for right in turn.decided.values()) / TOPICS
        crossed = np.mean([each.f1 for each in figures if each])
        f1 = measured(unseen, regression(judged, unseen)).f1
        rules = measured(unseen, phrases_alone(judged, unseen)).f1
        tell(f"| {conferences} | {confirmed:.0f} | {f1:.1%} | {crossed:.1%} | {rules:.1%} |")


def reliability() -> None:
    """Of what scores so much, how much is right."""
    unseen = invented(UNSEEN, seed=99)
    scores = regression(invented(JUDGED), unseen)
    right = np.array([[topic in turn.topics for topic in range(TOPICS)] for turn in unseen])
    tell(f"\nWhat a score means, learned from {JUDGED} conferences:\n")
    tell("| score | suggestions | mean score | right |")
    tell("| --- | ---: | ---: | ---: |")
    for low in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9):
        high = {0.0: 0.1, 0.9: 1.01}.get(low, low + 0.2)
        own = (scores >= low) & (scores < high)
        tell(
            f"| {low:.1f} to {min(high, 1):.1f} | {own.sum():,} | {scores[own].mean():.2f} | {right[own].mean():.2f} |"
        )


def tell(line: str = "") -> None:
    told.append(line)
    print(line, flush=True)


def main() -> int:
    """With ``--write`` the tables go into the page that decides by them."""
    django.setup()
    best = compare()
    curve()
    reliability()
    if "--write" in sys.argv:
        before, begin, rest = PAGE.read_text().partition("<!-- figures: begin -->\n")
        _, end, after = rest.partition("<!-- figures: end -->")
        PAGE.write_text(before + begin + "\n".join(told) + "\n" + end + after)
    return int(not best)


if __name__ == "__main__":
    sys.exit(main())
