"""Bring a topic list into the database without undoing what people did there.

``Topic.listed`` keeps what the list said when it was last loaded.  What still stands as it was listed follows the list;
what differs from that a person changed, and it stays (docs/adr/0005).
"""

from collections import Counter
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import F
from django.forms import model_to_dict

from apps.annotations.models import Topic, TopicPhrase
from apps.annotations.topic_list import TopicEntry
from apps.history.changes import event_models

FIELDS = ["name", "description", "source_labels"]


class Loaded(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    UPDATED = "updated"
    LEFT = "left as they are"
    REMOVED = "stay removed"


@transaction.atomic
def load_topics(entries: list[TopicEntry]) -> Counter[Loaded]:
    """Add and update the topics of the list; returns how many of them met what."""
    return _Loading().load(entries)


class _Loading:
    def __init__(self) -> None:
        # From here on no editor can change what is about to be compared.
        held = Topic.objects.select_for_update(of=("self",)).order_by("pk")
        topics = list(held.select_related("parent").prefetch_related("phrases", "children"))
        self.topics = {topic.slug: topic for topic in topics}
        self.topics |= {topic.listed["slug"]: topic for topic in topics if topic.listed}
        self.places = {(topic.parent_id, topic.name): topic for topic in topics}
        self.removed = _removed_slugs()
        self.listed: set[str] = set()
        self.met: Counter[Loaded] = Counter()

    def load(self, entries: list[TopicEntry]) -> Counter[Loaded]:
        self.listed = {entry.slug for top in entries for entry in top.walk()}
        for top in entries:
            above = self._load(top, None)
            for child in top.topics:
                # An editor may have moved the topic above below another: two levels stay two.
                self._load(child, above and (above.parent or above), below=top)
        return self.met

    def _load(self, entry: TopicEntry, parent: Topic | None, below: TopicEntry | None = None) -> Topic | None:
        said = entry.as_listed(below)
        topic = self.topics.get(entry.slug) or self.places.get((parent.pk if parent else None, entry.name))
        if topic is None and (entry.slug in self.removed or (below and not parent)):
            self.met[Loaded.REMOVED] += 1
        elif topic is None:
            topic = self._add(entry, parent, said)
            self.met[Loaded.ADDED] += 1
        elif topic.listed in ({}, said) or topic.listed["slug"] in self.listed - {entry.slug}:
            self.met[Loaded.LEFT] += 1  # {}: a person's own, or what a source brought; else another entry's, renamed
        else:
            changed = self._update(topic, said, parent)
            self.met[Loaded.UPDATED if changed else Loaded.LEFT] += 1
        return topic

    def _add(self, entry: TopicEntry, parent: Topic | None, said: dict[str, Any]) -> Topic:
        values = {field: said[field] for field in FIELDS}
        topic = Topic.objects.create(parent=parent, slug=entry.slug, listed=said, **values)
        TopicPhrase.objects.bulk_create(TopicPhrase(topic=topic, **phrase) for phrase in said["phrases"])
        self.topics[topic.slug] = self.places[topic.parent_id, topic.name] = topic
        return topic

    def _update(self, topic: Topic, said: dict[str, Any], parent: Topic | None) -> bool:
        """Take over what the list changed and no person did; returns whether there was any."""
        was, before = topic.listed, (topic.parent_id, topic.name)
        changed = [field for field in FIELDS if getattr(topic, field) == was[field] != said[field]]
        if was["parent"] == _slug_above(topic) != said["parent"] and not topic.children.all():
            changed.append("parent")
        above = parent.pk if parent else None
        place = above if "parent" in changed else before[0], said["name"] if "name" in changed else before[1]
        if self.places.get(place, topic) is not topic:  # a person gave another topic this name
            changed = [field for field in changed if field not in {"name", "parent"}]
        for field in changed:
            setattr(topic, field, parent if field == "parent" else said[field])
        topic.listed = said
        topic.save(update_fields=[*changed, "listed"])
        del self.places[before]
        self.places[topic.parent_id, topic.name] = topic
        return self._update_phrases(topic, was["phrases"], said["phrases"]) or bool(changed)

    def _update_phrases(self, topic: Topic, was: list[dict[str, Any]], said: list[dict[str, Any]]) -> bool:
        standing = {phrase.text.lower(): phrase for phrase in topic.phrases.all()}
        before, now = ({phrase["text"].lower(): phrase for phrase in phrases} for phrases in (was, said))
        untouched = {
            text: phrase
            for text, phrase in standing.items()
            if text in before and model_to_dict(phrase, list(before[text])) == before[text]
        }
        gone = [phrase.pk for text, phrase in untouched.items() if text not in now]
        new = [phrase for text, phrase in now.items() if text not in before and text not in standing]
        changed = [phrase for text, phrase in untouched.items() if now.get(text, before[text]) != before[text]]
        for phrase in changed:
            vars(phrase).update(now[phrase.text.lower()])
            phrase.save()
        if gone:
            TopicPhrase.objects.filter(pk__in=gone).delete()
        TopicPhrase.objects.bulk_create(TopicPhrase(topic=topic, **phrase) for phrase in new)
        return bool(gone or new or changed)


def _slug_above(topic: Topic) -> str:
    """The slug by which the list knows the topic above, whatever a person made of it."""
    return str(topic.parent.listed.get("slug", topic.parent.slug)) if topic.parent else ""


def _removed_slugs() -> set[str]:
    """All slugs that topics had which were deleted."""
    events = event_models()[Topic].objects.order_by()
    deleted = events.filter(pgh_label="delete").values("pgh_obj_id")
    return set(events.filter(pgh_obj_id__in=deleted, slug__isnull=False).values_list(F("slug"), flat=True))
