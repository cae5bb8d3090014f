"""News from the history.  Rooms above listen; this one imports none of them."""

from django.dispatch import Signal

act_undone = Signal()
"""An act was taken back; sent in the transaction of the undo, which may be a preview.

Argument: ``changes``, what was taken back.  ``before`` of each is what stands now, ``after`` what stood until now.
"""
