"""No task twice at once, and none lost with a worker that was killed.

A worker holds an advisory lock of its database session while it does a task.  PostgreSQL frees it with the session,
however the worker ended: a task that is called running while its lock is free was abandoned.
"""

import json
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus
from django_tasks_db.models import DBTaskResult

TASKS = 0x7461736B  # "task"
MOST_ATTEMPTS = 20
"""A task that took so many workers with it is given up, or no other would have its turn."""


def hold(task_result: TaskResult[Any], **_: Any) -> None:
    """Wait until nobody does the same work (function and arguments), then keep others from it."""
    _ask("SELECT pg_advisory_lock(%s, hashtext(%s))", _work(task_result.task.module_path, task_result))


def let_go(task_result: TaskResult[Any], **_: Any) -> None:
    _ask("SELECT pg_advisory_unlock(%s, hashtext(%s))", _work(task_result.task.module_path, task_result))


def free_abandoned() -> int:
    """Put abandoned tasks back into the queue; returns how many.

    One that a worker takes this very moment may be put back too: it is then done twice, one after the other.
    """
    freed = 0
    for row in DBTaskResult.objects.running():
        work = json.dumps([row.task_path, row.args_kwargs["args"], row.args_kwargs["kwargs"]], sort_keys=True)
        with transaction.atomic():
            if not _ask("SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", work):
                continue
            same = DBTaskResult.objects.running().filter(pk=row.pk)
            if len(row.worker_ids) < MOST_ATTEMPTS:
                freed += same.update(status=TaskResultStatus.READY)
            else:
                why = f"{MOST_ATTEMPTS} workers were killed while they did it."
                same.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback=why)
    return freed


def _work(path: str, task_result: TaskResult[Any]) -> str:
    return json.dumps([path, task_result.args, task_result.kwargs], sort_keys=True)


def _ask(sql: str, work: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, [TASKS, work])
        return bool(cursor.fetchone()[0])
