"""The questions that can be asked of what waits for annotation."""

from typing import TYPE_CHECKING, Any, Self

from django.db import connection, models, transaction
from django.db.models import Exists, F, OuterRef, Q, TextField, Value
from django.db.models.functions import MD5, Concat
from django.utils import timezone

from apps.conferences.models import Turn
from apps.conferences.querysets import TurnQuerySet

if TYPE_CHECKING:
    from apps.annotations.models import AnnotatedTurn, PendingAnnotation  # noqa: F401


class PendingQuerySet(models.QuerySet["PendingAnnotation"]):
    def free(self, names: str) -> Self:
        """Those that nobody works on and that this ``names_version`` can annotate, longest waiting first.

        What is read is locked until the transaction ends.  Locking the conferences as well passes over what an import
        is busy with.
        """
        rows = self.select_related("conference__source").defer("conference__source_text").order_by("since")
        rows = rows.filter(waits_for__in=["", names])
        return rows.select_for_update(skip_locked=True, of=("self", "conference"), no_key=True)

    @transaction.atomic
    def add_outdated(self, version: str, names: str = "", *, taking_over: bool = True) -> None:
        """Let each conference wait for ``names`` that has a turn which this version has not annotated as it stands.

        Of these, what waits already waits for it too from now on, and so does all that waits for other ``names``,
        unless ``taking_over`` is false: another program, with another gazetteer or model, would find nothing to do
        in it, and take it off the list.  This waits for whoever works on it, and may have just taken it off.
        """
        from apps.annotations.models import AnnotatedTurn  # not at the top: the models import this module

        outdated = AnnotatedTurn.objects.missing(version).order_by("conference").values_list("conference").distinct()
        pks = [pk for (pk,) in outdated]
        if taking_over:
            others = self.filter(Q(conference__in=pks) | ~Q(waits_for="")).exclude(waits_for=names)
            held = list(others.order_by("conference").select_for_update(no_key=True).values_list("pk", flat=True))
            self.filter(pk__in=held).update(waits_for=names)
        now = timezone.now()
        self.bulk_create(
            [self.model(conference_id=pk, since=now, waits_for=names) for pk in pks], ignore_conflicts=True
        )

    def add_conferences_of(self, turns: TurnQuerySet) -> int:
        """Let the conferences of these turns wait; returns how many they are.

        What waits already is written again: that waits for whoever works on it, and may have read the old phrases.
        """
        pks = turns.order_by("conference").values_list("conference", flat=True).distinct()
        rows = [self.model(conference_id=pk, since=timezone.now()) for pk in pks]
        self.bulk_create(rows, update_conflicts=True, unique_fields=["conference"], update_fields=["since"])
        return len(rows)


class AnnotatedTurnQuerySet(models.QuerySet["AnnotatedTurn"]):
    def missing(self, version: str) -> TurnQuerySet:
        """Standing turns that this version has not annotated as they stand, each with ``words``: their hash.

        The language belongs to the words: read in another one they say something else.
        """
        return _with_words().exclude(Exists(self._done(version)))

    def up_to_date(self, version: str) -> TurnQuerySet:
        """The others: standing turns that this version has annotated as they stand."""
        return _with_words().filter(Exists(self._done(version)))

    def read_before(self, turns: list[Any]) -> dict[int, str]:
        """Of turns that are ``missing``, by id, those whose words have been read, with the version that read them."""
        words = {turn.pk: turn.words for turn in turns}
        rows = self.filter(turn__in=words).values_list("turn", "words", "version")
        return {turn: version for turn, read, version in rows if words[turn] == read}

    def note(self, words: dict[int, str], version: str) -> None:
        """These turns (by id, with the hash of their words) are annotated by this version; in one statement, as all
        that annotating writes: Django's ``bulk_create`` takes far longer.
        """
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO annotations_annotatedturn (turn_id, words, version)"
                " SELECT turn, words, %s FROM unnest(%s::bigint[], %s::text[]) AS read (turn, words)"
                " ON CONFLICT (turn_id) DO UPDATE SET words = EXCLUDED.words, version = EXCLUDED.version",
                [version, [*words], [*words.values()]],
            )

    def _done(self, version: str) -> Self:
        return self.filter(turn=OuterRef("pk"), version=version, words=OuterRef("words"))


def _with_words() -> TurnQuerySet:
    turns: TurnQuerySet = Turn.objects.standing()
    said = Concat("conference__language", Value(" "), F("text"), output_field=TextField())
    return turns.annotate(words=MD5(said))
