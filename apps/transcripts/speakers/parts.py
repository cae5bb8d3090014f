"""Who asks, who answers, who moderates: told for each person from all of their turns together."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..labels.grammar import OFFICES
from ..labels.who import plain
from .identity import Identity, Part
from .introductions import calls, introduces_self
from .names import surname
from .people import Person

HANDOVER = re.compile(
    r"\b(?:next question|last question|first question|final question|question (?:is |will |comes |goes )*(?:from|to)|go ahead|over to"
    r"|(?:take|taking|have|time for|for|ready for) (?:your |some |a few |any |more |one |two |a couple (?:of )?)*questions|the floor"
    r"|microphone|raise your hand|(?:let['’]s|we['’]ll|we will|i['’]ll) (?:go|start|turn|begin|take)|proceed to"
    r"|(?:ends?|concludes?|close|end of|conclusion of) (?:the|this|our|today['’]s)? ?(?:press|news|briefing|conference|q&a|call)"
    r"|welcome to (?:the|this|our|today)|(?:opening|introductory) (?:statement|remarks)|identify yourself"
    r"|one more question"
    r"|primera pregunta|siguiente pregunta|última pregunta|tiene la palabra|adelante|question suivante"
    r"|dernière question|nächste frage"
    r"|letzte frage|pleasure to (?:introduce|welcome)|vous avez la parole)\b",
    re.I,
)
ASKS = re.compile(
    r"(?:taking|take) (?:my|our|the|this) questions?|my (?:first |second )?question"
    r"|(?:wanted|want|like) to (?:ask|follow|go back)"
    r"|wondering (?:if|whether|what|how)|follow(?:ing)?[ -]up|quisiera preguntar|mi pregunta|ma question|meine frage",
    re.I,
)
LONG_SPEECH = 120
"""Words in one turn that nobody needs to ask a question."""


@dataclass(slots=True)
class _Record:
    """What all turns of one person come to."""

    turns: int = 0
    words: int = 0
    longest: int = 0
    asking: int = 0
    handing: int = 0
    named_as_reporter: bool = False
    titled: bool = False
    first: int = 0


def tell_parts(
    identities: Sequence[Identity], texts: Sequence[str], honorifics: Sequence[bool], people: Sequence[Person]
) -> list[Part]:
    """The part that each turn's speaker has in the conference."""
    records = _records(identities, texts, honorifics)
    known = {surname(person.name) for person in people}
    most = max((record.words for record in records.values()), default=0)
    by_person = {
        key: _part(key, record, most, key.split()[-1] in known if key else False) for key, record in records.items()
    }
    return [one.part or by_person[_key(one)] for one in identities]


def _key(one: Identity) -> str:
    return (one.name or one.role or "").casefold()


def _records(identities: Sequence[Identity], texts: Sequence[str], honorifics: Sequence[bool]) -> dict[str, _Record]:
    records: dict[str, _Record] = defaultdict(_Record)
    for at, (one, text) in enumerate(zip(identities, texts, strict=True)):
        if one.part:
            continue
        record = records[_key(one)]
        words = text.count(" ") + 1
        record.first = record.first or at + 1
        record.turns += 1
        record.words += words
        record.longest = max(record.longest, words)
        record.titled |= bool(one.role) or honorifics[at]
        record.asking += "?" in text[-400:] or ASKS.search(text[:400]) is not None
        record.handing += _hands_over(text, words, identities[at + 1] if at + 1 < len(identities) else None)
        record.named_as_reporter |= bool(one.organisation and not one.role)
        if not one.role and one.name and not record.named_as_reporter:
            record.named_as_reporter = _is_reporter(one.name, text, texts[at - 1] if at else "")
    return records


def _is_reporter(name: str, text: str, before: str) -> bool:
    """Says so, or is called with an outlet."""
    told = introduces_self(text)
    if told and told.outlet and (told.name is None or set(told.name.split()) & set(name.split())):
        return True
    called = calls(before)
    return bool(called and called.outlet and called.name and set(called.name.split()) & set(name.split()))


def _hands_over(text: str, words: int, following: Identity | None) -> bool:
    """Gives the floor to somebody: a phrase of that trade, or the next speaker's name or office at the end."""
    if words > LONG_SPEECH * 2:
        return False
    if HANDOVER.search(text[:200]) or HANDOVER.search(text[-300:]):
        return True
    last = [plain(word) for word in text[-80:].rstrip(" .?!").split()[-3:]]
    if following is None or not last:
        return False
    if following.name and (surname(following.name) == last[-1] or following.name.casefold().split()[0] == last[-1]):
        return True
    return bool(following.role) and any(" ".join(last[at:]) in OFFICES for at in range(len(last)))


def _part(key: str, record: _Record, most: int, in_header: bool) -> Part:
    if not key or record.named_as_reporter and not record.titled:
        return (
            Part.ANSWERS
            if not key
            else Part.ASKS
            if record.handing * 2 <= record.turns or record.asking
            else Part.MODERATES
        )
    leads = record.words * 2 >= most
    mean = record.words / record.turns
    if (
        record.handing * 2 >= record.turns
        and mean < LONG_SPEECH
        and record.words < most
        and not (leads and record.turns > 1)
    ):
        return Part.MODERATES
    if record.titled or in_header or leads:
        return Part.ANSWERS
    if record.asking * 2 >= record.turns and record.longest < 3 * LONG_SPEECH:
        return Part.ASKS
    return Part.ANSWERS
