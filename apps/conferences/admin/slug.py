from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class KeptSlugAdmin(admin.ModelAdmin):
    """A slug is made from the name when a row is added, and then stays: links are made of it."""

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ("name",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]
