"""What an import would do with a file, as far as can be told without writing."""

from apps.conferences.importing.claims import Claims
from apps.conferences.importing.failing import failed
from apps.conferences.importing.items import Item
from apps.conferences.importing.matching import Beside, find_conference
from apps.conferences.importing.people import find_people
from apps.conferences.importing.rehearsal import rehearse
from apps.conferences.importing.result import Outcome, Result
from apps.conferences.importing.sources import Sources, folder_notes
from apps.conferences.importing.values import in_order


class Preview:
    """Of the files of one import, in order: it knows which are the same conference."""

    def __init__(self, beside: Beside) -> None:
        self.beside = beside
        self._claims = Claims()
        self._first: dict[tuple[str, str], str] = {}

    def of(self, item: Item) -> Result:
        if item.result and (item.result.conference is None or self._claims.take(item.result.conference, item.sha256)):
            return item.result
        first = self._first.setdefault((item.file.source, item.sha256), item.file.shown)
        if first != item.file.shown:
            message = f"It has the same bytes as {first} and is the same conference."
            return Result(item.file.shown, Outcome.UNCHANGED, message=message)
        try:
            item.parse_after_all()
            standing, like = find_conference(item.file, item.transcript, self.beside, self._claims)
            if standing:
                told, changed = rehearse(standing, item)
            else:
                sources = Sources([item.file.source, *item.file.folders_above])
                source = sources.get(item.file.source)
                people = find_people(item.transcript, sources=[source.pk if source else None])
                folder = folder_notes(item.file, sources)
                told = (*item.transcript.notes, *folder, *like, *people.notes[0])
        except Exception as error:  # noqa: BLE001 - one file's defect must not stop the ten thousand after it
            return failed(item.file, error)
        if standing:
            self._claims.take(standing, item.sha256)
            if not changed:
                return Result(item.file.shown, Outcome.UNCHANGED, standing)
        outcome = Outcome.CHANGED if standing else Outcome.CREATED
        return Result(item.file.shown, outcome, standing, notes=in_order(list(told)), turns=len(item.transcript.turns))
