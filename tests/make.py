"""Rows for tests: each function makes one, with defaults for all that the test does not care about."""

import datetime
import hashlib
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.text import slugify

from apps.annotations.models import Entity, Mention, Tag, Topic
from apps.conferences.models import Conference, Conflict, Organisation, Source, Speaker, Turn

_numbers = count(1)


def source(name: str = "Meridian Alliance") -> Source:
    return Source.objects.get_or_create(name=name, defaults={"slug": slugify(name)})[0]


def conference(title: str = "Press conference", day: str | None = "2019-05-04", **values: Any) -> Conference:
    number = next(_numbers)
    return Conference.objects.create(
        **{
            "source": values.pop("source", None) or source(),
            "key": f"key-{number}",
            "slug": f"{slugify(title)}-{number}",
            "title": title,
            "event_date": day and datetime.date.fromisoformat(day),
            "source_text": title,
            "source_sha256": hashlib.sha256(str(number).encode()).hexdigest(),
            "word_count": 100,
            **values,
        }
    )


def speaker(name: str = "Elena Marsh", **values: Any) -> Speaker:
    return Speaker.objects.create(**{"name": name, "slug": f"{slugify(name)}-{next(_numbers)}", **values})


def organisation(name: str = "Harbour Gazette", **values: Any) -> Organisation:
    return Organisation.objects.create(**{"name": name, "slug": f"{slugify(name)}-{next(_numbers)}", **values})


def turn(of: Conference, text: str = "Good morning.", kind: str = "statement", **values: Any) -> Turn:
    position = of.turns.count()
    line = position + 1
    return Turn.objects.create(
        **{
            "conference": of,
            "public_id": f"{next(_numbers):010x}",
            "position": position,
            "exchange": 0,
            "kind": kind,
            "text": text,
            "first_line": line,
            "last_line": line,
            **values,
        }
    )


def conflict(about: Conference | Turn, field: str, **values: Any) -> Conflict:
    conference = about if isinstance(about, Conference) else about.conference
    turn = None if isinstance(about, Conference) else about
    given = {"mine": "Ours", "theirs": "Theirs", "before": "Before", "found_at": timezone.now(), **values}
    return Conflict.objects.create(conference=conference, turn=turn, field=field, **given)


def editor(name: str = "edna") -> User:
    """Of the group that corrects the record in the admin."""
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name="Editor"))
    return user


def topic(name: str = "Missiles", **values: Any) -> Topic:
    return Topic.objects.create(**{"name": name, "slug": slugify(name), **values})


def tag(on: Conference | Turn, about: Topic, **values: Any) -> Tag:
    place = {"conference": on} if isinstance(on, Conference) else {"conference": on.conference, "turn": on}
    return Tag.objects.create(
        **{**place, "topic": about, "origin": Tag.Origin.SOURCE, "status": Tag.Status.CONFIRMED, **values}
    )


def entity(name: str = "Port Calder", kind: str = "place", **values: Any) -> Entity:
    return Entity.objects.create(**{"name": name, "kind": kind, **values})


def mention(on: Turn, of: Entity, **values: Any) -> Mention:
    return Mention.objects.create(
        **{"turn": on, "entity": of, "start": 0, "end": 4, "label": "GPE", "origin": Mention.Origin.MODEL, **values}
    )
