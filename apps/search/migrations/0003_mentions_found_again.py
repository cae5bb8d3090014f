"""A mention that lost its words is hidden from readers, and shown again where these stand again."""

from django.db import migrations

LOGGED = """
CREATE OR REPLACE FUNCTION search_log_annotations_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO search_change (conference) SELECT DISTINCT turn.conference_id
            FROM after one JOIN conferences_turn turn ON turn.id = one.turn_id;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO search_change (conference) SELECT DISTINCT turn.conference_id
            FROM before one JOIN conferences_turn turn ON turn.id = one.turn_id;
    ELSE
        INSERT INTO search_change (conference)
            WITH changed AS MATERIALIZED (
                SELECT before.id AS earlier, after.id AS later FROM before FULL JOIN after USING (id)
                WHERE (before.id, before.turn_id, before.entity_id, before.status{before_too})
                    IS DISTINCT FROM (after.id, after.turn_id, after.entity_id, after.status{after_too})
            )
            SELECT turn.conference_id FROM before one JOIN conferences_turn turn ON turn.id = one.turn_id
                WHERE one.id IN (SELECT earlier FROM changed)
            UNION
            SELECT turn.conference_id FROM after one JOIN conferences_turn turn ON turn.id = one.turn_id
                WHERE one.id IN (SELECT later FROM changed);
    END IF;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    """Where exactly it stands is no news, only whether it does."""

    dependencies = [("search", "0002_triggers"), ("annotations", "0015_mentions_move_with_the_words")]

    operations = [
        migrations.RunSQL(
            LOGGED.format(before_too=", before.start IS NULL", after_too=", after.start IS NULL"),
            LOGGED.format(before_too="", after_too=""),
        )
    ]
