"""Names in brackets: a first name behind a surname, ``Ms. Ruiz (Ana)``, and who answers, ``Response (Mayor Ruiz)``."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from ..labels import Label, Voice
from ..labels.matching import match
from .names import written


def with_bracketed_names(labels: Sequence[Label | None], text: str) -> list[Label | None]:
    """The labels; what stands in brackets behind a titled surname is a first name where the text says both together.

    In brackets behind a voice that answers stands who it is; behind one that asks a name, if another label prints it
    before an outlet.
    """
    said: dict[str, bool] = {}
    told = [label.affiliation for label in labels if label and label.affiliation]
    housed = {one.partition(", ")[0] for one in told if "," in one}
    return [_with_name(_spelled_out(label, housed), text, said) if label else None for label in labels]


def _spelled_out(label: Label, housed: Container[str]) -> Label:
    if not label.affiliation or label.name:
        return label
    if label.voice is Voice.ANSWERS and (who := match(f"{label.affiliation}: ")) and not who.voice:
        return replace(
            label, voice=None, name=who.name, office=who.office, honorific=who.honorific, affiliation=who.affiliation
        )
    named = label.voice is Voice.ASKS and " " in label.affiliation and label.affiliation in housed
    return replace(label, name=label.affiliation, affiliation=None) if named else label


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
