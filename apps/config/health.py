"""Is the site ready to answer?  For who watches over it, and for what sends it readers."""

from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from apps.search.index import standing


@require_safe
@never_cache
def ready(_request: HttpRequest) -> JsonResponse:
    """200 where searches are answered, else 503; JSON says what cannot be used, and what the index lacks."""
    try:
        index = standing()
    except Error:
        return JsonResponse({"ready": False, "database": "cannot be used"}, status=503)
    if index.being_made:
        search = "being made"
    elif index.documents is None:
        search = "missing"
    elif index.waiting is None:
        search = "to be made anew"
    else:
        search = "behind" if index.waiting else "up to date"
    about = {
        "index": search,
        "documents": index.documents,
        "changed_conferences": index.waiting,
        "can_be_written": index.can_be_written,
    }
    is_ready = index.documents is not None
    return JsonResponse({"ready": is_ready, "database": "ok", "search": about}, status=200 if is_ready else 503)
