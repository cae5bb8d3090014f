"""Who asks, who answers, who moderates: told for each person from all of their turns together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..labels.outlets import is_outlet
from ..phrases import ASKING, CLOSES, GRANTS, GREETS, HANDOVER, only_thanks
from .calls import REACH, calls
from .hand_over import hands_over
from .identity import Identity, Part
from .introductions import introduces_self, may_introduce
from .names import may_be_one, surname
from .people import Person
from .spoken import sentences

LONG_SPEECH = 120
"""Words in one turn that nobody needs to ask a question."""
SHORT_HANDOVER = 60
"""Words a turn on average: who always hands over in so few only moderates."""
GRANT_REACH = 90
"""Characters at the end of a turn in which the next speaker is given the floor."""
GUEST_SPEECH = 40
"""Words in one turn in which a reporter would have asked something."""
HOST_SHARE = 3
"""Whoever answers says at least so many times more than the host."""
_CALLED_AGAIN = re.compile(r"(?<=[.!…] )(?P<name>[^\W\d_][\w’'-]+)\?$")
LONGEST_GREETING = 4
"""Words of whoever opens the conference by a greeting and nothing else."""
LONG_CALL = 30
"""Words in one turn that nobody needs to call the next asker."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One turn as this room sees it: who, under which label (as printed), with an office or title or not, what.

    ``named`` says that the label stands for one person, be it by initials that nobody explains.
    """

    who: Identity
    label: str
    titled: bool
    named: bool
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
    replying: int = 0
    first: int = 0
    closes: bool = False
    granted: bool = False
    introduced: bool = False
    reporter: bool = False
    called: bool = False
    named: bool = False
    titles: int = 0
    holds: bool = False

    @property
    def titled(self) -> bool:
        """Whether an office or an honorific stands in at least half of the labels."""
        return 0 < self.turns <= self.titles * 2


def tell_parts(speeches: Sequence[Speech], people: Sequence[Person]) -> list[Part]:
    """The part that each turn's speaker has in the conference."""
    records = _records(speeches)
    known = _by_surname(people)
    most = max((record.words for record in records.values()), default=0)
    asked_from = _first_question(speeches, records.values(), most)
    parts = {
        key: _part(record, most, any(may_be_one(key, name) for name in known.get(surname(key), ())), asked_from)
        for key, record in records.items()
    }
    parts |= {speech.key: Part.ANSWERS for speech in speeches if speech.who.name and speech.who.part is Part.ANSWERS}
    several = records[""].turns > 1 if "" in records else False
    return [
        speech.who.part or (parts[speech.key] if speech.key or not several else _part_of_nobody(speech, following))
        for speech, following in zip_longest(speeches, speeches[1:])
    ]


def _by_surname(people: Iterable[Person]) -> dict[str, list[str]]:
    """The names of people by their surnames."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        found[surname(person.name)].append(person.name)
    return found


def _part_of_nobody(speech: Speech, following: Speech | None) -> Part:
    """The part in one of several turns that bear no name at all, ``>>`` alone: each may be another's."""
    if not following or hands_over(speech.text, following.who):
        return Part.MODERATES if len(speech.text.split()) <= LONG_CALL else Part.ANSWERS
    short = len(speech.text.split()) < LONG_SPEECH
    return Part.ASKS if short and "?" in speech.text[-LONG_SPEECH:] else Part.ANSWERS


def _records(speeches: Sequence[Speech]) -> dict[str, _Record]:
    records: dict[str, _Record] = defaultdict(_Record)
    for at, speech in enumerate(speeches):
        if speech.who.part:
            continue
        before = speeches[at - 1].text if at else ""
        following = speeches[at + 1].who if at + 1 < len(speeches) else None
        record = records[speech.key]
        record.first = at if not record.turns else record.first
        closes = following is None and CLOSES.stand_in(speech.text)
        record.closes |= closes
        granted = GRANTS.stand_in(before[-GRANT_REACH:])
        record.granted |= granted and "?" not in speech.text
        words = speech.text.count(" ") + 1
        record.turns += 1
        record.words += words
        record.longest = max(record.longest, words)
        record.titles += speech.titled
        record.holds |= speech.who.role is not None
        record.named |= speech.named
        asked = at > 0 and (speeches[at - 1].who.part is Part.ASKS or before.rstrip()[-1:] == "?")
        record.replying += asked and _replies(speech.text)
        record.asking += _asks(speech, before, granted)
        asks_at_length = "?" in speech.text and words > LONG_CALL
        record.handing += (
            not asks_at_length
            and words <= 2 * LONG_SPEECH
            and (
                closes
                or (at == 0 and _only_greets(speech.text, following))
                or hands_over(speech.text, following)
                or _calls_asker(speech.text, words, following)
            )
        )
        tells_outlet = _tells_outlet(speech)
        hosted = at > 0 and speeches[at - 1].who.part is Part.MODERATES
        record.called |= hosted and _is_named(speech.who, before[-REACH:])
        record.reporter = record.reporter or _is_reporter(speech, before, granted, tells_outlet)
        record.introduced |= tells_outlet
    return records


