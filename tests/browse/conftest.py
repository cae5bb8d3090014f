from collections.abc import Iterator

import pytest
from django.test import override_settings

PLAIN = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(autouse=True, scope="session")
def _static_names_without_collectstatic() -> Iterator[None]:
    with override_settings(STORAGES=PLAIN):
        yield
