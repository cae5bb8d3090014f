"""Parsed files -> the record.  Either a whole conference is saved, or nothing of it."""

from collections.abc import Sequence
from dataclasses import replace

from apps.conferences.importing.claims import Claims
from apps.conferences.importing.creating import create_together
from apps.conferences.importing.failing import failed
from apps.conferences.importing.files import File
from apps.conferences.importing.items import Item, unchanged
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.matching import Beside, Match, find_conference
from apps.conferences.importing.original import keep_originals
from apps.conferences.importing.result import Outcome, Result
from apps.conferences.importing.sources import Sources, folder_notes
from apps.conferences.importing.standing import Standing
from apps.conferences.importing.updating import update
from apps.conferences.importing.waiting import wait_for_other_imports
from apps.conferences.models import Conference
from apps.conferences.signals import conference_imported
from apps.history.act import act, act_of_its_own
from apps.history.locking import is_deadlock
from apps.transcripts import Note


class Importer:
    """Saves what was parsed, batch by batch."""

    def __init__(self, beside: Beside, log: ImportLog, *, again: bool = False) -> None:
        self.beside = beside
        self.log = log
        self.again = again
        self.claims = Claims()

    def save(self, items: Sequence[Item], *, anew: bool = False) -> None:
        """Give each item its result: together in one transaction, or if that fails each in its own."""
        try:
            self._save(items)
        except Exception as error:
            if is_deadlock(error) and not anew:  # somebody's bulk act came in between
                self.save(items, anew=True)
            elif len(items) > 1:
                for item in items:
                    self.save([item])
            elif items[0].result is None:
                items[0].result = failed(items[0].file, error)
                self._save(items)
            else:
                raise

    def _save(self, items: Sequence[Item]) -> None:
        results = {item: item.result for item in items if item.result}
        if len(results) == len(items) and all(self._still_stands(item, result) for item, result in results.items()):
            return
        results = {item: result for item, result in results.items() if result.outcome == Outcome.FAILED}
        with self.claims.unless_it_fails(), self.log.transaction():
            if len(results) < len(items):
                wait_for_other_imports()
                results |= self._saved([item for item in items if item not in results])
            self.log.write(results[item] for item in items)
        for item in items:
            item.result = results[item]

    def _still_stands(self, item: Item, result: Result) -> bool:
        """Whether there is nothing to do for a file that was unchanged when it was read."""
        return result.conference is not None and self.claims.take(result.conference, item.sha256)

    def _saved(self, items: Sequence[Item]) -> dict[Item, Result]:
        sources = Sources(name for item in items for name in (item.file.source, *item.file.folders_above))
        known = unchanged(items, sources)
        waiting = [item for item in items if self.again or item not in known]
        for item in waiting:
            item.notes = folder_notes(item.file, sources)
        with act(**self.log.about()):
            for item in waiting:
                sources.get_or_create(item.file.source)
                item.parse_after_all()
        standing = Standing(waiting, sources, self.beside)
        results: dict[Item, Result] = {}
        new: list[Item] = []
        for item in items:
            conference = known.get(item)
            if conference is None and standing.is_new(item):
                new.append(item)
            elif conference and not self.again and self.claims.take(conference, item.sha256):
                results[item] = _unchanged(item, conference)
            else:
                results |= self._create(new, sources)
                new = []
                results[item] = self._save_one(item, sources)
        return results | self._create(new, sources)

    def _create(self, items: Sequence[Item], sources: Sources) -> dict[Item, Result]:
        if not items:
            return {}
        with act(**self.log.about()):
            created = create_together(items, sources)
            keep_originals(zip([conference for conference, _ in created], items, strict=True))
        results = {}
        for item, (conference, notes) in zip(items, created, strict=True):
            with act(file=item.file.shown, **self.log.about()):
                _tell(conference, item)
            results[item] = self._result(item, Outcome.CREATED, conference, notes)
        return results

    def _save_one(self, item: Item, sources: Sources) -> Result:
        """An item that may be what stands already, or another version of it."""
        known = unchanged([item], sources).get(item)
        if known and not self.again:
            self.claims.take(known, item.sha256)
            return _unchanged(item, known)
        item.parse_after_all()
        match = Match(known) if known else find_conference(item.file, item.transcript, self.beside, self.claims)
        conference = match.conference
        item.notes += match.notes
        if conference is None:
            return self._create([item], sources)[item]
        file = replace(item.file, name=known.file_name) if known else item.file
        result = save_version(conference, file, item, self.log)
        self.claims.take(conference, item.sha256)
        return result

    def _result(self, item: Item, outcome: Outcome, conference: Conference, notes: tuple[Note, ...]) -> Result:
        self.claims.take(conference, item.sha256)
        return Result(item.file.shown, outcome, conference, notes=notes, turns=len(item.transcript.turns))


def save_version(conference: Conference, file: File, item: Item, log: ImportLog) -> Result:
    """Bring the conference up to date with the parsed item, in an act of its own within the import's transaction."""
    with act_of_its_own(file=item.file.shown, **log.about()):
        updated = update(conference, file, item.sha256, item.transcript)
        keep_originals([(updated.conference, item)])
        _tell(updated.conference, item)
        if not updated.changed:
            return _unchanged(item, conference)
        updated.conflicts.write(log.start())
    turns = len(item.transcript.turns)
    return Result(item.file.shown, Outcome.CHANGED, updated.conference, notes=updated.notes, turns=turns)


def _unchanged(item: Item, conference: Conference) -> Result:
    return Result(item.file.shown, Outcome.UNCHANGED, conference)


def _tell(conference: Conference, item: Item) -> None:
    """Tell the rooms above, once the conference is whole."""
    conference_imported.send(Conference, conference=conference, source_topics=item.transcript.source_topics)
