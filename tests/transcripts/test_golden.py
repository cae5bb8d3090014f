"""The sample transcripts, against records that a person has read and found right."""

import json
from pathlib import Path

import pytest

from tests.transcripts.golden import GOLDEN, golden_file, parsed, samples


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.stem)
def test_a_sample_is_parsed_as_it_was_found_right(sample: Path) -> None:
    assert parsed(sample) == json.loads(golden_file(sample).read_text())


def test_every_golden_record_has_its_sample() -> None:
    assert {golden_file(sample) for sample in samples()} == set(GOLDEN.glob("*.json"))
    assert len(samples()) == 10
