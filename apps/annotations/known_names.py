"""Who speaks at a conference and for whom, as its labels tell: names that are certain within it."""

import re
from collections import Counter

from apps.annotations.gazetteer import Known, gazetteer
from apps.conferences.models import Conference

Label = tuple[str | None, str | None, str | None, str, str]
"""Who a turn's speaker is after merges, their name as first known, outlet, office, and the turn's kind."""


def known_names(conference: Conference) -> tuple[Known, ...]:
    """Its speakers by full name and, where no other has it, by surname; outlets; and who is "we".  One query."""
    labels = (
        conference.turns.standing()
        .order_by()
        .values_list("speaker__merged_into__name", "speaker__name", "organisation__name", "role", "kind")
    )
    return names_in_labels(set(labels), conference.source.name)


def names_in_labels(labels: set[Label], source: str) -> tuple[Known, ...]:
    """What the labels of one conference tell, published by ``source``."""
    leaders = {word for each in gazetteer() for word in each.short}  # a label with a surname alone tells less
    people = {printed: merged or printed for merged, printed, _, _, _ in labels if printed and printed not in leaders}
    outlets = sorted({outlet for _, _, outlet, _, _ in labels if outlet})
    surnames = Counter(surname for _, surname in {(name, printed.split()[-1]) for printed, name in people.items()})
    spoken_for = [source, *(role for *_, role, kind in labels if kind != "question")]
    return (
        *(_person(printed, name, surnames) for printed, name in sorted(people.items())),
        *(_outlet(name) for name in outlets),
        *(_ourselves(known) for known in gazetteer() if known.ours and _speak_for(known, spoken_for)),
    )


def _person(printed: str, name: str, surnames: Counter[str]) -> Known:
    surname = printed.rsplit(maxsplit=1)[-1]
    alone = " " in printed and surnames[surname] == 1 and len(surname) > 2
    names = tuple((each, "PERSON") for each in dict.fromkeys((printed, printed.upper())))
    return Known("person", name, names, short=(surname,) if alone else ())


def _outlet(name: str) -> Known:
    """One that may be an ordinary word is meant only where the model sees a name in it."""
    if _telling(name):
        return Known("organisation", name, ((name, "ORG"),))
    return Known("organisation", name, (), short=(name,))


def _telling(name: str) -> bool:
    """Whether it cannot be mistaken for an ordinary word at the beginning of a sentence, as Time or Global can."""
    return " " in name or sum(letter.isupper() for letter in name) > 1


def _speak_for(known: Known, spoken_for: list[str]) -> bool:
    names = "|".join(re.escape(name) for name, _ in known.names)
    return any(re.search(rf"\b({names})\b", text) for text in spoken_for)


def _ourselves(known: Known) -> Known:
    return Known(known.kind, known.name, tuple((name, "ORG") for name in known.ours))
