from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.annotations.evidence import Piece


def marked(cut: Iterable[Piece]) -> SafeString:
    """Pieces of a turn as HTML, its evidence marked and everything escaped."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", words) if hit else words,) for words, hit in cut)
    )
