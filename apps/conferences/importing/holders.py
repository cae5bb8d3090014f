"""Who of those that are called so is heard: told by outlet and office, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from apps.conferences.importing.namesakes import Heard
from apps.conferences.models import Conference, Speaker, Turn
from apps.transcripts import Kind

ASKS = Q(kind=Kind.QUESTION.value, organisation__isnull=False)
HOLDS_OFFICE = ~Q(kind=Kind.QUESTION.value) & ~Q(role="")
NEW_OFFICES = """
    SELECT n FROM unnest(%s::bigint[], %s::text[], %s::bigint[]) WITH ORDINALITY asked(speaker, office, source, n)
    WHERE (
        SELECT 1 FROM conferences_turn turn JOIN conferences_conference conference ON conference.id = turn.conference_id
        WHERE turn.speaker_id = asked.speaker AND turn.kind <> 'question' AND turn.role <> ''
        AND (turn.role = asked.office OR conference.source_id = asked.source)
        LIMIT 1
    ) IS NULL
"""
"""With its limit it looks no further than the first turn of each; as ``NOT EXISTS`` it reads all turns there are."""


@dataclass(slots=True, eq=False)
class Holder:
    """One who is called so: a row that stands, or one that is to be created.

    ``asks`` and ``has_office``: whether it is heard asking for an outlet, and in an office, as far as that was asked.
    ``is_known``: whether ``heard`` is all that it is heard with.  ``is_linked``: whether the conference that is
    brought up to date has turns of it, which stay.  ``is_merged``: whether an editor merged it with another of the
    name, so that its offices tell it from nobody.
    """

    row: Speaker
    heard: Heard
    asks: bool = False
    has_office: bool = False
    is_known: bool = False
    is_linked: bool = False
    is_merged: bool = False

    def is_somebody_else(self, one: Heard) -> bool:
        """Whether one of them is heard only as a reporter and the other only in an office, or both in other offices."""
        if self.is_linked:
            return False
        if one.is_reporter:
            return self.has_office and not self.asks
        if self.asks and not self.has_office:
            return one.is_official
        tells = one.is_official and self.is_known and not self.is_merged
        return tells and one.is_elsewhere_in_another_office(self.heard)

    def take(self, one: Heard) -> None:
        """It is them who are heard in a transcript: the next one of the batch is told by that as well."""
        self.asks |= bool(one.outlets)
        self.has_office |= bool(one.offices)
        self.heard.take(one)

    def is_same_as(self, other: "Holder") -> bool:
        """Whether both are one person, through merges."""
        person, another = (holder.row.survivor_id or holder.row.pk for holder in (self, other))
        return self.row is other.row or (person is not None and person == another)


def new_holder(one: Heard) -> Holder:
    return Holder(Speaker(name=" ".join(one.name.split())), Heard(one.name), is_known=True)


def choose(people: Sequence[Heard], holders: Sequence[Holder]) -> dict[Heard, Holder | None]:
    """The holder for each of those of one name in one conference.  Who is missing is new; None: nobody can say."""
    chosen: dict[Heard, Holder | None] = {}
    for one in people:
        sharing = [other for other in holders if other not in chosen.values() and one.shares(other.heard)]
        if sharing and all(other.is_same_as(sharing[0]) for other in sharing):
            chosen[one] = sharing[0]
    taken = [other for other in chosen.values() if other]
    free = {one: _free(one, holders, taken) for one in people if one not in chosen}
    wanted = [other for some in free.values() for other in some]
    for one, some in free.items():
        if len(some) == 1 and wanted.count(some[0]) == 1:
            chosen[one] = some[0]
        elif some and len(people) == 1:
            chosen[one] = None
    return chosen


def _free(one: Heard, holders: Sequence[Holder], taken: Sequence[Holder]) -> list[Holder]:
    """One holder for each person who is not taken and does not contradict."""
    free: list[Holder] = []
    for other in holders:
        if not other.is_somebody_else(one) and not any(other.is_same_as(known) for known in (*taken, *free)):
            free.append(other)
    return free


def learn_outlets(holders: Iterable[Holder]) -> None:
    """What each is heard with, in one query, to tell several of one name apart."""
    by_pk = {holder.row.pk: holder for holder in holders}
    turns = Turn.objects.filter(speaker__in=by_pk).order_by().distinct()
    told = turns.values_list("speaker", "kind", "organisation__name", "role", "conference__source")
    for pk, kind, outlet, office, source in told:
        by_pk[pk].heard.add(kind, outlet, office, source)
    for holder in by_pk.values():
        holder.is_known = True


def learn_links(holders: Iterable[Holder], conference: Conference) -> None:
    """Whom the conference's own turns name by now, as the source has them, whatever people made of that."""
    turns = Turn.objects.filter(conference=conference).order_by().distinct()
    links = {pk for pair in turns.values_list("speaker", "source_values__speaker") for pk in pair}
    for holder in holders:
        holder.is_linked = holder.row.pk in links


def in_new_offices(pairs: Iterable[tuple[Heard, Holder]]) -> list[Holder]:
    """Those who were heard neither in these very offices nor in any of these sources in an office."""
    asked = [
        (holder, post, source)
        for one, holder in pairs
        if one.is_official and holder.row.pk
        for post in one.posts
        for source in one.sources
    ]
    if not asked:
        return []
    columns = zip(*((holder.row.pk, post, source) for holder, post, source in asked), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(NEW_OFFICES, [list(column) for column in columns])
        return [asked[n - 1][0] for (n,) in cursor.fetchall()]


def learn_offices(pairs: Iterable[tuple[Heard, Holder]], besides: Conference | None) -> None:
    """Whether a holder is heard only in an office where a reporter is called so, and the other way round.

    In other conferences than the one that is imported ``besides``.  Looks no further than the first turn that
    settles it: some are heard in ten thousands.
    """
    reporters = {holder.row.pk: holder for one, holder in pairs if one.is_reporter}
    officials = {holder.row.pk: holder for one, holder in pairs if one.is_official}
    for pk, is_the_same, is_other in _heard_as(reporters, ASKS, HOLDS_OFFICE, besides):
        reporters[pk].asks |= is_the_same
        reporters[pk].has_office |= is_other
    for pk, is_the_same, is_other in _heard_as(officials, HOLDS_OFFICE, ASKS, besides):
        officials[pk].has_office |= is_the_same
        officials[pk].asks |= is_other


def _heard_as(pks: Iterable[int], one: Q, other: Q, besides: Conference | None) -> Iterable[tuple[int, bool, bool]]:
    """Of each whether it is heard as ``one``, and only if not, whether as the ``other``."""
    elsewhere = Turn.objects.filter(speaker=OuterRef("pk")).exclude(conference=besides and besides.pk).order_by()
    is_other = Case(When(is_one=True, then=Value(False)), default=Exists(elsewhere.filter(other)))
    found = Speaker.objects.filter(pk__in=pks).annotate(is_one=Exists(elsewhere.filter(one)), is_other=is_other)
    return found.values_list("pk", "is_one", "is_other") if pks else []
