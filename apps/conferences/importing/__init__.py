"""From transcript files to the record, again and again, without undoing what people decided.

    files.py       the paths that someone names -> files
    importer.py    one file -> one result, in one transaction
    matching.py    which conference of its source is this?
    save.py        the conference's fields; turns.py its turns; people.py who speaks
    alignment.py   which earlier turn is which new one
    runs.py        many files -> results, kept as an ImportRun

Door: ``import_files(find_files(paths))``.
"""

from apps.conferences.importing.files import File, find_files
from apps.conferences.importing.result import Result
from apps.conferences.importing.runs import import_files, preview_files

__all__ = ["File", "Result", "find_files", "import_files", "preview_files"]