def _asks(speech: Speech, before: str, granted: bool) -> bool:
    """A question mark near the end, a phrase of asking, or a first name that was just called."""
    called = not granted and " " not in speech.label and not speech.titled and speech.label in before[-60:]
    return "?" in _without_call(speech.text) or called or ASKING.stand_in(speech.text[:400])


def _replies(text: str) -> bool:
    """Whether something is said before the floor is given: ``The ice. Lars, would you like to add anything?``"""
    first, *rest = sentences(text[:300])[:2] or [""]
    return bool(rest) and not (HANDOVER.stand_in(first) or only_thanks(first) or calls(first) or GREETS.match(first))


def _only_greets(text: str, following: Identity | None) -> bool:
    greets = text.count(" ") < LONGEST_GREETING and GREETS.match(text) is not None
    return greets and following is not None and following.part is not Part.ASKS


def _without_call(text: str) -> str:
    """The end of a turn, without the name that is called there: ``Next is Jo Lind. Jo?``"""
    end = text[-400:]
    m = _CALLED_AGAIN.search(end)
    return end[: m.start()] if m and m["name"] in text[: -len(m[0])] else end


def _is_reporter(speech: Speech, before: str, granted: bool, tells_outlet: bool) -> bool:
    """The label prints an outlet, the turn begins with one, or the turn before calls the name with one."""
    who = speech.who
    if who.role:
        return False
    if not who.name:
        told = introduces_self(speech.text) if "?" in speech.text else None
        return told is not None and told.outlet is not None
    if who.organisation and (is_outlet(who.organisation) or _asks(speech, before, granted)):
        return True
    if tells_outlet:
        return True
    own = set(who.name.split())
    called = calls(before) if any(word in before[-REACH:] for word in own) else None
    return bool(called and called.outlet and called.name and own & set(called.name.split()))


def _is_named(who: Identity, text: str) -> bool:
    return who.name is not None and " " in who.name and who.name in text


def _tells_outlet(speech: Speech) -> bool:
    """The label prints a known outlet, or the speech tells one after the speaker's own name."""
    who = speech.who
    if who.organisation and is_outlet(who.organisation):
        return True
    told = introduces_self(speech.text) if who.name and may_introduce(who.name, speech.text) else None
    if not who.name or not told or not told.outlet:
        return False
    return told.name is None or may_be_one(who.name, told.name)


def _calls_asker(text: str, words: int, following: Identity | None) -> bool:
    """Whether a short turn calls whoever asks next: ``Thanks.  And now Jo Lind, Daily Post.``"""
    return following is not None and following.part is Part.ASKS and words <= LONG_CALL and calls(text) is not None


def _part(record: _Record, most: int, in_header: bool, asked_from: int) -> Part:
    replies = in_header and record.titled and record.replying * 2 >= record.turns
    if not replies and _hosts(record, most):
        return Part.MODERATES
    if replies or _was_granted(record) or (record.first < asked_from and _is_guest(record)):
        return Part.ANSWERS
    mostly_hands = record.handing * 2 >= record.turns
    leads = record.words * 2 >= most
    asking = not record.holds and record.asking * 2 >= record.turns
    called = record.called and asking and not in_header and record.longest < LONG_SPEECH
    if called or (record.reporter and (not record.titled or asking)):
        return Part.MODERATES if mostly_hands and not record.asking else Part.ASKS
    if _moderates(record, most, mostly_hands and (not leads or record.turns == 1)):
        return Part.MODERATES
    briefly = asking and not record.granted and record.words < most and record.longest < 2 * LONG_CALL
    if record.titled or in_header or (leads and not briefly):
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


def _hosts(record: _Record, most: int) -> bool:
    """Opens and closes the conference, and says nothing of substance in between."""
    if record.first or not record.closes or record.turns == 1:
        return False
    brief = record.longest < LONG_SPEECH and record.words < SHORT_HANDOVER * record.turns
    nearly_always = record.handing * 3 >= record.turns * 2 and not record.asking
    return (record.longest < SHORT_HANDOVER and (record.words < most or nearly_always)) or (
        brief and record.words * HOST_SHARE < most
    )


def _first_question(speeches: Sequence[Speech], records: Iterable[_Record], most: int) -> int:
    """Where the questions begin: the first turn of a nameless asker, or of somebody who mostly asks."""
    asks = [at for at, speech in enumerate(speeches) if speech.who.part is Part.ASKS]
    asks += [
        record.first
        for record in records
        if record.asking * 2 >= record.turns and record.words * 2 < most and not record.titled and not record.granted
    ]
    return min(asks, default=0)


def _was_granted(record: _Record) -> bool:
    """Has been given the floor as those on the stage are, and does not mostly ask."""
    return record.granted and not record.handing and record.asking * 2 < record.turns


def _is_guest(record: _Record) -> bool:
    """Has spoken at some length and never asked anything, nor told an outlet."""
    silent = not record.asking and not record.handing and not record.introduced
    return silent and record.longest >= GUEST_SPEECH
