from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from apps.annotations.models import Report, Tag, Topic
from apps.annotations.source_tags import tag_source_topics
from apps.conferences.models import Conference
from apps.history.changes import Change


def tag_imported(conference: Conference, source_topics: Iterable[str], **kwargs: Any) -> None:  # noqa: ARG001
    """Tag what an import brought with what its source lists.  What its words say is annotated later."""
    tag_source_topics(conference, source_topics)


def remove_suggestions(model: type[Model], pk: int, **kwargs: Any) -> None:  # noqa: ARG001
    """A topic that an undo removes takes along what phrases and models suggested, but nothing that a person decided."""
    if model is Topic:
        Tag.objects.filter(topic=pk, origin__in=[Tag.Origin.RULE, Tag.Origin.MODEL]).undecided().delete()


def reopen_reports(changes: Iterable[Change], **kwargs: Any) -> None:  # noqa: ARG001
    """What a decision had settled is open again where that was undone."""
    decided = [change.after["decided_at"] for change in changes if change.model is Tag and change.after]
    Report.objects.settled_by_undone(decided).reopen()
