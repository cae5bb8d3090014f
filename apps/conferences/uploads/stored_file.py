from dataclasses import dataclass
from pathlib import Path

from apps.conferences.importing import File
from apps.conferences.models import Upload, UploadedFile
from apps.transcripts import TranscriptError


@dataclass(frozen=True, slots=True)
class StoredFile(File):
    """An uploaded file as the importer reads it: its bytes are in the database."""

    pk: int
    upload: int

    @property
    def shown(self) -> str:
        """What reports call it: by this they are known as the upload's."""
        return f"{called(self.upload)}{self.name}"

    def read(self) -> bytes:
        """Raises TranscriptError if the upload was discarded meanwhile."""
        data = UploadedFile.objects.filter(pk=self.pk).values_list("data", flat=True).first()
        if data is None:
            raise TranscriptError("The upload was discarded.")
        return bytes(data)


def stored_files(upload: Upload) -> list[StoredFile]:
    """The files of the upload that take part, in the order in which they came."""
    found = upload.files.taking_part().order_by("pk").values_list("name", "pk")
    return [StoredFile(Path(name), name, upload.source, pk, upload.pk) for name, pk in found]


def called(upload: int) -> str:
    return f"upload {upload}/"
