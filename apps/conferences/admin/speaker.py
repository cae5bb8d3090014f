from django.contrib import admin

from apps.conferences.admin.name import KeptNameAdmin
from apps.conferences.models import Speaker
from apps.history.admin import HistoryAdmin


@admin.register(Speaker)
class SpeakerAdmin(HistoryAdmin, KeptNameAdmin):
    list_display = ["name", "aliases", "merged_into"]
    list_select_related = ["merged_into"]
    search_fields = ["name", "aliases"]
    autocomplete_fields = ["merged_into"]
