from django.utils.formats import date_format
from django.utils.text import Truncator

from apps.conferences.models import Conference


def place(conference: Conference) -> str:
    """A conference named shortly, for a column of a list."""
    date = date_format(conference.event_date) if conference.event_date else "no date"
    return f"{date}: {Truncator(conference.title).chars(60)}"
