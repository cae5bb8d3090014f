from django.contrib import admin
from django.db import models

from apps.conferences.admin.slug import KeptSlugAdmin
from apps.conferences.models import Source


@admin.register(Source)
class SourceAdmin(KeptSlugAdmin):
    list_display = ["name", "url"]
    search_fields = ["name"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
