"""The search index: a cache of the record that can be deleted at any moment and is made again.

schema.py      what a document of the index holds, and how words become terms
composing.py   how a text is read before it becomes words
rows.py        what documents are made of, read from the database
documents.py   the documents of conferences and their turns
keys.py        which documents an index has, by their fingerprints
models.py      the change log, which triggers of the database write
news.py        what changed since an index was brought up to date
folder.py      where the index lies: generations, locks
opened.py      an index open for reading; searcher.py: how it is asked
layered.py     the same with what changed since, in memory
writing.py     documents go in and out
sync.py        the index is brought up to date, or made anew
index.py       what a search asks first: ``current()``
following.py   the same every second while a site is served, so that nobody has to wait
catching_up.py the one process that writes what changed

language/      what a person types, understood
query.py       what can be asked: ``SearchQuery``; results.py: what is answered
forms.py       the forms of a word that there are
search.py      the index is asked; building.py and expression_query.py make the query for tantivy
kept.py        counts that hold as long as the index has the same version
facets.py      counts of each value of a filter; timeline.py: over time
passages.py    the best turns of conferences; matching.py: where in a text the words stand
spelling.py    other spellings for words that there are not
"""
