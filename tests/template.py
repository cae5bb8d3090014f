"""The migrated database that each worker's is a copy of: to copy takes a tenth of a second, to migrate ten."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

NAME = "test_rostrum_template"


def migrated_template() -> str:
    """The name of the database, which the first to ask makes and later runs find, until a migration is edited."""
    migrations = _migrations()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [NAME])  # the other workers wait
        cursor.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME])
        if cursor.fetchone() != (migrations,):
            _make(cursor)
            cursor.execute(f"COMMENT ON DATABASE {NAME} IS '{migrations}'")  # last: one half made is made again
    return NAME


def _migrations() -> str:
    files = sorted(settings.BASE_DIR.glob("apps/*/migrations/*.py"))
    return hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest()


def _make(cursor: Any) -> None:
    cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
    cursor.execute(f"CREATE DATABASE {NAME}")
    before, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], NAME
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
