import django.db.models.deletion
from django.db import migrations, models

KEEP = """
CREATE FUNCTION conferences_keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM conferences_conferenceaddress
        WHERE event_date IS NOT DISTINCT FROM NEW.event_date AND slug = NEW.slug AND conference_id <> NEW.id
    ) THEN
        RAISE unique_violation USING
            MESSAGE = 'earlier_conference_address_unique: another conference had the address',
            CONSTRAINT = 'earlier_conference_address_unique';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO conferences_conferenceaddress (conference_id, event_date, slug)
        VALUES (OLD.id, OLD.event_date, OLD.slug) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER conference_is_given_a_free_address AFTER INSERT ON conferences_conference
    FOR EACH ROW EXECUTE FUNCTION conferences_keep_address();
CREATE TRIGGER conference_keeps_its_earlier_address AFTER UPDATE ON conferences_conference
    FOR EACH ROW WHEN ((OLD.event_date, OLD.slug) IS DISTINCT FROM (NEW.event_date, NEW.slug))
    EXECUTE FUNCTION conferences_keep_address();
INSERT INTO conferences_conferenceaddress (conference_id, event_date, slug)
    SELECT was.pgh_obj_id, was.event_date, was.slug FROM conferences_conferenceevent was
    JOIN conferences_conference now ON now.id = was.pgh_obj_id
    WHERE NOT EXISTS (
        SELECT FROM conferences_conference there
        WHERE there.event_date IS NOT DISTINCT FROM was.event_date AND there.slug = was.slug
    )
    ORDER BY was.pgh_id DESC ON CONFLICT DO NOTHING;
"""

FORGET = """
DROP TRIGGER conference_is_given_a_free_address ON conferences_conference;
DROP TRIGGER conference_keeps_its_earlier_address ON conferences_conference;
DROP FUNCTION conferences_keep_address();
"""


class Migration(migrations.Migration):
    """Whoever corrects a conference's date, its earlier address leads to it and is given to no other.

    The check comes after the row is written: where two want one address, the second has waited for the first by then.
    """

    dependencies = [("conferences", "0011_source_files")]

    operations = [
        migrations.CreateModel(
            name="ConferenceAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event_date", models.DateField(editable=False, null=True)),
                ("slug", models.SlugField(editable=False, max_length=200)),
                (
                    "conference",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier",
                        to="conferences.conference",
                    ),
                ),
            ],
            options={
                "ordering": ["conference", "id"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=["event_date", "slug"],
                        nulls_distinct=False,
                        name="earlier_conference_address_unique",
                    )
                ],
            },
        ),
        migrations.RunSQL(KEEP, FORGET),
    ]
