"""Who or what a name in a query means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, IntegerField, TextField, Value
from django.db.models.functions import Cast, Coalesce

from apps.annotations.models import Entity, Topic
from apps.conferences.models import Organisation, Source, Speaker
from apps.conferences.querysets import SourceQuerySet

Name = tuple[str, str]
"""Of which field, and as it was typed."""
Names = Mapping[Name, dict[int, str]]
"""By id after merges, the names of those called so, or if none is, of whose name it is a part."""
TEXTS = ArrayField(TextField())


def called(wanted: Iterable[Name]) -> Names:
    """Who or what each of these is.  One query for all, or none."""
    several = list(dict.fromkeys(wanted))
    first, *others = [_rows(number, *one) for number, one in enumerate(several)] or [None]
    rows = first.union(*others, all=True) if others else first or ()
    found = defaultdict(list)
    for number, *row in rows:
        found[number].append(row)
    return {one: _best(one[1], found[number]) for number, one in enumerate(several)}


def _best(text: str, found: list[list[Any]]) -> dict[int, str]:
    wanted = text.casefold()
    exactly = {pk: now for pk, now, *names in found if wanted in {one.casefold() for one in (names[0], *names[1])}}
    return exactly or {pk: now for pk, now, *_ in found}


def _rows(number: int, field: str, text: str) -> Any:
    """The number; id and name of what it is after merges; the name and aliases by which it was found."""
    rows, now, name, aliases = _FOUND[field](text)
    columns = {
        "of_name": Value(number, output_field=IntegerField()),
        "its_id": now,
        "its_name": Cast(name, TextField()),
        "found_name": Cast("name", TextField()),
        "found_aliases": Cast(aliases, TEXTS),
    }
    return rows.order_by().annotate(**columns).values_list(*columns)


def _merged(rows: Any, into: str) -> tuple[Any, Any, Any, Any]:
    return rows, Coalesce(f"{into}_id", "pk"), Coalesce(f"{into}__name", "name"), "aliases"


_FOUND: dict[str, Any] = {
    "speaker": lambda text: _merged(Speaker.objects.matching(text), "survivor"),
    "outlet": lambda text: _merged(Organisation.objects.matching(text), "survivor"),
    "topic": lambda text: (
        Topic.objects.matching(text),
        F("pk"),
        "name",
        Func("slug", template="ARRAY[%(expressions)s]", output_field=TEXTS),
    ),
    "entity": lambda text: _merged(Entity.objects.called(text).filter(rejected=False), "merged_into"),
    "source": lambda text: (SourceQuerySet(Source).matching(text), F("pk"), "name", "aliases"),
}
