"""The speakers room: who is behind each label, as far as this document tells.

Door: ``identify``.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..header import Header
from ..language import detect
from ..turns import Block
from .calls import calls
from .identity import Identity, Part, from_label, with_given_name
from .introductions import introduces_self
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
    answerers = {word for one in told if one.name and one.part is not Part.ASKS for word in _last_names(one.name)}
    return [_as_said(one, at, told, texts, answerers) for at, one in enumerate(told)], names


def _last_names(name: str) -> list[str]:
    """The words of a name after the first: ``Hugo López-Gatell Ramírez`` may be called by either."""
    words = name.casefold().split()
    return words[1:] or words


def _principal(people: Sequence[Person]) -> Identity:
    """Who speaks where no label says so: the first person whom the header gives an office."""
    speaker = next((person for person in people if person.may_speak), None)
    return Identity(speaker.name, None, speaker.role) if speaker else Identity()


def _as_said(one: Identity, at: int, told: Sequence[Identity], texts: Sequence[str], answerers: set[str]) -> Identity:
    """An asker with the name and outlet that the question itself or the call before it tells."""
    if one.part is not Part.ASKS or (one.name and one.organisation):
        return one
    called = calls(texts[at - 1]) if at and told[at - 1].part is not Part.ASKS else None
    for said in filter(None, (introduces_self(texts[at]), called)):
        if said.name and answerers & set(_last_names(said.name)):
            continue
        if one.name and said.name and not set(one.name.casefold().split()) & set(said.name.casefold().split()):
            continue
        if one.name and not said.name and said is called:
            continue
        one = replace(one, name=one.name or said.name, organisation=one.organisation or said.outlet)
    return one
