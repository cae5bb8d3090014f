from typing import Any

from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware


class ActMiddleware(HistoryMiddleware):
    """What a request changes is one act, of who is signed in; the name is kept for when the account is gone."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        name = request.user.get_username()
        return {**super().get_context(request), **({"user_name": name} if name else {})}
