from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "apps.annotations"

    def ready(self) -> None:
        from apps.annotations.carried_back import take_copies_back
        from apps.annotations.receivers import remove_suggestions, reopen_reports, tag_imported
        from apps.conferences.signals import conference_imported
        from apps.history.signals import act_undone, removing

        conference_imported.connect(tag_imported, dispatch_uid="tag_imported")
        removing.connect(remove_suggestions, dispatch_uid="remove_suggestions")
        act_undone.connect(take_copies_back, dispatch_uid="take_copies_back")
        act_undone.connect(reopen_reports, dispatch_uid="reopen_reports")
