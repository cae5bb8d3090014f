from django.db import migrations

CONFERENCE = """
CREATE TRIGGER keep_earlier_version AFTER UPDATE OF source_sha256 ON conferences_conference
    FOR EACH ROW WHEN (OLD.source_sha256 <> NEW.source_sha256) EXECUTE FUNCTION history_keep_row()
"""
FILE = """
CREATE TRIGGER keep_earlier_version AFTER UPDATE OF data ON conferences_sourcefile
    FOR EACH ROW WHEN (OLD.data <> NEW.data) EXECUTE FUNCTION history_keep_row()
"""


class Migration(migrations.Migration):
    """What a conference's file said before an import brought another version, so that the import can be undone."""

    dependencies = [("conferences", "0016_refuse_truncate"), ("history", "0002_kept_rows")]

    operations = [
        migrations.RunSQL(CONFERENCE, "DROP TRIGGER keep_earlier_version ON conferences_conference"),
        migrations.RunSQL(FILE, "DROP TRIGGER keep_earlier_version ON conferences_sourcefile"),
    ]
