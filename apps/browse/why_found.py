"""Where in turns the words stand for which a topic or a name finds them."""

import json
from collections import defaultdict
from collections.abc import Collection
from functools import cache

from django.db.models import Q

from apps.annotations.models import Mention, Tag
from apps.browse.evidence import spans_in
from apps.browse.excerpts import Span
from apps.browse.listed import ListedTurn
from apps.conferences.prepared import Among, Prepared


def why_found(
    turns: Collection[ListedTurn], topics: Collection[int], entities: Collection[int]
) -> dict[int, list[Span]]:
    """By turn, the evidence of these topics and of those below them, and where these entities are named, by their ids.

    A query for topics, and one for entities.
    """
    lengths, found = {turn.pk: len(turn.text) for turn in turns}, defaultdict[int, list[Span]](list)
    for turn, evidence in _evidence()(turns=list(lengths), topics=list(topics)) if topics else ():
        found[turn] += spans_in(json.loads(evidence), lengths[turn])
    for turn, start, end in _names()(turns=list(lengths), entities=list(entities)) if entities else ():
        found[turn] += spans_in([[start, end]], lengths[turn])
    return {turn: sorted(spans) for turn, spans in found.items()}


@cache
def _evidence() -> Prepared:
    about = Q(Among("topic", "topics")) | Q(Among("topic__parent", "topics"))
    return Prepared(Tag.objects.shown().filter(Among("turn", "turns"), about).values_list("turn", "evidence"))


@cache
def _names() -> Prepared:
    of = Q(Among("entity", "entities")) | Q(Among("entity__merged_into", "entities"))
    return Prepared(
        Mention.objects.shown().filter(Among("turn", "turns"), of).order_by().values_list("turn", "start", "end")
    )
