from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "apps.annotations"

    def ready(self) -> None:
        from apps.annotations.receivers import annotate_imported, suggest_again
        from apps.conferences.signals import conference_imported, words_changed

        conference_imported.connect(annotate_imported, dispatch_uid="annotate_imported")
        words_changed.connect(suggest_again, dispatch_uid="suggest_again")
