"""The speakers room: who is behind each label, as far as this document tells.

Door: ``identify``.  In: the turns in the making with their labels, the speech of each, and the header.  Out: an
``Identity`` for each (name, organisation, role, and the part it has in the conference), and the people whom a surname
left open could mean.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..header import Header
from ..language import detect
from ..turns import Block
from .asking import name_askers
from .identity import Identity, Part, brackets_hold_outlets, from_label, with_given_name
from .initials import spelled_out
from .merging import People, full_names, merge, names_of
from .parts import Speech, tell_parts
from .people import Person, is_told_of, named_in

__all__ = ["Identity", "Part", "identify"]


def identify(
    blocks: Sequence[Block], texts: Sequence[str], header: Header, beside: str = ""
) -> tuple[list[Identity], dict[str, tuple[str, ...]]]:
    """One identity for each block, given the speech of each; and for labels left open the people they fit.

    ``beside`` is what is nobody's speech: a footer may spell out a name.
    """
    people = named_in(header.names_text)
    speech = "\n".join(texts)
    spanish = detect(speech) == "es"
    labels = [with_given_name(block.label, spanish) if block.label else None for block in blocks]
    outlets = brackets_hold_outlets(labels)
    printed = [from_label(label, outlets) if label else _principal(people) for label in labels]
    names = full_names(printed, people, "\n".join(header.names_text), f"{speech}\n{beside}")
    printed = spelled_out(printed, labels, names, header, speech)
    known = People(people)
    known.add_holders(printed)
    merged = [
        one if one.part else merge(one, names, known, label.honorific if label else None)
        for one, label in zip(printed, labels, strict=True)
    ]
    parts = tell_parts(
        [
            Speech(one, label.printed if label else "", bool(one.role or (label and label.honorific)), text)
            for one, label, text in zip(merged, labels, texts, strict=True)
        ],
        people,
    )
    told = [
        replace(one, part=Part.MODERATES if is_told_of(one.name, header.moderators) else part)
        for one, part in zip(merged, parts, strict=True)
    ]
    return name_askers(told, labels, texts), _left_open(blocks, merged, names)


def _left_open(
    blocks: Sequence[Block], merged: Sequence[Identity], names: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """For each label (its key) whose surname stayed as printed, the several people whom it fits."""
    left: dict[str, tuple[str, ...]] = {}
    for block, one in zip(blocks, merged, strict=True):
        holders = names_of(one.name, names) if one.name and " " not in one.name else ()
        if block.label and len(holders) > 1:
            left[block.label.key] = holders
    return left


def _principal(people: Sequence[Person]) -> Identity:
    """Who speaks where no label says so: the first person whom the header gives an office."""
    speaker = next((person for person in people if person.may_speak), None)
    return Identity(speaker.name, None, speaker.role) if speaker else Identity()
