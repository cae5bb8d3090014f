from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITOR = ["view_entity", "add_entity", "change_entity", "view_mention", "change_mention"]


def give_rights(apps, schema_editor):
    """Who judges tags may correct entities and mentions as well."""
    create_permissions(installed.get_app_config("annotations"), apps=apps, verbosity=0)
    groups, permissions = apps.get_model("auth", "Group").objects, apps.get_model("auth", "Permission").objects
    ours = permissions.filter(content_type__app_label="annotations")
    for editor in groups.filter(name="Editor"):
        editor.permissions.add(*ours.filter(codename__in=EDITOR))
    for administrator in groups.filter(name="Administrator"):
        administrator.permissions.add(*ours)


class Migration(migrations.Migration):

    dependencies = [
        ("annotations", "0008_phrase_weights"),
        ("config", "0001_groups"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop)]
