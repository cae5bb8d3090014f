"""Which PostgreSQL to talk to."""

import os
from typing import Any

import dj_database_url


def database_settings() -> Any:
    """Django's ``DATABASES["default"]``: ``DATABASE_URL`` if set, else the embedded server under ``var/``.

    Ends the program with one sentence if ``DATABASE_URL`` names anything but a PostgreSQL.
    """
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "apps.config.embedded",
            "NAME": "rostrum",
            "USER": "postgres",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    if not url.startswith(("postgres://", "postgresql://")):
        raise SystemExit("DATABASE_URL must name a PostgreSQL, like postgres://user:password@host:5432/rostrum.")
    return dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
