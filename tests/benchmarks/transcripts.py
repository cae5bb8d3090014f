"""How fast the parser is, and whether its time grows no faster than its input: ``make bench``.

Prints MB of text per minute in one process, and the time for 1, 2, 5 and 10 times the same conference, and
the same page of tiny lines or page numbers; exits with status 1 where the speed is below 20 MB a minute or ten times
the input takes more than eleven times the time.
Time is CPU time (``time.process_time``), for the machine may be shared: what else runs there does not count.
"""

import sys
import time
from collections.abc import Callable

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
    """The best of several runs, in seconds of this process's own work: other work on the machine does not count."""
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        parse(data)
        best = min(best, time.process_time() - start)
    return best


def tiny_lines(turns: int) -> bytes:
    """A page of very short lines, as a bad extraction from PDF leaves them."""
    return b"i\ntext goes on\n" * (turns * 20)


def page_numbers(turns: int) -> bytes:
    """A page that holds its page numbers and nothing else."""
    return "".join(f"{number % 9999}\n" for number in range(turns * 40)).encode()


def measure(page: Callable[[int], bytes]) -> bool:
    """Print the figures of one kind of page; False if one of them is not good enough."""
    print((page.__doc__ or "").splitlines()[0])
    taken = {times: seconds(page(TURNS * times)) for times in (1, 2, 5, 10)}
    for times, spent in taken.items():
        size = len(page(TURNS * times)) / 2**20
        print(f"{times:>3} x: {size:6.2f} MB in {spent:6.3f} s of CPU, {size / spent * 60:7.1f} MB a minute")
    size = len(page(TURNS * 10)) / 2**20
    speed, growth = size / taken[10] * 60, taken[10] / taken[1]
    print(f"speed {speed:.0f} MB a minute (at least {LEAST_MB_A_MINUTE}), growth {growth:.1f} (at most {MOST_GROWTH})")
    return speed >= LEAST_MB_A_MINUTE and growth <= MOST_GROWTH


def main() -> int:
    """Measure each kind of page; 1 if one of them is too slow."""
    enough = [measure(page) for page in (conference, tiny_lines, page_numbers)]
    return int(not all(enough))


if __name__ == "__main__":
    sys.exit(main())
