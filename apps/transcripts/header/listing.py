"""Topics that the document itself lists: bullets under a key such as ``Weapon Program:``."""

import re
from collections.abc import Sequence

from ..lines import Line
from . import words
from .marks import Mark

_SEVERAL = frozenset("topics themen temas thèmes sujets subjects temi argomenti onderwerpen key keywords".split())
"""Keys that announce more than one topic, which commas may part."""


_INLINE = re.compile(r"(?:^|\s+)[•▪◦●‣·](?:\s+|$)")
"""Bullets that stand on the line of their key: ``Key: • Harbour • Ferry``."""


def read_topics(lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[str, ...]:
    """The items under every key line of the header, in order."""
    topics: list[str] = []
    under_key = False
    for line, one in zip(lines, marks, strict=False):
        if one is Mark.KEY:
            m = words.KEY.match(line.text.strip("*_# "))
            if m and _INLINE.match(m["value"]) and not words.SPEAKERS_KEY.match(m[0]):
                topics += [" ".join(item.split()) for item in _INLINE.split(m["value"]) if item.strip()]
            elif m and m["value"] and words.TOPICS_KEY.match(m[0]):
                parts = "," if ";" not in m["value"] and m["key"].casefold() in _SEVERAL else ";"
                topics += [" ".join(item.split()) for item in m["value"].rstrip(". ").split(parts) if item.strip()]
            under_key = m is not None and not m["value"] and not words.SPEAKERS_KEY.match(m[0])
        elif one is Mark.BULLET and under_key:
            item = words.BULLET.match(line.text)
            if item and item["item"]:
                topics.append(" ".join(item["item"].split()))
        elif one is not Mark.BLANK:
            under_key = False
    return tuple(topics)
