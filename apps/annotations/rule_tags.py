"""What the phrase rules suggest: tags on turns, with the words that show it as evidence."""

from apps.annotations.changes import Changes
from apps.annotations.models import Tag, TopicPhrase
from apps.annotations.phrase_rules import Phrase, Span, score
from apps.conferences.models import Conference


def current_phrases() -> tuple[Phrase, ...]:
    """All phrases, as ``find_topics`` reads them.  One query."""
    return tuple(TopicPhrase.objects.order_by("topic", "text").values_list("topic_id", "text"))


def suggest_topics(conference: Conference, topics: dict[int, dict[int, list[Span]]]) -> Changes:
    """Bring the rules' suggestions on turns of the conference in line with the topics that were found in each.

    ``topics``: turn id -> topic id -> spans.  Call it in a transaction.  Writes undecided rule tags and nothing
    else: whatever else stands on a turn for a topic, above all what a person decided, stays as it is.  One query if
    there is nothing to write, at most four in all.
    """
    wanted: dict[tuple[int | None, int], list[list[int]]] = {
        (turn, topic): [list(span) for span in spans]
        for turn, found in topics.items()
        for topic, spans in found.items()
    }
    tags = {(tag.turn_id, tag.topic_id): tag for tag in conference.tags.filter(turn__in=topics).order_by()}
    own = {place: tag for place, tag in tags.items() if tag.origin == Tag.Origin.RULE and tag.decided_at is None}

    added = [
        Tag(conference=conference, turn_id=turn, topic_id=topic, origin=Tag.Origin.RULE, evidence=spans)
        for (turn, topic), spans in wanted.items()
        if (turn, topic) not in tags
    ]
    changed = [tag for place, tag in own.items() if place in wanted and _differs(tag, wanted[place])]
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
    return Changes(len(topics), len(added), len(changed), len(removed))


def _differs(tag: Tag, spans: list[list[int]]) -> bool:
    """The evidence moves by itself when words change; the score does not."""
    return (tag.evidence, tag.score) != (spans, score(len(spans)))
