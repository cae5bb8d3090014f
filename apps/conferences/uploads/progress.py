import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Q
from django.utils import timezone

from apps.conferences.models import Upload

QUIET = datetime.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a worker is with an upload."""

    done: int
    total: int
    failed: int
    begun: bool
    quiet: bool  # nothing has happened for so long that no worker may be there
    seconds_left: float | None

    @property
    def left(self) -> str:
        """The time left, as one says it."""
        if self.seconds_left is None:
            return ""
        minutes = round(self.seconds_left / 60)
        if minutes < 1:
            return "less than a minute left"
        return f"about {minutes} minute{'' if minutes == 1 else 's'} left"


def progress_of(upload: Upload) -> Progress:
    """One query."""
    begun, now = upload.begun_at, timezone.now()
    counts = upload.files.taking_part().aggregate(
        total=Count("pk"),
        done=Count("done_at"),
        failed=Count("done_at", filter=Q(outcome="failed")),
        lately=Count("done_at", filter=Q(done_at__gte=begun or now)),
        last=Max("done_at"),
    )
    signs = [sign for sign in (upload.queued_at, begun, counts["last"]) if sign]
    pace = (now - begun).total_seconds() / counts["lately"] if begun and counts["lately"] else None
    return Progress(
        done=counts["done"],
        total=counts["total"],
        failed=counts["failed"],
        begun=begun is not None,
        quiet=bool(signs) and now - max(signs) > QUIET,
        seconds_left=None if pace is None else pace * (counts["total"] - counts["done"]),
    )
