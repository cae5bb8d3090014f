"""Taking back a whole import: what it created goes, what it changed is imported as it was before.

Nothing that a person did since is touched: a conference that the import created stays if somebody corrected it, and
where the import changed one, the correction stands as it does at any import.  Speakers, organisations and sources stay,
though no turn names them: what was deleted or decided elsewhere may name them yet, and its own undo needs them.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth.models import User
from django.db.models import QuerySet

from apps.conferences.importing.files import File
from apps.conferences.importing.importer import save_version
from apps.conferences.importing.items import Item
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.result import Outcome
from apps.conferences.importing.versions import Version, replaced_by, row_and_file
from apps.conferences.importing.waiting import wait_for_other_imports
from apps.conferences.models import Conference, ImportedFile, ImportRun
from apps.history.act import act_of_its_own
from apps.history.locking import atomic_again
from apps.history.models import Act
from apps.history.whole import touched
from apps.transcripts import parse

AT_ONCE = 100  # conferences with all that belongs to them
LATER = "a later import changed it"
TOUCHED = "it was worked on since"
NOT_KEPT = "its file was the same before and was only parsed anew, or came before earlier versions were kept"


@dataclass(slots=True)
class Undoing:
    """What an undo of an import does, or would do: conferences that go, that become what they were, that stay."""

    gone: list[Conference] = field(default_factory=list)
    back: list[tuple[Conference, Version]] = field(default_factory=list)
    left: list[tuple[Conference, str, uuid.UUID | None]] = field(default_factory=list)
    run: ImportRun | None = None
    act: uuid.UUID | None = None

    @property
    def has_any(self) -> bool:
        return bool(self.gone or self.back)


def files_to_undo(run: ImportRun) -> "QuerySet[ImportedFile]":
    """What the import created or changed of what there is still."""
    there = Conference.objects.order_by().values("pk")
    return run.files.filter(outcome__in=[Outcome.CREATED, Outcome.CHANGED], conference__in=there)


def plan(run: ImportRun) -> Undoing:
    """What ``undo_import`` would do this moment."""
    undoing = Undoing()
    found = files_to_undo(run).select_related("conference__source").defer("conference__source_text", "notes")
    files = [(file, file.conference) for file in found.order_by("pk") if file.conference]
    as_left = _as_the_run_left_them(run, files)
    created = [conference.pk for file, conference in files if file.outcome == Outcome.CREATED]
    worked_on = _worked_on([pk for pk in created if pk in as_left], run)
    earlier = {version.conference: version for version in reversed(replaced_by([run.pk]))}
    for file, conference in files:
        if conference.pk not in as_left:
            undoing.left.append((conference, LATER, None))
        elif conference.pk in worked_on:
            undoing.left.append((conference, TOUCHED, worked_on[conference.pk]))
        elif file.outcome == Outcome.CREATED:
            undoing.gone.append(conference)
        elif conference.pk in earlier:
            undoing.back.append((conference, earlier[conference.pk]))
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
    log = ImportLog(user, name, undoes_run=run.pk)
    if undoing.gone:
        with act_of_its_own(act=name, **log.who(), **log.more) as undoing.act:
            for some in _chunks([conference.pk for conference in undoing.gone]):
                Conference.objects.filter(pk__in=some).delete()
    results = [save_version(conference, *_item(conference, version), log) for conference, version in undoing.back]
    log.write(results)
    log.finish()
    undoing.run = log.run
    return undoing


def _as_the_run_left_them(run: ImportRun, files: Sequence[tuple[ImportedFile, Conference]]) -> set[int]:
    """The ids of those that have the file of this run: no later import changed them, or each was itself undone."""
    later: defaultdict[int, set[int]] = defaultdict(set)
    mine = {conference.pk: file.pk for file, conference in files}
    changes = ImportedFile.objects.filter(conference__in=mine, outcome=Outcome.CHANGED).exclude(run=run)
    for conference, pk, by in changes.values_list("conference", "pk", "run"):
        if pk > mine[conference]:
            later[conference].add(by)
    replaced: defaultdict[int, list[Version]] = defaultdict(list)
    for version in replaced_by(set().union(*later.values())):
        if version.run in later[version.conference]:
            replaced[version.conference].append(version)

    def is_as_left(conference: Conference) -> bool:
        versions = replaced[conference.pk]
        is_known = {version.run for version in versions} == later[conference.pk]
        return is_known and all(version.sha256 == conference.source_sha256 for version in versions[:1])

    return {conference.pk for _, conference in files if is_as_left(conference)}


def _worked_on(conferences: Sequence[int], run: ImportRun) -> dict[int, uuid.UUID]:
    """By conference the first act of a person there, but those that deleted it as an undo of this run or undid that."""
    acts = Act.objects.values_list("pk", flat=True)
    undoings = more = set(acts.filter(metadata__undoes_run=run.pk).exclude(metadata__has_key="machine"))
    while more := set(acts.filter(metadata__undoes__in=[str(act) for act in more])) - undoings:
        undoings |= more
    found: dict[int, uuid.UUID] = {}
    for some in _chunks(conferences):
        if touched(Conference, some, but_by=undoings, by_people=True):
            by = ((pk, touched(Conference, [pk], but_by=undoings, by_people=True)) for pk in some)
            found |= {pk: act for pk, act in by if act}
    return found


def _chunks(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(pks), AT_ONCE):
        yield pks[start : start + AT_ONCE]


def _item(conference: Conference, version: Version) -> tuple[File, Item]:
    """The earlier file, parsed."""
    row, data = row_and_file(version)
    file = File(Path(row["file_name"]), row["file_name"], conference.source.name)
    item = Item(file, data, row["source_sha256"])
    item.take(parse(data))
    return file, item
