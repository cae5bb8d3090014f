from django.db import migrations

MOVE = r"""
CREATE FUNCTION annotations_moved(first integer, past integer, before text, after text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    pattern text;
    place integer;
BEGIN
    IF first < 0 OR past <= first OR past > length(before) THEN
        RETURN NULL;
    END IF;
    IF left(after, past) = left(before, past) AND NOT substr(after, past + 1, 1) ~ '\w' THEN
        RETURN first;
    END IF;
    IF right(after, length(before) - first) = right(before, length(before) - first) THEN
        place := length(after) - (length(before) - first);
        IF place = 0 OR NOT substr(after, place, 1) ~ '\w' THEN
            RETURN place;
        END IF;
    END IF;
    pattern := regexp_replace(substr(before, first + 1, past - first), '(\W)', '\\\1', 'g');
    pattern := '(?<!\w)' || pattern || '(?!\w)';
    place := least(regexp_count(left(before, first), pattern) + 1, regexp_count(after, pattern));
    RETURN CASE WHEN place > 0 THEN regexp_instr(after, pattern, 1, place) - 1 END;
END $$;

CREATE FUNCTION annotations_move_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE annotations_tag tag SET evidence = moved.evidence
    FROM (
        SELECT one.id, COALESCE(
            (
                SELECT jsonb_agg(DISTINCT jsonb_build_array(place, place + past - first))
                FROM (
                    SELECT (span ->> 0)::integer AS first, (span ->> 1)::integer AS past
                    FROM jsonb_array_elements(one.evidence) AS span
                    WHERE span ->> 0 ~ '^\d{1,9}$' AND span ->> 1 ~ '^\d{1,9}$'
                ) AS spans, annotations_moved(first, past, OLD.text, NEW.text) AS place
                WHERE place IS NOT NULL
            ), '[]'
        ) AS evidence
        FROM annotations_tag one WHERE one.turn_id = NEW.id AND jsonb_typeof(one.evidence) = 'array'
    ) AS moved
    WHERE tag.id = moved.id AND tag.evidence <> moved.evidence;
    RETURN NULL;
END $$;
CREATE TRIGGER annotations_marks_move_with_the_words AFTER UPDATE OF text ON conferences_turn
    FOR EACH ROW WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION annotations_move_marks();
"""

STAY = """
DROP TRIGGER annotations_marks_move_with_the_words ON conferences_turn;
DROP FUNCTION annotations_move_marks();
DROP FUNCTION annotations_moved(integer, integer, text, text);
"""


class Migration(migrations.Migration):
    """Whoever changes a turn's text, what is marked in it moves with the words, or goes where they no longer stand.

    What stands in an unchanged beginning or end stays in it; else the words are looked for as whole words, the same
    occurrence of them.  So readers never see other words marked than those that a rule found or a person confirmed.
    """

    dependencies = [("annotations", "0011_report_rights"), ("conferences", "0011_source_files")]

    operations = [migrations.RunSQL(MOVE, STAY)]
