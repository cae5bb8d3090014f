"""Mutated transcripts by the hundred thousand: ``python -m tests.transcripts.fuzz [NUMBER] [SEED]``.

Each is a piece of a real transcript (where this machine has them, see ``test_gold``) or of a sample of these tests,
with some mutations.  Each must end within two seconds of work in a Transcript that lost nothing, or in a
TranscriptError.
Prints what fails, with the number that makes it come again, and exits with status 1.
"""

import random
import sys
import time
from collections import Counter

from apps.transcripts import TranscriptError, parse

from .conservation import lost_or_moved
from .test_gold import FILES
from .test_pages import EXCERPT, STATEMENT

MOST_SECONDS = 2.0
MOST_LINES = 60
MOST_CHARACTERS = 6000
SPICE = [
    "Q:", "Q   ", "Q. - ", "QUESTION (", "Daily Post):", "MS. RUIZ:", "RUIZ: (00:13)", "THE PRESIDENT:",
    "CHAIR RUIZ.  ", "A:", ":", "::", "**", "(", ")", "[", "]", "\u2022", "  \u2022 ", "---", "* * *", "1 of 3",
    "Page 2", "END", "\r", "\r\n", "\n\n", "\n", "\xa0", "\u200b", "\u2028", "\x0b", "\x00", "\ufeff", "\xe9",
    "e\u0301", "\xdf", "\u0130", "\ufb01", "\u2167", "\xbf", "\u201c", "\u201d", "2019-03-04", "4 March 2019",
    "Last updated", "A" * 200, "a " * 200, "A. " * 100, "Jo Lind, " * 60, "." * 300, "(" * 200, ":" * 200,
    " " * 500, "O'" * 300, "Jo-" * 300, "A." * 300, "a’B-c." * 100,
]  # fmt: skip


def main(number: int, seed: int) -> int:
    """Run so many inputs and return the exit status."""
    bases = [path.read_text("utf-8") for path in FILES] + [EXCERPT, STATEMENT]
    ends: Counter[str] = Counter()
    slowest = 0.0
    for at in range(number):
        data = mutated(random.Random(seed * 1_000_000_007 + at), bases)
        start = time.process_time()
        fault = tried(data, ends)
        spent = time.process_time() - start
        slowest = max(slowest, spent)
        if fault or spent > MOST_SECONDS:
            ends["failed"] += 1
            print(f"input {at} of seed {seed}: {fault or f'took {spent:.1f} s'}", flush=True)
        if (at + 1) % 10_000 == 0:
            print(f"{at + 1} inputs, slowest {slowest:.3f} s, {dict(ends)}", flush=True)
    return int(ends["failed"] > 0)


def tried(data: bytes, ends: Counter[str]) -> str | None:
    """Parse one input; what is wrong with the outcome, or None."""
    try:
        transcript = parse(data)
    except TranscriptError:
        ends["refused"] += 1
        return None
    except Exception as error:  # noqa: BLE001 - whatever else is raised is a finding
        return repr(error)
    ends["parsed"] += 1
    return lost_or_moved(transcript)


def mutated(chance: random.Random, bases: list[str]) -> bytes:
    """A piece of one of the bases with one to eight mutations, mostly as UTF-8."""
    lines = chance.choice(bases).split("\n")
    first = 0 if chance.random() < 0.3 else chance.randrange(len(lines))
    lines = lines[first : first + chance.randint(1, MOST_LINES)]
    for _ in range(chance.randint(1, 8)):
        mutate_lines(chance, lines)
    text = "\n".join(lines)[:MOST_CHARACTERS]
    for _ in range(chance.randint(0, 8)):
        at = chance.randint(0, len(text))
        cut = chance.choice([0, 0, 0, 1, 5, 40])
        text = text[:at] + chance.choice(SPICE) + text[at + cut :]
    data = text.encode(chance.choice(["utf-8"] * 8 + ["utf-16", "cp1252"]), errors="replace")
    if chance.random() < 0.1:
        at = chance.randint(0, len(data))
        data = data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at:]
    return data


def mutate_lines(chance: random.Random, lines: list[str]) -> None:
    """Double, drop, swap, join, shout, cut or replace one line."""
    at = chance.randrange(len(lines))
    other = chance.randrange(len(lines))
    match chance.randrange(8):
        case 0:
            lines.insert(at, lines[other])
        case 1 if len(lines) > 1:
            del lines[at]
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = f"{lines[at]} {lines[other]}"
        case 4:
            lines[at] = lines[at].upper()
        case 5:
            lines[at] = lines[at][: chance.randint(0, 60)]
        case 6:
            lines[at] = chance.choice(SPICE) + lines[at]
        case _:
            lines[at] = ""


if __name__ == "__main__":
    NUMBER, SEED = (int(argument) for argument in [*sys.argv[1:], *("100000", "1")[len(sys.argv) - 1 :]])
    sys.exit(main(NUMBER, SEED))
