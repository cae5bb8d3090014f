from typing import Any

from django.forms import ModelForm
from django.http import HttpRequest

from apps.conferences.admin.slug import KeptSlugAdmin


class KeptNameAdmin(KeptSlugAdmin):
    """A name that is corrected stays among the other names: imports still meet it, and must find this row by it."""

    other_names = "aliases"

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        earlier = form.initial.get("name")
        others = getattr(obj, self.other_names)
        if change and "name" in form.changed_data and earlier not in others:
            setattr(obj, self.other_names, [*others, earlier])
        super().save_model(request, obj, form, change)
