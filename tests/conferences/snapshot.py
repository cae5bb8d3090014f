"""All that an import leaves behind, without what differs between two that did the same: ids, moments and runs."""

from typing import Any

from apps.annotations.models import Tag
from apps.conferences.models import Conference, Conflict, Organisation, Source, Speaker, Turn, TurnKey, TurnVersion
from apps.history.changes import event_models
from apps.history.models import Act

CONFERENCE = "key slug title event_date file_name source_sha256 source_text word_count decided_fields".split()
TURN = "public_id position exchange kind label role text first_line last_line speaker__name speaker__slug".split()


def snapshot() -> dict[str, list[Any]]:
    """Sorted rows by what they are."""
    events = event_models()
    seen = {
        "sources": Source.objects.values_list("name", "slug"),
        "conferences": Conference.objects.values_list("source__name", *CONFERENCE),
        "turns": Turn.objects.values_list("conference__key", *TURN, "organisation__slug"),
        "withdrawn": Turn.objects.filter(withdrawn_at__isnull=False).values_list("public_id"),
        "keys": TurnKey.objects.values_list("key", "turn__public_id"),
        "earlier words": TurnVersion.objects.values_list("turn__public_id", "text"),
        "speakers": Speaker.objects.values_list("name", "slug"),
        "organisations": Organisation.objects.values_list("name", "slug"),
        "conflicts": Conflict.objects.values_list("conference__key", "turn__public_id", "field", "settled"),
        "tags": Tag.objects.values_list("conference__key", "turn__public_id", "topic__slug", "origin", "status"),
        "turns changed": events[Turn].objects.values_list(
            "public_id", "pgh_label", "text", "kind", "pgh_context__metadata__act", "pgh_context__metadata__file"
        ),
        "conferences changed": events[Conference].objects.values_list(
            "key", "pgh_label", "title", "pgh_context__metadata__file"
        ),
        "acts": Act.objects.values_list("metadata__act", "metadata__file", "metadata__machine"),
    }
    return {what: sorted(rows, key=repr) for what, rows in seen.items()}
