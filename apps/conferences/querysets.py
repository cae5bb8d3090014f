"""The questions that can be asked of the record."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Count, F, Func, Max, Min, Q, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce

from apps.conferences.alike import named
from apps.history.locking import keep_in_place

if TYPE_CHECKING:
    from apps.conferences.models import Conference, Conflict, Named, Organisation, Source, Speaker, Turn  # noqa: F401

NamedRow = TypeVar("NamedRow", bound="Named")


class SourceQuerySet(models.QuerySet["Source"]):
    def called(self, name: str) -> Self:
        """The one of that name, else those that had it."""
        return self.filter(Q(name=name) | Q(aliases__contains=[name])).order_by(
            Case(When(name=name, then=0), default=1)
        )

    def matching(self, text: str) -> Self:
        """Those of whose name or aliases every word of ``text`` is a part, whatever the accents."""
        return self.filter(named(text, "name", "aliases"))


class ConferenceQuerySet(models.QuerySet["Conference"]):
    def newest_first(self) -> Self:
        """By the event's date; undated ones last."""
        return self.order_by(models.F("event_date").desc(nulls_last=True), "-id")

    def keep_imports_out(self) -> None:
        """Until the transaction ends no import changes these, nor what belongs to them; other people still can.

        Whoever changes several rows of a conference begins so: an import, which begins with the conference, could
        else wait for one of them while they wait for it.
        """
        keep_in_place(self)

    def listed(self) -> Self:
        """As lists show them: newest first, with the source at hand and without the whole text."""
        return self.select_related("source").defer("source_text").newest_first()

    def of_files(self, files: Iterable[tuple[int, str]]) -> Self:
        """Those that stand as files of these very bytes have them: pairs of a source's id and a file's SHA-256."""
        sources, hashes = zip(*files, strict=True)
        return self.filter(source__in=set(sources), source_sha256__in=set(hashes)).defer("source_text")

    def of_source(self, name: str) -> Self:
        """Those of the source that has or had that name."""
        from apps.conferences.models import Source  # not at the top: the models import this module

        return self.filter(source=Subquery(SourceQuerySet(Source).called(name).values("pk")[:1]))

    def perhaps(self, key: str, day: datetime.date | None, file_name: str, words_of: Iterable[int] = ()) -> Self:
        """Those that a file with this key, day or name could be a later version of, or whose ids are ``words_of``."""
        like_it = Q(key=key) | Q(file_name=file_name) | Q(pk__in=set(words_of))
        return self.filter(like_it | Q(event_date=day) if day else like_it).defer("source_text")


class TurnQuerySet(models.QuerySet["Turn"]):
    def standing(self) -> Self:
        """Turns that the source's present version holds."""
        return self.filter(withdrawn_at=None)

    def saying(self, texts: Iterable[str]) -> Self:
        """Standing turns with one of these very texts.  An index finds them."""
        return self.standing().filter(text__in=set(texts))

    def in_order(self) -> Self:
        return self.order_by("position")

    def said_by(self, speaker: "Speaker") -> Self:
        """Standing turns of the speaker and of those merged into them."""
        return self.standing().filter(Q(speaker=speaker) | Q(speaker__survivor=speaker))

    def said_for(self, organisation: "Organisation") -> Self:
        """Standing turns beside which the organisation is printed, or one that was merged into it."""
        return self.standing().filter(Q(organisation=organisation) | Q(organisation__survivor=organisation))

    def heard(self, of: str, name: str = "") -> Any:
        """The standing turns by ``who``: the id of their ``of``, speaker or organisation, after merges.

        With ``name`` only of those called so: each part of it occurs in a name, an alias, or one merged into it.
        """
        turns = self.standing().exclude(**{of: None}).annotate(who=Coalesce(f"{of}__survivor", of))
        if name:
            model = self.model._meta.get_field(of).related_model
            turns = turns.filter(who__in=NamedQuerySet(model).matching(name).values(by_now=Coalesce("survivor", "pk")))
        return turns

    def tell(self, *by: str) -> Any:
        """Dicts by the fields ``by``: how many ``turns`` and ``conferences``, and their ``first`` and ``last`` day."""
        return (
            self.order_by()
            .values(*by)
            .annotate(
                conferences=Count("conference", distinct=True),
                turns=Count("pk"),
                first=Min("conference__event_date"),
                last=Max("conference__event_date"),
            )
        )

    def offices(self, *by: str) -> Any:
        """The offices and organisations as printed beside names over time, latest first: dicts as ``tell`` has them.

        ``role`` and ``body`` (the organisation's name after merges), of which one may be empty, and ``body_slug``.
        """
        turns = self.exclude(role="", organisation=None).annotate(
            body=Coalesce("organisation__survivor__name", "organisation__name"),
            body_slug=Coalesce("organisation__survivor__slug", "organisation__slug"),
        )
        return turns.tell(*by, "role", "body", "body_slug").order_by(F("last").desc(nulls_last=True), "role", "body")

    def voices(self, *by: str) -> Any:
        """The known speakers, those heard most first: dicts as ``tell`` has them, with ``name`` and ``slug``."""
        turns = self.exclude(speaker=None).annotate(
            name=Coalesce("speaker__survivor__name", "speaker__name"),
            slug=Coalesce("speaker__survivor__slug", "speaker__slug"),
        )
        return turns.tell(*by, "name", "slug").order_by("-conferences", "-turns", "name")


