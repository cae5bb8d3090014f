"""How fast the parser is, and whether its time grows no faster than its input: ``make bench``.

Prints MB of text per minute in one process, and the time for 1, 2, 5 and 10 times the same conference; exits with
status 1 where the speed is below 20 MB a minute or ten times the input takes more than eleven times the time.
"""

import sys
import time

from apps.transcripts import parse

LEAST_MB_A_MINUTE = 20
MOST_GROWTH = 11
TURNS = 400
REPEATS = 5

HEAD = "Press conference\n\nby Lund Council Secretary General Ana Ruiz\n\n  • 04 Oct. 2018 -\n\n(As delivered)\n\n"
SPEECH = "We met today, and I can tell you this: the harbour opens in May. It will cost three million. "


def conference(turns: int) -> bytes:
    """A conference with so many turns, in the layout of a news page; about 0.55 KB a turn."""
    parts = [HEAD, SPEECH * 12, "\n\n"]
    for number in range(turns // 5):
        parts.append(f"MODERATOR: Thank you. Next is Jo Lind, Daily Post{number % 7}.\n\n")
        parts.append(f"Q:\xa0 Thank you. Jo Lind from the Daily Post. {SPEECH} What follows?\n\n")
        parts.append(f"RUIZ:\xa0 {SPEECH * 8}\n\n{SPEECH * 6}\n\n")
        parts.append(f"Kim {surname(number)} (Evening News): And you, Secretary General? {SPEECH}\n\n")
        parts.append(f"Mayor Jo {surname(number)}: It is as she says. {SPEECH}\n\n")
    return "".join(parts).encode()


def surname(number: int) -> str:
    """Another name for each number, so that the document has as many people as turns."""
    letters = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return f"B{letters}sen"


def seconds(data: bytes) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(REPEATS):
        start = time.perf_counter()
        parse(data)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> int:
    """Print the figures; 1 if one of them is not good enough."""
    taken = {times: seconds(conference(TURNS * times)) for times in (1, 2, 5, 10)}
    for times, spent in taken.items():
        size = len(conference(TURNS * times)) / 2**20
        print(f"{times:>3} x: {size:6.2f} MB in {spent:6.3f} s, {size / spent * 60:7.1f} MB a minute")
    size = len(conference(TURNS * 10)) / 2**20
    speed, growth = size / taken[10] * 60, taken[10] / taken[1]
    print(f"speed {speed:.0f} MB a minute (at least {LEAST_MB_A_MINUTE}), growth {growth:.1f} (at most {MOST_GROWTH})")
    return int(speed < LEAST_MB_A_MINUTE or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
