"""News from the record.  Rooms above listen; this one imports none of them."""

from django.dispatch import Signal

conference_imported = Signal()
"""A conference was created or changed by an import; sent inside its transaction.

Arguments: ``conference``; ``source_topics``, the topics that the source itself lists (tuple of str).
"""
