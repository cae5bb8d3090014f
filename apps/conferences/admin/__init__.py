"""Where people correct the record."""

from django.contrib import admin

from apps.conferences.admin.conference import ConferenceAdmin
from apps.conferences.admin.conflict import ConflictAdmin
from apps.conferences.admin.import_run import ImportRunAdmin
from apps.conferences.admin.organisation import OrganisationAdmin
from apps.conferences.admin.source import SourceAdmin
from apps.conferences.admin.speaker import SpeakerAdmin
from apps.conferences.admin.turn import TurnAdmin
from apps.conferences.admin.upload import UploadAdmin

__all__ = [
    "ConferenceAdmin",
    "ConflictAdmin",
    "ImportRunAdmin",
    "OrganisationAdmin",
    "SourceAdmin",
    "SpeakerAdmin",
    "TurnAdmin",
    "UploadAdmin",
]

admin.site.site_header = admin.site.site_title = "Rostrum"
admin.site.index_title = "Correct and review"
