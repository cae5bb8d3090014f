from importlib import import_module

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
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

MOVE = r"""
CREATE FUNCTION annotations_pattern(words text, of_name boolean) RETURNS text LANGUAGE sql IMMUTABLE STRICT
RETURN (
    SELECT '(?<!\w)' || string_agg(
        CASE
            WHEN letter = ' ' THEN '[\s\u0085\u00a0\u2000-\u200a\u202f]+'
            WHEN letter ~ '[''‘’‚‛ʼ′`´＇]' THEN '[''‘’‚‛ʼ′`´＇]'
            WHEN letter ~ '["“”„‟″«»＂]' THEN '["“”„‟″«»＂]'
            WHEN letter ~ '[-‐‑‒–—―−－]' THEN '[-‐‑‒–—―−－]'
            WHEN lower(letter) <> upper(letter) AND NOT (
                of_name AND (place = 1 AND letter = upper(letter) OR length(words) <= 4 AND words = upper(words))
            ) THEN '[' || lower(letter) || upper(letter) || ']'
            ELSE regexp_replace(letter, '(\W)', '\\\1')
        END, '' ORDER BY place
    ) || '(?!\w)'
    FROM regexp_split_to_table(regexp_replace(words, '[\s\u0085\u00a0\u2000-\u200a\u202f]+', ' ', 'g'), '')
        WITH ORDINALITY AS each(letter, place)
);

CREATE FUNCTION annotations_moved(first integer, past integer, before text, after text, of_name boolean)
RETURNS int4range LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    pattern text;
    place integer;
BEGIN
    IF first < 0 OR past <= first OR past > length(before) THEN
        RETURN NULL;
    END IF;
    IF left(after, past) = left(before, past) AND NOT substr(after, past + 1, 1) ~ '\w' THEN
        RETURN int4range(first, past);
    END IF;
    IF right(after, length(before) - first) = right(before, length(before) - first) THEN
        place := length(after) - (length(before) - first);
        IF place = 0 OR NOT substr(after, place, 1) ~ '\w' THEN
            RETURN int4range(place, place + past - first);
        END IF;
    END IF;
    pattern := annotations_pattern(substr(before, first + 1, past - first), of_name);
    place := least(regexp_count(left(before, first), pattern) + 1, regexp_count(after, pattern));
    IF place > 0 THEN
        RETURN int4range(
            regexp_instr(after, pattern, 1, place) - 1, regexp_instr(after, pattern, 1, place, 1) - 1
        );
    END IF;
    RETURN NULL;
END $$;
DROP FUNCTION annotations_moved(integer, integer, text, text);

CREATE OR REPLACE FUNCTION annotations_move_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE annotations_tag tag SET evidence = moved.evidence, lost_words = moved.lost
    FROM (
        SELECT one.id, COALESCE(
            jsonb_agg(DISTINCT jsonb_build_array(lower(place), upper(place))) FILTER (WHERE place IS NOT NULL), '[]'
        ) AS evidence,
        array_agg(DISTINCT words) FILTER (WHERE place IS NULL AND words <> '' AND one.decided_at IS NOT NULL) AS lost
        FROM annotations_tag one
        LEFT JOIN LATERAL (
            SELECT substr(OLD.text, first + 1, past - first) AS words,
                annotations_moved(first, past, OLD.text, NEW.text, false) AS place
            FROM (
                SELECT (span ->> 0)::integer AS first, (span ->> 1)::integer AS past
                FROM jsonb_array_elements(one.evidence) AS span
                WHERE span ->> 0 ~ '^\d{1,9}$' AND span ->> 1 ~ '^\d{1,9}$'
            ) AS spans
            WHERE first < past
            UNION ALL
            SELECT words, annotations_moved(0, length(words), words, NEW.text, false) FROM unnest(one.lost_words) AS words
        ) AS marks ON true
        WHERE one.turn_id = NEW.id AND jsonb_typeof(one.evidence) = 'array'
        GROUP BY one.id
    ) AS moved
    WHERE tag.id = moved.id AND (tag.evidence <> moved.evidence OR tag.lost_words IS DISTINCT FROM moved.lost);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION annotations_move_mentions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    one record;
BEGIN
    FOR one IN
        WITH said AS (
            SELECT id, start, "end", decided_at IS NOT NULL OR origin = 'human' AS kept, CASE
                WHEN start IS NULL THEN lost_words
                ELSE COALESCE(NULLIF(substr(OLD.text, start + 1, "end" - start), ''), '…')
            END AS words
            FROM annotations_mention WHERE turn_id = NEW.id
        ), placed AS (
            SELECT *, CASE
                WHEN start IS NULL THEN annotations_moved(0, length(words), words, NEW.text, true)
                ELSE annotations_moved(start, "end", OLD.text, NEW.text, true)
            END AS place
            FROM said
        ), moved AS (
            SELECT *, EXISTS (
                SELECT FROM placed other
                WHERE other.id <> placed.id AND int4range(other.start, other."end") = placed.place
            ) AS in_turn
            FROM placed
            WHERE lower(place) IS DISTINCT FROM start OR upper(place) IS DISTINCT FROM "end"
        )
        SELECT *, 1 AS step FROM moved WHERE in_turn AND start IS NOT NULL
        UNION ALL
        SELECT *, 2 + in_turn::integer FROM moved
        ORDER BY step, kept DESC, start
    LOOP
        IF one.step = 1 OR one.place IS NULL OR EXISTS (
            SELECT FROM annotations_mention
            WHERE turn_id = NEW.id AND start = lower(one.place) AND "end" = upper(one.place)
        ) THEN
            UPDATE annotations_mention SET start = NULL, "end" = NULL, lost_words = one.words
            WHERE id = one.id AND start IS NOT NULL;
        ELSE
            UPDATE annotations_mention
            SET start = lower(one.place), "end" = upper(one.place), lost_words = '' WHERE id = one.id;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
"""

EARLIER = [import_module(f"apps.annotations.migrations.{name}") for name in (
    "0012_marks_move_with_the_words", "0015_mentions_move_with_the_words"
)]
STAY = """
DROP FUNCTION annotations_moved(integer, integer, text, text, boolean);
DROP FUNCTION annotations_pattern(text, boolean);
DROP TRIGGER annotations_marks_move_with_the_words ON conferences_turn;
DROP FUNCTION annotations_move_marks();
DROP TRIGGER annotations_mentions_move_with_the_words ON conferences_turn;
DROP FUNCTION annotations_move_mentions();
""" + "".join(each.MOVE for each in EARLIER)


class Migration(migrations.Migration):
    """An alias is one whatever its capitals.

    Where a decision is taken back, or goes with its tag or mention, the turn is annotated again: what stands there
    undecided is then what the machine says now.  For a tag the names that the turn was read for stay (the first half of
    the version).  What waits is written first, for whoever works on the conference writes the other.  A conference that
    is deleted with its decisions does not wait.

    What is marked in a turn is found again where white space, capitals, hyphens or quotation marks changed, as phrases
    are (phrase_rules.plain).  A name keeps a capital first letter, and one in up to four capitals all of them: "US" is
    not "us", nor "WHO" "who".  Evidence of a decided tag that is gone is kept as words, and comes back with them.
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
        migrations.AddField(
            model_name="tag",
            name="lost_words",
            field=ArrayField(models.TextField(), blank=True, editable=False, null=True),
        ),
        migrations.RunSQL(MOVE, STAY),
    ]
