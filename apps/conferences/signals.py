"""News from the record.  Rooms above listen; this one imports none of them."""

from django.dispatch import Signal

conference_imported = Signal()
"""A conference was created or changed by an import; sent inside its transaction.

Arguments: ``conference``; ``source_topics``, the topics that the source itself lists (tuple of str).
"""

words_changed = Signal()
"""A person changed what turns of a conference say; sent in the transaction of the change.  Argument: ``conference``."""
