"""The review queue: which suggestions wait for a person, and what is shown to judge one by."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q

from apps.annotations.evidence import Piece, pieces
from apps.annotations.models import Report, Tag, Topic
from apps.annotations.querysets import TagQuerySet
from apps.conferences.alike import having
from apps.conferences.models import Source, Speaker, Turn

NEIGHBOURS = 3  # turns on either side


def _day(label: str) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}))


def _score(label: str) -> forms.FloatField:
    widget = forms.NumberInput(attrs={"step": "0.05"})
    return forms.FloatField(label=label, required=False, min_value=0, max_value=1, widget=widget)


class QueueForm(forms.Form):
    """What of the queue is looked at.  What is invalid filters nothing, and has its error beside it."""

    topic = forms.ModelChoiceField(Topic.objects.order_by("name"), required=False, empty_label="Any topic")
    q = forms.CharField(label="Words in the turn", required=False, max_length=200)
    on = forms.CharField(label="Evidence is", required=False, max_length=200)
    source = forms.ModelChoiceField(Source.objects.order_by("name"), required=False, empty_label="Any source")
    speaker = forms.CharField(label="Speaker’s name has", required=False, max_length=200)
    date_after = _day("First day")
    date_before = _day("Last day")
    score_from = _score("Score from")
    score_to = _score("Score to")
    second = forms.BooleanField(label="Second look: what others have judged", required=False)

    def find(self, user: AbstractBaseUser | None = None) -> TagQuerySet:
        """The suggestions that wait, under these filters: what all of them can be given one decision.

        What ``user`` is shown one by one: those, and what readers reported; for a second look, what others judged.
        """
        self.is_valid()
        second = user is not None and self.cleaned_data.get("second")
        if user is None:
            tags = Tag.objects.awaiting()
        else:
            tags = Tag.objects.for_second_look(user) if second else Tag.objects.for_review()
        lookups = {
            "q": "turn__text__icontains",
            "source": "conference__source",
            "date_after": "conference__event_date__gte",
            "date_before": "conference__event_date__lte",
            "score_from": "score__gte",
            "score_to": "score__lte",
        }
        given = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", False)}
        tags = tags.filter(**{lookups[name]: value for name, value in given.items() if name in lookups})
        if topic := given.get("topic"):
            tags = tags.about(topic)
        if name := given.get("speaker"):
            known = Speaker.objects.filter(having(name, "name", "aliases", "survivor__name", "survivor__aliases"))
            tags = tags.filter(Q(turn__speaker__in=known.values("pk")) | Q(turn__label__icontains=name))
        return tags.on_words(given["on"]) if "on" in given else tags


@dataclass(frozen=True, slots=True)
class Shown:
    """One suggestion with what a person needs to judge it."""

    tag: Any  # with ``reported``, ``uncertainty`` and ``reach``
    words: str
    text: list[Piece]
    before: list[Turn]
    after: list[Turn]
    reports: list[Report]  # what readers say is wrong with it


def show(tag: Any) -> Shown:
    """The whole turn, its evidence, and what was said around it in the same exchange.

    One query, two where the tag, as ``most_instructive_first`` gives it, is ``reported``.
    """
    turn = tag.turn
    if turn is None or turn.position is None:
        raise ValueError("Only tags on turns that stand are reviewed.")
    turn.conference = tag.conference  # which is at hand
    cut = list(pieces(turn.text, tag.evidence))
    near = (
        Turn.objects.standing().filter(conference=tag.conference_id, exchange=turn.exchange).select_related("speaker")
    )
    reach = NEIGHBOURS if turn.exchange else 1
    around = near.filter(position__range=(turn.position - reach, turn.position + reach)).in_order()
    return Shown(
        tag,
        words=next((words for words, hit in cut if hit), ""),
        text=cut,
        before=[one for one in around if (one.position or 0) < turn.position],
        after=[one for one in around if (one.position or 0) > turn.position],
        reports=list(Report.objects.open().filter(turn=turn, topic=tag.topic)) if tag.reported else [],
    )
