import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """An import goes on naming a conference that was deleted: an undo may bring it back under the same id."""

    dependencies = [("conferences", "0018_machines_name_their_act")]

    operations = [
        migrations.AlterField(
            "importedfile",
            "conference",
            models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="imports",
                to="conferences.conference",
            ),
        ),
        migrations.AlterField(
            "uploadedfile",
            "conference",
            models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="conferences.conference",
            ),
        ),
    ]
