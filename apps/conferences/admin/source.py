from django.contrib import admin
from django.db import models

from apps.conferences.admin.name import KeptNameAdmin
from apps.conferences.models import Source
from apps.history.admin import HistoryAdmin


@admin.register(Source)
class SourceAdmin(HistoryAdmin, KeptNameAdmin):
    list_display = ["name", "aliases", "url"]
    search_fields = ["name", "aliases"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
