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
    """The capitalised words behind an office up to the verb; none at all where a surname could be it.

    What is done stands behind a verb, so that the last word is one only if the line ``goes_on`` behind it.
    """
    calm = [word.capitalize() if word.isupper() else word for word in name]
    verbs = [at for at, word in enumerate(calm) if at and _VERB.fullmatch(word) and (goes_on or at + 1 < len(calm))]
    if not verbs or verbs == [len(calm) - 1]:
        return list(name[:-1]) if verbs and _CLEAR_VERB.fullmatch(calm[-1]) else list(name)
    clear = len(verbs) == 1 and (verbs[0] > 1 or _CLEAR_VERB.fullmatch(calm[1]))
    return list(name[: verbs[0]]) if clear else []
