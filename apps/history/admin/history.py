from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from apps.history.changes import changes_of_row
from apps.history.models import Act
from apps.history.shown import show

PER_PAGE = 100


class HistoryAdmin(admin.ModelAdmin):
    """An admin of tracked rows: the history page tells what changed, from what to what, who did it and in which act."""

    object_history_template = "admin/history/object.html"

    class Media:
        css = {"all": ["css/admin.css"]}

    def history_of(self, obj: Any) -> list[tuple[type[Model], dict[str, Any]]]:
        """The rows whose changes belong to the history of ``obj``, each as a model and a filter on its events."""
        return [(self.model, {"pgh_obj": obj.pk})]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        rows_of = self.history_of(obj) if obj else []
        changes = [change for model, of in rows_of for change in changes_of_row(model, **of)]
        changes.sort(key=lambda change: change.when, reverse=True)
        page = Paginator(changes, PER_PAGE).get_page(request.GET.get("p"))
        shown = show(page)
        acts = Act.objects.with_user_name().in_bulk({change.act_id for change in page})
        rows = [{"shown": one, "act": acts.get(one.change.act_id)} for one in shown]
        return super().history_view(
            request,
            object_id,
            {
                "title": f"History: {obj}",
                "rows": rows,
                "page": page,
                "media": self.media,
                "may_see_acts": request.user.has_perm("history.view_act"),
                **(extra_context or {}),
            },
        )
