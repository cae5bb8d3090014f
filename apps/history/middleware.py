from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from pghistory.middleware import HistoryMiddleware

from apps.history.locking import is_deadlock


class ActMiddleware(HistoryMiddleware):
    """What a request changes is one act, of who is signed in; the name is kept for when the account is gone."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        name = request.user.get_username()
        return {**super().get_context(request), **({"user_name": name} if name else {})}

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Where two waited for each other one was ended by the database, which is nobody's fault: say what to do."""
        return render(request, "503.html", status=503) if is_deadlock(exception) else None
