from django.db import migrations


class Migration(migrations.Migration):
    """A tag's turn belongs to the tag's conference: a foreign key over both columns, which Django cannot declare."""

    dependencies = [("annotations", "0001_initial")]

    operations = [
        migrations.RunSQL(
            sql=[
                "ALTER TABLE conferences_turn ADD CONSTRAINT turn_in_conference UNIQUE (id, conference_id)",
                "ALTER TABLE annotations_tag ADD CONSTRAINT tag_turn_in_conference"
                " FOREIGN KEY (turn_id, conference_id) REFERENCES conferences_turn (id, conference_id)"
                " DEFERRABLE INITIALLY DEFERRED",
            ],
            reverse_sql=[
                "ALTER TABLE annotations_tag DROP CONSTRAINT tag_turn_in_conference",
                "ALTER TABLE conferences_turn DROP CONSTRAINT turn_in_conference",
            ],
        )
    ]
