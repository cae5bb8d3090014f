from django.db import models

from apps.conferences.models.conference import Conference


class SourceFile(models.Model):
    """The bytes of a conference's file, where they are more than its source text in UTF-8.

    That is so with a byte order mark, other line ends or another encoding; most files are not kept twice.
    """

    conference = models.OneToOneField(
        Conference, on_delete=models.CASCADE, primary_key=True, related_name="source_file", editable=False
    )
    data = models.BinaryField()

    class Meta:
        default_permissions = ()  # nobody sees or changes it but imports and archives

    def __str__(self) -> str:
        return f"File of {self.conference}"
