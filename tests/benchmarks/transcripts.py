"""How fast the parser is on pages of every shape, and that its time grows no faster than its input: ``make bench``.

Prints a row for each shape of ``pages``, writes them into ``docs/parser-scores.md``, and exits with status 1 where the
speed is below 20 MB a minute or ten times the input takes more than eleven times the time.
Time is CPU time (``time.process_time``): what else runs on the machine hardly counts.
"""

import gc
import sys
import time
from typing import Any

from apps.transcripts import parse
from tests.transcripts.tables import markdown, write

from .pages import SHAPES, Page

LEAST_MB_A_MINUTE = 20
MOST_GROWTH = 11
SIZE = 100_000
REPEATS = {1: 5, 10: 2}
HEAD = ["page of", "MB", "MB a minute", "time for 10 x the input"]


def seconds(data: bytes, repeats: int) -> float:
    """The best of several runs, each as if nothing had been read before, in seconds of this process's own work."""
    best = float("inf")
    for _ in range(repeats):
        for function in _caches():
            function.cache_clear()
        gc.collect()
        start = time.process_time()
        parse(data)
        best = min(best, time.process_time() - start)
    return best


def _caches() -> list[Any]:
    """Whatever the parser remembers between two pages; its modules are loaded with the first one."""
    modules = [module for name, module in sys.modules.items() if name.startswith("apps.transcripts")]
    return [one for module in modules for one in vars(module).values() if hasattr(one, "cache_clear")]


def measure(page: Page) -> tuple[float, float, float]:
    """Size of the longer page in MB, MB a minute on it, and how many times the time of a tenth of it that takes."""
    short, long = page(SIZE), page(SIZE * 10)
    spent = seconds(long, REPEATS[10])
    size = len(long) / 2**20
    return size, size / spent * 60, spent / seconds(short, REPEATS[1]) * len(short) * 10 / len(long)


def main() -> int:
    """Measure each shape; 1 if one of them is too slow."""
    rows = []
    short = 0
    for name, page in SHAPES.items():
        size, speed, growth = measure(page)
        enough = speed >= LEAST_MB_A_MINUTE and growth <= MOST_GROWTH
        short += not enough
        rows.append([name, f"{size:.1f}", f"{speed:.0f}", f"{growth:.1f} x"])
        print("  ".join([*rows[-1], "" if enough else "NOT ENOUGH"]), flush=True)
    bars = [f"**promised for each: at least {LEAST_MB_A_MINUTE} MB a minute, at most {MOST_GROWTH} x**", "", "", ""]
    bars[-1] = "met" if not short else f"missed by {short}"
    write("parser-scores.md", "bench", markdown(HEAD, [*rows, bars]))
    return int(short > 0)


if __name__ == "__main__":
    sys.exit(main())
