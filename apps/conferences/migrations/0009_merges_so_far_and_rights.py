from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RESOLVE = """
UPDATE conferences_speaker SET survivor_id = NULL WHERE merged_into_id IS NOT NULL;
UPDATE conferences_organisation SET survivor_id = NULL WHERE merged_into_id IS NOT NULL;
"""
RIGHTS = ["change_distinctspeakers", "change_distinctorganisations"]


def give_rights(apps, schema_editor):
    """Who may merge may also say that two are not the same, and take it back."""
    create_permissions(installed.get_app_config("conferences"), apps=apps, verbosity=0)
    groups, permissions = apps.get_model("auth", "Group").objects, apps.get_model("auth", "Permission").objects
    for editor in groups.filter(name="Editor"):
        editor.permissions.add(*permissions.filter(codename__in=RIGHTS))
    for administrator in groups.filter(name="Administrator"):
        administrator.permissions.add(*permissions.filter(content_type__app_label="conferences"))



class Migration(migrations.Migration):

    dependencies = [
        ("conferences", "0008_speakers_and_organisations"),
        ("config", "0001_groups"),
    ]

    operations = [
        migrations.RunSQL(RESOLVE, migrations.RunSQL.noop),  # the triggers of 0008 work out who survived
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
