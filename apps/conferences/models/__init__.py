"""The record: who said what, where and when, as the source prints it."""

from apps.conferences.models.conference import Conference
from apps.conferences.models.conference_address import ConferenceAddress
from apps.conferences.models.conflict import Conflict
from apps.conferences.models.distinct import DistinctOrganisations, DistinctSpeakers
from apps.conferences.models.import_run import ImportedFile, ImportRun
from apps.conferences.models.named import Named
from apps.conferences.models.organisation import Organisation
from apps.conferences.models.source import Source
from apps.conferences.models.source_file import SourceFile
from apps.conferences.models.speaker import Speaker
from apps.conferences.models.turn import Turn
from apps.conferences.models.turn_key import TurnKey
from apps.conferences.models.turn_version import TurnVersion
from apps.conferences.models.upload import Upload, UploadedFile

__all__ = [
    "Conference",
    "ConferenceAddress",
    "Conflict",
    "DistinctOrganisations",
    "DistinctSpeakers",
    "ImportRun",
    "ImportedFile",
    "Named",
    "Organisation",
    "Source",
    "SourceFile",
    "Speaker",
    "Turn",
    "TurnKey",
    "TurnVersion",
    "Upload",
    "UploadedFile",
]
