"""The pages.  Each view starts with what the address may hold and ends with a template."""

from apps.browse.views.concordance import concordance, concordance_csv
from apps.browse.views.conference import conference, source_text, undated_conference, undated_source_text
from apps.browse.views.conferences import conferences
from apps.browse.views.entities import entities, entity
from apps.browse.views.home import home
from apps.browse.views.judge import judge_turn
from apps.browse.views.organisations import organisation, organisations
from apps.browse.views.passages import passages
from apps.browse.views.report import report_conference, report_turn
from apps.browse.views.search_help import search_help
from apps.browse.views.speakers import speaker, speakers
from apps.browse.views.topics import topic, topics
from apps.browse.views.trends import trends, trends_csv
from apps.browse.views.turn import cite_turn, turn

__all__ = [
    "cite_turn",
    "concordance",
    "concordance_csv",
    "conference",
    "conferences",
    "entities",
    "entity",
    "home",
    "judge_turn",
    "organisation",
    "organisations",
    "passages",
    "report_conference",
    "report_turn",
    "search_help",
    "source_text",
    "speaker",
    "speakers",
    "topic",
    "topics",
    "trends",
    "trends_csv",
    "turn",
    "undated_conference",
    "undated_source_text",
]
