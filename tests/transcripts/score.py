"""How right the parser is on hand-checked transcripts: ``python -m tests.transcripts.score``.

Runs the scorer beside the repository (``../shared/tools/score_parse.py``) and writes its figures, one row a source,
between the markers of ``docs/parser.md``; those on the invented houses (``houses/``) make a second table.  Exits with
status 1 where a figure is below what the project promises.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_parse.py"
HOUSES = Path(__file__).with_name("houses")
PAGE = ROOT / "docs" / "parser.md"

ROWS = {
    "files": "files", "turns": "turns", "F1": "turn boundaries F1", "label": "label right",
    "speaker_right": "speaker right", "speaker_unknown": "speaker unknown", "speaker_part": "speaker part",
    "speaker_WRONG": "speaker WRONG or part", "organisation_WRONG": "organisation WRONG",
    "organisation_unknown": "organisation unknown", "kind": "kind right", "title": "title right", "date": "date right",
    "updated": "updated right", "location": "location right", "delivery": "delivery right", "excerpt": "excerpt right",
    "source_topics": "topics right", "LOST": "lines lost",
}  # fmt: skip
_OF_HOUSES = """
    turns F1 label speaker_right speaker_unknown speaker_part speaker_WRONG organisation_WRONG kind title date LOST
"""
HOUSE_ROWS = {key: ROWS[key] for key in _OF_HOUSES.split()}
LEAST = {"F1": 0.98, "label": 0.99, "kind": 0.97, "date": 0.98, "title": 0.93, "source_topics": 1.0}


def main() -> int:
    """Score, write the tables, tell what is below the promise."""
    if not SCORER.exists():
        print(f"no scorer at {SCORER}: the tables of {PAGE.name} stay as they are", file=sys.stderr)
        return 1
    sources = scored(SHARED / "gold")
    mean = means(sources)
    write("score", table(sources, mean, ROWS))
    houses = scored(HOUSES)
    write("houses", table(houses, means(houses), HOUSE_ROWS))
    return report(mean)


def scored(folder: Path) -> dict[str, dict[str, Any]]:
    """The scorer's figures for each source of a folder."""
    parser = [sys.executable, "-m", "apps.transcripts"]
    command = [sys.executable, str(SCORER), str(folder), "--json", "--", *parser]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    sources: dict[str, dict[str, Any]] = json.loads(done.stdout)["sources"]
    return sources


def means(sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Each figure over the sources, every source counted alike; files, turns and lost lines are sums."""
    alike = [figures for name, figures in sources.items() if name != "ALL"]
    result: dict[str, Any] = {}
    for key in ROWS:
        values = [figures[key] for figures in alike if figures[key] is not None]
        result[key] = sum(values) if key in ("files", "turns", "LOST") else sum(values) / len(values)
    return result


def speakers_wrong(mean: dict[str, Any]) -> float:
    """The share of speakers that are wrong, those named in part not counted."""
    return float(mean["speaker_WRONG"] - mean["speaker_part"])


def table(sources: dict[str, dict[str, Any]], mean: dict[str, Any], rows: dict[str, str]) -> str:
    """The figures as Markdown: a row for each source, the mean last."""
    lines = ["| source | " + " | ".join(rows.values()) + " |", "| --- |" + " ---: |" * len(rows)]
    for name, figures in {**{n: f for n, f in sources.items() if n != "ALL"}, "**every source alike**": mean}.items():
        lines.append(f"| {name} | " + " | ".join(cell(figures[key]) for key in rows) + " |")
    return "\n".join(lines)


def cell(value: float | int | None) -> str:
    """A share as a percentage, a count as it is."""
    return "-" if value is None else f"{value:.1%}" if isinstance(value, float) else str(value)


def write(name: str, text: str) -> None:
    """Put the table between the markers of that name."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")


def report(mean: dict[str, Any]) -> int:
    """Say what is below the promise; the exit status."""
    short = [f"{ROWS[key]} {mean[key]:.1%}, promised {least:.1%}" for key, least in LEAST.items() if mean[key] < least]
    if (wrong := speakers_wrong(mean)) > 0.003:
        short.append(f"speakers wrong {wrong:.2%}, promised at most 0.3%")
    if mean["speaker_unknown"] + mean["speaker_part"] > 0.05:
        short.append("speakers unknown or in part above 5%")
    if mean["organisation_WRONG"] > 0.01:
        short.append(f"organisations wrong {mean['organisation_WRONG']:.2%}, promised at most 1%")
    if mean["LOST"]:
        short.append(f"{mean['LOST']} lines lost")
    print("\n".join(short) or "every promised figure is met")
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main())
