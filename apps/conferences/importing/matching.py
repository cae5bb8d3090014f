"""Which conference of its source is this transcript?"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from apps.conferences.importing.alignment import normalise
from apps.conferences.importing.claims import Claims
from apps.conferences.importing.files import File
from apps.conferences.importing.slugs import first_free, plain_slug
from apps.conferences.models import Conference, Source, Turn
from apps.conferences.models.decided import plain
from apps.transcripts import Note, Transcript

Beside = frozenset[tuple[str, str]]
"""Source and name of all files that are imported together."""

SAME_FROM = 0.5
NEARLY_ALL = 0.9
"""On another day, or where only the end of the name is the same: statements made from one template share over half."""
RUN = 4
FEW_RUNS = 20
"""A greeting stands in every conference, so a text as short as that must make up the other one too."""
LONG_RUNS = 60
SAME_ANYWHERE_FROM = 0.98
"""Banks say nearly the same each month, on another day under another title: those stay two, with a note."""
LIKE_FROM = 0.7
TELLING = 3
TELLING_WORDS = 12


class Match(NamedTuple):
    """The conference that a file is another version of, if any; else a note if it is much like one."""

    conference: Conference | None
    notes: tuple[Note, ...] = ()


def find_conference(file: File, transcript: Transcript, beside: Beside, claims: Claims) -> Match:
    """The conference that this is another version of, or None if it is a new one.

    Name or day and title make it a candidate; that half of the shorter speech is in the other makes
    it the same.  So two statements of one day and title stay two, however the files are called.  On another day
    nearly all of it must be, and if name or title is another too, the whole speech.  Two files
    that lie ``beside`` each other are never versions of one, or each run would undo the other; so what an earlier
    file of the import stands for, as ``claims`` has it, is no candidate.
    """
    key = base_key(file, transcript)
    of_source = Conference.objects.of_source(file.source)
    words_of = Turn.objects.saying(telling(transcript)).filter(conference__in=of_source.values("pk"))
    ids = set(words_of.order_by().values_list("conference", flat=True))
    named: dict[int, Conference] = {}
    unlike: dict[int, Conference] = {}
    for conference in of_source.perhaps(key, transcript.date, file.name, ids):
        away = (file.source, conference.file_name) not in beside
        if conference in claims:
            continue
        is_called_so = key in roots(conference.key) or (conference.pk in ids and _is_called_alike(conference, file))
        if conference.file_name == file.name or (is_called_so and away):
            named[conference.pk] = conference
        elif conference.pk in ids and away:
            unlike[conference.pk] = conference
    if not (named or unlike):
        return Match(None, _of_another_source(file, transcript))
    speeches = defaultdict(list)
    for turn in Turn.objects.standing().filter(conference__in=[*named, *unlike]):
        speeches[turn.conference_id].append(turn.printed_text)
    new = " ".join(turn.text for turn in transcript.turns) or transcript.text
    shared = {pk: overlap(" ".join(speeches[pk]) or one.source_text, new) for pk, one in named.items()}
    same = [one for pk, one in named.items() if shared[pk] >= _same_from(one, file, transcript)]
    if same:
        return Match(max(same, key=lambda one: (_is_called_alike(one, file), shared[one.pk])))
    alike = [one for pk, one in named.items() if shared[pk] >= SAME_FROM]
    if alike:
        return Match(None, (_looks_like(max(alike, key=lambda one: shared[one.pk])),))
    return _by_words(unlike, {pk: common(" ".join(speeches[pk]), new) for pk in unlike}, transcript)


def _of_another_source(file: File, transcript: Transcript) -> tuple[Note, ...]:
    """A note that names the conference of another source that says the same, as a file in a new folder does."""
    words = Turn.objects.standing().saying(telling(transcript))
    ids = words.exclude(conference__in=Conference.objects.of_source(file.source).values("pk")).order_by()
    speeches = defaultdict(list)
    for turn in Turn.objects.standing().filter(conference__in=ids.values("conference")):
        speeches[turn.conference_id].append(turn.printed_text)
    new = " ".join(turn.text for turn in transcript.turns)
    shared = {pk: common(" ".join(speech), new) for pk, speech in speeches.items()}
    pk = max(shared, key=lambda pk: (shared[pk], -pk), default=0)
    if not pk or shared[pk] < LIKE_FROM:
        return ()
    like = Conference.objects.select_related("source").get(pk=pk)
    message = (
        f"It says much the same as “{like.title}” of the source “{like.source.name}”; it is imported as a new one"
        f" of “{file.source}”."
    )
    return (Note(1, "", message),)


def _same_from(conference: Conference, file: File, transcript: Transcript) -> float:
    """More where the day is another one, or only the end of the name is the same: a series is called so every week."""
    by_name = conference.file_name == file.name or base_key(file, transcript) in roots(conference.key)
    return SAME_FROM if by_name and not _is_of_another_day(conference, transcript) else NEARLY_ALL


def _is_of_another_day(conference: Conference, transcript: Transcript) -> bool:
    """Than the source printed before, if it did, and than a person made of it."""
    printed = _printed(conference, "event_date")
    return bool(transcript.date and printed) and plain(transcript.date) not in {printed, plain(conference.event_date)}


def _printed(conference: Conference, field: str) -> object:
    """What the source says there, whatever people made of it."""
    return conference.source_values.get(field, plain(getattr(conference, field)))


def _by_words(found: dict[int, Conference], shared: dict[int, float], transcript: Transcript) -> Match:
    """The whole speech under another name is the same, but for a series, which has its title again on another day."""
    if not found:
        return Match(None)
    pk = max(sorted(found), key=lambda pk: shared[pk])
    is_series = _printed(found[pk], "title") == transcript.title and _is_of_another_day(found[pk], transcript)
    if shared[pk] >= SAME_ANYWHERE_FROM and not is_series:
        return Match(found[pk])
    return Match(None, (_looks_like(found[pk]),) if shared[pk] >= LIKE_FROM else ())


def _looks_like(conference: Conference) -> Note:
    day = f" of {conference.event_date:%-d %B %Y}" if conference.event_date else ""
    message = f"It looks like “{conference.title}”{day}, under another name, title or day; it is imported as a new one."
    return Note(1, "", message)


def telling(transcript: Transcript) -> list[str]:
    """The longest turns, by which a speech is found again whatever it is called; none if all are short."""
    long = [turn.text for turn in transcript.turns if turn.text.count(" ") >= TELLING_WORDS]
    return sorted(long, key=len, reverse=True)[:TELLING]


def base_key(file: File, transcript: Transcript) -> str:
    """What tells a conference from others of its source: day and title, or else the file's name."""
    title = plain_slug(transcript.title or "")
    if transcript.date and title:
        return f"{transcript.date.isoformat()}-{title}"
    return plain_slug(file.name.replace("/", "-").removesuffix(".txt")) or "transcript"


