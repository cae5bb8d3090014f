"""No table is forgotten."""

import pytest
from django.db.models import ForeignKey, JSONField

from apps.archive.carried import LEFT_OUT, ROOMS, carried_fields, carried_models, is_left_out, stored_models
from apps.archive.values import TYPES


def test_every_model_is_carried_or_left_out_for_a_reason() -> None:
    forgotten = [m._meta.label for m in stored_models() if m not in carried_models() and not is_left_out(m)]
    assert not forgotten, "Name its app in ROOMS, or it in LEFT_OUT with the reason (apps/archive/carried.py)."


def test_nothing_is_left_out_that_there_is_not() -> None:
    there = {name for model in stored_models() for name in (model._meta.label, model._meta.app_label)}
    assert LEFT_OUT.keys() <= there
    assert not ROOMS & LEFT_OUT.keys()


@pytest.mark.parametrize("model", carried_models(), ids=lambda model: model._meta.label)
def test_every_field_is_of_a_type_that_an_archive_can_check(model: type) -> None:
    for field in carried_fields(model):
        plain = getattr(field, "base_field", field.target_field if isinstance(field, ForeignKey) else field)
        assert isinstance(plain, (*TYPES, JSONField)), field
