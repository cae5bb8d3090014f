"""What the source itself says a conference is about: tags on the whole conference, confirmed by the source."""

from collections.abc import Iterable

from django.db.models import F
from django.utils.text import slugify

from apps.annotations.models import Tag, Topic
from apps.annotations.plain_text import plain
from apps.conferences.models import Conference

LONGEST = 100  # characters of a topic's name


def tag_source_topics(conference: Conference, labels: Iterable[str]) -> None:
    """Tag ``conference`` with the topics that its source lists, and with no other source topic.

    What a person decided stays, and so does any tag that stands there already.  One query if nothing is listed and
    nothing stands.
    """
    topics = {topic.pk for topic in _topics(labels)}
    standing = {tag.topic_id: tag for tag in Tag.objects.filter(conference=conference, turn=None).order_by()}
    added = [
        Tag(conference=conference, topic_id=topic, origin=Tag.Origin.SOURCE, status=Tag.Status.CONFIRMED)
        for topic in sorted(topics - standing.keys())
    ]
    if added:
        Tag.objects.bulk_create(added, ignore_conflicts=True)  # an editor may tag it this very moment
    gone = [tag.pk for topic, tag in standing.items() if topic not in topics and tag.origin == Tag.Origin.SOURCE]
    if gone:
        Tag.objects.undecided().filter(pk__in=gone).delete()


def _topics(labels: Iterable[str]) -> list[Topic]:
    """The topics that the labels mean, by source label first, by name second; an unknown label becomes a topic.

    Of two topics with one name the one on the first level is meant.
    """
    wanted = {_key(label): label for text in labels if (label := " ".join(text.split())[:LONGEST])}
    if not wanted:
        return []
    everything = list(Topic.objects.order_by(F("parent_id").asc(nulls_first=True), "pk"))
    known = {_key(topic.name): topic for topic in reversed(everything)}
    known |= {_key(label): topic for topic in reversed(everything) for label in topic.source_labels}
    slugs = {topic.slug for topic in everything}
    return [known.get(key) or _new_topic(label, slugs) for key, label in wanted.items()]


def _key(label: str) -> str:
    return plain(label).casefold()


def _new_topic(label: str, slugs: set[str]) -> Topic:
    stem = slugify(label)[: LONGEST - 5] or "topic"
    slug = next(slug for n in range(1, 10_000) if (slug := f"{stem}-{n}" if n > 1 else stem) not in slugs)
    slugs.add(slug)
    return Topic.objects.get_or_create(parent=None, name=label, defaults={"slug": slug, "source_labels": [label]})[0]
