from django.db import migrations


class Migration(migrations.Migration):
    """Whoever changes a turn's text, an import, a person or SQL, the earlier text is kept for links that cite it."""

    dependencies = [("conferences", "0002_turn_addresses")]

    operations = [
        migrations.RunSQL(
            sql=[
                """
                CREATE FUNCTION conferences_keep_turn_version() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO conferences_turnversion (turn_id, text, replaced_at)
                    VALUES (OLD.id, OLD.text, clock_timestamp());
                    RETURN NULL;
                END
                $$
                """,
                """
                CREATE TRIGGER turn_keeps_its_earlier_words AFTER UPDATE OF text ON conferences_turn
                FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text)
                EXECUTE FUNCTION conferences_keep_turn_version()
                """,
            ],
            reverse_sql=[
                "DROP TRIGGER turn_keeps_its_earlier_words ON conferences_turn",
                "DROP FUNCTION conferences_keep_turn_version()",
            ],
        )
    ]
