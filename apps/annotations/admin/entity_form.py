from typing import Any

from django import forms

from apps.annotations.models import Entity


class EntityForm(forms.ModelForm):
    """An entity as a person corrects it.  Two of one kind and name are merged, not entered twice."""

    class Meta:
        model = Entity
        fields = ("kind", "name", "aliases", "rejected")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        same = Entity.objects.filter(name__iexact=values.get("name", ""), kind=values.get("kind", ""))
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("name", f"Another {values['kind']} has this name already. Merge this one into it.")
        return values
