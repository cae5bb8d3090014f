"""What a worker does while no task is due."""

import logging
import time

from django.core.exceptions import ImproperlyConfigured

from apps.annotations.annotating import AnnotationError, annotate_each
from apps.annotations.annotator import Annotator, names_version
from apps.annotations.models import Mention, PendingAnnotation

PAUSE = 60.0  # seconds
logger = logging.getLogger(__name__)


class IdleAnnotation:
    """Annotates what waits, one conference at a time, so that a task never waits for more than that.

    What stands in its way (no model installed, a conference that cannot be annotated) is logged; after a pause it
    goes on with the others.  Tasks are done meanwhile.
    """

    def __init__(self) -> None:
        self._not_before = 0.0
        self._version = ""

    def step(self) -> bool:
        """Annotate one conference; returns whether there was one."""
        if time.monotonic() < self._not_before:
            return False
        try:
            return self._annotate() or (self._has_changed() and self._annotate())
        except ImproperlyConfigured as error:
            logger.error("Nothing is annotated: %s", error)
        except AnnotationError as error:
            logger.exception("%s Others come first now.", error)
        self._not_before = time.monotonic() + PAUSE
        return False

    def _annotate(self) -> bool:
        return next(annotate_each(), None) is not None

    def _has_changed(self) -> bool:
        """Whether phrases, gazetteer or model are others, whoever changed them; all that they concern then waits.

        What waits for another program with another gazetteer or model is taken over only when this one starts.
        """
        version = Annotator.current().version
        changed, starts, self._version = version != self._version, not self._version, version
        if starts:
            Mention.objects.score_again()
        if changed:
            PendingAnnotation.objects.add_outdated(version, names_version(), taking_over=starts)
        return changed
