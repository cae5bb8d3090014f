"""The addresses of rows: a page has hundreds of them, and each would take Django's ``reverse`` as long as its SQL."""

from datetime import date
from functools import cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse


def link(route: str, *arguments: str) -> str:
    """What ``reverse`` gives, for slugs and numbers as they stand in an address; with ``{}``, one to be formatted."""
    pages = get_urlconf() or settings.ROOT_URLCONF
    return _pattern(route, len(arguments), get_script_prefix(), pages).format(*arguments)


def conference_link(day: date | None, slug: str) -> str:
    if day is None:
        return link("browse:undated_conference", slug)
    return link("browse:conference", *day.strftime("%Y %m %d").split(), slug)


@cache
def _pattern(route: str, count: int, prefix: str, pages: str) -> str:  # noqa: ARG001 - it is said in these
    stand_ins = [f"90210{number}" for number in range(count)]  # a slug and a number alike
    address = reverse(route, args=stand_ins)
    for stand_in in stand_ins:
        address = address.replace(stand_in, "{}")
    return address
