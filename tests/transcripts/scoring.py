"""The scorer beside the repository (``../shared/tools/score_parse.py``), run on the parser, and its figures."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_parse.py"
HOUSES = Path(__file__).with_name("houses")
Figures = dict[str, Any]

COUNTS = ("files", "turns", "LOST")


def scored(folder: Path, parser_root: Path = ROOT) -> dict[str, Figures]:
    """The scorer's figures for each source of a folder, and under ``ALL`` for all of its turns together.

    ``parser_root`` holds the ``apps`` whose parser is scored.
    """
    parser = [sys.executable, "-m", "apps.transcripts"]
    command = [sys.executable, str(SCORER), str(folder), "--json", "--", *parser]
    done = subprocess.run(command, cwd=parser_root, capture_output=True, text=True, encoding="utf-8", check=True)
    sources: dict[str, Figures] = json.loads(done.stdout)["sources"]
    return sources


def means(sources: dict[str, Figures]) -> Figures:
    """Each figure over the sources, every source counted alike; files, turns and lost lines are sums."""
    alike = [figures for name, figures in sources.items() if name != "ALL"]
    result: Figures = {}
    for key in alike[0]:
        values = [figures[key] for figures in alike if isinstance(figures[key], int | float)]
        if values:
            result[key] = sum(values) if key in COUNTS else sum(values) / len(values)
    return result


def speakers_wrong(mean: Figures) -> float:
    """The share of speakers that are wrong, those named in part not counted."""
    return float(mean["speaker_WRONG"] - mean["speaker_part"])


def cell(value: float | int | str | None) -> str:
    """A share as a percentage, a count or word as it is."""
    return "-" if value is None else f"{value:.1%}" if isinstance(value, float) else str(value)
