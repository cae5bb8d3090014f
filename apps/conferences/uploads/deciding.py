"""What a person decides about an upload."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from apps.conferences.models import Upload
from apps.conferences.uploads.tasks import import_upload, look_at_upload

State = Upload.State


@transaction.atomic
def start_import(upload: Upload, user: User) -> bool:
    """Have a worker import it; False where that, or something else, was decided before."""
    looked = Upload.objects.filter(pk=upload.pk, state=State.LOOKED)
    if not looked.update(state=State.IMPORTING, decided_by=user, decided_at=timezone.now()):
        return False
    upload.files.update(done_at=None)
    upload.refresh_from_db()
    queue(upload)
    return True


@transaction.atomic
def discard(upload: Upload, user: User | None) -> bool:
    """Forget its files; False where it is being imported, or was.  What stopped on a problem may be given up."""
    stopped = Q(state=State.IMPORTING) & ~Q(problem="")
    open_still = Upload.objects.filter(Q(state__in=[State.LOOKING, State.LOOKED]) | stopped, pk=upload.pk)
    if not open_still.update(state=State.DISCARDED, decided_by=user, decided_at=timezone.now(), problem=""):
        return False
    upload.files.update(data=None)
    return True


def discard_forgotten() -> None:
    """Nobody decided for a week: their files are not kept any longer."""
    for upload in Upload.objects.forgotten():
        discard(upload, None)


def queue(upload: Upload) -> None:
    """Put what is to be done next into the workers' queue.  Doing it twice does no harm."""
    task = look_at_upload if upload.state == State.LOOKING else import_upload
    Upload.objects.filter(pk=upload.pk).update(queued_at=timezone.now(), begun_at=None, problem="")
    task.enqueue(upload.pk)
