"""From transcript files to the record, again and again, without undoing what people decided.

    files.py       the paths that someone names -> files
    items.py       files -> batches of what is read, compared by its bytes, and parsed on all cores
    importer.py    a batch -> its results, in one transaction
    standing.py    which files are new, told for a whole batch; matching.py which conference a file is a version of
    claims.py      which conference each file of the import stands for, so that no other is taken for a version of it
    creating.py    new conferences, many at once
    updating.py    a later version of one; turns.py its turns; alignment.py which earlier turn is which new one
    people.py      who speaks
    runs.py        many files -> results, kept as an ImportRun

Door: ``import_files(find_files(paths))``.
"""

from apps.conferences.importing.files import File, find_files
from apps.conferences.importing.result import Result
from apps.conferences.importing.runs import import_files, preview_files

__all__ = ["File", "Result", "find_files", "import_files", "preview_files"]
