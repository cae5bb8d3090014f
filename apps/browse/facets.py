"""What each filter offers, with how many conferences each choice would leave under the other filters."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from apps.annotations.models import Tag, Topic
from apps.browse.filters import ConferenceFilter
from apps.conferences.models import Source, Speaker, Turn

MOST_SPEAKERS = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; ``count`` is how many conferences it leaves."""

    value: str
    name: str
    count: int
    chosen: bool
    below: "list[Choice]" = field(default_factory=list)


def topic_choices(filterset: ConferenceFilter) -> list[Choice]:
    """The topic tree.  All chosen topics must occur, so a count is under those as well.  Three queries."""
    tags = Tag.objects.shown().filter(conference__in=filterset.qs.order_by().values("pk")).order_by()
    if status := filterset.values.get("status"):
        tags = tags.vouched_for_by(status)
    number = Count("conference", distinct=True)
    counts = dict(tags.values_list("topic").annotate(number))
    counts |= dict(tags.values_list(Coalesce("topic__parent", "topic")).annotate(number))
    chosen = filterset.values.get("topic", [])
    topics = list(Topic.objects.order_by("name"))

    def choices(parent: int | None) -> list[Choice]:
        return [
            Choice(topic.slug, topic.name, counts.get(topic.pk, 0), topic in chosen, choices(topic.pk))
            for topic in topics
            if topic.parent_id == parent and (topic.pk in counts or topic in chosen or _below(topic, chosen))
        ]

    return choices(None)


def _below(topic: Topic, chosen: Iterable[Topic]) -> bool:
    return any(one.parent_id == topic.pk for one in chosen)


def speaker_choices(filterset: ConferenceFilter) -> list[Choice]:
    """Those heard at the most conferences, and the chosen one.  Two queries, or three."""
    conferences = filterset.leaving_out("speaker").order_by()
    turns = Turn.objects.standing().filter(conference__in=conferences.values("pk")).exclude(speaker=None)
    person = Coalesce("speaker__survivor", "speaker")
    heard = turns.values_list(person).annotate(n=Count("conference", distinct=True))
    counts = dict(heard.order_by("-n", person)[:MOST_SPEAKERS])  # of as many, the same ones each time
    chosen = filterset.values.get("speaker")
    if chosen and chosen.pk not in counts:
        counts[chosen.pk] = filterset.qs.count()
    speakers = Speaker.objects.filter(pk__in=counts).order_by("name", "pk")
    return [Choice(one.slug, one.name, counts[one.pk], one == chosen) for one in speakers]


def source_choices(filterset: ConferenceFilter) -> list[Choice]:
    """Every source that has something to offer, and the chosen one.  One query."""
    conferences = filterset.leaving_out("source").order_by()
    chosen = filterset.values.get("source")
    counted = Count("conferences", filter=Q(conferences__in=conferences.values("pk")))
    sources = Source.objects.annotate(n=counted).order_by("name", "pk")
    return [Choice(one.slug, one.name, one.n, one == chosen) for one in sources if one.n or one == chosen]
