"""``python -m apps.transcripts FILE...`` prints one JSON object for each file."""

import io
import json
import sys
from dataclasses import asdict
from pathlib import Path

from . import Transcript, TranscriptError, parse
from .margin import margins


def record(path: str, transcript: Transcript) -> dict[str, object]:
    """The JSON object of a transcript: its fields, with the path it was read from and dates in ISO form.

    A time code, which the label is printed with but does not hold, leads the turn's text here, and where lines are
    numbered at the margin, the text is as printed, so that nothing is lost.
    """
    fields = asdict(transcript)
    rows = fields.pop("text").split("\n")
    numbered = margins(rows)
    for key in ("date", "updated"):
        fields[key] = fields[key].isoformat() if fields[key] else None
    for turn in fields["turns"]:
        turn["text"] = " ".join(filter(None, (turn.pop("time"), turn["text"])))
        if numbered:
            turn["text"] = "\n".join(rows[turn["first_line"] - 1 : turn["last_line"]])
    return {"path": path, **fields}


def main(paths: list[str]) -> int:
    """Print each file's record; a sentence on stderr for each that fails.  Returns the exit status."""
    if not paths:
        print("usage: python -m apps.transcripts FILE...", file=sys.stderr)
        return 2
    failed = 0
    for path in paths:
        try:
            print(json.dumps(record(path, parse(Path(path).read_bytes())), ensure_ascii=False))
        except (TranscriptError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            print(f"{path}: {reason}", file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the terminal thinks
    sys.exit(main(sys.argv[1:]))
