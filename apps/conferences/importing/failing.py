"""What went wrong with a file, in one sentence."""

import re
import traceback
from pathlib import Path

from django.db import Error as DatabaseFailure
from django.db import connection

from apps.conferences.importing.files import File, printable
from apps.conferences.importing.result import Outcome, Result
from apps.transcripts import TranscriptError
from apps.transcripts.workers import WorkerDiedError


def failed(file: File, error: Exception) -> Result:
    """The file's result.  Raises the error itself if the database is lost: no other file would fare better."""
    if isinstance(error, TranscriptError):
        return Result(file.shown, Outcome.FAILED, line=error.line, message=str(error))
    what = printable(str(error).partition("\n")[0])
    if isinstance(error, WorkerDiedError):
        return Result(file.shown, Outcome.FAILED, message=f"{what}.")
    if isinstance(error, DatabaseFailure):  # an editor's change came in between, for example
        if not connection.is_usable():
            raise error
        return Result(file.shown, Outcome.FAILED, message=f"The database refused it; import it again: {what}.")
    where = f"{type(error).__name__} in {_place(error)}: {what}"
    return Result(file.shown, Outcome.FAILED, message=f"Rostrum itself failed on this file; please report it: {where}.")


def _place(error: Exception) -> str:
    """The line that raised it; from another process there is only the text of its traceback."""
    told = str(error.__cause__) if error.__cause__ else "".join(traceback.format_tb(error.__traceback__))
    *_, (path, line) = re.findall(r'File "([^"\n]*)", line (\d+)', told) or [("an unknown place", "0")]
    return f"{Path(path).name}, line {line}"
