"""The speakers room: who is behind each label, as far as this document tells.

Door: ``identify``.  In: the turns in the making with their labels, the speech of each, and the header.  Out: an
``Identity`` for each (name, organisation, role, and the part it has in the conference), and ``LeftOpen``: whom a label
could mean, and who was called where nobody could be chosen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..header import Header
from ..labels import Label
from ..language import detect
from ..turns import Block
from .asking import name_askers, unchosen
from .given_names import in_brackets, with_bracketed_names
from .identity import Identity, Part, brackets_hold_outlets, from_label, with_given_name
from .initials import with_full_names, with_surnames
from .merging import People, full_names, merge, names_of
from .names import accented, may_be_one, respelled
from .namesakes import left_as_printed, with_namesakes
from .office_letters import with_offices
from .parts import Speech, tell_parts
from .people import Person, named_in, unnamed_in, with_others
from .places import without_places
from .presented import name_answers, presented
from .ranks import by_rank
from .short_forms import ShortForms, by_surname, is_short_form, names_in, spelled_out, without_short_title

__all__ = ["Identity", "LeftOpen", "Part", "identify"]


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What the document does not decide."""

    by_label: Mapping[str, Sequence[str]]
    """For the key of a label that several people fit, these."""
    by_turn: Mapping[int, Sequence[str]]
    """For the index of a question before which several were called, these."""


def identify(
    blocks: Sequence[Block], texts: Sequence[str], header: Header, beside: str = ""
) -> tuple[list[Identity], LeftOpen]:
    """One identity for each block, given the speech of each; and what was left open.

    ``beside`` is what is nobody's speech: a footer may spell out a name.
    """
    people = with_others(named_in(header.names_text), header.hosts + header.cast)
    speech = "\n".join(texts)
    spanish = detect(speech) == "es"
    labels = [with_given_name(block.label, spanish) if block.label else None for block in blocks]
    labels = with_offices(with_bracketed_names(labels, speech), people)
    outlets = brackets_hold_outlets(labels)
    printed = [from_label(label, outlets) if label else _principal(people) for label in labels]
    printed = _with_accents(without_places(printed, labels, texts), labels, header)
    printed = _without_short_titles(_without_short_forms(printed, labels, people, header, texts), header, people)
    printed = by_rank(printed, labels, people, ("\n".join(header.names_text), _printed(labels), speech))
    printed = with_surnames(printed, header.names_text)
    printed, unclear = with_full_names(printed, people, "\n".join(header.names_text))
    namesakes = in_brackets(labels)
    others = [
        one
        for one, namesake in zip(printed, namesakes, strict=True)
        if not namesake and (one.name or "").casefold() not in unclear
    ]
    names = full_names(others, people, "\n".join(header.names_text), f"{speech}\n{beside}")
    names = with_namesakes(names, people, header.names_text, printed, labels)
    left = left_as_printed(printed, labels, people)
    known = People(people)
    known.add_holders(printed)
    known.add_unnamed(unnamed_in(header.names_text))
    known.add_presented(presented(printed, texts))
    merged = [
        one if one.part or stays else merge(one, names, known, label.honorific if label else None)
        for one, label, stays in zip(printed, labels, left, strict=True)
    ]
    hosts = () if _only_hosts_answer(merged, header.hosts) else header.hosts
    speaking = any(one.name and may_be_one(one.name, host) for one in merged for host in hosts)
    merged = [_as_host(one, label, hosts, speaking) for one, label in zip(merged, labels, strict=True)]
    parts = tell_parts(
        [
            Speech(
                one,
                label.printed if label else "",
                bool(one.role or (label and label.honorific)),
                bool(one.name or (label and label.name)),
                text,
            )
            for one, label, text in zip(merged, labels, texts, strict=True)
        ],
        people,
    )
    told = [Identity(one.name, one.organisation, one.role, part) for one, part in zip(merged, parts, strict=True)]
    told = name_answers(told, labels, [one for one in people if one.name not in header.hosts], texts)
    identities = name_askers(told, labels, texts)
    by_label = _left_open(blocks, merged, left, names | unclear, known)
    return identities, LeftOpen(by_label, unchosen(identities, texts))


