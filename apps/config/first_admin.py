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
    """Give the user ``admin`` a random password and all rights if there is no superuser yet.

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
    admin, _ = get_user_model().objects.get_or_create(username="admin")  # an archive may have brought the name
    admin.is_active = admin.is_staff = admin.is_superuser = True
    admin.set_password(password)
    admin.save()
    return password
