"""Queries whose SQL is made once: to make it takes Django several times as long as PostgreSQL to answer it."""

from typing import Any

from django.db import connection
from django.db.models import BooleanField, Expression, F, Func, QuerySet
from django.utils.functional import cached_property


class Given(Expression):
    """In a query, what is given by that name each time that it is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, *_: Any, **__: Any) -> Any:
        return "%s", [self]


class Among(Func):
    """Whether a column's value is in the list that is given by that name."""

    template, arg_joiner, output_field = "%(expressions)s)", " = ANY(", BooleanField()

    def __init__(self, column: str, name: str) -> None:
        super().__init__(F(column), Given(name))


class PairAmong(Func):
    """Whether the values of two columns are together in the pairs, a tuple of tuples, that are given by that name."""

    template, arg_joiner, output_field = "%(expressions)s", " IN ", BooleanField()

    def __init__(self, one: str, other: str, name: str) -> None:
        super().__init__(Func(F(one), F(other), function="ROW", output_field=BooleanField()), Given(name))


class Prepared:
    """``rows``, a queryset of ``values_list`` in which things are ``Given``; to be called with these by name."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        self._rows = rows

    def __call__(self, **given: Any) -> list[tuple[Any, ...]]:
        """The rows as the driver reads them: JSON as text.  One query."""
        sql, parameters = self._made
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[one.name] if isinstance(one, Given) else one for one in parameters])
            rows: list[tuple[Any, ...]] = cursor.fetchall()
            return rows

    @cached_property
    def _made(self) -> tuple[str, tuple[Any, ...]]:
        sql, parameters = self._rows.query.sql_with_params()
        return sql, parameters
