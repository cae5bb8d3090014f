"""The questions that can be asked of the record."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Count, F, Func, Max, Min, Q, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, Lower

if TYPE_CHECKING:
    from apps.conferences.models import Conference, Conflict, Organisation, Source, Speaker, Turn  # noqa: F401

Named = TypeVar("Named", bound="Speaker | Organisation")


class SourceQuerySet(models.QuerySet["Source"]):
    def called(self, name: str) -> Self:
        """The one of that name, else those that had it."""
        return self.filter(Q(name=name) | Q(aliases__contains=[name])).order_by(
            Case(When(name=name, then=0), default=1)
        )


class ConferenceQuerySet(models.QuerySet["Conference"]):
    def newest_first(self) -> Self:
        """By the event's date; undated ones last."""
        return self.order_by(models.F("event_date").desc(nulls_last=True), "-id")

    def listed(self) -> Self:
        """As lists show them: newest first, with the source at hand and without the whole text."""
        return self.select_related("source").defer("source_text").newest_first()

    def of_file(self, source_name: str, sha256: str) -> Self:
        """Those of the source that stand as a file of these very bytes has them."""
        return self.of_source(source_name).filter(source_sha256=sha256).defer("source_text")

    def of_files(self, files: Iterable[tuple[int, str]]) -> Self:
        """The same for many: pairs of a source's id and the SHA-256 of a file's bytes."""
        sources, hashes = zip(*files, strict=True)
        return self.filter(source__in=set(sources), source_sha256__in=set(hashes)).defer("source_text")

    def of_source(self, name: str) -> Self:
        """Those of the source that has or had that name."""
        from apps.conferences.models import Source  # not at the top: the models import this module

        return self.filter(source=Subquery(SourceQuerySet(Source).called(name).values("pk")[:1]))

    def perhaps(self, key: str, day: datetime.date | None, file_name: str) -> Self:
        """Those that a file with this key, day or name could be a later version of."""
        of_that_day = Q(event_date=day) if day else Q()
        return self.filter(Q(key=key) | Q(file_name=file_name) | of_that_day).defer("source_text")


class TurnQuerySet(models.QuerySet["Turn"]):
    def standing(self) -> Self:
        """Turns that the source's present version holds."""
        return self.filter(withdrawn_at=None)

    def in_order(self) -> Self:
        return self.order_by("position")

    def said_by(self, speaker: "Speaker") -> Self:
        """Standing turns of the speaker and of those merged into them."""
        return self.standing().filter(Q(speaker=speaker) | Q(speaker__merged_into=speaker))

    def named(self, name: str) -> Self:
        """Standing turns of known speakers, with ``name`` only of those called so in some part of a name or alias."""
        turns = self.standing().exclude(speaker=None)
        for part in name.split():
            turns = turns.filter(
                Q(speaker__name__icontains=part)
                | Q(speaker__aliases__icontains=part)
                | Q(speaker__merged_into__name__icontains=part)
            )
        return turns

    def people(self) -> Any:
        """Who is heard, those at the most conferences first: ``person`` (an id), ``conferences`` and ``turns``."""
        return (
            self.values(person=Coalesce("speaker__merged_into", "speaker"))
            .annotate(conferences=Count("conference", distinct=True), turns=Count("pk"))
            .order_by("-conferences", "-turns", "person")
        )

    def printed(self, what: str) -> Any:
        """What stands printed beside a name, latest first: dicts of ``printed``, ``first`` and ``last`` day."""
        return (
            self.exclude(**{f"{what}__isnull": True})
            .exclude(**{what: ""})
            .values(printed=F(what))
            .annotate(first=Min("conference__event_date"), last=Max("conference__event_date"))
            .order_by(F("last").desc(nulls_last=True), "printed")
        )


class ConflictQuerySet(models.QuerySet["Conflict"]):
    def open(self) -> Self:
        """Those that nobody settled, that did not end by themselves, and whose turn the source still holds."""
        return self.filter(settled="", turn__withdrawn_at=None)

    def of_withdrawn_turns(self) -> Self:
        """Those that nobody settled, of turns that left the source: they wait until the words come back."""
        return self.filter(settled="", turn__withdrawn_at__isnull=False)

    def of(self, row: "Conference | Turn") -> Self:
        """Those about the row's own fields."""
        on_turn = row._meta.model_name == "turn"
        return self.filter(turn=row) if on_turn else self.filter(conference=row, turn=None)


class NamedQuerySet(models.QuerySet[Named]):
    """Speakers or organisations."""

    def called(self, names: Iterable[str]) -> Self:
        """Those with a name or alias among ``names``, whatever the capitals and spaces."""
        aliases = Func("aliases", Value("\n"), function="array_to_string")
        theirs = _small_lines(Func(Value("\n"), "name", aliases, function="concat_ws", output_field=TextField()))
        return self.alias(theirs=theirs).filter(theirs__overlap=_small_lines(Value("\n".join(names))))


def _small_lines(text: Func | Value) -> Func:
    """Text as an array of its lines, in small letters and with single spaces."""
    single_spaced = Func(Lower(text), Value(r"[^\S\n]+"), Value(" "), Value("g"), function="regexp_replace")
    return Func(single_spaced, Value("\n"), function="string_to_array", output_field=ArrayField(TextField()))
