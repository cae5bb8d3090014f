from importlib import import_module

from django.db import migrations

EARLIER = import_module("apps.annotations.migrations.0005_pending").MARK.partition("CREATE TRIGGER")[0]
BEFORE = EARLIER.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
AFTER = BEFORE.replace(
    """    END IF;
    RETURN NULL;""",
    """        IF FOUND THEN
            DELETE FROM annotations_annotatedturn done USING turns, turns_before
            WHERE done.turn_id = turns.id AND turns_before.id = turns.id
                AND turns.withdrawn_at IS NULL AND turns_before.withdrawn_at IS NOT NULL;
        END IF;
    END IF;
    RETURN NULL;""",
)


class Migration(migrations.Migration):
    """A withdrawn turn that comes back is read as a new one: people may have judged its words elsewhere meanwhile."""

    dependencies = [("annotations", "0023_marks_outlive_loose_accents")]

    operations = [migrations.RunSQL(AFTER, BEFORE)]
