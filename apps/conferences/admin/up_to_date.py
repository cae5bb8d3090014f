"""A form that saves over nobody."""

import hashlib
import json
from typing import Any

from django import forms
from django.forms.models import model_to_dict


class AsServedField(forms.CharField):
    """What stood in the form when the page was opened, a short hash a field.  It is no value of the row."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class UpToDateForm(forms.ModelForm):
    """Refuses to save where another person, or an import, changed the row since the page was opened.

    Without this the old values of the untouched fields would count as corrections of the person who saves.
    """

    as_served = AsServedField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._now: dict[str, str] = {}
        if "as_served" in self.fields:
            self._now = _hashes(self)
            self.initial["as_served"] = json.dumps(self._now)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        then = _read(values.pop("as_served", ""))
        if self.instance.pk:
            names = [str(self.fields[name].label) for name, now in self._now.items() if then.get(name, now) != now]
            if names:
                raise forms.ValidationError(
                    f"Meanwhile somebody, or an import, changed: {', '.join(names)}. Nothing was saved. "
                    "Load the page again and make your change once more."
                )
        return values


def _read(served: str) -> dict[str, str]:
    try:
        hashes = json.loads(served)
    except ValueError:  # no page of ours sent it
        return {}
    return hashes if isinstance(hashes, dict) else {}


def _hashes(form: forms.ModelForm) -> dict[str, str]:
    stored = model_to_dict(form.instance, fields=list(form.fields))
    return {name: hashlib.sha256(repr(value).encode()).hexdigest()[:12] for name, value in stored.items()}
