"""Line numbers at the margin, as court reporters print them: ``12        MS. RUIZ:  Good morning.``"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"[ \t]{0,4}(?P<number>\d{1,2})(?:[ \t]{2,}(?=\S)|[ \t]*$)")
SAMPLE = 400
"""Source lines at the top that show whether lines are numbered."""
LEAST_NUMBERED = 12
LEAST_RUN = 5
"""Lines of a page on average: a list counts its items, but not as many and not again and again."""
LONGEST_LINE = 100
"""Characters: whoever numbers lines breaks them."""


def margins(rows: Sequence[str]) -> Mapping[int, int]:
    """How many characters the margin of each numbered line takes, by line number; nothing where none are counted."""
    if not _counted(rows[:SAMPLE]):
        return {}
    found = ((number, _NUMBER.match(row)) for number, row in enumerate(rows, 1))
    return {number: m.end() for number, m in found if m}


def _counted(rows: Sequence[str]) -> bool:
    """Whether two thirds of the lines have a number, each one more than the last or 1, and most have words behind."""
    full = [row for row in rows if row.strip()]
    found = [m for m in map(_NUMBER.match, full) if m]
    if len(found) < LEAST_NUMBERED or len(found) * 3 < len(full) * 2:
        return False
    values = [int(m["number"]) for m in found]
    going_on = sum(after in (before + 1, 1) for before, after in pairwise(values))
    worded = sum(m.end() < len(m.string) for m in found)
    short = sum(len(m.string) <= LONGEST_LINE for m in found)
    runs = values.count(1)
    return (
        going_on * 20 >= 19 * (len(values) - 1)
        and worded * 2 > len(found)
        and short * 20 >= 19 * len(found)
        and 0 < runs * LEAST_RUN <= len(values)
    )
