"""What readers report: how many one address may send, and what editors do with it."""

import datetime
import hashlib
import ipaddress
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.crypto import salted_hmac

from apps.conferences.models import Conference, Turn

if TYPE_CHECKING:
    from apps.annotations.models import Report, Topic

MOST = 5
WITHIN = datetime.timedelta(hours=1)


class TooManyError(Exception):
    """The address has sent as many reports as it may for now."""


class ReportQuerySet(models.QuerySet["Report"]):
    def open(self) -> Self:
        """Those that no editor has closed yet."""
        return self.filter(closed_at=None)

    def beside_tags(self) -> Self:
        """Those that no tag of a turn comes with: about the turn itself, or about a whole conference."""
        from apps.annotations.models import Tag  # not at the top: the models import this module

        on_turn = Tag.objects.filter(turn=OuterRef("turn"), topic=OuterRef("topic")).exclude(status="rejected")
        return self.exclude(Exists(on_turn)).order_by("created_at")

    def with_place(self) -> Self:
        """Have at hand what each is about."""
        return self.select_related("conference", "turn", "topic").defer("conference__source_text")

    def close(self, user: AbstractBaseUser) -> int:
        """Close those that are open; returns how many."""
        return self.open().update(closed_by=user, closed_at=timezone.now())

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
