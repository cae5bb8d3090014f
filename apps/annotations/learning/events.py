"""Which conferences are one event, published more than once."""

from collections.abc import Collection

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Func, TextField, Value
from django.db.models.functions import MD5, Length, Lower

from apps.conferences.models import Turn

LONG = 200  # characters: greetings and thanks are the same anywhere
MOST_PUBLICATIONS = 5  # what stands in more conferences is a formula, such as how to ask questions


def events_of(conferences: Collection[int]) -> dict[int, int]:
    """A number for the event of each of these conferences, the same where a long turn says the same in both.

    Case, punctuation and line breaks make no difference.  One query.
    """
    event = {conference: conference for conference in conferences}

    def root(conference: int) -> int:
        while event[conference] != conference:
            event[conference] = conference = event[event[conference]]
        return conference

    words = Func(F("text"), Value(r"\W+"), Value(" "), Value("g"), function="regexp_replace", output_field=TextField())
    turns = Turn.objects.standing().filter(conference__in=event).annotate(length=Length("text"), said=MD5(Lower(words)))
    shared = turns.filter(length__gte=LONG).order_by().values("said").annotate(many=Count("conference", distinct=True))
    same = shared.filter(many__gt=1, many__lte=MOST_PUBLICATIONS).values_list(ArrayAgg("conference", distinct=True))
    for (publications,) in same:
        first, *others = sorted(root(conference) for conference in publications)
        for other in others:
            event[root(other)] = root(first)
    return {conference: root(conference) for conference in event}
