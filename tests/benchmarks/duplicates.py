"""How long it takes to find probable duplicates among many names: ``make bench``.

Prints CPU seconds for 5,000, 10,000 and 20,000 invented names of speakers and of outlets; exits with status 1 where
four times the names take more than eight times the time.  Among more names more are alike, so it is more than in
proportion; comparing each with each would take sixteen times.
"""

import random
import sys
import time
from collections.abc import Callable

import django

django.setup()

from apps.conferences.merging.duplicates import BODIES, PEOPLE, Kind, likely_pairs  # noqa: E402

SIZES = (5_000, 10_000, 20_000)
MOST_GROWTH = 8
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def invented(syllables: int, count: int, chance: random.Random) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=syllables)).capitalize() for _ in range(count)]


def names(count: int, make: Callable[[], str]) -> list[tuple[int, str]]:
    found: set[str] = set()
    while len(found) < count:
        found.add(make())
    return list(enumerate(sorted(found)))


def seconds(some: list[tuple[int, str]], kind: Kind) -> float:
    start = time.process_time()
    likely_pairs(some, kind)
    return time.process_time() - start


def main() -> int:
    chance = random.Random(4)
    first, last = invented(2, 400, chance), invented(3, 6_000, chance)

    def often(some: list[str]) -> str:
        """Some names are far more frequent than others."""
        return some[int(chance.random() ** 2.5 * len(some))]

    kinds: list[tuple[str, Kind, Callable[[], str]]] = [
        ("speakers", PEOPLE, lambda: f"{often(first)} {often(last)}"),
        (
            "outlets",
            BODIES,
            lambda: f"{often(last)} {often(first)} {chance.choice(['News', 'Post', 'Times', 'Radio'])}",
        ),
    ]
    too_slow = False
    for what, kind, make in kinds:
        times = [seconds(names(size, make), kind) for size in SIZES]
        print(
            f"probable duplicates, {what}:",
            *(f"{n:,} in {t:.2f} s" for n, t in zip(SIZES, times, strict=True)),
            sep="  ",
        )
        too_slow |= times[-1] > MOST_GROWTH * times[0]
    return int(too_slow)


if __name__ == "__main__":
    sys.exit(main())
