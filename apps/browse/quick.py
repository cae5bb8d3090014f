"""What templates look at hundreds of times on a page."""

from typing import Any


class Quick:
    """Its attributes are items too.

    Templates try items first, and to catch the error of what has none takes longer than everything else about it.
    """

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)
