"""Whatever a person corrects and whatever the source becomes: the correction stands."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Tag, TopicPhrase
from apps.conferences.importing import Result, find_files, import_files
from apps.conferences.models import (
    Conference,
    Conflict,
    DistinctOrganisations,
    DistinctSpeakers,
    Organisation,
    Speaker,
    Turn,
    TurnKey,
    TurnVersion,
)
from apps.conferences.models.decided import DecidedFields, plain
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in
from tests.conferences.transcripts import TITLE, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

WORDS = st.lists(
    st.sampled_from("ferry fares harbour winter “islands” <b> who É\r\n\r\njobs Monday & 62 Q: Marsh".split(" ")),
    max_size=12,
).map(" ".join)
LINES = WORDS.map(lambda text: " ".join(text.split()))
DAYS = st.sampled_from(["", "2019-05-04", "2019-05-05", "2020-02-29"])
ROW = st.integers(0, 4)
CORRECTION = st.one_of(
    st.tuples(st.just("conference"), st.sampled_from(["title", "subtitle", "location", "delivery"]), ROW, LINES),
    st.tuples(st.just("conference"), st.sampled_from(["event_date", "updated"]), ROW, DAYS),
    st.tuples(st.just("conference"), st.just("is_excerpt"), ROW, st.just("on")),
    st.tuples(st.just("conference"), st.just("title"), ROW, LINES),
    st.tuples(st.just("turn"), st.just("text"), ROW, WORDS),
    st.tuples(st.just("turn"), st.just("text"), ROW, WORDS),
    st.tuples(st.just("turn"), st.just("role"), ROW, LINES),
    st.tuples(st.just("turn"), st.just("kind"), ROW, st.sampled_from(["question", "answer", "other"])),
    st.tuples(st.just("turn"), st.sampled_from(["speaker", "organisation"]), ROW, st.sampled_from(["", "new"])),
    st.tuples(st.just("tag"), st.just("status"), ROW, st.sampled_from(["confirmed", "rejected"])),
    st.tuples(st.sampled_from(["speaker", "organisation"]), st.just("merge"), ROW, st.sampled_from("01234")),
    st.tuples(st.sampled_from(["speaker", "organisation"]), st.just("merge"), ROW, st.sampled_from("01234")),
    st.tuples(st.sampled_from(["speaker", "organisation"]), st.just("unmerge"), ROW, st.just("")),
    st.tuples(st.sampled_from(["speaker", "organisation"]), st.just("name"), ROW, LINES),
)
CORRECTIONS = st.lists(CORRECTION, min_size=1, max_size=6)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("title"), ROW, LINES),
        st.tuples(st.just("day"), ROW, st.sampled_from(["5 May 2019", "4 May 2020"])),
        st.tuples(st.just("word"), ROW, st.sampled_from(["very", "fares", "Tuesday", "not"])),
        st.tuples(st.just("label"), ROW, st.sampled_from(["Dario Quennell", "Q", "Ana Ruiz (Harbour Gazette Online)"])),
        st.tuples(st.just("add"), ROW, LINES),
        st.tuples(st.just("drop"), ROW, st.none()),
        st.tuples(st.just("move"), ROW, st.none()),
        st.tuples(st.just("join"), ROW, st.none()),
    ),
    min_size=1,
    max_size=6,
)
UNDO, SOURCE, BOTH = "an act is undone", "the source changes", "the source changes while a page is open"
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just(UNDO), st.integers(0, 9)),
        st.tuples(st.just(SOURCE), EDITS),
        st.tuples(st.just(BOTH), st.tuples(CORRECTION, EDITS)),
    ),
    min_size=1,
    max_size=6,
)
NAMED: dict[str, Any] = {"speaker": Speaker, "organisation": Organisation}
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|COPY|TRUNCATE)", re.IGNORECASE)


@given(CORRECTIONS, EDITS)
@settings(max_examples=12, deadline=None)
def test_every_correction_stands_and_the_second_import_writes_nothing(
    corrections: list[tuple[str, str, int, str]], edits: list[tuple[str, int, Any]]
) -> None:
    with undone(), tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder))
        TopicPhrase.objects.create(topic=make.topic("Fares"), text="fares")
        TopicPhrase.objects.create(topic=make.topic("Work"), text="jobs")
        imported(path)
        client = Client()
        client.force_login(User.objects.create_superuser("editor"))
        for correction in corrections:
            correct(client, *correction)
        decided, named = decisions(), names_by_import()

        write(Path(folder), edited(edits))
        assert imported(path).outcome in {"created", "changed", "unchanged"}
        assert decisions() == decided
        assert_conflicts_make_sense()

        with CaptureQueriesContext(connection) as queries:
            assert imported(path).outcome == "unchanged"
        assert not [query["sql"] for query in queries if WRITES.match(query["sql"])]

        before = everything()
        write(Path(folder), edited(edits) + "\n")  # another file to the computer, the same to a reader
        imported(path)
        assert everything() == before
        assert decisions() == decided

        imported(write(Path(folder)))
        assert decisions() == decided
        assert names_by_import() == named  # nobody who was merged or renamed was made again
        assert_conflicts_make_sense()
        assert not Conflict.objects.open().filter(turn=None).exists()  # the source is back where it was
        connection.check_constraints()


@given(CORRECTIONS, STEPS)
@settings(max_examples=12, deadline=None)
def test_whatever_is_undone_and_whenever_the_source_changes_what_nobody_decided_is_what_the_source_says(
    corrections: list[tuple[str, str, int, str]], steps: list[tuple[str, Any]]
) -> None:
    with undone(), tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder))
        imported(path)
        client = Client()
        client.force_login(User.objects.create_superuser("editor"))
        for correction in corrections:
            correct(client, *correction)
        for what, how in steps:
            if what == UNDO:
                undo_one(client, how)
            elif what == SOURCE:
                import_version(Path(folder), edited(how))
            else:
                (model, field, number, value), edits = how
                version = edited(edits)
                correct(client, model, field, number, value, partial(import_version, Path(folder), version))
            assert_conflicts_make_sense()
            decided = decisions()
            [parsed_anew] = import_files(find_files([path]), again=True)
            assert parsed_anew.outcome == "unchanged"
            assert decisions() == decided
        connection.check_constraints()


def import_version(folder: Path, text: str) -> None:
    imported(write(folder, text))


def undo_one(client: Client, number: int) -> None:
    """Press Undo on one of the acts of people."""
    acts = Act.objects.filter(metadata__has_key="user").exclude(metadata__has_key="machine")
    chosen = list(acts.order_by("created_at", "pk"))
    if chosen:
        url = reverse("admin:history_act_undo", args=[chosen[number % len(chosen)].pk])
        assert client.post(url).status_code == 302


def imported(path: Path) -> Result:
    """What became of the file, which is annotated as well."""
    result = import_one(path)
    annotate_pending()
    return result


def correct(
    client: Client, model: str, field: str, number: int, value: str, meanwhile: Callable[[], Any] = lambda: None
) -> None:
    """Change one field of the row with that number on its admin page, or merge it with another one, or un-merge it.

    What the form refuses is no correction.  ``meanwhile`` happens while the page is open.
    """
    rows: Any = {"conference": Conference, "turn": Turn, "tag": Tag, **NAMED}[model]
    ordered = list(rows.objects.order_by("pk"))
    if not ordered:
        return
    row = ordered[number % len(ordered)]
    if field == "merge":
        other = ordered[int(value) % len(ordered)]
        data = {"row": [row.pk, other.pk], "into": other.pk}
        assert client.post(reverse(f"admin:conferences_{model}_merge"), data).status_code in {200, 302}
        return
    if field == "unmerge":
        assert client.post(reverse(f"admin:conferences_{model}_unmerge", args=[row.pk])).status_code == 302
        return
    if value == "new":
        made = make.speaker if field == "speaker" else make.organisation
        value = str(made(f"Ottoline Brace {number}").pk)
    url = reverse(f"admin:{row._meta.app_label}_{model}_change", args=[row.pk])
    opened = filled_in(client.get(url).content)
    meanwhile()
    response = client.post(url, {**opened, field: value})
    assert response.status_code == 302 or b"errornote" in response.content


def edited(edits: list[tuple[str, int, Any]]) -> str:
    """The source's next version."""
    title, day, turns = TITLE, "4 May 2019", list(TURNS)
    for what, number, value in edits:
        at = number % len(turns)
        if what == "title":
            title = value or TITLE
        elif what == "day":
            day = value
        elif what == "word":
            turns[at] = f"{turns[at].rstrip('.')} {value}."
        elif what == "label":
            turns[at] = f"{value}: {turns[at].partition(': ')[2] or turns[at]}"
        elif what == "add":
            turns.insert(at + 1, f"Elena Marsh: Then {value}.")
        elif what == "move":
            turns.append(turns.pop(at))
        elif what == "drop" and len(turns) > 1:
            del turns[at]
        elif what == "join" and at + 1 < len(turns):
            turns[at : at + 2] = [f"{turns[at]} {turns[at + 1].partition(': ')[2]}"]
    return briefing(*turns, title=title, day=day)


