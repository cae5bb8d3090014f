import uuid

from django_tasks_db.management.commands.db_worker import Worker

from apps.config.background.abandoned import free_abandoned


def work_off() -> None:
    """Do the tasks that are due, abandoned ones too, until there are none."""
    free_abandoned()
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name="default",
        worker_id=str(uuid.uuid4()),
        batch=True,  # come back when the queue is empty
        interval=0,
        startup_delay=False,
        max_tasks=None,
    ).run()
