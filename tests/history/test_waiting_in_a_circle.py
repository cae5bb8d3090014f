"""An act on many rows and an import that hold what the other one wants: the database ends one of them."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from apps.annotations.models import Tag
from apps.annotations.retag import Decision, retag
from apps.conferences.merging.merge import merge
from apps.conferences.models import Conference, Speaker
from tests import make
from tests.browse.pages import Page
from tests.conferences.transcripts import briefing, import_path, write
from tests.config.processes import wait_for
from tests.locks import waiting

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = {"first to look": "900ms", "last to look": "1min"}
"""Who waits looks for a circle once, after so long, and is the one that is ended if there is one by then."""


def lock(model: Any, pk: int, of: str = "UPDATE") -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT FROM {model._meta.db_table} WHERE id = %s FOR {of}", [pk])


def patience(kind: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('deadlock_timeout', %s, false)", [TIMES[kind]])


def in_a_circle(model: Any, rows: list[Any], what: Callable[[], Any], of: str = "UPDATE") -> Any:
    """What ``what`` returns, which takes the rows in order while somebody has the last and then wants the first."""
    done: list[Any] = []

    def run() -> None:
        patience("first to look")
        try:
            done.append(what())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    patience("last to look")
    with transaction.atomic():
        lock(model, rows[-1].pk, of)
        thread.start()
        wait_for(lambda: waiting() == 1)
        lock(model, rows[0].pk, of)
    thread.join(30)
    connection.close()
    assert done
    return done[0]


def test_a_change_of_many_tags_that_waits_in_a_circle_with_an_import_is_done_after_it() -> None:
    conferences = [make.conference(), make.conference()]
    for one in conferences:
        make.tag(one, make.topic(f"Topic {one.pk}"), status="suggested", origin="rule", score=0.5)
    user = User.objects.create_user("editor")
    done = in_a_circle(Conference, conferences, lambda: retag(Tag.objects.all(), Decision.CONFIRM, None, user))
    assert done.changed == 2
    assert not Tag.objects.exclude(status="confirmed").exists()


def test_a_merge_that_waits_in_a_circle_with_an_import_is_done_after_it() -> None:
    speakers = [make.speaker(), make.speaker()]
    assert in_a_circle(Speaker, speakers, lambda: merge(speakers, speakers[0]), "KEY SHARE") == 1
    assert Speaker.objects.get(pk=speakers[1].pk).survivor == speakers[0]


def test_an_import_that_waits_in_a_circle_is_done_after_the_others(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path, briefing(title=f"Briefing {name}"), f"{name}.txt")
    import_path(tmp_path)
    for name in "ab":
        write(tmp_path, briefing(title=f"Weekly briefing {name}"), f"{name}.txt")
    conferences = list(Conference.objects.order_by("file_name"))
    results = in_a_circle(Conference, conferences, lambda: import_path(tmp_path), "KEY SHARE")
    assert [result.outcome for result in results] == ["changed", "changed"]


def test_whoever_is_ended_by_the_database_all_the_same_is_told_to_send_it_again() -> None:
    conferences = [make.conference(), make.conference()]
    editor = User.objects.create_superuser("editor")
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    url = reverse("admin:conferences_conference_changelist")
    data = {"action": "delete_selected", "post": "yes", "_selected_action": [str(one.pk) for one in conferences]}
    turns = [make.turn(one) for one in conferences]
    answer = in_a_circle(type(turns[0]), turns, lambda: client.post(url, data))
    assert answer.status_code == 503
    assert "send it again" in Page(answer.content.decode()).text
    assert Conference.objects.count() == 2
