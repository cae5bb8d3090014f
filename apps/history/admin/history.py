from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from apps.history.admin.up_to_date import rows_up_to_date, up_to_date, with_as_served
from apps.history.changes import changes_of_row
from apps.history.models import Act
from apps.history.shown import show

PER_PAGE = 100


class HistoryAdmin(admin.ModelAdmin):
    """An admin of tracked rows: the history page tells what changed, from what to what, who did it and in which act.

    A page that was open while somebody else changed its row, or a row below it, saves over nothing and says so.
    """

    object_history_template = "admin/history/object.html"

    class Media:
        css = {"all": ["css/admin.css"]}

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The row; where it is about to be changed, as it is once nobody else can change it any more."""
        obj = super().get_object(request, object_id, from_field)
        if obj is None or request.method != "POST" or not connection.in_atomic_block:
            return obj
        self.hold(obj.pk)
        return super().get_object(request, object_id, from_field)

    def hold(self, pk: Any) -> None:
        """Lock the row until the transaction ends: of two who save at once, the second sees what the first saved."""
        list(self.model._base_manager.select_for_update().filter(pk=pk).values_list("pk"))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        only_asked_for_its_fields = kwargs.get("fields", ()) is None
        return form if only_asked_for_its_fields else up_to_date(form)

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Iterator[Any]:
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            yield rows_up_to_date(formset), inline

    def get_inline_formsets(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[Any]:
        shown = super().get_inline_formsets(request, *args, **kwargs)
        for rows in shown:
            if rows.has_change_permission:
                rows.fieldsets = with_as_served(rows.fieldsets)
        return shown

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = kwargs.get("obj")
        if obj is not None and self.has_change_permission(request, obj):
            context["adminform"].fieldsets = with_as_served(context["adminform"].fieldsets)
        return super().render_change_form(request, context, *args, **kwargs)

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