class ConflictQuerySet(models.QuerySet["Conflict"]):
    def open(self) -> Self:
        """Those that nobody settled, that did not end by themselves, and whose turn the source still holds."""
        return self.filter(settled="", turn__withdrawn_at=None)

    def of_withdrawn_turns(self) -> Self:
        """Those that nobody settled, of turns that left the source: they wait until the words come back."""
        return self.filter(settled="", turn__withdrawn_at__isnull=False)

    def hold(self) -> "list[Conflict]":
        """These as nobody can change them until the transaction ends, nor the rows that they are about.

        Those rows are locked first, conferences before turns, as imports and editors do.
        """
        from apps.conferences.models import Conference, Turn  # not at the top: the models import this module

        chosen = list(self.order_by().values_list("pk", "conference", "turn"))
        Conference.objects.filter(pk__in={conference for _, conference, _ in chosen}).keep_imports_out()
        of_conferences = {conference for _, conference, turn in chosen if turn is None}
        for model, pks in ((Conference, of_conferences), (Turn, {turn for _, _, turn in chosen if turn})):
            list(model._base_manager.filter(pk__in=pks).order_by("pk").select_for_update().values_list("pk"))
        held = self.model.objects.filter(pk__in=[pk for pk, _, _ in chosen]).select_related("conference", "turn")
        return list(held.select_for_update(of=("self",)).order_by("pk"))

    def of(self, row: "Conference | Turn") -> Self:
        """Those about the row's own fields."""
        on_turn = row._meta.model_name == "turn"
        return self.filter(turn=row) if on_turn else self.filter(conference=row, turn=None)


class Spellings(Func):
    """All names of a speaker or an organisation, in small letters and with single spaces: what the index holds."""

    function = "conferences_spellings"

    def __init__(self) -> None:
        names = Func("name", "aliases", function="array_prepend", output_field=ArrayField(TextField()))
        super().__init__(names, output_field=ArrayField(TextField()))


class NamedQuerySet(models.QuerySet[NamedRow]):
    """Speakers or organisations."""

    def called(self, names: Iterable[str]) -> Self:
        """Those with a name or alias among ``names``, whatever the capitals and spaces.  An index finds them."""
        wanted = Func(
            Value(list(names), output_field=ArrayField(TextField())),
            function="conferences_spellings",
            output_field=ArrayField(TextField()),
        )
        return self.alias(spellings=Spellings()).filter(spellings__overlap=wanted)

    def matching(self, text: str) -> Self:
        """Those of whose name or aliases every word of ``text`` is a part, whatever the accents."""
        return self.filter(named(text, "name", "aliases"))

    def unmerged(self) -> Self:
        """Those that stand for themselves."""
        return self.filter(merged_into=None)

    def other_names(self, row: "Named") -> list[str]:
        """What the row is called beside its name: its aliases, and the names of those merged into it."""
        merged = self.filter(survivor=row).order_by("name").values_list("name", "aliases")
        names = [*row.aliases, *(name for first, aliases in merged for name in (first, *aliases))]
        return [name for name in dict.fromkeys(names) if name != row.name]
