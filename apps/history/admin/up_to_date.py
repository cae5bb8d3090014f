"""Forms that save over nobody."""

import hashlib
import json
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import model_to_dict

AS_SERVED = "as_served"
AGAIN = "Nothing was saved. Load the page again and make your change once more."


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
        self._now = _hashes(self)
        self.initial[AS_SERVED] = json.dumps(self._now)
        self.meanwhile = ""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        then = _read(values.pop(AS_SERVED, ""))
        if self.instance.pk:
            names = [str(self[name].label) for name, now in self._now.items() if then.get(name, now) != now]
            if names:
                self.meanwhile = f"Meanwhile somebody, or an import, changed: {', '.join(names)}. {AGAIN}"
        elif then and self.has_error("id"):  # a row of a list, taken away
            self.meanwhile = f"Meanwhile somebody, or an import, took away one of these. {AGAIN}"
        if self.meanwhile:
            raise forms.ValidationError(self.meanwhile)
        return values


class UpToDateFormSet(forms.BaseInlineFormSet):
    """The same for rows below another one, with those that Django would say nothing of: gone, or to be deleted.

    Those that are about to be saved are locked before they are read, as the row above them is.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and self.queryset is not None:
            self.queryset = self.queryset.select_for_update(of=("self",))

    def clean(self) -> None:
        super().clean()
        untold = [
            form.meanwhile
            for form in self.initial_forms
            if isinstance(form, UpToDateForm)
            and form.meanwhile
            and (form.instance.pk is None or form.cleaned_data.get(DELETION_FIELD_NAME))
        ]
        if untold:
            raise forms.ValidationError(untold)


def up_to_date(form: type[forms.ModelForm]) -> type[forms.ModelForm]:
    """The same form, careful."""
    return type(form.__name__, (UpToDateForm, form), {})


def rows_up_to_date(formset: Any) -> Any:
    """The same rows below another one, careful."""
    return type(formset.__name__, (UpToDateFormSet, formset), {"form": up_to_date(formset.form)})


def with_as_served(fieldsets: Any) -> list[Any]:
    """Fieldsets as an admin has them, the first with the hidden field as well."""
    (name, options), *rest = fieldsets
    return [(name, {**options, "fields": [*options["fields"], AS_SERVED]}), *rest]


def _read(served: str) -> dict[str, str]:
    try:
        hashes = json.loads(served)
    except ValueError:  # no page of ours sent it
        return {}
    return hashes if isinstance(hashes, dict) else {}


def _hashes(form: forms.ModelForm) -> dict[str, str]:
    stored = model_to_dict(form.instance, fields=list(form.fields))
    return {name: hashlib.sha256(repr(value).encode()).hexdigest()[:12] for name, value in stored.items()}
