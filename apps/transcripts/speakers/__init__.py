"""The speakers room: who is behind each label, as far as this document tells.

Door: ``identify``.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..header import Header
from ..language import detect
from ..turns import Block
from .asking import name_askers
from .identity import Identity, Part, from_label, with_given_name
from .merging import People, full_names, merge
from .parts import Speech, tell_parts
from .people import Person, named_in

__all__ = ["Identity", "Part", "identify"]


def identify(
    blocks: Sequence[Block], texts: Sequence[str], header: Header
) -> tuple[list[Identity], dict[str, tuple[str, ...]]]:
    """One identity for each block, given the speech of each; and the surnames in labels with the people they fit."""
    people = named_in(header.names_text)
    speech = "\n".join(texts)
    spanish = detect(speech) == "es"
    labels = [with_given_name(block.label, spanish) if block.label else None for block in blocks]
    printed = [from_label(label) if label else _principal(people) for label in labels]
    names = full_names(printed, people, "\n".join(header.names_text), speech)
    known = People(people)
    known.add_holders(printed)
    merged = [one if one.part else merge(one, names, known) for one in printed]
    parts = tell_parts(
        [
            Speech(one, label.printed if label else "", bool(one.role or (label and label.honorific)), text)
            for one, label, text in zip(merged, labels, texts, strict=True)
        ],
        people,
    )
    told = [replace(one, part=part) for one, part in zip(merged, parts, strict=True)]
    return name_askers(told, labels, texts), names


def _principal(people: Sequence[Person]) -> Identity:
    """Who speaks where no label says so: the first person whom the header gives an office."""
    speaker = next((person for person in people if person.may_speak), None)
    return Identity(speaker.name, None, speaker.role) if speaker else Identity()
