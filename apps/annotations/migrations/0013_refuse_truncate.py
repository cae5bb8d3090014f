from django.db import migrations

TABLES = ["entity", "mention", "tag", "topic", "topicphrase"]


class Migration(migrations.Migration):
    """TRUNCATE fires no trigger of a row, so the history would not know of it: it is refused, with a sentence."""

    dependencies = [("annotations", "0012_marks_move_with_the_words"), ("history", "0002_kept_rows")]

    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON annotations_{table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_truncate()",
            f"DROP TRIGGER refuse_truncate ON annotations_{table}",
        )
        for table in TABLES
    ]
