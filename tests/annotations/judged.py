"""Turns about ferries that people judged: the phrase means something else in half of them."""

import itertools

from django.contrib.auth.models import User
from django.utils import timezone

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Tag, Topic
from apps.conferences.models import Conference, Turn
from tests import make

LANGUAGE = "qaa"  # invented, as ISO 639 has it: no model finds names in it, which would take longer
PORT = "The ferry left the {0} and the {1} for the island, as the {2} said."
TALE = "A ferry of {0}, the {1} tells us, is no more than a {2}."
BESIDE = "The {0}, the {1} and the {2} of the island wait for the next boat."
OTHER = "Prices of bread and energy rise, the {0} wrote, beside {1} and {2}."
OF_PORT = "harbour pier crossing captain quay landing".split()
OF_TALE = "poem story words metaphor legend riddle".split()
OF_BREAD = "council ledger budget baker winter market".split()


def ferries() -> Topic:
    topic = make.topic("Ferries")
    topic.phrases.create(text="ferry")
    return topic


def said(text: str, of: list[str], number: int) -> str:
    chosen = list(itertools.permutations(of, 3))
    return text.format(*chosen[number * 7 % len(chosen)])


def briefing(number: int, each: int) -> Conference:
    """So many turns about a ferry, as many where it is a figure of speech, as many about bread."""
    conference = make.conference(f"Briefing {number}", language=LANGUAGE)
    texts = [
        said(text, of, number * each + turn)
        for turn in range(each)
        for text, of in ((PORT, OF_PORT), (TALE, OF_TALE), (OTHER, OF_BREAD))
    ]
    Turn.objects.bulk_create(
        Turn(
            conference=conference,
            public_id=f"{conference.pk:05x}{position:05x}",
            position=position,
            exchange=0,
            kind="answer",
            text=text,
            first_line=1,
            last_line=1,
        )
        for position, text in enumerate(texts)
    )
    return conference


def judged(conferences: int = 6, each: int = 4) -> Topic:
    """Ferries, of which an editor confirmed each that floats and rejected each that is a figure of speech.

    Each turn about bread was judged for Bread, which has no phrase.
    """
    topic, bread = ferries(), make.topic("Bread")
    editor = User.objects.get_or_create(username="editor")[0]
    for number in range(conferences):
        briefing(number, each)
    annotate_pending()
    Tag.objects.filter(turn__text__startswith="The ferry").confirm(editor)
    Tag.objects.filter(turn__text__startswith="A ferry").reject(editor)
    Tag.objects.bulk_create(
        Tag(
            conference_id=turn.conference_id,
            turn=turn,
            topic=bread,
            status=Tag.Status.CONFIRMED,
            decided_by=editor,
            decided_at=timezone.now(),
        )
        for turn in Turn.objects.filter(text__startswith="Prices")
    )
    return topic
