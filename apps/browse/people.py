"""What a person said, under whatever name it was recorded before merges."""

from typing import Any

from django.db.models import Count, F, Max, Min, Q
from django.db.models.functions import Coalesce

from apps.conferences.models import Speaker, Turn
from apps.conferences.querysets import TurnQuerySet


def turns_of(speaker: Speaker) -> TurnQuerySet:
    """The standing turns of a speaker and of those merged into them."""
    return Turn.objects.standing().filter(Q(speaker=speaker) | Q(speaker__merged_into=speaker))


def after_merges(speaker: Speaker) -> Speaker:
    """The speaker that this one is by now; itself, if never merged or merged in a circle."""
    last, seen = speaker, {speaker.pk}
    while last.merged_into:
        last = last.merged_into
        if last.pk in seen:
            return speaker
        seen.add(last.pk)
    return last


def heard(name: str = "") -> Any:
    """Who is heard, those at the most conferences first: dicts of ``person`` (an id), ``conferences`` and ``turns``.

    With ``name``, only those who are called so somewhere in a name or alias.
    """
    turns = Turn.objects.standing().exclude(speaker=None)
    for part in name.split():
        turns = turns.filter(
            Q(speaker__name__icontains=part)
            | Q(speaker__aliases__icontains=part)
            | Q(speaker__merged_into__name__icontains=part)
        )
    return (
        turns.values(person=Coalesce("speaker__merged_into", "speaker"))
        .annotate(conferences=Count("conference", distinct=True), turns=Count("pk"))
        .order_by("-conferences", "-turns", "person")
    )


def as_printed(turns: TurnQuerySet, what: str) -> Any:
    """What transcripts print beside a person's name, latest first: dicts of ``printed``, ``first`` and ``last`` day."""
    return (
        turns.exclude(**{f"{what}__isnull": True})
        .exclude(**{what: ""})
        .values(printed=F(what))
        .annotate(first=Min("conference__event_date"), last=Max("conference__event_date"))
        .order_by(F("last").desc(nulls_last=True), "printed")
    )
