"""How sure a mention is: how often such mentions were right on turns that were annotated by reading."""

from functools import lru_cache
from typing import Any

import yaml
from django.conf import settings

FILE = settings.BASE_DIR / "fixtures" / "mention_scores.yaml"
DIGITS = 2
Found = tuple[str, str]
"""An origin and spaCy's label."""


def laplace(right: int, found: int) -> float:
    """The rule of succession: near one half where few were seen, near ``right`` ÷ ``found`` where many were."""
    return round((right + 1) / (found + 2), DIGITS)


UNSEEN = laplace(0, 0)


def mention_score(origin: str, label: str) -> float:
    """Of a machine's mention, whatever it names; ``UNSEEN`` where nobody has read any of that kind."""
    return mention_scores().get((origin, label), UNSEEN)


@lru_cache(maxsize=1)
def mention_scores() -> dict[Found, float]:
    """All that were measured (``make score``)."""
    measured: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        (origin, label): laplace(**counts) for origin, labels in measured.items() for label, counts in labels.items()
    }
