"""One event that two sources publish is one event to learn from."""

import random

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from apps.annotations.learning.events import MOST_PUBLICATIONS, events_of
from apps.annotations.learning.training import train
from apps.annotations.models import LearnedTopic, Tag
from apps.conferences.models import Conference
from tests import make

pytestmark = pytest.mark.django_db
LONG = "The harbour stays open through the winter, and the ferry goes each morning. " * 3


def saying(*texts: str) -> Conference:
    conference = make.conference()
    for text in texts:
        make.turn(conference, text)
    return conference


def test_conferences_that_share_a_long_turn_are_one_event_however_it_is_set() -> None:
    one, other = saying(LONG, "Thank you."), saying("Good day.", LONG.upper().replace(", ", " —\n"))
    third, alone = saying(f"{LONG} More."), saying("Thank you.")
    events = events_of([each.pk for each in (one, other, third, alone)])
    assert events[one.pk] == events[other.pk]
    assert len(set(events.values())) == 3


def test_events_are_joined_over_what_each_publication_shares_with_the_next() -> None:
    first, second, third = LONG, f"{LONG} And so on.", f"{LONG} And more."
    chain = [saying(first), saying(first, second), saying(second, third), saying(third)]
    assert len(set(events_of([each.pk for each in chain]).values())) == 1


def test_a_formula_that_stands_everywhere_makes_no_event() -> None:
    pks = [saying(LONG).pk for _ in range(MOST_PUBLICATIONS + 1)]
    assert len(set(events_of(pks).values())) == len(pks)


def test_who_learns_each_turn_by_heart_is_not_called_right_because_two_sources_publish_it() -> None:
    coin = random.Random(5)
    lexicon = ["".join(coin.choice("bdfgklmnprst") + coin.choice("aeiou") for _ in range(3)) for _ in range(900)]
    editor, topic = User.objects.create_user("ana"), make.topic("Coin")
    for _ in range(20):
        said = [(" ".join(coin.choices(lexicon, k=60)), coin.random() < 0.5) for _ in range(5)]
        for _ in ("one source", "another"):
            conference = make.conference()
            for text, right in said:
                Tag.objects.create(
                    conference=conference,
                    turn=make.turn(conference, text),
                    topic=topic,
                    status="confirmed" if right else "rejected",
                    decided_by=editor,
                    decided_at=timezone.now(),
                )
    train()
    row = LearnedTopic.objects.get()
    assert row.f1 is not None
    assert row.f1 < 0.7  # nine in ten, were a fold to see what the other publication says
    assert row.scored_by != "the model"
