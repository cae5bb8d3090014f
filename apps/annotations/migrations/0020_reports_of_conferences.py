import django.db.models.deletion
from django.db import migrations, models

WHOSE = """
UPDATE annotations_report report SET conference_id = turn.conference_id
FROM conferences_turn turn WHERE turn.id = report.turn_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    """What a reader says is wrong may be wrong of a whole conference, without any turn to say it by."""

    dependencies = [
        ('annotations', '0019_pending_waits_for'),
        ('conferences', '0018_machines_name_their_act'),
    ]

    operations = [
        migrations.AddField(
            model_name='report',
            name='conference',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='conferences.conference'),
        ),
        migrations.RunSQL(WHOSE, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='report',
            name='conference',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='conferences.conference'),
        ),
        migrations.AlterField(
            model_name='report',
            name='turn',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='conferences.turn'),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, "DELETE FROM annotations_report WHERE turn_id IS NULL"),
    ]
