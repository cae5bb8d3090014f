"""What an editor says about the topics of a turn, on the page where it is read."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from apps.annotations.models import Tag, Topic
from apps.annotations.retag import Decision

RIGHTS = ["annotations.change_tag", "annotations.add_tag"]
ADD = "add"


@dataclass(frozen=True, slots=True)
class Editing:
    """What the page offers to an editor: the topics to add, and what came of the last decision on it."""

    topics: list[str]
    said: str = ""
    about: str = ""  # the public id of the turn that this is about
    act: str = ""  # to undo it


def may_judge(request: HttpRequest) -> bool:
    """Whether to offer corrections.  Who brings no session is not looked up: the page stays one for all."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.has_perms(RIGHTS)


def topic_names() -> list[str]:
    """Every topic as it is offered, and understood by ``TopicField``.  One query."""
    topics = Topic.objects.select_related("parent")
    return sorted(f"{topic.parent}: {topic}" if topic.parent else str(topic) for topic in topics)


class TopicField(forms.CharField):
    """A topic by its name, or as "Defence: Missiles" where the name alone could be several."""

    def clean(self, value: Any) -> Topic | None:
        name = super().clean(value)
        if not name:
            return None
        above, _, below = name.partition(": ")
        found = list(Topic.objects.filter(name__iexact=name)[:2]) or list(
            Topic.objects.filter(name__iexact=below, parent__name__iexact=above)[:2]
        )
        if len(found) != 1:
            raise ValidationError(
                f"There is no topic “{name}”." if not found else f"Several topics are called “{name}”."
            )
        return found[0]


class JudgeForm(forms.Form):
    """A decision about one tag as it was ``seen``, or a topic to add."""

    decision = forms.ChoiceField(
        choices=[(name, name) for name in (Decision.CONFIRM.value, Decision.REJECT.value, ADD)]
    )
    tag = forms.IntegerField(required=False, max_value=2**63 - 1)
    seen = forms.ChoiceField(choices=Tag.Status.choices, required=False)
    topic = TopicField(required=False, max_length=210)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("decision") == ADD and not values.get("topic") and "topic" not in self.errors:
            self.add_error("topic", "Which topic? Choose one of the list.")
        return values

    @property
    def problem(self) -> str:
        """The first thing that is wrong, in a sentence."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")
