from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from apps.conferences.models import Conference


class YearFilter(admin.SimpleListFilter):
    """By the year of the conference that a row belongs to."""

    title = "year"
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        dates = Conference.objects.exclude(event_date=None).dates("event_date", "year", order="DESC")
        return [*((str(date.year), str(date.year)) for date in dates), ("none", "no date")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        year = self.value()
        if year == "none":
            return queryset.filter(conference__event_date=None)
        if year in dict(self.lookup_choices):
            return queryset.filter(conference__event_date__year=year)
        return queryset
