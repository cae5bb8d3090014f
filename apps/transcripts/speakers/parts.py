"""Who asks, who answers, who moderates: told for each person from all of their turns together."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..labels.grammar import OFFICES
from ..labels.outlets import is_outlet
from ..labels.who import plain
from ..phrases import ASKING, HANDOVER
from .calls import calls
from .identity import Identity, Part
from .introductions import introduces_self
from .names import surname
from .people import Person

LONG_SPEECH = 120
"""Words in one turn that nobody needs to ask a question."""
SHORT_CALL = 80
"""Characters of a turn that does no more than call somebody by name."""
SHORT_HANDOVER = 60
"""Words a turn on average: who always hands over in so few only moderates."""
LONG_CALL = 30
"""Words in one turn that nobody needs to call the next asker."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One turn as this room sees it: who, under which label (as printed), with an office or title or not, what."""

    who: Identity
    label: str
    titled: bool
    text: str

    @property
    def key(self) -> str:
        """The same for all turns of one person, as far as that can be told."""
        return (self.who.name or self.label).casefold()


@dataclass(slots=True)
class _Record:
    """What all turns of one person come to."""

    turns: int = 0
    words: int = 0
    longest: int = 0
    asking: int = 0
    handing: int = 0
    reporter: bool = False
    named: bool = False
    titled: bool = False


def tell_parts(speeches: Sequence[Speech], people: Sequence[Person]) -> list[Part]:
    """The part that each turn's speaker has in the conference."""
    records = _records(speeches)
    known = {surname(person.name) for person in people}
    most = max((record.words for record in records.values()), default=0)
    parts = {key: _part(record, most, bool(key) and surname(key) in known) for key, record in records.items()}
    return [speech.who.part or parts[speech.key] for speech in speeches]


def _records(speeches: Sequence[Speech]) -> dict[str, _Record]:
    records: dict[str, _Record] = defaultdict(_Record)
    for at, speech in enumerate(speeches):
        if speech.who.part:
            continue
        before = speeches[at - 1].text if at else ""
        following = speeches[at + 1].who if at + 1 < len(speeches) else None
        record = records[speech.key]
        words = speech.text.count(" ") + 1
        record.turns += 1
        record.words += words
        record.longest = max(record.longest, words)
        record.titled |= speech.titled
        record.named |= speech.who.name is not None
        record.asking += _asks(speech, before)
        asks_at_length = "?" in speech.text and words > LONG_CALL
        record.handing += not asks_at_length and words <= 2 * LONG_SPEECH and hands_over(speech.text, following)
        record.reporter = record.reporter or _is_reporter(speech, before)
    return records


def _asks(speech: Speech, before: str) -> bool:
    """A question mark near the end, a phrase of asking, or a first name that was just called."""
    called = " " not in speech.label and not speech.titled and speech.label in before[-60:]
    return "?" in speech.text[-400:] or ASKING.search(speech.text[:400]) is not None or called


def _is_reporter(speech: Speech, before: str) -> bool:
    """The label prints an outlet, the turn begins with one, or the turn before calls the name with one."""
    who = speech.who
    if who.role or not who.name:
        return False
    if who.organisation and (is_outlet(who.organisation) or _asks(speech, before)):
        return True
    own = set(who.name.split())
    told, called = introduces_self(speech.text), calls(before)
    if told and told.outlet and (told.name is None or own & set(told.name.split())):
        return True
    return bool(called and called.outlet and called.name and own & set(called.name.split()))


def hands_over(text: str, following: Identity | None) -> bool:
    """Gives the floor: a phrase of that trade, or the next speaker's name or office at the end."""
    if HANDOVER.search(text[:200]) or HANDOVER.search(text[-300:]):
        return True
    first_name = following.name.split()[0] if following and following.name else None
    if first_name and len(text) <= SHORT_CALL and re.search(rf"\b{re.escape(first_name)}\b", text):
        return True
    last = [plain(word) for word in text[-80:].rstrip(" .?!").split()[-3:]]
    if following is None or not last:
        return False
    if following.name and last[-1] in (surname(following.name), following.name.casefold().split()[0]):
        return True
    return bool(following.role) and any(" ".join(last[at:]) in OFFICES for at in range(len(last)))


def _part(record: _Record, most: int, in_header: bool) -> Part:
    mostly_hands = record.handing * 2 >= record.turns
    leads = record.words * 2 >= most
    if record.reporter and not record.titled:
        return Part.MODERATES if mostly_hands and not record.asking else Part.ASKS
    if _moderates(record, most, mostly_hands and (not leads or record.turns == 1)):
        return Part.MODERATES
    if record.titled or in_header or leads:
        return Part.ANSWERS
    nameless = not record.named and record.longest < 2 * LONG_SPEECH
    asks = record.asking * 2 >= record.turns and record.longest < 3 * LONG_SPEECH
    return Part.ASKS if nameless or asks else Part.ANSWERS


def _moderates(record: _Record, most: int, mostly: bool) -> bool:
    """Whether somebody is there to give the floor: always and in few words, or mostly and in fewer than others."""
    if record.turns > 1 and record.handing == record.turns and record.words < SHORT_HANDOVER * record.turns:
        return True
    nearly_always = record.turns > 1 and record.handing * 3 >= record.turns * 2 and not record.asking
    return record.words < most and record.words < LONG_SPEECH * record.turns and (nearly_always or mostly)
