from typing import Self

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from pghistory.models import Context


class ActQuerySet(models.QuerySet["Act"]):
    def with_user_name(self) -> Self:
        """Give each act ``user_name``: who did it, or None where nobody was signed in or the account is gone."""
        user = Cast(KeyTextTransform("user", OuterRef("metadata")), BigIntegerField())
        names = get_user_model().objects.filter(pk=user).values("username")
        return self.annotate(user_name=Subquery(names))


class Act(Context):
    """Changes that belong together: one request, one file of an import, one transaction of plain SQL.

    ``metadata`` says what is known: ``user`` (id) and ``user_name`` as it was then, ``act`` (a few words), ``url``,
    ``machine``, ``file``, ``run``, ``undoes`` (the act taken back), ``system_user`` for a command of the operating
    system's user, and ``database_user`` for plain SQL.
    """

    user_name: str | None  # only where ``with_user_name`` was asked for

    objects = ActQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        proxy = True
        ordering = ["-created_at", "-id"]
        default_permissions = ("view",)
        permissions = [("undo_act", "Can undo an act")]

    def __str__(self) -> str:
        if name := self.metadata.get("act"):
            return str(name)
        return "Plain SQL" if "database_user" in self.metadata else "Correction"

    @property
    def who(self) -> str:
        """Who did it, as far as anybody can tell."""
        if self.user_name:
            return self.user_name
        if name := self.metadata.get("user_name"):
            return f"{name} (the account is gone)"
        if name := self.metadata.get("system_user"):
            return f"{name}, by a command"
        if self.is_machine:
            return "nobody: Rostrum itself"
        if name := self.metadata.get("database_user"):
            return f"database user {name}"
        return "an account that is gone" if self.metadata.get("user") else "unknown"

    @property
    def is_machine(self) -> bool:
        """Whether a program did it by itself.  What such an act added is not written down, so it cannot be undone."""
        return bool(self.metadata.get("machine"))


class KeptRow(models.Model):
    """A row as it was when it was deleted, with all its columns, so that an undo can bring it back.

    Triggers write it (history_keep_row, migration 0002) for what the events do not hold whole.
    """

    act = models.ForeignKey(Context, models.DO_NOTHING, db_constraint=False, related_name="+")
    table = models.CharField(max_length=100)
    row = models.JSONField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.table}: {self.row.get('id', '')}"
