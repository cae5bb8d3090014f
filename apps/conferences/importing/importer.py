"""One file -> one result.  Either the whole conference is saved, or nothing of it."""

import hashlib
import traceback
from pathlib import Path

from django.db import OperationalError, connection, transaction

from apps.conferences.importing.files import File, printable
from apps.conferences.importing.log import ImportLog
from apps.conferences.importing.matching import find_conference
from apps.conferences.importing.people import find_people
from apps.conferences.importing.result import Outcome, Result
from apps.conferences.importing.save import save
from apps.conferences.models import Conference
from apps.transcripts import TranscriptError, parse

IMPORT_LOCK = 0x726F737472756D  # "rostrum"


def import_file(file: File, log: ImportLog) -> Result:
    """Read, parse and save.  Whatever is wrong with the file is the result; only a lost database raises."""
    try:
        data = file.read()
        sha256 = hashlib.sha256(data).hexdigest()
        if known := _unchanged(file, sha256):
            log.unchanged += 1
            return known
        transcript = parse(data)
        with transaction.atomic():
            _wait_for_other_imports()
            if known := _unchanged(file, sha256):
                log.unchanged += 1
                return known
            standing = find_conference(file, transcript)
            conference, notes = save(file, sha256, transcript, standing)
            outcome = Outcome.CHANGED if standing else Outcome.CREATED
            result = Result(file.shown, outcome, conference, notes=notes)
            run = log.write(result)
        log.run = run
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001 - one file's defect must not stop the ten thousand after it
        result = _failed(file, error)
        log.run = log.write(result)
    return result


def preview_file(file: File) -> Result:
    """What ``import_file`` would do, as far as can be told without writing."""
    try:
        data = file.read()
        if known := _unchanged(file, hashlib.sha256(data).hexdigest()):
            return known
        transcript = parse(data)
        standing = find_conference(file, transcript)
        notes = (*transcript.notes, *find_people(transcript).notes)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001
        return _failed(file, error)
    outcome = Outcome.CHANGED if standing else Outcome.CREATED
    return Result(file.shown, outcome, standing, notes=tuple(sorted(notes, key=lambda note: note.line)))


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
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = printable(f"{type(error).__name__}: {error}".partition("\n")[0])
    message = (
        f"Rostrum itself failed on this file; please report it: {what} ({Path(place.filename).name}:{place.lineno})."
    )
    return Result(file.shown, Outcome.FAILED, message=message)
