from django.contrib.postgres.indexes import GinIndex
from django.db import migrations
from django.db.models import F, Func

LOWER = """
CREATE FUNCTION annotations_lower(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(words::text)::text[];
"""

AGAIN = """
CREATE FUNCTION annotations_annotate_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO annotations_pendingannotation (conference_id, since)
        SELECT conference_id, now() FROM conferences_turn WHERE id = OLD.turn_id
        ON CONFLICT (conference_id) DO UPDATE SET since = EXCLUDED.since
            WHERE annotations_pendingannotation.since <> EXCLUDED.since;
    UPDATE annotations_annotatedturn
        SET version = CASE TG_TABLE_NAME WHEN 'annotations_tag' THEN left(version, 8) ELSE '' END
        WHERE turn_id = OLD.turn_id;
    RETURN NULL;
END $$;
CREATE TRIGGER annotations_tag_taken_back AFTER UPDATE OF decided_at ON annotations_tag
    FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL AND NEW.decided_at IS NULL)
    EXECUTE FUNCTION annotations_annotate_again();
CREATE TRIGGER annotations_tag_removed AFTER DELETE ON annotations_tag
    FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION annotations_annotate_again();
CREATE TRIGGER annotations_mention_taken_back AFTER UPDATE OF decided_at ON annotations_mention
    FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL AND NEW.decided_at IS NULL)
    EXECUTE FUNCTION annotations_annotate_again();
CREATE TRIGGER annotations_mention_removed AFTER DELETE ON annotations_mention
    FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION annotations_annotate_again();

CREATE FUNCTION annotations_wait_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM annotations_pendingannotation WHERE conference_id = OLD.id;
    RETURN OLD;
END $$;
CREATE TRIGGER annotations_wait_no_more BEFORE DELETE ON conferences_conference
    FOR EACH ROW EXECUTE FUNCTION annotations_wait_no_more();
"""

LEAVE = """
DROP TRIGGER annotations_wait_no_more ON conferences_conference;
DROP FUNCTION annotations_wait_no_more();
DROP TRIGGER annotations_tag_taken_back ON annotations_tag;
DROP TRIGGER annotations_tag_removed ON annotations_tag;
DROP TRIGGER annotations_mention_taken_back ON annotations_mention;
DROP TRIGGER annotations_mention_removed ON annotations_mention;
DROP FUNCTION annotations_annotate_again();
"""


class Migration(migrations.Migration):
    """An alias is one whatever its capitals.

    Where a decision is taken back, or goes with its tag or mention, the turn is annotated again: what stands there
    undecided is then what the machine says now.  For a tag the names that the turn was read for stay (the first half of
    the version).  What waits is written first, for whoever works on the conference writes the other.  A conference that is deleted with its decisions does not wait.
    """

    dependencies = [("annotations", "0017_machines_name_their_act")]

    operations = [
        migrations.RunSQL(LOWER, "DROP FUNCTION annotations_lower(text[])"),
        migrations.RemoveIndex(model_name="entity", name="entity_by_alias"),
        migrations.AddIndex(
            model_name="entity",
            index=GinIndex(Func(F("aliases"), function="annotations_lower"), name="entity_by_alias"),
        ),
        migrations.RunSQL(AGAIN, LEAVE),
    ]
