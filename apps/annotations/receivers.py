from collections.abc import Iterable
from typing import Any

from apps.annotations.rule_tags import current_phrases, suggest_topics
from apps.annotations.source_tags import tag_source_topics
from apps.conferences.models import Conference


def annotate_imported(conference: Conference, source_topics: Iterable[str], **kwargs: Any) -> None:  # noqa: ARG001
    """Tag what an import brought, in the import's own transaction."""
    tag_source_topics(conference, source_topics)
    suggest_topics(conference, current_phrases())


def suggest_again(conference: Conference, **kwargs: Any) -> None:  # noqa: ARG001
    """Suggestions rest on words: let them follow."""
    suggest_topics(conference, current_phrases())
