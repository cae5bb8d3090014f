"""The bytes of a file, kept where they are more than its text."""

from collections.abc import Iterable

from apps.conferences.importing.items import Item
from apps.conferences.models import Conference, SourceFile


def keep_originals(of: Iterable[tuple[Conference, Item]]) -> None:
    """Keep each file's own bytes where they are not simply the source text in UTF-8, so that it can be given back.

    A query if there are none to keep, two if there are.
    """
    data = {conference.pk: item.data for conference, item in of}
    SourceFile.objects.filter(conference__in=[pk for pk, kept in data.items() if not kept]).delete()
    SourceFile.objects.bulk_create(
        [SourceFile(conference_id=pk, data=kept) for pk, kept in data.items() if kept],
        update_conflicts=True,
        unique_fields=["conference"],
        update_fields=["data"],
    )
