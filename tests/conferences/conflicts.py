"""Corrections, and versions of a source that contradict them."""

import datetime
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import reverse

from apps.conferences.models import Conference, Conflict, Turn
from tests import make
from tests.admin_form import filled_in
from tests.conferences.transcripts import ANSWER, TURNS, import_one, write

LIST = reverse("admin:conferences_conflict_changelist")
EDITED = [*TURNS[:2], TURNS[2].replace("until the end", "until the very end"), *TURNS[3:]]
AGAIN = [*TURNS[:2], TURNS[2].replace("until the end", "until the bitter end"), *TURNS[3:]]
BY_EAR = ANSWER.replace("until the end of the year", "until the end of March")


def correct(client: Client, row: Conference | Turn, **values: str) -> None:
    """As in a browser: open the page, change the fields, press Save."""
    url = reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])
    response = client.post(url, {**filled_in(client.get(url).content), **values})
    assert response.status_code == 302, response.content.decode()


def settle(client: Client, action: str) -> Any:
    chosen = [str(pk) for pk in Conflict.objects.values_list("pk", flat=True)]
    return client.post(LIST, {"action": action, "_selected_action": chosen}, follow=True)


def corrected_answer(client: Client, tmp_path: Path) -> Turn:
    import_one(write(tmp_path))
    answer = Turn.objects.get(text=ANSWER)
    correct(client, answer, text=BY_EAR)
    return answer


def in_conflict_about_the_speaker(theirs: int | None) -> Turn:
    turn = make.turn(make.conference(), speaker=make.speaker("Ottoline Brace"), decided_fields=["speaker"])
    Conflict.objects.create(
        conference=turn.conference,
        turn=turn,
        field="speaker",
        mine=turn.speaker and turn.speaker.pk,
        theirs=theirs,
        found_at=datetime.datetime.now(datetime.UTC),
    )
    return turn
