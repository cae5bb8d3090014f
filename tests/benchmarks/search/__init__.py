"""How fast searching is over a large collection: ``make bench``, or ``python -m tests.benchmarks.search``.

The collection (CONFERENCES=, else 10,000) and what other engines need of it are made once and kept for the next time.
Everything is printed as tables with what is to be reached; over the full collection they are also written into
docs/performance.md.  Exits with status 1 where a promise is missed.

pages.py      which pages, and what is to be reached
asking.py     pages are asked for, in a process like a worker's
engines.py    the same questions asked of PostgreSQL and SQLite
making.py     the index is made, and a correction comes into it
machine.py    what it was measured on
table.py      the tables
"""