def _with_accents(printed: Sequence[Identity], labels: Sequence[Label | None], header: Header) -> list[Identity]:
    """The identities, those whose label is in capitals spelled as in the header: ``LOFGREN`` and ``Löfgren``."""
    words = accented(header.names_text)
    if not words:
        return list(printed)
    return [
        replace(one, name=respelled(one.name, words)) if one.name and label and label.printed.isupper() else one
        for one, label in zip(printed, labels, strict=True)
    ]


def _without_short_forms(
    printed: Sequence[Identity],
    labels: Sequence[Label | None],
    people: Sequence[Person],
    header: Header,
    texts: Sequence[str],
) -> list[Identity]:
    """The identities, those whose label is initials or an abbreviated office under the name these stand for."""
    spelled = spelled_out((*header.names_text, *texts))
    short = [label is not None and is_short_form(label, spelled) for label in labels]
    if not any(short):
        return list(printed)
    named = [one for one, letters in zip(printed, short, strict=True) if not letters]
    forms = ShortForms(header.names_text, named, people, labels)
    return [
        forms.resolve(one, label) if label and letters else one
        for one, label, letters in zip(printed, labels, short, strict=True)
    ]


def _printed(labels: Sequence[Label | None]) -> str:
    """The labels themselves, a line each: one may spell out what another cuts short."""
    return "\n".join(dict.fromkeys(label.printed for label in labels if label))


def _without_short_titles(printed: Sequence[Identity], header: Header, people: Sequence[Person]) -> list[Identity]:
    """The identities, an unknown short title before a surname taken for a role."""
    named = [*names_in(header.names_text), *(person.name for person in people)]
    full = by_surname([*named, *(one.name for one in printed if one.name and " " in one.name)])
    taken = [without_short_title(one.name, full) if one.name and not one.part else None for one in printed]
    return [
        replace(one, name=two[1], role=one.role or two[0]) if two else one
        for one, two in zip(printed, taken, strict=True)
    ]


def _left_open(
    blocks: Sequence[Block],
    merged: Sequence[Identity],
    as_printed: Sequence[bool],
    names: dict[str, tuple[str, ...]],
    known: People,
) -> dict[str, tuple[str, ...]]:
    """For each label (its key) that could be several people, by surname or by office, the people whom it fits."""
    left: dict[str, tuple[str, ...]] = {}
    for block, one, stays in zip(blocks, merged, as_printed, strict=True):
        if not block.label or one.part or (one.name and " " in one.name and not names_of(one.name, names)):
            continue
        if one.name:
            holders = names_of(one.name, names) or tuple(person.name for person in known.like(one.name) if stays)
            holders += (f"another {one.name}",) if stays and len(holders) == 1 else ()
        else:
            holders = tuple(dict.fromkeys(person.name for person in known.holders(one.role or "")))
        if len(holders) > 1 and f"{one.role} {one.name}" not in holders:
            left[block.label.key] = holders
    return left


def _only_hosts_answer(merged: Sequence[Identity], hosts: Sequence[str]) -> bool:
    """Whether nobody but a host could answer: then ``MODERATOR: Ana Ruiz`` gave her the floor."""
    answering = [one for one in merged if one.part not in (Part.ASKS, Part.MODERATES)]
    own = (one.name and any(may_be_one(one.name, host) for host in hosts) for one in answering)
    return bool(answering) and all(own)


def _as_host(one: Identity, label: Label | None, hosts: Sequence[str], speaking: bool) -> Identity:
    """Whoever the header says moderates does; ``Moderator`` alone is the only one of whom it says so.

    Where a host is ``speaking`` under a name, a nameless moderator may be somebody else.
    """
    if (
        one.part is Part.MODERATES
        and not one.name
        and label
        and label.key not in _SERVES
        and len(hosts) == 1
        and not speaking
    ):
        return replace(one, name=hosts[0])
    own = one.name and not one.part and any(may_be_one(one.name, host) for host in hosts)
    return replace(one, part=Part.MODERATES) if own else one


_SERVES = frozenset("operator staff aide announcer".split())
"""They give the floor beside whoever moderates."""


def _principal(people: Sequence[Person]) -> Identity:
    """Who speaks where no label says so: the first person whom the header gives an office."""
    speaker = next((person for person in people if person.may_speak), None)
    return Identity(speaker.name, None, speaker.role) if speaker else Identity()
