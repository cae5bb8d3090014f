"""Transcripts that come by the browser, to the record.

limits.py        how much one upload may hold
received.py      chosen files -> files and refusals, each with its sentence
archive.py       the files of a zip, however hostile it is
storing.py       received files -> an Upload with its bytes, in the database until it is decided
stored_file.py   an uploaded file as the importer reads it
tasks.py         the dry run and the import, done by a worker; cut short, they go on
turn_changes.py  which turns a changed file would change
progress.py      how far a task is
"""
