from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.models import Q

ROOMS = ["conferences", "annotations", "history"]
EDITOR = """
    conferences.view_conference conferences.change_conference conferences.view_turn conferences.change_turn
    conferences.view_speaker conferences.add_speaker conferences.change_speaker
    conferences.view_organisation conferences.add_organisation conferences.change_organisation
    conferences.view_conflict conferences.change_conflict
    conferences.view_source conferences.view_importrun conferences.add_importrun conferences.view_importedfile
    annotations.view_topic annotations.add_topic annotations.change_topic
    annotations.view_topicphrase annotations.add_topicphrase annotations.change_topicphrase annotations.delete_topicphrase
    annotations.view_tag annotations.add_tag annotations.change_tag annotations.delete_tag
    history.view_act history.undo_act
"""


def create_groups(apps, schema_editor):
    """Editors correct, review and import; administrators do all that the site knows, accounts included."""
    for label in [*ROOMS, "auth"]:  # Django makes permissions after all migrations; these are needed now
        create_permissions(installed.get_app_config(label), apps=apps, verbosity=0)
    groups, permissions = apps.get_model("auth", "Group").objects, apps.get_model("auth", "Permission").objects
    editor, _ = groups.get_or_create(name="Editor")
    for name in EDITOR.split():
        label, codename = name.split(".")
        editor.permissions.add(permissions.get(content_type__app_label=label, codename=codename))
    administrator, _ = groups.get_or_create(name="Administrator")
    accounts = Q(content_type__app_label="auth", content_type__model__in=["user", "group"])
    administrator.permissions.add(*permissions.filter(Q(content_type__app_label__in=ROOMS) | accounts))


def delete_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=["Editor", "Administrator"]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("conferences", "0006_history"),
        ("annotations", "0003_history"),
        ("history", "0001_history"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create_groups, delete_groups)]
