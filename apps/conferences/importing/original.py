from apps.conferences.models import Conference, SourceFile


def keep_original(conference: Conference, data: bytes) -> None:
    """Keep the file's own bytes where they are not simply the source text in UTF-8, so that it can be given back."""
    if data == conference.source_text.encode():
        SourceFile.objects.filter(conference=conference).delete()
    else:
        SourceFile.objects.update_or_create(conference=conference, defaults={"data": data})
