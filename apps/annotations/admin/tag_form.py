from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper

from apps.annotations.models import Tag, Topic

MACHINES = {Tag.Origin.RULE, Tag.Origin.MODEL}
TWICE = "“{topic}” stands here already, {status}. Confirm or reject that tag instead."


class TagForm(forms.ModelForm):
    """A tag as a person judges it: its topic and its status; its place too where it is added.

    Only a machine's tag can go back to "suggested".  One topic stands at one place once.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "status" in self.fields and self.instance.origin not in MACHINES:
            self.fields["status"].choices = [  # type: ignore[attr-defined]
                choice for choice in Tag.Status.choices if choice[0] != Tag.Status.SUGGESTED
            ]
        if self.instance.pk is None:
            self.initial.setdefault("status", Tag.Status.CONFIRMED)
        for field in self.fields.values():
            if isinstance(field.widget, RelatedFieldWidgetWrapper):  # its icons would seem to delete the tag
                field.widget.can_change_related = field.widget.can_delete_related = False
        if "conference" in self.fields:
            self.fields["conference"].required = False
            self.fields["conference"].help_text = "Leave it empty where you choose a turn."

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "conference" in self.fields:
            self._clean_place(values)
        elif self.instance.turn_id and not self.instance.conference_id:
            self.instance.conference_id = self.instance.turn.conference_id
        if "topic" in self.changed_data and values.get("topic"):
            self._refuse_twice(values["topic"])
        return values

    def _clean_place(self, values: dict[str, Any]) -> None:
        turn, conference = values.get("turn"), values.get("conference")
        if turn and conference and turn.conference_id != conference.pk:
            self.add_error("turn", "This turn belongs to another conference.")
        elif turn:
            values["conference"] = turn.conference
        elif not conference:
            self.add_error("conference", "Choose a turn, or a conference for the whole of it.")
        self.instance.turn, self.instance.conference = turn, values.get("conference")

    def _refuse_twice(self, topic: Topic) -> None:
        here = Tag.objects.exclude(pk=self.instance.pk).filter(
            conference=self.instance.conference_id, turn=self.instance.turn_id, topic=topic
        )
        if other := here.first():
            self.add_error("topic", TWICE.format(topic=topic, status=other.get_status_display().lower()))


class TagFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        """Refuse one topic entered on two rows at once."""
        super().clean()
        seen: set[Topic] = set()
        for form in self.forms:
            topic = form.cleaned_data.get("topic") if form.has_changed() and form.is_valid() else None
            if topic in seen:
                form.add_error("topic", f"“{topic}” stands twice.")
            elif topic:
                seen.add(topic)
