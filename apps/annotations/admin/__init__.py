"""Where people judge tags and keep the topics."""

from apps.annotations.admin.conference import ConferenceWithTagsAdmin
from apps.annotations.admin.entity import EntityAdmin
from apps.annotations.admin.mention import MentionAdmin
from apps.annotations.admin.report import ReportAdmin
from apps.annotations.admin.tag import TagAdmin
from apps.annotations.admin.topic import TopicAdmin
from apps.annotations.admin.turn import TurnWithTagsAdmin

__all__ = [
    "ConferenceWithTagsAdmin",
    "EntityAdmin",
    "MentionAdmin",
    "ReportAdmin",
    "TagAdmin",
    "TopicAdmin",
    "TurnWithTagsAdmin",
]
