"""One person, or one outlet, under several names.

    merge.py        merge, un-merge, and "these are not the same"
    likeness.py     how alike two names are, and why
    duplicates.py   pairs of rows that are probably the same
    facts.py        what is known of each, to compare them side by side

A merge moves nothing (models/named.py), so un-merging brings back exactly what was.
"""
