"""Who a person is by now."""

from apps.conferences.models import Speaker


def after_merges(speaker: Speaker) -> Speaker:
    """The speaker that this one is by now; itself, if never merged or merged in a circle."""
    last, seen = speaker, {speaker.pk}
    while last.merged_into:
        last = last.merged_into
        if last.pk in seen:
            return speaker
        seen.add(last.pk)
    return last
