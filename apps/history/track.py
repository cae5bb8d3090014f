"""What a model declares so that its rows have a history."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.db import models

Model = TypeVar("Model", bound=models.Model)

BY_NO_MACHINE = pgtrigger.Condition(
    "NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'machine' IS NULL"
    " OR NULLIF(current_setting('pghistory.context_id', true), '') IS NULL"
)
"""A machine names its act; what says "machine" and names none is plain SQL like any other."""


def tracked(*fields: str) -> Callable[[type[Model]], type[Model]]:
    """Have the database write down every change of ``fields``, whoever makes it and by whatever means.

    An update and a deletion keep the row as it was, so that with the present row all that it ever was is known.
    An addition keeps the row as it came; what a machine adds in thousands is not written down (docs/adr/0009).
    """

    def wrap(model: type[Model]) -> type[Model]:
        track: Any = pghistory.track(
            pghistory.InsertEvent(condition=BY_NO_MACHINE),
            pghistory.UpdateEvent(row=pghistory.Old),
            pghistory.DeleteEvent(),
            fields=["id", *fields],
            obj_field=pghistory.ObjForeignKey(related_name="events", related_query_name="event"),
            model_name=f"{model.__name__}Event",
        )
        track(model)
        return model

    return wrap
