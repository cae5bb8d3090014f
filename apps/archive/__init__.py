"""The whole record as a folder of plain files, and back.

    carried.py       which tables belong to the record, and what is left out, with the reason
    manifest.py      manifest.json: what the archive holds, and for which tables
    accounts.py      users, by name
    values.py        a row as JSON, and whether a line of JSON is a row
    source_files.py  the transcripts, byte for byte
    export.py        the database -> a folder
    reading.py       a folder that nobody vouches for -> lines and bytes
    restore.py       a folder -> an empty database;  insert.py its rows, table by table

Doors: ``export_archive(folder)`` and ``import_archive(folder)``; both raise ``ArchiveError``.
"""
