"""A first name in brackets behind a surname, which tells a namesake: ``Ms. Ruiz (Ana)``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..labels import Label
from .names import written


def with_bracketed_names(labels: Sequence[Label | None], text: str) -> list[Label | None]:
    """The labels; what stands in brackets behind a titled surname is a first name where the text says both together."""
    said: dict[str, bool] = {}
    return [_with_name(label, text, said) if label else None for label in labels]


def _with_name(label: Label, text: str, said: dict[str, bool]) -> Label:
    if not (label.honorific and label.name and label.affiliation) or " " in label.name or label.printed[-1] != ")":
        return label
    full = f"{written(label.affiliation)} {written(label.name)}"
    if full not in said:
        said[full] = full in text
    return replace(label, name=full, affiliation=None) if said[full] else label


def in_brackets(labels: Iterable[Label | None]) -> list[bool]:
    """For each label, whether its first name stands in brackets: its surname alone is then somebody else's."""
    return [
        bool(label and label.name and " " in label.name and label.printed.endswith(f"({label.name.rsplit(' ', 1)[0]})"))
        for label in labels
    ]
