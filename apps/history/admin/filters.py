from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

BY = {
    "people": Q(metadata__has_key="user") & ~Q(metadata__has_key="machine"),
    "machines": Q(metadata__has_key="machine"),
    "sql": Q(metadata__has_key="database_user"),
}


class ByFilter(admin.SimpleListFilter):
    """By who acted."""

    title = "who"
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("people", "people"), ("machines", "imports and rules"), ("sql", "plain SQL")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = BY.get(self.value() or "")
        return queryset.filter(chosen) if chosen else queryset
