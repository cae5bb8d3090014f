"""Of whom a conference tells: somebody spoken of by office, or of whom something is said, is hardly who asks next."""

import re
from collections.abc import Iterable

from ..labels.grammar import OFFICES

_TITLES = "|".join(sorted({office.rsplit(maxsplit=1)[-1].capitalize() for office in OFFICES if office.isascii()}))
_BY_OFFICE = re.compile(rf"\b(?:{_TITLES})\s+(?:[A-ZÀ-Þ][\w’'-]*\.?\s+)?(?P<last>[A-ZÀ-Þ][\w-]+)")
_TELLS = re.compile(
    r"(?<![\w’'-])(?P<last>[A-ZÀ-Þ][\w-]+)(?:['’]s\b|\s+(?:was|were|said|says|told|did|had|will|would|made|met|went|spoke)\b)"
)


def told_of(texts: Iterable[str]) -> frozenset[str]:
    """The words, casefolded, that are the surnames of those whom the speech tells of."""
    speech = "\n".join(texts)
    return frozenset(m["last"].casefold() for form in (_BY_OFFICE, _TELLS) for m in form.finditer(speech))
