"""Rows as JSON objects, field by field."""

import datetime
import json
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Field, ForeignKey, Model

from apps.archive.accounts import Arriving, Departing
from apps.archive.carried import carried_fields, names_user

LEFT_TO_THE_DATABASE = (MaxLengthValidator, MinValueValidator, MaxValueValidator)


def to_line(row: dict[str, Any]) -> bytes:
    """One line of JSON Lines; the same row makes the same bytes."""
    text = json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_as_text)
    return text.encode() + b"\n"


def _as_text(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    raise TypeError(f"An archive cannot hold a {type(value).__name__}.")


def depart(model: type[Model], accounts: Departing) -> Callable[[tuple[Any, ...]], dict[str, Any]]:
    """How the values of ``carried_fields(model)`` become a row of the archive."""
    names = [field.name for field in carried_fields(model)]
    users = [field.name for field in carried_fields(model) if names_user(field)]
    is_act = model._meta.label == "pghistory.Context"

    def convert(values: tuple[Any, ...]) -> dict[str, Any]:
        row = dict(zip(names, values, strict=True))
        for name in users:
            row[name] = accounts.name(row[name])
        if is_act and "user" in row["metadata"]:
            row["metadata"] = {**row["metadata"], "user": accounts.name(row["metadata"]["user"])}
        return row

    return convert


def arrive(model: type[Model], accounts: Arriving) -> Callable[[Any], dict[str, Any]]:
    """How a line's data becomes a row, by column.  That raises ValueError with a sentence for what is none."""
    fields = {field.name: field for field in carried_fields(model)}
    is_act, is_history = model._meta.label == "pghistory.Context", hasattr(model, "pgh_tracked_model")

    def convert(data: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise ValueError("it is no JSON object")
        if unknown := [name for name in data if name not in fields]:
            raise ValueError(f"there is no field {unknown[0]!r}")
        if missing := [name for name in fields if name not in data]:
            raise ValueError(f"the field {missing[0]!r} is missing")
        row: dict[str, Any] = {}
        for name, field in fields.items():
            value = accounts.pk(data[name]) if names_user(field) else data[name]
            if not _fits(field, value):
                raise ValueError(f"{name!r} cannot be {_short(value)}")
            if not is_history:  # what was once allowed stays in the history
                _validate(field, value)
            row[str(field.column)] = value
        if is_act and "user" in row["metadata"]:
            row["metadata"] = {**row["metadata"], "user": accounts.pk(row["metadata"]["user"])}
        return row

    return convert


def _validate(field: "Field[Any, Any]", value: Any) -> None:
    """Slugs, addresses and choices; lengths and ranges the database minds itself."""
    if field.choices and value is not None and value not in {choice for choice, _ in field.flatchoices}:
        raise ValueError(f"{field.name!r} cannot be {_short(value)}")
    if all(isinstance(validator, LEFT_TO_THE_DATABASE) for validator in field.validators):
        return
    try:
        field.run_validators(value)
    except ValidationError as error:
        raise ValueError(f"{field.name!r} cannot be {_short(value)}: {error.messages[0]}") from error


def _fits(field: "Field[Any, Any]", value: Any) -> bool:
    """Whether the value is of the field's type."""
    if value is None:
        return field.null
    if isinstance(field, ForeignKey):
        return _fits(field.target_field, value)
    if isinstance(field, ArrayField):
        return isinstance(value, list) and all(_fits(field.base_field, item) for item in value)
    if isinstance(field, models.JSONField):
        return field.default not in (dict, list) or isinstance(value, field.default)
    return next(fits(value) for kind, fits in TYPES.items() if isinstance(field, kind))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\0" not in value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_written_as(read: Callable[[str], Any], write: Callable[[Any], str]) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        try:
            return isinstance(value, str) and write(read(value)) == value
        except ValueError:
            return False

    return fits


TYPES: dict[type["Field[Any, Any]"], Callable[[Any], bool]] = {
    models.IntegerField: _is_whole,
    models.BooleanField: lambda value: isinstance(value, bool),
    models.FloatField: _is_number,
    models.CharField: _is_text,
    models.TextField: _is_text,
    models.DateTimeField: _is_written_as(datetime.datetime.fromisoformat, datetime.datetime.isoformat),
    models.DateField: _is_written_as(datetime.date.fromisoformat, datetime.date.isoformat),
    models.UUIDField: _is_written_as(uuid.UUID, str),
}


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"
