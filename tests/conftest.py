from typing import Any

import pytest
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _plain_static_names(settings: Settings) -> None:
    """Pages render without `collectstatic` having run, which gives static files their hashed names."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@receiver(connection_created)
def _may_truncate(connection: Any, **kwargs: Any) -> None:
    """After some tests Django empties all tables by TRUNCATE, which Rostrum otherwise refuses."""
    with connection.cursor() as cursor:
        cursor.execute("SET rostrum.may_truncate = 'on'")
