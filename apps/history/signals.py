"""News from the history.  Rooms above listen; this one imports none of them."""

from django.dispatch import Signal

act_undone = Signal()
"""An act was taken back; sent in the transaction of the undo, which may be a preview.

Argument: ``changes``, what was taken back.  ``before`` of each is what stands now, ``after`` what stood until now.
A receiver that takes back more on account of that returns its changes, which count as taken back.
"""

removing = Signal()
"""A row that an act added is about to be removed with all that belongs to it; if that fails, so does what is done here.

Arguments: ``model`` and ``pk``.
"""
