"""Which tables make up the record.  A new model of these rooms is carried without being named here."""

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import BinaryField, Field, Model, Q, QuerySet

ROOMS = {"conferences", "annotations", "history", "pghistory"}

LEFT_OUT = {
    "conferences.SourceFile": "the files themselves are in the archive, byte for byte",
    "annotations.PendingAnnotation": "made anew by the triggers as the turns come in",
    "annotations.Report": "what readers wrote to the editors of this site, with a trace of who they are",
    "annotations.AnnotatedTurn": "made anew by the first annotation",
    "django_tasks_database": "what the workers of this site have to do",
    "auth": "accounts go by name only; passwords, groups and rights belong to a site, not to the record",
    "admin": "Django's own log of the admin; the history says the same and more",
    "contenttypes": "made anew by migrate",
    "sessions": "who is signed in at the moment",
    "search": "news for the search index, which is made anew from the record",
}
"""Apps and models that are in no archive, and why."""

DECIDED = ["done", "discarded"]
ONLY = {
    "conferences.Upload": Q(state__in=DECIDED),
    "conferences.UploadedFile": Q(upload__state__in=DECIDED),
}
"""Of uploads the reports; one that waits for a decision or a worker is left where it was sent, with its bytes."""


def is_left_out(model: type[Model]) -> bool:
    return model._meta.label in LEFT_OUT or model._meta.app_label in LEFT_OUT


def stored_models() -> list[type[Model]]:
    """Every model with a table of its own."""
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def carried_models() -> list[type[Model]]:
    """Those whose rows are in an archive, in order of name."""
    carried = [model for model in stored_models() if model._meta.app_label in ROOMS and not is_left_out(model)]
    return sorted(carried, key=lambda model: model._meta.label_lower)


def carried_fields(model: type[Model]) -> list["Field[Any, Any]"]:
    """The columns of a row, in the order of the model.  Bytes are none of them: files lie beside the rows."""
    fields = [field for field in model._meta.concrete_fields if not getattr(field, "generated", False)]
    return [field for field in fields if not isinstance(field, BinaryField)]


def carried_rows(model: type[Model]) -> "QuerySet[Any]":
    """The rows themselves, in order of id."""
    return model._base_manager.filter(ONLY.get(model._meta.label, Q())).order_by("pk")


def names_user(field: "Field[Any, Any]") -> bool:
    """Whether the field says which user, so that it holds a name in the archive."""
    return field.related_model is get_user_model()


def rows_path(model: type[Model]) -> str:
    """Where in an archive the rows are."""
    return f"rows/{model._meta.label_lower}.jsonl"
