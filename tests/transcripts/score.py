"""How right the parser is on hand-checked transcripts: ``python -m tests.transcripts.score``.

Runs the scorer beside the repository (``../shared/tools/score_parse.py``) and writes its figures, one column a source,
between the two markers of ``docs/parser.md``.  Exits with status 1 where a figure is below what the project promises.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "parser.md"
BEGIN, END = "<!-- score: begin -->", "<!-- score: end -->"

ROWS = {
    "files": "files", "turns": "turns", "F1": "turn boundaries F1", "label": "label right",
    "speaker_right": "speaker right", "speaker_unknown": "speaker unknown", "speaker_part": "speaker part",
    "speaker_WRONG": "speaker WRONG or part", "organisation_WRONG": "organisation WRONG",
    "organisation_unknown": "organisation unknown", "kind": "kind right", "title": "title right", "date": "date right",
    "updated": "updated right", "location": "location right", "delivery": "delivery right", "excerpt": "excerpt right",
    "source_topics": "topics right", "LOST": "lines lost",
}  # fmt: skip
LEAST = {"F1": 0.98, "label": 0.99, "kind": 0.97, "date": 0.98, "title": 0.93, "source_topics": 1.0}


def main() -> int:
    """Score, write the table, tell what is below the promise."""
    scorer = SHARED / "tools" / "score_parse.py"
    if not scorer.exists():
        print(f"no scorer at {scorer}: the table of {PAGE.name} stays as it is", file=sys.stderr)
        return 1
    command = [
        sys.executable,
        str(scorer),
        str(SHARED / "gold"),
        "--json",
        "--",
        sys.executable,
        "-m",
        "apps.transcripts",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    sources: dict[str, dict[str, Any]] = json.loads(done.stdout)["sources"]
    mean = means(sources)
    write(table(sources, mean))
    return report(mean)


def means(sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Each figure over the sources, every source counted alike; files, turns and lost lines are sums."""
    alike = [figures for name, figures in sources.items() if name != "ALL"]
    result: dict[str, Any] = {}
    for key in ROWS:
        values = [figures[key] for figures in alike if figures[key] is not None]
        result[key] = sum(values) if key in ("files", "turns", "LOST") else sum(values) / len(values)
    return result


def table(sources: dict[str, dict[str, Any]], mean: dict[str, Any]) -> str:
    """The figures as Markdown: a row for each source, the mean last."""
    lines = ["| source | " + " | ".join(ROWS.values()) + " |", "| --- |" + " ---: |" * len(ROWS)]
    for name, figures in {**{n: f for n, f in sources.items() if n != "ALL"}, "**every source alike**": mean}.items():
        lines.append(f"| {name} | " + " | ".join(cell(figures[key]) for key in ROWS) + " |")
    return "\n".join(lines)


def cell(value: float | int | None) -> str:
    """A share as a percentage, a count as it is."""
    return "-" if value is None else f"{value:.1%}" if isinstance(value, float) else str(value)


def write(text: str) -> None:
    """Put the table between the markers."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


def report(mean: dict[str, Any]) -> int:
    """Say what is below the promise; the exit status."""
    short = [f"{ROWS[key]} {mean[key]:.1%}, promised {least:.1%}" for key, least in LEAST.items() if mean[key] < least]
    really_wrong = mean["speaker_WRONG"] - mean["speaker_part"]
    if really_wrong > 0.003:
        short.append(f"speakers wrong {really_wrong:.2%}, promised at most 0.3%")
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
