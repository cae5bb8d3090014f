"""Invented conferences, each in another house style, against the gold of whoever invented them."""

import pytest

from .scoring import HOUSES, SCORER, means, scored, speakers_wrong

LEAST = {"F1": 0.99, "label": 0.999, "kind": 0.975, "title": 0.99, "date": 0.99}
MOST_WRONG = 0.003

needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason=f"no scorer at {SCORER}")


@needs_scorer
def test_the_invented_houses_are_read_as_their_gold_says() -> None:
    sources = scored(HOUSES)
    mean = means(sources)
    short = {key: mean[key] for key, least in LEAST.items() if mean[key] < least}
    assert short == {}
    assert mean["LOST"] == 0
    assert speakers_wrong(mean) <= MOST_WRONG
