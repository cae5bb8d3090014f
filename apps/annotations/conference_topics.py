"""What conferences are about.  It follows from the tags each time it is asked, so it is never stale."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg, BoolOr
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Count, Exists, F, Max, OuterRef, Q

from apps.annotations.models import Tag, Topic
from apps.conferences.prepared import Among, Prepared
from apps.conferences.querysets import ConferenceQuerySet

VOUCHING = [Tag.Origin.SOURCE, Tag.Origin.HUMAN, Tag.Origin.MODEL, Tag.Origin.RULE]


@dataclass(frozen=True, slots=True)
class ConferenceTopic:
    """A topic that readers see on a conference.

    ``status`` is "confirmed" as soon as one of its tags is, else "suggested".  ``origin`` is who first vouches
    for it: "source" before "human" before "model" before "rule".  ``turns`` is on how many turns it stands;
    0 if only the conference as a whole carries it.
    """

    topic: Topic
    origin: Tag.Origin
    status: Tag.Status
    turns: int


def conferences_about(conferences: ConferenceQuerySet, topics: Iterable[Topic]) -> ConferenceQuerySet:
    """Those of ``conferences`` on which readers see every one of ``topics``, anywhere in them.

    A topic stands for the topics below it too.  No topics: all conferences.  Adds no duplicates, keeps the order.
    """
    for topic in topics:
        conferences = conferences.filter(Exists(Tag.objects.shown().about(topic).filter(conference=OuterRef("pk"))))
    return conferences


def conference_topics(conferences: Iterable[int]) -> dict[int, list[ConferenceTopic]]:
    """By the ids of conferences the topics of each, in one query; a conference without topics has an empty list.

    First what the source or a person confirmed, then what stands on the most turns, then the surest, then by name.
    """
    ids = list(conferences)
    found: dict[int, list[ConferenceTopic]] = {pk: [] for pk in ids}
    topics: dict[int, Topic] = {}
    for conference, pk, *named, turns, confirmed, _, origins in _told()(conferences=ids):
        if pk not in topics:
            topics[pk] = Topic.from_db(DEFAULT_DB_ALIAS, ("id", "parent_id", "name", "slug"), (pk, *named))
        found[conference].append(
            ConferenceTopic(
                topic=topics[pk],
                origin=Tag.Origin(min(origins, key=VOUCHING.index)),
                status=Tag.Status.CONFIRMED if confirmed else Tag.Status.SUGGESTED,
                turns=turns,
            )
        )
    return found


@cache
def _told() -> Prepared:
    tags: Any = Tag.objects.shown().filter(Among("conference", "conferences")).order_by()
    about = tags.values_list("conference", *_TOPIC).annotate(
        turns=Count("turn"),
        confirmed=BoolOr(Q(status="confirmed")),
        surest=Max("score"),
        origins=ArrayAgg("origin", distinct=True),
    )
    return Prepared(about.order_by("-confirmed", "-turns", F("surest").desc(nulls_last=True), "topic__name"))


_TOPIC = ("topic", "topic__parent", "topic__name", "topic__slug")
"""In the order of the model's fields, as ``from_db`` takes them."""
