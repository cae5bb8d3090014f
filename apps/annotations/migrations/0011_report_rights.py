from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = ["view_report", "change_report"]


def give_rights(apps, schema_editor):
    """Editors read and close what readers report."""
    create_permissions(installed.get_app_config("annotations"), apps=apps, verbosity=0)
    groups, permissions = apps.get_model("auth", "Group").objects, apps.get_model("auth", "Permission").objects
    for group in groups.filter(name__in=["Editor", "Administrator"]):
        group.permissions.add(*permissions.filter(content_type__app_label="annotations", codename__in=RIGHTS))


class Migration(migrations.Migration):

    dependencies = [
        ("annotations", "0010_reports"),
        ("config", "0001_groups"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
