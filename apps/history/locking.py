"""Rows that stay as they are while others that belong to them are changed."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def keep_in_place(rows: "QuerySet[Any]") -> None:
    """Until the transaction ends nobody locks these to change or delete them; others can keep them in place as well.

    It is the lock that the database itself takes when it writes a row that points to them, only earlier.
    """
    with suppress(EmptyResultSet), connection.cursor() as cursor:
        sql, values = rows.order_by("pk").values("pk").query.sql_with_params()
        cursor.execute(f"{sql} FOR KEY SHARE OF {connection.ops.quote_name(rows.model._meta.db_table)}", values)
