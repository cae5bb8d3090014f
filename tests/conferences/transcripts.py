"""Transcript files for the tests of the import, all invented."""

from pathlib import Path

from apps.conferences.importing import Result, find_files, import_files

TITLE = "Press conference by Secretary General Elena Marsh"
GREETING = (
    "Good morning. The ferry between Port Calder and the northern islands will sail again from Monday, with two"
    " crossings a day and room for forty cars on each of them."
)
QUESTION = "Will the fares stay as they were before the winter, and who pays for the new landing stage?"
ANSWER = "The fares stay as they are until the end of the year. The landing stage is paid for by the harbour fund."
SECOND_QUESTION = "How many jobs come back to the islands with it, and from when?"
SECOND_ANSWER = "Sixty-two jobs, most of them on the boats themselves, from the first of the month."
TURNS = (
    GREETING,
    f"Ana Ruiz (Harbour Gazette): {QUESTION}",
    f"Elena Marsh: {ANSWER}",
    f"Ana Ruiz (Harbour Gazette): {SECOND_QUESTION}",
    f"Elena Marsh: {SECOND_ANSWER}",
)


def briefing(
    *turns: str, title: str = "Press conference by Secretary General Elena Marsh", day: str = "4 May 2019"
) -> str:
    """The text of a transcript; without ``turns``, one of a statement, two questions and two answers."""
    return "\n\n".join([title, day, *(turns or TURNS)]) + "\n"


def write(folder: Path, text: str | bytes = "", name: str = "ferry.txt", source: str = "Meridian Alliance") -> Path:
    """Write a file, a briefing if nothing else is said, into the folder of its source."""
    path = folder / source / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else (text or briefing()).encode())
    return path


def import_path(*paths: Path, source: str | None = None) -> list[Result]:
    return list(import_files(find_files(paths, source)))


def import_one(path: Path, source: str | None = None) -> Result:
    [result] = import_path(path, source=source)
    return result
