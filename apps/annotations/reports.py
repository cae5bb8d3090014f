"""What readers report: how many one address may send, and what editors do with it."""

import datetime
import hashlib
import ipaddress
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from apps.conferences.models import Conference, Turn

if TYPE_CHECKING:
    from apps.annotations.models import Report, Topic
    from apps.annotations.querysets import TagQuerySet

MOST = 5
WITHIN = datetime.timedelta(hours=1)


class TooManyError(Exception):
    """The address has sent as many reports as it may for now."""


class ReportQuerySet(models.QuerySet["Report"]):
    def open(self) -> Self:
        """Those that no editor has closed yet."""
        return self.filter(closed_at=None)

    def beside_tags(self) -> Self:
        """Those that no tag in the review queue comes with: about a turn itself, or about a whole conference."""
        from apps.annotations.models import Tag  # not at the top: the models import this module

        in_queue = Tag.objects.for_review().filter(turn=OuterRef("turn"), topic=OuterRef("topic"))
        return self.exclude(Exists(in_queue)).order_by("created_at")

    def with_place(self) -> Self:
        """Have at hand what each is about."""
        return self.select_related("conference", "turn", "topic").defer("conference__source_text")

    def close(self, user: AbstractBaseUser) -> int:
        """Close those that are open; returns how many."""
        return self.open().update(closed_by=user, closed_at=timezone.now())

    def settle(self, tags: "TagQuerySet", status: str, user: AbstractBaseUser, when: datetime.datetime) -> int:
        """Close what is open about these tags, which ``user`` decides about; returns how many.

        A topic that is rejected for a whole conference goes from its turns too, but where somebody confirmed it.
        """
        from apps.annotations.models import Tag  # not at the top: the models import this module

        here = tags.order_by().filter(conference=OuterRef("conference"), topic=OuterRef("topic"))
        about = Q(Exists(here.filter(turn=OuterRef("turn")))) | Q(Exists(here.filter(turn=None)), turn=None)
        if status == "rejected":
            stays = Tag.objects.filter(turn=OuterRef("turn"), topic=OuterRef("topic"), status="confirmed")
            about |= Q(Exists(here.filter(turn=None)), ~Exists(stays))
        return self.open().filter(about).update(closed_by=user, closed_at=when)

    def settled_by_undone(self, times: Iterable[datetime.datetime | None]) -> Self:
        """Those that decisions of these times have closed and that no decision of that time holds closed any more."""
        from apps.annotations.models import Tag  # not at the top: the models import this module

        held = Tag.objects.filter(
            conference=OuterRef("conference"), topic=OuterRef("topic"), decided_at=OuterRef("closed_at")
        )
        return self.filter(closed_at__in={time for time in times if time}).exclude(Exists(held))

    def reopen(self) -> int:
        return self.exclude(closed_at=None).update(closed_by=None, closed_at=None)

    @transaction.atomic
    def receive(self, about: Turn | Conference, topic: "Topic | None", words: str, address: str) -> "Report":
        """Keep a report; raises ``TooManyError`` where ``address`` has sent ``MOST`` ``WITHIN`` the last hour."""
        reporter = reporter_of(address)
        lock = int.from_bytes(hashlib.sha256(reporter.encode()).digest()[:8], signed=True)
        with connection.cursor() as cursor:  # many at once from one address wait for each other
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
        if self.filter(reporter=reporter, created_at__gt=timezone.now() - WITHIN).count() >= MOST:
            raise TooManyError
        turn = about if isinstance(about, Turn) else None
        conference = turn.conference_id if turn else about.pk
        return self.create(conference_id=conference, turn=turn, topic=topic, words=words, reporter=reporter)


def reporter_of(address: str) -> str:
    """A keyed hash of an address; of one of IPv6, its network of 64 bits, which is what one household has.

    An address of IPv4 that is written as one of IPv6 is still one of IPv4.
    """
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        pass
    else:
        known = getattr(known, "ipv4_mapped", None) or known
        address = str(ipaddress.ip_network((known, 64), strict=False) if known.version == 6 else known)
    return salted_hmac("rostrum.report", address, algorithm="sha256").hexdigest()