def decisions() -> dict[Any, Any]:
    """All that people decided, by row and field."""
    rows: list[DecidedFields] = [*Conference.objects.all(), *Turn.objects.all()]
    found: dict[Any, Any] = {
        (type(row), row.pk, field): plain(getattr(row, field)) for row in rows for field in row.decided_fields
    }
    for tag in Tag.objects.exclude(decided_at=None):
        found[Tag, tag.pk, "status"] = tag.status, tag.decided_by_id, tag.decided_at, tag.turn_id, tag.topic_id
    for model in NAMED.values():
        for named in model.objects.exclude(merged_into=None):
            found[model, named.pk, "merged_into"] = named.merged_into_id, named.survivor_id, named.name, named.aliases
    distinct: list[Any] = [*DistinctSpeakers.objects.all(), *DistinctOrganisations.objects.all()]
    for said in distinct:
        found[type(said), said.pk, "said"] = said.one_id, said.other_id, said.decided_by_id
    return found


def names_by_import() -> list[str]:
    """All names that lead to a speaker, but those that the corrections add."""
    names = [name for one in Speaker.objects.all() for name in (one.name, *one.aliases)]
    return sorted(name for name in names if name in {"Elena Marsh", "Ana Ruiz"})


def assert_conflicts_make_sense() -> None:
    for conflict in Conflict.objects.open():
        assert conflict.field in conflict.about.decided_fields
        assert conflict.mine == plain(getattr(conflict.about, conflict.field))
        assert conflict.theirs not in {conflict.mine, conflict.before}
        assert conflict.theirs == conflict.about.source_values[conflict.field]


def everything() -> list[Any]:
    """All rows that a reader or an editor could see a difference in."""
    conferences = Conference.objects.order_by("pk").values("pk", "title", "event_date", "slug", "decided_fields")
    places = ("first_line", "last_line")  # of the file
    turns = [{k: v for k, v in row.items() if k not in places} for row in Turn.objects.order_by("pk").values()]
    models: list[Any] = [Tag, Conflict, TurnVersion, TurnKey, *NAMED.values(), DistinctSpeakers, DistinctOrganisations]
    rest = [list(model._default_manager.order_by("pk").values()) for model in models]
    return [list(conferences), turns, *rest]


@contextmanager
def undone() -> Iterator[None]:
    """Each of Hypothesis's examples begins with the same database."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
