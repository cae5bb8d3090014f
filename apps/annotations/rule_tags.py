"""What the phrase rules suggest: tags on turns, with the words that show it as evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.annotations.models import Tag, TopicPhrase
from apps.annotations.phrase_rules import Phrase, find_topics, score
from apps.conferences.models import Conference, Turn


@dataclass(slots=True)
class Changes:
    """What a run did: with how many turns, and with suggestions on them."""

    turns: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0

    def __iadd__(self, other: "Changes") -> "Changes":
        self.turns += other.turns
        self.added += other.added
        self.changed += other.changed
        self.removed += other.removed
        return self


def current_phrases() -> tuple[Phrase, ...]:
    """All phrases, as ``find_topics`` reads them.  One query."""
    return tuple(TopicPhrase.objects.order_by("topic", "text").values_list("topic_id", "text"))


def suggest_topics(conference: Conference, turns: Iterable[Turn], phrases: tuple[Phrase, ...]) -> Changes:
    """Bring the rules' suggestions on these of its turns in line with ``phrases``.  Call it in a transaction.

    Writes undecided rule tags and nothing else: whatever else stands on a turn for a topic, above all what a
    person decided, stays as it is.  One query if there is nothing to write, at most four in all.
    """
    texts = {turn.pk: turn.text for turn in turns}
    wanted: dict[tuple[int | None, int], list[list[int]]] = {
        (turn, topic): [list(span) for span in spans]
        for turn, text in texts.items()
        for topic, spans in find_topics(text, phrases, conference.language).items()
    }
    tags = {(tag.turn_id, tag.topic_id): tag for tag in conference.tags.filter(turn__in=texts).order_by()}
    own = {place: tag for place, tag in tags.items() if tag.origin == Tag.Origin.RULE and tag.decided_at is None}

    added = [
        Tag(conference=conference, turn_id=turn, topic_id=topic, origin=Tag.Origin.RULE, evidence=spans)
        for (turn, topic), spans in wanted.items()
        if (turn, topic) not in tags
    ]
    changed = [tag for place, tag in own.items() if place in wanted and tag.evidence != wanted[place]]
    for tag in changed:
        tag.evidence = wanted[tag.turn_id, tag.topic_id]
    for tag in added + changed:
        tag.score = score(len(tag.evidence))
    removed = [tag.pk for place, tag in own.items() if place not in wanted]

    # Each write names what is undecided again: an editor may have decided meanwhile.
    if added:
        Tag.objects.bulk_create(added, ignore_conflicts=True)
    if changed:
        Tag.objects.undecided().bulk_update(changed, ["evidence", "score"])
    if removed:
        Tag.objects.undecided().filter(pk__in=removed).delete()
    return Changes(len(texts), len(added), len(changed), len(removed))
