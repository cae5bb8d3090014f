from django.db import models
from django.db.models import Func
from django.db.models.functions import Now

PRUNED = 0
"""In place of a conference: here the log forgot what was earlier."""


class TransactionField(models.Field):  # type: ignore[type-arg]
    """PostgreSQL's number of a transaction."""

    def db_type(self, connection: object) -> str:  # noqa: ARG002
        return "xid8"


class Change(models.Model):
    """A transaction touched what the index holds of a conference, or of all of them (``conference`` null).

    The database itself writes it, whoever changes what (migration 0002).
    """

    transaction = TransactionField(db_default=Func(function="pg_current_xact_id"), db_index=True)
    conference = models.BigIntegerField(null=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.conference}, {self.at}"
