"""The search index: a cache of the record that can be deleted at any moment and is made again.

schema.py      what a document of the index holds, and how words become terms
documents.py   the documents of conferences and their turns
index.py       the index, brought up to date: ``current()``
"""
