from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "apps.annotations"

    def ready(self) -> None:
        from apps.annotations.receivers import tag_imported
        from apps.conferences.signals import conference_imported

        conference_imported.connect(tag_imported, dispatch_uid="tag_imported")
