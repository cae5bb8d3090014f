"""The two real transcripts that the project started from, scored by the scorer that lies beside them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "tools" / "score_parse.py"
SEEDS = SHARED / "gold" / "seeds"


@pytest.mark.skipif(not SCORER.exists() or not SEEDS.exists(), reason=f"no scorer and seeds under {SHARED}")
def test_the_seeds_score_100_percent_on_every_figure(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)  # the scorer wants one folder a source
    parser = [sys.executable, "-m", "apps.transcripts"]
    scored = subprocess.run(
        [sys.executable, str(SCORER), str(tmp_path), "--json", "--", *parser], check=True, stdout=subprocess.PIPE
    )
    figures = json.loads(scored.stdout)["sources"]["seeds"]
    wrong = ("unknown", "WRONG", "part")
    for name, value in figures.items():
        if name in {"files", "turns"}:
            assert value > 0
        elif name in {"failed", "LOST"} or name.endswith(wrong):
            assert value == 0, name
        else:
            assert value == 1, name
