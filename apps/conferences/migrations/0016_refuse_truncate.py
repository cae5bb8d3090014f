from django.db import migrations

TABLES = [
    *["conference", "conferenceaddress", "conflict", "distinctorganisations", "distinctspeakers", "organisation"],
    *["source", "sourcefile", "speaker", "turn", "turnkey", "turnversion"],
]


class Migration(migrations.Migration):
    """TRUNCATE fires no trigger of a row, so the history would not know of it: it is refused, with a sentence."""

    dependencies = [("conferences", "0015_deleted_conferences_are_kept"), ("history", "0002_kept_rows")]

    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON conferences_{table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_truncate()",
            f"DROP TRIGGER refuse_truncate ON conferences_{table}",
        )
        for table in TABLES
    ]
