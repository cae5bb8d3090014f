"""Every address of the site, read from its URL patterns."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern


def routes() -> list[str]:
    """Such as ``admin/conferences/turn/<path:object_id>/change/``; one that is a regular expression by its name."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{prefix}{pattern.pattern}")
        elif isinstance(pattern.pattern, RoutePattern):
            yield f"{prefix}{pattern.pattern}"
        else:
            yield f"{prefix}({pattern.name or 'anything-else'})"
