from django.db import migrations

FEW = "CREATE INDEX annotations_withdrawn_turns ON conferences_turn (id) WHERE withdrawn_at IS NOT NULL"


class Migration(migrations.Migration):
    """The review queue leaves out what stands on withdrawn turns, without reading all the others for that."""

    dependencies = [("annotations", "0015_mentions_move_with_the_words")]

    operations = [migrations.RunSQL(FEW, "DROP INDEX annotations_withdrawn_turns")]
