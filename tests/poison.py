from django.db import connection


def poison(title: str) -> None:
    """From now on the database refuses every new tag on conferences of this title."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF EXISTS (SELECT FROM conferences_conference WHERE id = NEW.conference_id AND title = TG_ARGV[0])
                THEN RAISE 'no'; END IF; RETURN NEW;
            END $$;
            """
        )
        cursor.execute(
            "CREATE TRIGGER poison BEFORE INSERT ON annotations_tag FOR EACH ROW EXECUTE FUNCTION poison(%s)", [title]
        )
