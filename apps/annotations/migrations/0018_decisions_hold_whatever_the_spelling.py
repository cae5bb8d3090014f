from django.contrib.postgres.indexes import GinIndex
from django.db import migrations
from django.db.models import F, Func

LOWER = """
CREATE FUNCTION annotations_lower(words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(words::text)::text[];
"""


class Migration(migrations.Migration):
    """An alias is one whatever its capitals."""

    dependencies = [("annotations", "0017_machines_name_their_act")]

    operations = [
        migrations.RunSQL(LOWER, "DROP FUNCTION annotations_lower(text[])"),
        migrations.RemoveIndex(model_name="entity", name="entity_by_alias"),
        migrations.AddIndex(
            model_name="entity",
            index=GinIndex(Func(F("aliases"), function="annotations_lower"), name="entity_by_alias"),
        ),
    ]
