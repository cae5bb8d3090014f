"""Suggestions in the review queue, and what is pressed there."""

from django.test import Client

from apps.annotations.models import Tag, Topic
from apps.conferences.models import Conference, Turn
from tests import make

QUEUE = "/admin/annotations/tag/review/"


def suggestion(
    about: Topic, score: float | None = 0.5, on: Conference | Turn | None = None, text: str = "Rockets."
) -> Tag:
    turn = on if isinstance(on, Turn) else make.turn(on or make.conference(), text)
    return make.tag(turn, about, origin="rule", status="suggested", score=score, evidence=[[0, 7]])


def judged(client: Client, tag: Tag, decision: str, query: str = "", **more: object) -> str:
    """What the queue says next."""
    sent = {"tag": tag.pk, "decision": decision, **more}
    return client.post(f"{QUEUE}{query}", sent, follow=True).content.decode()
