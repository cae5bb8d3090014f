from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def notes_list(notes: list[dict[str, Any]]) -> SafeString | str:
    """An import's notes, ``[{line, message, text}]``, as a list to read."""
    if not notes:
        return "none"
    items = format_html_join(
        "",
        "<li>Line {}: {}{}</li>",
        (
            (
                note.get("line", "?"),
                note.get("message", ""),
                format_html("<pre>{}</pre>", note["text"]) if note.get("text") else "",
            )
            for note in notes
        ),
    )
    return format_html("<ul>{}</ul>", items)
