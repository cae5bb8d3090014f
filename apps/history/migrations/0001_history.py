from django.db import migrations
from pghistory.models import Context

# In place of pghistory's own, which leaves changes made outside the site (psql, a shell) without an act: here all
# that one transaction does without naming an act is one act of the database user.
ATTACH_CONTEXT = """
CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS pghistory_context.id%TYPE AS $$
DECLARE
    act UUID := NULLIF(current_setting('pghistory.context_id', true), '')::uuid;
    about JSONB := NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb;
BEGIN
    IF act IS NULL THEN
        act := md5(pg_current_xact_id()::text || ' ' || pg_backend_pid() || ' ' || now())::uuid;
        about := jsonb_build_object('database_user', session_user);
    END IF;
    INSERT INTO pghistory_context (id, metadata, created_at, updated_at) VALUES (act, about, now(), now())
    ON CONFLICT (id) DO UPDATE SET metadata = EXCLUDED.metadata, updated_at = EXCLUDED.updated_at
        WHERE pghistory_context.metadata <> EXCLUDED.metadata;
    RETURN act;
END;
$$ LANGUAGE plpgsql;
"""


def restore(apps, schema_editor):
    Context.install_pgh_attach_context_func(using=schema_editor.connection.alias)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Act',
            fields=[
            ],
            options={
                'ordering': ['-created_at', '-id'],
                'permissions': [('undo_act', 'Can undo an act')],
                'proxy': True,
                'default_permissions': ('view',),
                'indexes': [],
                'constraints': [],
            },
            bases=('pghistory.context',),
        ),
        migrations.RunSQL(ATTACH_CONTEXT, migrations.RunSQL.noop),
        migrations.RunPython(migrations.RunPython.noop, restore),
    ]
