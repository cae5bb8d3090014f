"""Real transcripts with hand-checked gold, where this machine has them: nothing may be lost on any of them."""

from pathlib import Path

import pytest

from apps.transcripts import parse

from .conservation import lost_or_moved

SHARED = Path(__file__).parents[2].parent / "shared"
FILES = sorted(SHARED.glob("gold/*/*.txt")) + sorted(SHARED.glob("corpus/*/*.txt"))
PARTS = 4  # for as many workers

needs_files = pytest.mark.skipif(not FILES, reason=f"no real transcripts under {SHARED}")


@needs_files
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_of_any_real_transcript_is_lost(part: int) -> None:
    broken = {str(path): fault for path in FILES[part::PARTS] if (fault := lost_or_moved(parse(path.read_bytes())))}
    assert broken == {}
