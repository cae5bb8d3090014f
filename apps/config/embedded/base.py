"""Django's PostgreSQL engine, on the embedded server (``ENGINE = "apps.config.embedded"``)."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base

from apps.config.embedded.hold import hold_server


class DatabaseWrapper(base.DatabaseWrapper):
    """Starts the server at the first connection, so that commands without a database start nothing."""

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params["host"] = str(hold_server(settings.VAR_DIR))
        return params
