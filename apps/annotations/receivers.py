from collections.abc import Iterable
from typing import Any

from apps.annotations.source_tags import tag_source_topics
from apps.conferences.models import Conference


def tag_imported(conference: Conference, source_topics: Iterable[str], **kwargs: Any) -> None:  # noqa: ARG001
    """Tag what an import brought with what its source lists.  What its words say is annotated later."""
    tag_source_topics(conference, source_topics)
