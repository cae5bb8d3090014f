"""The search for reference cycles, put off while a page is parsed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep Python from searching for reference cycles meanwhile.

    A parse makes no cycles, but small objects for each line that all live to its end; going through them again and
    again would make the time grow faster than the page.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
