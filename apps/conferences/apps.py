from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "apps.conferences"

    def ready(self) -> None:
        from apps.conferences.conflicts_undone import set_right
        from apps.history.signals import act_undone

        act_undone.connect(set_right, dispatch_uid="set_conflicts_right")
