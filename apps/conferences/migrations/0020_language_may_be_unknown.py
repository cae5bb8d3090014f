from django.db import migrations, models

HELP = "Two letters; “und” where not known."


class Migration(migrations.Migration):
    """Only the words beside the field in the admin."""

    dependencies = [("conferences", "0019_links_of_imports_outlive_deletion")]

    operations = [
        migrations.AlterField(model, "language", models.CharField(default="en", help_text=HELP, max_length=8))
        for model in ("conference", "conferenceevent")
    ]
