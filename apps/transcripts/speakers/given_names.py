"""Names in brackets: a first name behind a surname, ``Ms. Ruiz (Ana)``, and who answers, ``Response (Mayor Ruiz)``."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ..labels import Label, Voice
from ..labels.matching import match
from .names import written


def with_bracketed_names(labels: Sequence[Label | None], text: str) -> list[Label | None]:
    """The labels; what stands in brackets behind a titled surname is a first name where the text says both together.

    In brackets behind a voice that answers stands who it is; behind one that asks a name, if another label prints it
    before an outlet.
    """
    asked = any(label and _may_hold_first_name(label) for label in labels)
    words = [word.strip(".,;:!?()") for word in text.split()] if asked else []
    said = set(pairwise(words))
    told = [label.affiliation for label in labels if label and label.affiliation]
    housed = {one.partition(", ")[0] for one in told if "," in one}
    return [_with_name(_spelled_out(label, housed), said) if label else None for label in labels]


def _spelled_out(label: Label, housed: Container[str]) -> Label:
    if not label.affiliation or label.name:
        return label
    if label.voice is Voice.ANSWERS and (who := match(f"{label.affiliation}: ")) and not who.voice:
        return replace(
            label, voice=None, name=who.name, office=who.office, honorific=who.honorific, affiliation=who.affiliation
        )
    named = label.voice is Voice.ASKS and " " in label.affiliation and label.affiliation in housed
    return replace(label, name=label.affiliation, affiliation=None) if named else label


def _with_name(label: Label, said: Container[tuple[str, str]]) -> Label:
    if not (_may_hold_first_name(label) and label.name and label.affiliation):
        return label
    first, last = written(label.affiliation), written(label.name)
    return replace(label, name=f"{first} {last}", affiliation=None) if (first, last) in said else label


def _may_hold_first_name(label: Label) -> bool:
    both = f"{label.name} {label.affiliation}" if label.honorific and label.name and label.affiliation else ""
    return both.count(" ") == 1 and label.printed[-1] == ")"


def in_brackets(labels: Iterable[Label | None]) -> list[bool]:
    """For each label, whether its first name stands in brackets: its surname alone is then somebody else's."""
    return [
        bool(label and label.name and " " in label.name and label.printed.endswith(f"({label.name.rsplit(' ', 1)[0]})"))
        for label in labels
    ]
