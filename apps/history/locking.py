"""Rows that stay while others that belong to them are changed, and what is done where two wait in a circle."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet
from psycopg2.errors import DeadlockDetected

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


def is_deadlock(error: BaseException) -> bool:
    """Whether the database ended the transaction because two waited for each other."""
    return isinstance(error, OperationalError) and isinstance(error.__cause__, DeadlockDetected)


def atomic_again(function: Callable[Given, Returned]) -> Callable[Given, Returned]:
    """A transaction that takes rows of many conferences or people, in another order than an import may hold them.

    If the two wait for each other the database ends one; if that is this one, it is done once more and then waits.
    """

    @wraps(function)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Returned:
        is_outermost = not connection.in_atomic_block
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except OperationalError as error:
            if not (is_outermost and is_deadlock(error)):
                raise
        with transaction.atomic():
            return function(*args, **kwargs)

    return run


def keep_in_place(rows: "QuerySet[Any]") -> None:
    """Until the transaction ends nobody locks these to change or delete them; others can keep them in place as well.

    It is the lock that the database itself takes when it writes a row that points to them, only earlier.
    """
    with suppress(EmptyResultSet), connection.cursor() as cursor:
        sql, values = rows.order_by("pk").values("pk").query.sql_with_params()
        cursor.execute(f"{sql} FOR KEY SHARE OF {connection.ops.quote_name(rows.model._meta.db_table)}", values)
