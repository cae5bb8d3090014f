"""The versions of conferences that imports replaced, as the database kept them (docs/adr/0009)."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import BigIntegerField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from apps.conferences.models import Conference, SourceFile
from apps.history.models import KeptRow


class Version(NamedTuple):
    """What stood of a conference until an import of the run brought another file."""

    kept: int
    conference: int
    run: int
    sha256: str


def replaced_by(runs: Collection[int]) -> list[Version]:
    """The versions that these imports replaced, in order, without their text.  One query."""
    kept = KeptRow.objects.filter(table=Conference._meta.db_table, act__metadata__run__in=list(runs)).order_by("pk")
    conference = Cast(KeyTextTransform("id", "row"), BigIntegerField())
    run = Cast(KeyTextTransform("run", "act__metadata"), BigIntegerField())
    return [Version(*row) for row in kept.values_list("pk", conference, run, KeyTextTransform("source_sha256", "row"))]


def row_and_file(version: Version) -> tuple[dict[str, Any], bytes]:
    """The conference's row as it was, and its file."""
    kept = KeptRow.objects.get(pk=version.kept)
    beside = KeptRow.objects.filter(table=SourceFile._meta.db_table, act=kept.act_id)
    file = beside.filter(row__conference_id=version.conference).order_by("pk").first()
    return kept.row, bytes.fromhex(file.row["data"][2:]) if file else kept.row["source_text"].encode()
