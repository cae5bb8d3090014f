"""Real transcripts with hand-checked gold, where this machine has them: nothing may be lost on any of them."""

from pathlib import Path

import pytest

from apps.transcripts import parse

from .conservation import lost_or_moved

SHARED = Path(__file__).parents[2].parent / "shared"
FILES = sorted(SHARED.glob("gold/*/*.txt")) + sorted(SHARED.glob("corpus/*/*.txt"))

needs_files = pytest.mark.skipif(not FILES, reason=f"no real transcripts under {SHARED}")


@needs_files
def test_nothing_of_any_real_transcript_is_lost() -> None:
    broken = {str(path): fault for path in FILES if (fault := lost_or_moved(parse(path.read_bytes())))}
    assert broken == {}
