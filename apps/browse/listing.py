"""Conferences as lists show them."""

from apps.conferences.querysets import ConferenceQuerySet


def listed(conferences: ConferenceQuerySet) -> ConferenceQuerySet:
    """Newest first, with the source at hand and without the whole text."""
    return conferences.select_related("source").defer("source_text").newest_first()
