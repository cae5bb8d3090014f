from apps.annotations.models import TopicPhrase
from apps.annotations.phrase_rules import Phrase


def current_phrases() -> tuple[Phrase, ...]:
    """All phrases, as ``find_topics`` reads them.  One query."""
    rows = TopicPhrase.objects.order_by("topic", "text").values_list("topic_id", "text", "weight", "must_not")
    return tuple(Phrase(*row) for row in rows)
