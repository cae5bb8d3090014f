"""Taking back a whole import: what it created goes, what it changed is imported as it was before.

Nothing that a person did since is touched: a conference that the import created stays if somebody corrected it, and
where the import changed one, the correction stands as it does at any import.  Speakers, organisations and sources stay,
though no turn names them: what was deleted or decided elsewhere may name them yet, and its own undo needs them.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from apps.conferences.importing.files import File
from apps.conferences.importing.importer import save_version
from apps.conferences.importing.items import Item
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.result import Outcome
from apps.conferences.importing.waiting import wait_for_other_imports
from apps.conferences.models import Conference, ImportedFile, ImportRun
from apps.history.act import act_of_its_own
from apps.history.locking import atomic_again
from apps.history.models import Act, KeptRow
from apps.history.whole import touched
from apps.transcripts import parse

LATER = "a later import changed it"
TOUCHED = "it was worked on since"
NOT_KEPT = "its file was the same before and was only parsed anew, or came before earlier versions were kept"


@dataclass(slots=True)
class Undoing:
    """What an undo of an import does, or would do: conferences that go, that become what they were, that stay."""

    gone: list[Conference] = field(default_factory=list)
    back: list[tuple[Conference, dict[str, Any], bytes]] = field(default_factory=list)
    left: list[tuple[Conference, str, uuid.UUID | None]] = field(default_factory=list)
    run: ImportRun | None = None
    act: uuid.UUID | None = None

    @property
    def has_any(self) -> bool:
        return bool(self.gone or self.back)


def plan(run: ImportRun) -> Undoing:
    """What ``undo_import`` would do this moment."""
    undoing = Undoing()
    earlier = _earlier(run)
    created = run.files.filter(outcome=Outcome.CREATED).exclude(conference=None).values_list("conference", flat=True)
    is_any_touched = bool(touched(Conference, list(created), by_people=True))
    for file in run.files.filter(outcome__in=["created", "changed"]).exclude(conference=None).order_by("pk"):
        conference = Conference.objects.select_related("source").get(imports=file)
        later = ImportedFile.objects.filter(conference=conference, pk__gt=file.pk, outcome=Outcome.CHANGED)
        if later.exists():
            undoing.left.append((conference, LATER, None))
        elif file.outcome == Outcome.CREATED:
            if is_any_touched and (act := touched(Conference, [conference.pk], by_people=True)):
                undoing.left.append((conference, TOUCHED, act))
            else:
                undoing.gone.append(conference)
        elif conference.pk in earlier:
            undoing.back.append((conference, *earlier[conference.pk]))
        else:
            undoing.left.append((conference, NOT_KEPT, None))
    return undoing


@atomic_again
def undo_import(run: ImportRun, user: User | None) -> Undoing:
    """Do it, in one transaction; what becomes what it was is an import of its own, which can be undone as well."""
    wait_for_other_imports()
    held = Conference.objects.filter(imports__run=run).order_by("pk")
    list(held.select_for_update(of=("self",)).values_list("pk"))  # nobody corrects what is about to be deleted
    undoing = plan(run)
    name = f"Undo: {run}"
    log = ImportLog(user, name)
    if undoing.gone:
        with act_of_its_own(act=name, **log.who()) as undoing.act:
            Conference.objects.filter(pk__in=[conference.pk for conference in undoing.gone]).delete()
    results = [save_version(conference, *_item(conference, row, data), log) for conference, row, data in undoing.back]
    log.write(results)
    log.finish()
    undoing.run = log.run
    return undoing


def _earlier(run: ImportRun) -> dict[int, tuple[dict[str, Any], bytes]]:
    """By conference: its row before the run, and its file."""
    acts = list(Act.objects.filter(metadata__run=run.pk).values_list("pk", flat=True))
    kept = KeptRow.objects.filter(act__in=acts).order_by("pk")
    files = {row["conference_id"]: bytes.fromhex(row["data"][2:]) for row in _rows(kept, "conferences_sourcefile")}
    return {
        row["id"]: (row, files.get(row["id"], row["source_text"].encode()))
        for row in _rows(kept, Conference._meta.db_table)
    }


def _rows(kept: Any, table: str) -> Iterator[dict[str, Any]]:
    yield from kept.filter(table=table).values_list("row", flat=True)


def _item(conference: Conference, row: dict[str, Any], data: bytes) -> tuple[File, Item]:
    """The earlier file, parsed."""
    file = File(Path(row["file_name"]), row["file_name"], conference.source.name)
    item = Item(file, data, row["source_sha256"])
    item.take(parse(data))
    return file, item
