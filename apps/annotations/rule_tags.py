"""What the phrase rules suggest: tags on turns, with the words that show it as evidence."""

from apps.annotations.changes import Changes
from apps.annotations.models import Tag, TopicPhrase
from apps.annotations.phrase_rules import Found, Phrase
from apps.conferences.models import Conference


def current_phrases() -> tuple[Phrase, ...]:
    """All phrases, as ``find_topics`` reads them.  One query."""
    rows = TopicPhrase.objects.order_by("topic", "text").values_list("topic_id", "text", "weight", "must_not")
    return tuple(Phrase(*row) for row in rows)


def suggest_topics(conference: Conference, topics: dict[int, dict[int, Found]]) -> Changes:
    """Bring the rules' suggestions on turns of the conference in line with the topics that were found in each.

    ``topics``: by turn id and topic id.  Call it in a transaction.  Writes undecided rule tags and nothing
    else: whatever else stands on a turn for a topic, above all what a person decided, stays as it is.  One query if
    there is nothing to write, at most four in all.
    """
    wanted: dict[tuple[int | None, int], tuple[list[list[int]], float]] = {
        (turn, topic): ([list(span) for span in each.spans], each.score)
        for turn, found in topics.items()
        for topic, each in found.items()
    }
    tags = {(tag.turn_id, tag.topic_id): tag for tag in conference.tags.filter(turn__in=topics).order_by()}
    own = {place: tag for place, tag in tags.items() if tag.origin == Tag.Origin.RULE and tag.decided_at is None}

    added = [
        Tag(conference=conference, turn_id=turn, topic_id=topic, origin=Tag.Origin.RULE, evidence=spans, score=score)
        for (turn, topic), (spans, score) in wanted.items()
        if (turn, topic) not in tags
    ]
    changed = [tag for place, tag in own.items() if place in wanted and (tag.evidence, tag.score) != wanted[place]]
    for tag in changed:
        tag.evidence, tag.score = wanted[tag.turn_id, tag.topic_id]
    removed = [tag.pk for place, tag in own.items() if place not in wanted]

    # Each write names what is undecided again: an editor may have decided meanwhile.
    if added:
        Tag.objects.bulk_create(added, ignore_conflicts=True)
    if changed:
        Tag.objects.undecided().bulk_update(changed, ["evidence", "score"])
    if removed:
        Tag.objects.undecided().filter(pk__in=removed).delete()
    return Changes(len(topics), len(added), len(changed), len(removed))
