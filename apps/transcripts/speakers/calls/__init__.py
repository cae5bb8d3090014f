"""The calls room: who asks next, as whoever gives the floor says it: ``Next is Jo Lind, Daily Post.``

Doors: ``calls`` names whoever is called, ``several_called`` those called at once, ``gives_floor`` tells whether anybody
is, ``first_name_called`` whom by a first name.  The words are data in ``words``, the shapes of sentences in ``forms``.
"""

from .floor import first_name_called, gives_floor, is_first_name
from .pairs import several_called
from .single import REACH, calls, says_only

__all__ = ["REACH", "calls", "first_name_called", "gives_floor", "is_first_name", "says_only", "several_called"]
