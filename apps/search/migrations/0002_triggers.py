"""What touches the record is written into the change log by the database itself."""

from django.db import migrations

ROWS = {
    # of tables whose rows belong to a conference: how to find it, and the columns that the index holds
    "conferences_conference": ("one.id", "", ["source_id", "event_date", "language", "title"]),
    "conferences_turn": (
        "one.conference_id",
        "",
        ["conference_id", "position", "kind", "speaker_id", "organisation_id", "text", "withdrawn_at"],
    ),
    "annotations_tag": (
        "one.conference_id",
        "",
        ["conference_id", "turn_id", "topic_id", "origin", "status", "score"],
    ),
    "annotations_mention": (
        "turn.conference_id",
        "JOIN conferences_turn turn ON turn.id = one.turn_id",
        ["turn_id", "entity_id", "status"],
    ),
}
MEANINGS = {
    # of tables that rows of a conference point to: which conferences, and the columns that the index holds
    "conferences_speaker": ("SELECT conference_id FROM conferences_turn WHERE speaker_id = one.id", ["survivor_id"]),
    "conferences_organisation": (
        "SELECT conference_id FROM conferences_turn WHERE organisation_id = one.id",
        ["survivor_id"],
    ),
    "annotations_topic": ("SELECT conference_id FROM annotations_tag WHERE topic_id = one.id", ["parent_id"]),
    "annotations_entity": (
        """
        SELECT turn.conference_id FROM annotations_mention mention JOIN conferences_turn turn ON turn.id = mention.turn_id
        WHERE mention.entity_id = one.id
            OR mention.entity_id IN (SELECT merged.id FROM annotations_entity merged WHERE merged.merged_into_id = one.id)
        """,
        ["merged_into_id", "rejected"],
    ),
}

ROWS_LOGGED = """
CREATE FUNCTION search_log_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO search_change (conference) SELECT DISTINCT {conference} FROM after one {join};
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO search_change (conference) SELECT DISTINCT {conference} FROM before one {join};
    ELSE
        INSERT INTO search_change (conference)
            WITH changed AS MATERIALIZED (
                SELECT before.id AS earlier, after.id AS later FROM before FULL JOIN after USING (id)
                WHERE ({before}) IS DISTINCT FROM ({after})
            )
            SELECT {conference} FROM before one {join} WHERE one.id IN (SELECT earlier FROM changed)
            UNION
            SELECT {conference} FROM after one {join} WHERE one.id IN (SELECT later FROM changed);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_added AFTER INSERT ON {table}
    REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION search_log_{table}();
CREATE TRIGGER search_deleted AFTER DELETE ON {table}
    REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_log_{table}();
"""
MEANINGS_LOGGED = """
CREATE FUNCTION search_log_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_change (conference)
        SELECT DISTINCT touched.conference_id FROM before FULL JOIN after USING (id)
            CROSS JOIN LATERAL (SELECT coalesce(before.id, after.id) AS id) one CROSS JOIN LATERAL ({conferences}) touched
        WHERE ({before}) IS DISTINCT FROM ({after});
    RETURN NULL;
END $$;
"""
ALWAYS = """
CREATE TRIGGER search_changed AFTER UPDATE ON {table}
    REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION search_log_{table}();
CREATE TRIGGER search_emptied AFTER TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION search_log_all();
"""
ALL = """
CREATE FUNCTION search_log_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_change (conference) VALUES (NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER search_emptied AFTER TRUNCATE ON search_change FOR EACH STATEMENT EXECUTE FUNCTION search_log_all();
"""


def log_sql() -> str:
    parts = [ALL]
    for table, (conference, join, columns) in ROWS.items():
        parts.append((ROWS_LOGGED + ALWAYS).format(table=table, conference=conference, join=join, **_sides(columns)))
    for table, (conferences, columns) in MEANINGS.items():
        parts.append((MEANINGS_LOGGED + ALWAYS).format(table=table, conferences=conferences, **_sides(columns)))
    return "".join(parts)


def silence_sql() -> str:
    parts = [
        f"DROP TRIGGER search_{done} ON {table};" for table in ROWS for done in ("added", "deleted", "changed", "emptied")
    ]
    parts += [f"DROP TRIGGER search_{done} ON {table};" for table in MEANINGS for done in ("changed", "emptied")]
    parts += [f"DROP FUNCTION search_log_{table}();" for table in (*ROWS, *MEANINGS)]
    return "".join([*parts, "DROP TRIGGER search_emptied ON search_change; DROP FUNCTION search_log_all();"])


def _sides(columns: list[str]) -> dict[str, str]:
    return {side: ", ".join(f"{side}.{column}" for column in ("id", *columns)) for side in ("before", "after")}


class Migration(migrations.Migration):
    """One statement, however many rows it touches, adds one row for each conference.

    What a column says that no reader finds anything by (a note, an evidence span) is no news.
    """

    dependencies = [
        ("search", "0001_change_log"),
        ("conferences", "0008_speakers_and_organisations"),
        ("annotations", "0006_entities"),
    ]

    operations = [migrations.RunSQL(log_sql(), silence_sql())]
