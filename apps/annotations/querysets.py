"""The questions that can be asked of topics and tags."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FloatField,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    TextField,
    When,
)
from django.db.models.fields.json import KT
from django.db.models.functions import Abs, Cast, Coalesce, Greatest, Lower, Substr
from django.utils import timezone

from apps.conferences.alike import named
from apps.conferences.models import Conference, Turn

if TYPE_CHECKING:
    from apps.annotations.models import Tag, Topic

SHOWN_FROM_SCORE = 0.5
UNCERTAINTY = 1 - 2 * Abs(Coalesce("score", 0.5) - 0.5)


class CountsByKey(Subquery):
    """``{key: n}`` over rows of key and n.  It asks nothing of the outer row, so the database runs it only once."""

    template = "(SELECT jsonb_object_agg(counted.key, counted.n) FROM (%(subquery)s) counted)"
    output_field = models.JSONField()


class TopicQuerySet(models.QuerySet["Topic"]):
    def top_level(self) -> Self:
        return self.filter(parent=None)

    def matching(self, text: str) -> Self:
        """Those of whose name every word of ``text`` is a part, whatever the accents, and the one with that slug."""
        return self.filter(named(text, "name") | Q(slug=text.lower()))

    def with_conference_counts(self) -> Self:
        """Give each topic ``conference_count``: how many conferences readers see it on, it or a topic below it.

        A conference counts once, however many of its turns carry the topic.
        """
        from apps.annotations.models import Tag  # not at the top: the models import this module

        def counts(key: Any) -> Func:
            tags = Tag.objects.shown().order_by().annotate(key=key).values("key")
            counted = CountsByKey(tags.annotate(n=Count("conference", distinct=True)).values("key", "n"))
            return Func(counted, Cast("pk", TextField()), function="jsonb_extract_path_text", output_field=TextField())

        count = Case(
            When(parent=None, then=counts(Coalesce("topic__parent_id", "topic_id"))), default=counts(F("topic_id"))
        )
        return self.annotate(conference_count=Coalesce(Cast(count, IntegerField()), 0))

    def with_children(self) -> Self:
        """Have ``children.all()`` at hand on each topic, by name and with a ``conference_count`` of their own.

        ``Topic.objects.top_level().with_conference_counts().with_children()`` is the whole tree in two queries.
        """
        return self.prefetch_related(Prefetch("children", queryset=self.model.objects.with_conference_counts()))


class TagQuerySet(models.QuerySet["Tag"]):
    def shown(self) -> Self:
        """What readers see on conferences: believed ones, but none of turns that the source withdrew."""
        return self.believed().filter(Q(turn=None) | Q(turn__withdrawn_at=None))

    def believed(self) -> Self:
        """Confirmed ones (by a person or by the source) and suggestions that score enough.

        A topic that a person rejected for the whole conference is hidden on its turns as well, except where
        a person confirmed it.
        """
        return self.filter(
            Q(status="confirmed")
            | Q(status="suggested", score__gte=SHOWN_FROM_SCORE) & ~self._rejected_for_conference(),
        )

    def _rejected_for_conference(self) -> Exists:
        return Exists(
            self.model.objects.filter(
                conference=OuterRef("conference"), topic=OuterRef("topic"), turn=None, status="rejected"
            )
        )

    def about(self, topic: "Topic") -> Self:
        """Tags of the topic and of the topics below it."""
        return self.filter(Q(topic=topic) | Q(topic__parent=topic))

    def vouched_for_by(self, who: str) -> Self:
        """By what readers see beside a topic: ``source``, ``confirmed`` (by a person) or ``suggested``."""
        if who == "suggested":
            return self.filter(status="suggested")
        of_source = Q(origin="source")
        return self.filter(of_source if who == "source" else ~of_source, status="confirmed")

    def undecided(self) -> Self:
        """Those that no person has judged: what a machine may replace."""
        return self.filter(decided_at=None)

    def awaiting(self) -> Self:
        """Suggestions on turns that nobody has judged, neither by themselves nor for the whole conference."""
        return self.filter(self._awaits())

    def for_review(self) -> Self:
        """Those, and confirmed ones on turns that a reader has reported since."""
        since = Exists(self._reports().filter(created_at__gt=OuterRef("decided_at")))
        told = self.model.objects.filter(Q(decided_at=None) & self._reported() | Q(since), status="confirmed")
        return self.filter(self._awaits() | Q(pk__in=told.filter(turn__withdrawn_at=None).values("pk")))

    def _awaits(self) -> Q:
        withdrawn = Turn.objects.filter(withdrawn_at__isnull=False).values("pk")  # few, and an index has them
        standing = Q(turn__isnull=False) & ~Q(turn__in=withdrawn)
        return Q(decided_at=None, status="suggested") & standing & Q(~self._rejected_for_conference())

    def for_second_look(self, user: Any) -> Self:
        """What the machine suggested on turns and others have judged, but this user never."""
        machine = Q(origin__in=["rule", "model"], turn__isnull=False, turn__withdrawn_at=None)
        never = {f"{place}decided_by": user for place in ("", "event__")}  # now, or as the history tells
        return self.filter(machine, decided_at__isnull=False).exclude(Q(**never, _connector=Q.OR))

    def most_instructive_first(self) -> Self:
        """What readers report, then by how much a decision teaches: uncertainty, 1 − 2·|score − ½|, reach of the topic.

        Reach is (undecided suggestions of the topic) ÷ (1 + decided tags of it): each further decision about a topic
        teaches less, so the queue goes on to another.  A suggestion without a score is wholly uncertain.
        """
        of_topic = Func(
            CountsByKey(self._reaches()),
            Cast("topic", TextField()),
            function="jsonb_extract_path_text",
            output_field=TextField(),
        )
        reach = Coalesce(Cast(of_topic, FloatField()), 0.0)
        given = self.annotate(reported=self._reported(), uncertainty=UNCERTAINTY, reach=reach)
        return given.order_by("-reported", "-uncertainty", "-reach", "pk")

    def count_and_first(self, passing_over: Collection[int] = ()) -> "tuple[int, Tag | None]":
        """How many they are, and the first of ``most_instructive_first`` not passed over, without sorting all."""
        told = self.order_by().annotate(reported=self._reported(), uncertainty=UNCERTAINTY)
        alike = told.values("reported", "uncertainty", "topic")  # the words of all turns are looked through only once
        rows = list(alike.annotate(n=Count("pk"), first=Min("pk", filter=~Q(pk__in=passing_over))))
        reach = {row["key"]: row["n"] for row in self._reaches()}
        ranked = [
            (-row["reported"], -row["uncertainty"], -reach.get(row["topic"], 0.0), row["first"])
            for row in rows
            if row["first"]
        ]
        tag: Any = None
        for reported, uncertainty, reached, pk in sorted(ranked):
            tag = self.filter(pk=pk).first()
            if tag:  # else somebody has decided just now
                tag.reported, tag.uncertainty, tag.reach = bool(reported), -uncertainty, -reached
                break
        return sum(row["n"] for row in rows), tag

    def _reaches(self) -> Any:
        """The reach of each topic, as rows of key and n."""
        waiting = Count("pk", filter=Q(decided_at=None, status="suggested"))
        decided = Count("pk", filter=Q(decided_at__isnull=False))
        tags = self.model.objects.exclude(turn=None).order_by().values(key=F("topic"))
        return tags.annotate(n=Cast(waiting, FloatField()) / (1 + decided)).values("key", "n")

    def _reported(self) -> Q:
        # few are open, and a list of their turns at hand spares looking for reports of each
        turns = self._open_reports().exclude(turn=None).values("turn")
        return Q(turn__in=turns) & Q(Exists(self._reports()))

    def _reports(self) -> Any:
        return self._open_reports().filter(turn=OuterRef("turn"), topic=OuterRef("topic"))

    def _open_reports(self) -> Any:
        from apps.annotations.models import Report  # not at the top: the models import this module

        return Report.objects.open()

    def on_words(self, words: str) -> Self:
        """Those whose first evidence is these words, in whatever case."""
        start, end = (Cast(KT(f"evidence__0__{place}"), IntegerField()) for place in (0, 1))
        found = Substr("turn__text", start + 1, Greatest(end - start, 0))
        return self.annotate(first_words=Lower(found)).filter(first_words=words.lower())

    def hold(self) -> list["Tag"]:
        """These as nobody else can change them until the transaction ends, in order of id."""
        chosen = list(self.order_by().values_list("pk", "conference"))
        Conference.objects.filter(pk__in={conference for _, conference in chosen}).keep_imports_out()
        held = self.model.objects.filter(pk__in=[pk for pk, _ in chosen])
        return list(held.select_for_update(of=("self",)).select_related("topic", "decided_by").order_by("pk"))

    def confirm(self, user: AbstractBaseUser) -> int:
        """Mark all as right, decided by ``user`` now, which settles what was reported of them; returns how many."""
        return self._decide("confirmed", user)

    def reject(self, user: AbstractBaseUser) -> int:
        """The same as wrong.  Rejected stays rejected."""
        return self._decide("rejected", user)

    def _decide(self, status: str, user: Any) -> int:
        from apps.annotations.models import Report  # not at the top: the models import this module

        now = timezone.now()
        Report.objects.settle(self, status, user, now)
        return self.update(status=status, decided_by=user, decided_at=now)