def roots(key: str) -> set[str]:
    """The key, and what it was before it got a number because that was taken."""
    return {key, re.sub(r"-\d+$", "", key)}


def new_key(source: Source, file: File, transcript: Transcript, beside: Iterable[str] = ()) -> str:
    """A key that no conference of the source has yet, nor one that is to be created ``beside`` it."""
    key = base_key(file, transcript)
    like_it = Conference.objects.filter(source=source, key__startswith=key)
    return first_free(key, {*like_it.values_list("key", flat=True), *beside})


def overlap(one: str, other: str) -> float:
    """How much of the shorter text is in the other, from 0 to 1, by runs of four words."""
    runs, others = sorted((_runs(one), _runs(other)), key=len)
    whole = runs if len(runs) >= FEW_RUNS else others
    return len(runs & others) / len(whole) if whole else 0.0


def common(one: str, other: str) -> float:
    """How much of the longer text is in the other, from 0 to 1, by runs of four words; of short texts nothing."""
    runs, others = _runs(one), _runs(other)
    return len(runs & others) / max(len(runs), len(others)) if min(len(runs), len(others)) >= LONG_RUNS else 0.0


def _is_called_alike(conference: Conference, file: File) -> bool:
    """Whether both names end alike: one file is ``nato/2019/01.txt`` or ``01.txt``, as the folder is named."""
    return _last_part(conference.file_name) == _last_part(file.name)


def _last_part(name: str) -> str:
    return name.rpartition("/")[-1]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", normalise(text))
    return {tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))} if words else set()
