"""What the parser makes of each sample transcript, read and found right: ``python -m tests.transcripts.golden``.

Writes ``golden/<file>.json`` anew.  Read the difference before you commit it: the tests trust it.
"""

import json
from pathlib import Path
from typing import Any

from apps.transcripts import parse
from apps.transcripts.__main__ import record

SAMPLES = Path(__file__).parents[2] / "fixtures" / "transcripts"
GOLDEN = Path(__file__).with_name("golden")


def samples() -> list[Path]:
    """The sample transcripts, in order of path."""
    return sorted(SAMPLES.glob("*/*.txt"))


def golden_file(sample: Path) -> Path:
    """Where the golden record of a sample lies."""
    return GOLDEN / f"{sample.stem}.json"


def parsed(sample: Path) -> dict[str, Any]:
    """The record that ``python -m apps.transcripts`` prints, with the path inside the samples' folder."""
    name = sample.relative_to(SAMPLES).as_posix()
    fields: dict[str, Any] = json.loads(json.dumps(record(name, parse(sample.read_bytes()))))
    return fields


if __name__ == "__main__":
    for old in GOLDEN.glob("*.json"):
        old.unlink()
    for sample in samples():
        golden_file(sample).write_text(json.dumps(parsed(sample), ensure_ascii=False, indent=1) + "\n")
