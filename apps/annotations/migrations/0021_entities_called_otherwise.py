from django.db import migrations

AGAIN = """
CREATE FUNCTION annotations_called_otherwise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before text[] := '{}';
    after text[] := annotations_lower((NEW.aliases || NEW.name)::text[]);
    more text[];
    touched bigint[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        before := annotations_lower((OLD.aliases || OLD.name)::text[]);
    END IF;
    more := ARRAY(SELECT unnest(after) EXCEPT SELECT unnest(before));
    touched := ARRAY(
        SELECT id FROM annotations_entity WHERE id <> NEW.id AND lower(name) = ANY(more)
        UNION SELECT id FROM annotations_entity WHERE id <> NEW.id AND annotations_lower(aliases) && more
    );
    IF TG_OP = 'UPDATE' THEN
        IF NOT before <@ after OR OLD.decided_at IS NOT NULL AND NEW.decided_at IS NULL THEN
            touched := touched || NEW.id;
        END IF;
    END IF;
    INSERT INTO annotations_pendingannotation (conference_id, since)
        SELECT DISTINCT turn.conference_id, now()
        FROM annotations_mention mention JOIN conferences_turn turn ON turn.id = mention.turn_id
        WHERE mention.entity_id = ANY(touched) AND mention.decided_at IS NULL
        ORDER BY turn.conference_id
        ON CONFLICT (conference_id) DO UPDATE SET since = EXCLUDED.since;
    UPDATE annotations_annotatedturn SET version = ''
        WHERE version <> '' AND turn_id IN (
            SELECT turn_id FROM annotations_mention WHERE entity_id = ANY(touched) AND decided_at IS NULL
        );
    RETURN NULL;
END $$;
CREATE TRIGGER annotations_called_otherwise AFTER UPDATE OF name, aliases, decided_at ON annotations_entity
    FOR EACH ROW WHEN (
        (OLD.name, OLD.aliases) IS DISTINCT FROM (NEW.name, NEW.aliases)
        OR OLD.decided_at IS NOT NULL AND NEW.decided_at IS NULL
    )
    EXECUTE FUNCTION annotations_called_otherwise();
CREATE TRIGGER annotations_called_so AFTER INSERT ON annotations_entity
    FOR EACH ROW WHEN (NEW.decided_at IS NOT NULL) EXECUTE FUNCTION annotations_called_otherwise();
"""

LEAVE = """
DROP TRIGGER annotations_called_otherwise ON annotations_entity;
DROP TRIGGER annotations_called_so ON annotations_entity;
DROP FUNCTION annotations_called_otherwise();
"""


class Migration(migrations.Migration):
    """Whoever changes what an entity is called, the turns that this concerns are read again.

    They are those that name what had one of its new names so far, and, where it loses a name or is decided about no
    longer, as by an undo, those that name itself.
    """

    dependencies = [("annotations", "0020_reports_of_conferences")]

    operations = [migrations.RunSQL(AGAIN, LEAVE)]
