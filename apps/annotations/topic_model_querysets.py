"""Who may look at the model while it is replaced.  PostgreSQL's table locks, which end with their transaction."""

from typing import TYPE_CHECKING

from django.db import connection, models

if TYPE_CHECKING:
    from apps.annotations.models import TopicModel  # noqa: F401


class TopicModelQuerySet(models.QuerySet["TopicModel"]):
    """Each of these lasts until the transaction ends.  Whoever only reads waits for nobody."""

    def hold(self) -> None:
        """Keep the model as it is while tags are written by it.  Any number may at once."""
        self._lock("ROW SHARE")

    def train_alone(self) -> None:
        """Be the only one who trains; annotation goes on."""
        self._lock("SHARE ROW EXCLUSIVE")

    def replace_alone(self) -> None:
        """Wait for whoever holds the model, and let nobody hold it meanwhile."""
        self._lock("EXCLUSIVE")

    def _lock(self, mode: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {connection.ops.quote_name(self.model._meta.db_table)} IN {mode} MODE")
