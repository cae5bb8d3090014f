from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile as ChosenFile

from apps.conferences.importing.files import printable
from apps.conferences.models import Source
from apps.conferences.uploads.limits import MB, MOST_FILES, MOST_IN_FILE, MOST_SENT, MOST_UNPACKED

LIMITS = (
    f"Text files, or .zip archives of them; up to 100 at once, and {MOST_FILES:,} with what is in the archives."
    f" A file has up to {MOST_IN_FILE // MB} MB, all together {MOST_SENT // MB} MB, unpacked {MOST_UNPACKED // MB} MB."
)


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[ChosenFile[Any]]":
        """An empty file is no mistake of the form: the dry run names it."""
        clean_one = super().clean
        return [clean_one(one, initial) for one in data or [None]]


class UploadForm(forms.Form):
    transcripts = ManyFilesField(
        label="Files", help_text=LIMITS, allow_empty_file=True, error_messages={"required": "Choose at least one file."}
    )
    source = forms.ModelChoiceField(
        Source.objects.order_by("name"), required=False, empty_label="a new one:", help_text="Who published them."
    )
    new_source = forms.CharField(max_length=200, required=False, label="Name of the new source")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        source, new = values.get("source"), printable(" ".join(values.get("new_source", "").split()))
        if source and new:
            self.add_error("new_source", "Choose a source or name a new one, not both.")
        elif not (source or new or "source" in self.errors or "new_source" in self.errors):
            self.add_error("source", "Choose who published the files, or name a new source.")
        values["source_name"] = source.name if source else new
        return values
