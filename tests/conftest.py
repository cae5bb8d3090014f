import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _plain_static_names(settings: Settings) -> None:
    """Pages render without `collectstatic` having run, which gives static files their hashed names."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """A hash that takes a third of a second protects nobody here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
