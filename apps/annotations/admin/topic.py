from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.template.defaultfilters import pluralize

from apps.annotations.admin.learned import LearnedAdmin
from apps.annotations.admin.phrase_preview import PhrasePreviewAdmin
from apps.annotations.models import Tag, Topic, TopicPhrase
from apps.conferences.admin.name import KeptNameAdmin
from apps.history.admin import HistoryAdmin

STAYS = (
    "{} tag{}. A topic that has tags is not deleted: rename it; or take its phrases away and reject its tags, and no"
    " reader sees it any more."
)


class PhraseFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        """Refuse one phrase entered on two rows at once."""
        super().clean()
        seen: set[str] = set()
        for form in self.forms:
            text = form.cleaned_data.get("text", "").lower() if form.is_valid() else ""
            if text in seen and not form.cleaned_data.get("DELETE"):
                form.add_error("text", "This phrase stands twice.")
            seen.add(text or str(id(form)))


class PhraseInline(admin.TabularInline):
    model = TopicPhrase
    formset = PhraseFormSet
    extra = 0


@admin.register(Topic)
class TopicAdmin(LearnedAdmin, PhrasePreviewAdmin, HistoryAdmin, KeptNameAdmin):
    other_names = "source_labels"
    list_display = ["name", "parent", "conferences", "phrase_count"]
    list_select_related = ["parent"]
    list_filter = [("parent", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "slug", "phrases__text"]
    autocomplete_fields = ["parent"]
    fields = ["name", "slug", "parent", "description", "source_labels"]
    inlines = [PhraseInline]

    def history_of(self, obj: Any) -> list[tuple[type[Model], dict[str, Any]]]:
        return [*super().history_of(obj), (TopicPhrase, {"topic": obj.pk})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        phrases = TopicPhrase.objects.filter(topic=OuterRef("pk")).order_by().values("topic")
        count = Coalesce(Subquery(phrases.annotate(n=Count("pk")).values("n")), 0)
        return Topic.objects.with_conference_counts().annotate(phrase_count=count)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """A topic that has tags stays, for what people decided about it stays."""
        listed, counts, lacking, protected = super().get_deleted_objects(objs, request)
        tags = Tag.objects.filter(topic__in=[topic.pk for topic in objs]).count()
        if tags:
            return listed, counts, lacking - {str(Tag._meta.verbose_name)}, [STAYS.format(tags, pluralize(tags))]
        return listed, counts, lacking, protected

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Topic], search_term: str
    ) -> tuple[QuerySet[Topic], bool]:
        if request.GET.get("model_name") == "topic" and request.GET.get("field_name") == "parent":
            queryset = queryset.filter(parent=None)  # topics have two levels
        found: tuple[QuerySet[Topic], bool] = super().get_search_results(request, queryset, search_term)
        return found

    @admin.display(ordering="conference_count")
    def conferences(self, obj: Topic) -> int:
        return obj.conference_count

    @admin.display(description="phrases", ordering="phrase_count")
    def phrase_count(self, obj: Any) -> int:
        return int(obj.phrase_count)
