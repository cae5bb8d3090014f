from django.db import migrations, models


class Migration(migrations.Migration):
    """Which gazetteer and model a conference waits for, so that a program with others does not take it off the list."""

    dependencies = [
        ('annotations', '0018_decisions_hold_whatever_the_spelling'),
    ]

    operations = [
        migrations.AddField(
            model_name='pendingannotation',
            name='waits_for',
            field=models.CharField(db_default='', default='', max_length=16),
        ),
    ]
