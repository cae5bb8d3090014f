from django.contrib import admin

from apps.conferences.admin.named import NamedAdmin
from apps.conferences.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(NamedAdmin):
    pass
