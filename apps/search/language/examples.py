"""The examples that the help page shows, each of them tested."""

from dataclasses import dataclass
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "examples.yaml"


@dataclass(frozen=True, slots=True)
class Example:
    query: str
    meaning: str
    finds: tuple[str, ...]
    """Texts that are found by it."""
    leaves_out: tuple[str, ...]


def _read() -> tuple[Example, ...]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Example(entry["query"], entry["means"], tuple(entry["finds"]), tuple(entry.get("not", ()))) for entry in entries
    )


EXAMPLES = _read()
