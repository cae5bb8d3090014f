"""The groups that come with Rostrum."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

pytestmark = pytest.mark.django_db

migration = importlib.import_module("apps.config.migrations.0001_groups")


def test_the_groups_are_made_even_where_no_permission_exists_yet() -> None:
    Group.objects.all().delete()
    Permission.objects.all().delete()
    with connection.schema_editor() as editor:
        migration.create_groups(apps, editor)
    editor_rights = Group.objects.get(name="Editor").permissions
    assert editor_rights.filter(codename="undo_act").exists()
    assert editor_rights.count() == len(migration.EDITOR.split())
    assert Group.objects.get(name="Administrator").permissions.filter(codename="change_user").exists()


def test_a_group_of_that_name_keeps_what_it_may_already() -> None:
    own = Permission.objects.get(codename="delete_topic")
    Group.objects.get(name="Editor").permissions.set([own])
    with connection.schema_editor() as editor:
        migration.create_groups(apps, editor)
    held = Group.objects.get(name="Editor").permissions
    assert own in held.all()
    assert held.count() == len(migration.EDITOR.split()) + 1
