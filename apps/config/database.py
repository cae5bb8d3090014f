"""Which PostgreSQL to talk to."""

import os
from typing import Any

import dj_database_url


def database_settings() -> Any:
    """Django's ``DATABASES["default"]``: ``DATABASE_URL`` if set, else the embedded server under ``var/``."""
    if url := os.environ.get("DATABASE_URL"):
        return dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    return {"ENGINE": "apps.config.embedded", "NAME": "rostrum", "USER": "postgres", "CONN_MAX_AGE": 60}
