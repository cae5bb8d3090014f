"""Work that outlives a request: django-tasks, its queue in the site's own PostgreSQL.

    abandoned.py   no task twice at once, none lost with a worker that was killed
    work.py        tasks are done, until none is due
    idle.py        what waits for annotation is annotated while no task is
    kept_worker.py what ``make run`` starts beside it, and starts again

A room declares ``@task`` functions and calls their ``enqueue()``; ``manage.py db_worker`` does them.  A worker may be
killed at any moment and its task is then done again from the start, so a task has to find what it did already.
"""
