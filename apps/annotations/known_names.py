"""Who speaks at a conference and for whom, as its labels tell: names that are certain within it."""

import re
from collections import Counter

from apps.annotations.gazetteer import Known, gazetteer
from apps.conferences.models import Conference

OUR = ("the", "The", "our", "Our", "this", "This")


def known_names(conference: Conference) -> tuple[Known, ...]:
    """Its speakers by full name and, where no other has it, by surname; outlets; and who is "we".  One query."""
    rows = set(
        conference.turns.standing()
        .order_by()
        .values_list("speaker__merged_into__name", "speaker__name", "organisation__name", "role", "kind")
    )
    people = {printed: merged or printed for merged, printed, _, _, _ in rows if printed}
    outlets = sorted({outlet for _, _, outlet, _, _ in rows if outlet})
    surnames = Counter(surname for _, surname in {(name, printed.split()[-1]) for printed, name in people.items()})
    spoken_for = [conference.source.name, *(role for *_, role, kind in rows if kind != "question")]
    return (
        *(_person(printed, name, surnames) for printed, name in sorted(people.items())),
        *(Known("organisation", name, ((name, "ORG"),)) for name in outlets if _telling(name)),
        *(_ourselves(known) for known in gazetteer() if known.ours and _speak_for(known, spoken_for)),
    )


def _person(printed: str, name: str, surnames: Counter[str]) -> Known:
    surname = printed.rsplit(maxsplit=1)[-1]
    alone = " " in printed and surnames[surname] == 1 and len(surname) > 2
    return Known("person", name, ((printed, "PERSON"),), short=(surname,) if alone else ())


def _telling(name: str) -> bool:
    """Whether it cannot be mistaken for an ordinary word at the beginning of a sentence, as Time or Global can."""
    return " " in name or sum(letter.isupper() for letter in name) > 1


def _speak_for(known: Known, spoken_for: list[str]) -> bool:
    names = "|".join(re.escape(name) for name, _ in known.names)
    return any(re.search(rf"\b({names})\b", text) for text in spoken_for)


def _ourselves(known: Known) -> Known:
    return Known(known.kind, known.name, tuple((f"{our} {name}", "ORG") for name in known.ours for our in OUR))
