"""Names in addresses and keys: short, plain, and numbered where the plain one is taken."""

from collections.abc import Collection, Iterable
from itertools import count

from django.utils.text import slugify

from apps.conferences.models import Conference, ConferenceAddress

MAX_LENGTH = 120  # leaves room for a date and a number in every column that holds one


def plain_slug(text: str) -> str:
    """The words of ``text`` in ASCII, cut between words; empty where it has none (Cyrillic, for example)."""
    slug = slugify(text)
    return slug if len(slug) <= MAX_LENGTH else slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]


def first_free(slug: str, taken: Collection[str]) -> str:
    """``slug``, or with the first number from 2 on that is not taken: ``press-conference-2``."""
    numbered = (f"{slug}-{number}" for number in count(2))
    return slug if slug not in taken else next(name for name in numbered if name not in taken)


def free_slug(conference: Conference, beside: Iterable[str] = ()) -> str:
    """A conference's slug, numbered if another stands or stood there, or is to be created ``beside`` it."""
    there = {"event_date": conference.event_date, "slug__startswith": conference.slug}
    others = Conference.objects.filter(**there).exclude(pk=conference.pk).values_list("slug", flat=True)
    earlier = ConferenceAddress.objects.filter(**there).exclude(conference=conference.pk)
    return first_free(conference.slug, {*others, *earlier.values_list("slug", flat=True), *beside})
