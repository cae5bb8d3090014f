"""One file -> one result.  Either the whole conference is saved, or nothing of it."""

import hashlib
import traceback
from pathlib import Path

import pghistory
from django.db import Error as DatabaseFailure
from django.db import connection, transaction

from apps.conferences.importing.files import File, printable
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.matching import Beside, find_conference
from apps.conferences.importing.original import keep_original
from apps.conferences.importing.people import find_people
from apps.conferences.importing.result import Outcome, Result
from apps.conferences.importing.save import save
from apps.conferences.models import Conference
from apps.transcripts import TranscriptError, parse

IMPORT_LOCK = 0x726F737472756D  # "rostrum"


def import_file(file: File, beside: Beside, log: ImportLog) -> Result:
    """Read, parse and save.  Whatever is wrong with the file is the result; only a lost database raises."""
    try:
        data = file.read()
        sha256 = hashlib.sha256(data).hexdigest()
        if known := _unchanged(file, sha256):
            return known
        transcript = parse(data)
        with transaction.atomic():
            _wait_for_other_imports()
            if known := _unchanged(file, sha256):
                return known
            standing = find_conference(file, transcript, beside)
            run = log.start()
            with pghistory.context(act="Import", machine=True, file=file.shown, run=run.pk, **log.who()):
                conference, notes, conflicts = save(file, sha256, transcript, standing)
                conflicts.write(run)
                keep_original(conference, data)
            result = Result(file.shown, _outcome(standing), conference, notes=notes)
            log.write(result, run)
        log.run = run
    except Exception as error:  # noqa: BLE001 - one file's defect must not stop the ten thousand after it
        result = _failed(file, error)
        log.run = log.start()
        log.write(result, log.run)
    return result


def preview_file(file: File, beside: Beside) -> Result:
    """What ``import_file`` would do, as far as can be told without writing."""
    try:
        data = file.read()
        if known := _unchanged(file, hashlib.sha256(data).hexdigest()):
            return known
        transcript = parse(data)
        standing = find_conference(file, transcript, beside)
        notes = sorted((*transcript.notes, *find_people(transcript).notes), key=lambda note: note.line)
        return Result(file.shown, _outcome(standing), standing, notes=tuple(notes))
    except Exception as error:  # noqa: BLE001
        return _failed(file, error)


def _outcome(standing: Conference | None) -> Outcome:
    return Outcome.CHANGED if standing else Outcome.CREATED


def _unchanged(file: File, sha256: str) -> Result | None:
    conference = Conference.objects.of_file(file.source, sha256).first()
    return Result(file.shown, Outcome.UNCHANGED, conference) if conference else None


def _wait_for_other_imports() -> None:
    """Until the transaction ends this process alone imports: sources share speakers, outlets and addresses."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])


def _failed(file: File, error: Exception) -> Result:
    if isinstance(error, TranscriptError):
        return Result(file.shown, Outcome.FAILED, line=error.line, message=str(error))
    what = printable(str(error).partition("\n")[0])
    if isinstance(error, DatabaseFailure):  # an editor's change came in between, for example
        if not connection.is_usable():
            raise error
        return Result(file.shown, Outcome.FAILED, message=f"The database refused it; import it again: {what}.")
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}: {what}"
    return Result(file.shown, Outcome.FAILED, message=f"Rostrum itself failed on this file; please report it: {where}.")
