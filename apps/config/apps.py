from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "apps.config"

    def ready(self) -> None:
        from django_tasks.signals import task_finished, task_started

        from apps.config.background.abandoned import hold, let_go

        task_started.connect(hold, dispatch_uid="hold")
        task_finished.connect(let_go, dispatch_uid="let_go")
