"""The account that a new installation begins with."""

import os
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model


def ensure_admin(password_file: Path) -> str | None:
    """Create the user ``admin`` with a random password if there is no superuser yet.

    Returns the password, which is also kept in ``password_file`` (readable by its owner only), or None
    where an administrator exists.
    """
    users = get_user_model().objects
    if users.filter(is_superuser=True).exists():
        return None
    password = secrets.token_urlsafe(12)
    password_file.unlink(missing_ok=True)
    descriptor = os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(password + "\n")
    users.create_superuser("admin", password=password)
    return password
