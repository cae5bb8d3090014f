"""What was annotated by reading: it fits the transcripts, and Rostrum finds more of it than the model alone."""

import pytest
import yaml

from apps.annotations.mention_scores import FILE
from tests.annotations.entity_gold import TEXTS, gold
from tests.annotations.entity_score import mention_counts, model_alone, rostrum, score

needs_texts = pytest.mark.skipif(not TEXTS.exists(), reason=f"no real transcripts under {TEXTS}")
GOLD = gold()


def test_it_has_enough_mentions_in_enough_house_styles() -> None:
    read = [turn for turn in GOLD if not turn.held_out]
    assert sum(bool(one.kind) for turn in read for one in turn.mentions) >= 300
    assert len({turn.house for turn in read}) >= 6
    assert len({(turn.file, turn.turn) for turn in GOLD}) == len(GOLD)


@needs_texts
def test_every_mention_stands_where_it_says() -> None:
    for turn in GOLD:
        text = turn.text
        for one in turn.mentions:
            assert text[one.start : one.end] == one.printed, (turn.file, turn.turn, one)


@needs_texts
@pytest.mark.parametrize("held_out", [False, True])
def test_what_rostrum_adds_finds_more_and_links_more_than_the_model_alone(held_out: bool) -> None:
    turns = [turn for turn in GOLD if turn.held_out == held_out]
    alone, added = score(turns, model_alone), score(turns, rostrum, also={})
    assert added.right > alone.right
    assert added.linked > alone.linked


@needs_texts
def test_what_mentions_score_is_what_was_measured() -> None:
    assert yaml.safe_load(FILE.read_text("utf-8")) == mention_counts(GOLD)
