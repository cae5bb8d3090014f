from django.db import migrations

TABLES = ["conference", "conferenceaddress", "sourcefile", "turn", "turnkey", "turnversion"]


class Migration(migrations.Migration):
    """A conference that is deleted is kept whole, with all that belongs to it and that the events do not hold."""

    dependencies = [("conferences", "0014_conflict_state_in_other_words"), ("history", "0002_kept_rows")]

    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER keep_when_deleted AFTER DELETE ON conferences_{table}"
            " FOR EACH ROW EXECUTE FUNCTION history_keep_row()",
            f"DROP TRIGGER keep_when_deleted ON conferences_{table}",
        )
        for table in TABLES
    ]
