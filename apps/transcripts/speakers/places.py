"""Rooms that a link joins to the conference: ``PRETORIA:`` is a place where whoever speaks there says another name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..header.towns import TOWNS
from ..labels import Label
from .identity import Identity, Part
from .introductions import introduces_self

_ROOM = re.compile(r" (?:studio|bureau|office|room|newsroom|press room|press centre|press center)$")


def without_places(printed: Sequence[Identity], labels: Sequence[Label | None], texts: Sequence[str]) -> list[Identity]:
    """The identities, a town's among them without a name: somebody with an outlet asks from there."""
    towns = [label is not None and label.is_bare and _ROOM.sub("", label.key) in TOWNS for label in labels]
    if not any(towns):
        return list(printed)
    linked = {
        label.key
        for label, town, text in zip(labels, towns, texts, strict=True)
        if label and town and (said := introduces_self(text)) and said.outlet and _is_another(said.name, label.key)
    }
    return [
        replace(one, name=None, part=Part.ASKS) if label and label.is_bare and label.key in linked else one
        for one, label in zip(printed, labels, strict=True)
    ]


def _is_another(name: str | None, town: str) -> bool:
    return name is not None and " " in name and town not in name.casefold().split()
