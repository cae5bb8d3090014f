"""Where a name ends in a headline: ``Governor Ruiz Breaks Ground`` says what Ruiz does."""

import re
from collections.abc import Sequence

_ENDS_IN_E = (
    "ade ate ide ite ote ute are ire ure ize ise ose ive ave ove ace ice nce uce nge che she fie rie oe".split()
)
_VERB = re.compile(rf"[A-Z][a-z]*(?:[bcdfgklmnprtwy]|{'|'.join(_ENDS_IN_E)})s")
"""An English verb of the third person; surnames such as ``Torres``, ``Ramos`` and ``Vargas`` end otherwise."""
_CLEAR_VERB = re.compile(rf"[A-Z][a-z]{{3,}}(?:{'|'.join(_ENDS_IN_E)})s")


def without_verb(name: Sequence[str], goes_on: bool) -> list[str]:
    """The capitalised words behind an office up to the verb; none at all where two of them could be it.

    What is done stands behind a verb, so that the last word seldom is one, though the line ``goes_on`` behind it.
    """
    calm = [word.capitalize() if word.isupper() else word for word in name]
    verbs = [at for at, word in enumerate(calm[:-1]) if at and _VERB.fullmatch(word)]
    if not verbs and goes_on and len(name) > 1 and _CLEAR_VERB.fullmatch(calm[-1]):
        return list(name[:-1])
    if not verbs:
        return list(name)
    return list(name[: verbs[0]]) if len(verbs) == 1 else []
