from typing import Any

from django.forms import ModelForm
from django.http import HttpRequest

from apps.conferences.admin.slug import KeptSlugAdmin


class KeptNameAdmin(KeptSlugAdmin):
    """A name that is corrected stays as an alias: imports still meet it, and must find this row by it."""

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        earlier = form.initial.get("name")
        if change and "name" in form.changed_data and earlier not in obj.aliases:
            obj.aliases = [*obj.aliases, earlier]
        super().save_model(request, obj, form, change)
