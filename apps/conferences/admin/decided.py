from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.forms import ModelForm
from django.http import HttpRequest

from apps.conferences.models.decided import DecidedFields
from apps.conferences.settling import follow
from apps.history.admin import HistoryAdmin


class DecidedFieldsAdmin(HistoryAdmin):
    """What a person changes here is theirs: no import overwrites it.  The rows themselves come from imports."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        obj.decide(form.changed_data)
        super().save_model(request, obj, form, change)
        follow(obj, form.changed_data, cast("User", request.user))

    @admin.display(description="corrected by hand")
    def corrected(self, obj: DecidedFields) -> str:
        names = [str(obj._meta.get_field(field).verbose_name) for field in obj.decided_fields]  # type: ignore[union-attr]
        return f"{', '.join(names)} (no import changes this)" if names else "nothing so far"
