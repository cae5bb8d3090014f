"""The account that a new installation begins with."""

import os
import secrets
import time
from pathlib import Path

from django.contrib.auth import get_user_model


def has_administrator() -> bool:
    """Whether this database has a superuser: if not, nobody has used it yet."""
    return get_user_model().objects.filter(is_superuser=True).exists()


def ensure_admin(password_file: Path) -> str | None:
    """Create the user ``admin`` with a random password if there is no superuser yet.

    Returns the password, which is also kept in ``password_file`` (readable by its owner only), or None
    where an administrator exists.  A file from another database is put aside, not overwritten.
    """
    if has_administrator():
        return None
    password = secrets.token_urlsafe(12)
    if password_file.exists():
        password_file.rename(f"{password_file}-until-{time.strftime('%Y%m%dT%H%M%S')}")
    descriptor = os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(password + "\n")
    get_user_model().objects.create_superuser("admin", password=password)
    return password
