"""What each parameter of a list means, in one place: it becomes a ``SearchQuery``."""

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar
from urllib.parse import urlencode

import django_filters as filters
from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property

from apps.browse.items import Item, by_slug
from apps.conferences.models import Conference
from apps.search.language import LONGEST, Reading, read
from apps.search.query import Order, SearchQuery
from apps.search.schema import Level, Status
from apps.transcripts import Kind

PAGE_SIZE = 20
MOST_CHOSEN = 50
NOUNS = {"topic": "topic", "speaker": "speaker", "outlet": "outlet", "entity": "name", "source": "source"}
STATUSES = {status.name.lower(): status for status in Status}
EVERYWHERE = {"newest", "oldest"}
"""Orders that each list has."""
ORDERS = {"best": Order.RELEVANCE, "newest": Order.NEWEST, "oldest": Order.OLDEST}


class ManyField(forms.MultipleChoiceField):
    """Any values; the form tells which of them there are."""

    def valid_value(self, value: Any) -> bool:  # noqa: ARG002
        return True

    def clean(self, value: Any) -> list[str]:
        given = (one.replace("\0", "�") for one in super().clean(value) if one)
        return list(dict.fromkeys(given))[:MOST_CHOSEN]


class ManyFilter(filters.Filter):  # type: ignore[misc]
    field_class = ManyField


class WordsField(forms.CharField):
    """Any text at all."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\0", " ").strip()


class WordsFilter(filters.Filter):  # type: ignore[misc]
    field_class = WordsField


class ConferenceForm(forms.Form):
    """Says what is wrong beside the field that is wrong.  What is right still filters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if len(words := given.get("q", "")) > LONGEST:
            self.add_error("q", f"Only the first {LONGEST:,} characters were read.")
            given["q"] = words[:LONGEST].strip()
        found = by_slug({name: given.get(name, []) for name in NOUNS})
        for name, noun in NOUNS.items():
            self._keep(name, {slug: found[name].get(slug) for slug in given.get(name, [])}, f"There is no {noun}")
            given[name].sort(key=str)
        kinds = {kind.value: kind for kind in Kind}
        self._keep("kind", {one: kinds.get(one) for one in given.get("kind", [])}, "There is no kind of turn")
        self._keep("year", {one: _year(one) for one in given.get("year", [])}, "There is no year")
        after, before = given.get("date_after"), given.get("date_before")
        if after and before and after > before:
            self.add_error("date_before", "This is before the first day, so it was left out.")
        return given

    def _keep(self, name: str, values: dict[str, Any], there_is_no: str) -> None:
        """Of values as given, those that stand for something; it is said of the others."""
        for given in [given for given, meant in values.items() if meant is None]:
            self.add_error(name, f"{there_is_no} “{given}”, so it was left out.")
        self.cleaned_data[name] = list(dict.fromkeys(meant for meant in values.values() if meant is not None))


def _year(given: str) -> int | None:
    return int(given) if given.isdecimal() and len(given) <= 4 and date.min.year <= int(given) else None


def _date(label: str) -> filters.DateFilter:
    return filters.DateFilter(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "This is not a date, so it was left out. Write it as 2019-05-04."},
    )


class ConferenceFilter(filters.FilterSet):  # type: ignore[misc]
    """The filters of every list.  An invalid value filters nothing and has a message in ``form``.

    ``values`` are the valid ones by name; ``query(level)`` is what they ask of the index.
    """

    SHOWING: ClassVar = {"order"}
    """Those that filter nothing: they say how what is found is shown."""
    HAS_TIMELINE: ClassVar = True
    """Whether its page shows when there was what is found."""

    q = WordsFilter(
        label="Words",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": LONGEST, "placeholder": 'Words, or "a phrase"'}),
    )
    date_after = _date("First day")
    date_before = _date("Last day")
    topic = ManyFilter(label="Topic")
    status = filters.ChoiceFilter(
        choices=[("source", "from the source"), ("confirmed", "confirmed"), ("suggested", "suggested")],
        label="Topics are",
        error_messages={"invalid_choice": "“%(value)s” is no status of a topic, so this was left out."},
    )
    speaker = ManyFilter(label="Speaker")
    outlet = ManyFilter(label="Outlet")
    entity = ManyFilter(label="Named")
    source = ManyFilter(label="Source")
    kind = ManyFilter(label="Kind of turn")
    year = ManyFilter(label="Year")
    order = filters.ChoiceFilter(
        choices=[("best", "Best match"), ("newest", "Newest"), ("oldest", "Oldest")],
        label="Order",
        error_messages={"invalid_choice": "“%(value)s” is no order, so this was left out."},
    )

    class Meta:
        model = Conference
        form = ConferenceForm
        fields: list[str] = []

    _form_class: ClassVar[Any]

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, queryset=Conference.objects.none())
        self.form.is_valid()
        self.values: dict[str, Any] = {name: value for name, value in self.form.cleaned_data.items() if value}

    def get_form_class(self) -> Any:
        """The same for all: to make it takes as long as to fill it in.  Each form has fields of its own."""
        if "_form_class" not in vars(type(self)):
            type(self)._form_class = super().get_form_class()
        return self._form_class

    @cached_property
    def reading(self) -> Reading:
        """The words as they were understood; some may be names, days or kinds."""
        return read(self.values.get("q", ""))

    @property
    def usual_order(self) -> str:
        """Without words nothing matches better than anything else."""
        return "best" if self.reading.expression else "newest"

    def query(self, level: Level, **changed: Any) -> SearchQuery:
        """What the filters ask of the index at that level, but for the changed ones."""
        values = {**self.values, **changed}
        return SearchQuery(
            words=self.reading.expression if values.get("q") else None,
            level=level,
            topics=_ids(values, "topic"),
            status=STATUSES.get(values.get("status") or ""),
            entities=_ids(values, "entity"),
            speakers=_ids(values, "speaker"),
            outlets=_ids(values, "outlet"),
            sources=_ids(values, "source"),
            kinds=tuple(values.get("kind", ())),
            years=tuple(values.get("year", ())),
            after=values.get("date_after") or None,
            before=values.get("date_before") or None,
            order=ORDERS.get(values.get("order") or self.usual_order, Order.NEWEST),
        )

    def part(self, level: Level, page: int) -> SearchQuery:
        """What is needed of that for a page."""
        return replace(self.query(level), offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)

    def address(self, **changed: Any) -> str:
        """The query string of a list with these filters, but for the changed ones: its first page."""
        return "?" + urlencode(self.given(**changed))

    def given(self, **changed: Any) -> list[tuple[str, str]]:
        """The parameters of such an address."""
        values = {**self.values, **changed}
        return [(name, _written(one)) for name in self.filters for one in _listed(values.get(name))]

    def elsewhere(self, **changed: Any) -> str:
        """The query string of another list under the same filters, but for the changed ones."""
        shown = {name: "" for name in self.SHOWING if name != "order" or self.values.get(name) not in EVERYWHERE}
        return self.address(**shown, **changed)

    def without(self, name: str, value: Any) -> Any:
        """What is left of a filter's value when one of several is taken off."""
        return [one for one in _listed(self.values[name]) if one != value]


def _ids(values: dict[str, Any], name: str) -> tuple[int, ...]:
    return tuple(item.id for item in values.get(name, ()))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _written(value: Any) -> str:
    """As it is written in an address."""
    if isinstance(value, Item):
        return value.slug
    return value.value if isinstance(value, Kind) else str(value)
