from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class HistoryConfig(AppConfig):
    name = "apps.history"

    def ready(self) -> None:
        connection_created.connect(_tell_triggers_that_none_is_ignored)


def _tell_triggers_that_none_is_ignored(connection: Any, **_: Any) -> None:
    """So that each row's triggers read a setting: where there is none they catch an error, a subtransaction a row.

    Deleting 22,000 turns took 16 seconds with that, and takes one without.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', false)")
