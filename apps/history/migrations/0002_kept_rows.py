import django.db.models.deletion
from django.db import migrations, models

KEEP = """
CREATE FUNCTION history_keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO history_keptrow (act_id, "table", row) VALUES (_pgh_attach_context(), TG_TABLE_NAME, to_jsonb(OLD));
    RETURN NULL;
END $$;
"""

REFUSE_TRUNCATE = """
CREATE FUNCTION history_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('rostrum.may_truncate', true), '') <> 'on' THEN
        RAISE EXCEPTION 'TRUNCATE would leave nothing of % in the history: use DELETE, which does', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege',
            HINT = 'To empty it for good all the same, first SET rostrum.may_truncate = ''on''';
    END IF;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):

    dependencies = [("history", "0001_history")]

    operations = [
        migrations.CreateModel(
            name="KeptRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=100)),
                ("row", models.JSONField()),
                (
                    "act",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunSQL(KEEP, "DROP FUNCTION history_keep_row()"),
        migrations.RunSQL(REFUSE_TRUNCATE, "DROP FUNCTION history_refuse_truncate()"),
    ]
