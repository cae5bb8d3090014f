"""The record: who said what, where and when, as the source prints it."""

from apps.conferences.models.conference import Conference
from apps.conferences.models.conflict import Conflict
from apps.conferences.models.import_run import ImportedFile, ImportRun
from apps.conferences.models.organisation import Organisation
from apps.conferences.models.source import Source
from apps.conferences.models.source_file import SourceFile
from apps.conferences.models.speaker import Speaker
from apps.conferences.models.turn import Turn
from apps.conferences.models.turn_key import TurnKey
from apps.conferences.models.turn_version import TurnVersion

__all__ = [
    "Conference",
    "Conflict",
    "ImportRun",
    "ImportedFile",
    "Organisation",
    "Source",
    "SourceFile",
    "Speaker",
    "Turn",
    "TurnKey",
    "TurnVersion",
]
