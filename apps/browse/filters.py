"""What each parameter of the list means, in one place."""

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, Q

from apps.annotations.conference_topics import conferences_about
from apps.annotations.models import Tag, Topic
from apps.browse import words
from apps.conferences.models import Conference, Source, Speaker, Turn
from apps.conferences.querysets import ConferenceQuerySet

LONGEST_QUERY = 200


class SlugsField(forms.MultipleChoiceField):
    """Any slugs; the form looks them up."""

    def valid_value(self, value: Any) -> bool:  # noqa: ARG002
        return True


class SlugsFilter(filters.Filter):  # type: ignore[misc]
    field_class = SlugsField


class ConferenceForm(forms.Form):
    """Says what is wrong beside the field that is wrong.  What is right still filters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        self._look_up_topics()
        after, before = self.cleaned_data.get("date_after"), self.cleaned_data.get("date_before")
        if after and before and after > before:
            self.add_error("date_before", "This is before the first day, so it was left out.")
        return self.cleaned_data

    def _look_up_topics(self) -> None:
        slugs = {slug.replace("\0", "�"): None for slug in self.cleaned_data.get("topic", []) if slug}
        topics = list(Topic.objects.filter(slug__in=slugs)) if slugs else []
        for unknown in [slug for slug in slugs if slug not in {topic.slug for topic in topics}]:
            self.add_error("topic", f"There is no topic “{unknown}”, so it was left out.")
        self.cleaned_data["topic"] = topics  # add_error took them out


def _date(label: str, lookup: str) -> filters.DateFilter:
    return filters.DateFilter(
        field_name="event_date",
        lookup_expr=lookup,
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "This is not a date, so it was left out. Write it as 2019-05-04."},
    )


class ConferenceFilter(filters.FilterSet):  # type: ignore[misc]
    """The list's filters.  An invalid value filters nothing and has a message in ``form``."""

    q = filters.CharFilter(
        method="with_words",
        label="Words",
        max_length=LONGEST_QUERY,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": 'Words, or "a phrase"'}),
        error_messages={"max_length": f"At most {LONGEST_QUERY} characters, please."},
    )
    date_after = _date("First day", "gte")
    date_before = _date("Last day", "lte")
    topic = SlugsFilter(method="about", label="Topics")
    status = filters.ChoiceFilter(
        choices=[("source", "from the source"), ("confirmed", "confirmed"), ("suggested", "suggested")],
        method="vouched_for_by",
        label="Topics are",
        empty_label="of any status",
        error_messages={"invalid_choice": "“%(value)s” is no status of a topic, so this was left out."},
    )
    speaker = filters.ModelChoiceFilter(
        queryset=Speaker.objects.select_related("survivor"),
        to_field_name="slug",
        method="with_speaker",
        label="Speaker",
        error_messages={"invalid_choice": "There is no speaker “%(value)s”, so this was left out."},
    )
    source = filters.ModelChoiceFilter(
        queryset=Source.objects.all(),
        to_field_name="slug",
        label="Source",
        error_messages={"invalid_choice": "There is no source “%(value)s”, so this was left out."},
    )

    class Meta:
        model = Conference
        form = ConferenceForm
        fields: list[str] = []

    def __init__(self, data: Any) -> None:
        super().__init__(data, queryset=Conference.objects.listed())
        self.values: dict[str, Any] = self._valid_values()

    def _valid_values(self) -> dict[str, Any]:
        self.form.is_valid()
        values = {name: value for name, value in self.form.cleaned_data.items() if value}
        if speaker := values.get("speaker"):
            values["speaker"] = speaker.present
        return values

    @property
    def terms(self) -> list[str]:
        """Patterns of the words looked for."""
        return words.patterns(self.values.get("q", ""))

    def leaving_out(self, name: str, value: Any = None) -> ConferenceQuerySet:
        """The conferences that all other filters leave; with ``value``, only that one of several is left out."""
        conferences: ConferenceQuerySet = self.queryset
        for other, given in self.values.items():
            if other != name:
                conferences = self.filters[other].filter(conferences, given)
            elif value is not None and isinstance(given, list):
                conferences = self.filters[other].filter(conferences, [one for one in given if one != value])
        return conferences

    def with_words(self, conferences: ConferenceQuerySet, _: str, query: str) -> ConferenceQuerySet:
        for term in words.patterns(query):
            turns = Turn.objects.standing().filter(conference=OuterRef("pk"), text__iregex=term)
            conferences = conferences.filter(Q(title__iregex=term) | Exists(turns))
        return conferences

    def about(self, conferences: ConferenceQuerySet, _: str, topics: list[Topic]) -> ConferenceQuerySet:
        return conferences_about(conferences, topics)

    def vouched_for_by(self, conferences: ConferenceQuerySet, _: str, who: str) -> ConferenceQuerySet:
        """Those where a tag of each chosen topic, or of any if none is chosen, stands so."""
        tags = Tag.objects.shown().vouched_for_by(who).filter(conference=OuterRef("pk"))
        for topic in self.values.get("topic", []):
            conferences = conferences.filter(Exists(tags.about(topic)))
        return conferences if self.values.get("topic") else conferences.filter(Exists(tags))

    def with_speaker(self, conferences: ConferenceQuerySet, _: str, speaker: Speaker) -> ConferenceQuerySet:
        turns = Turn.objects.said_by(speaker.present).filter(conference=OuterRef("pk"))
        return conferences.filter(Exists(turns))
