"""Rows that an import refuses, each with its file and line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.archive.damage import ACTS, CONFERENCES, TAGS, TURNS, change, refused

pytestmark = pytest.mark.django_db

ROWS: dict[str, tuple[str, int, dict[str, Any], str]] = {
    "a text for a number": (TURNS, 2, {"exchange": "one"}, "'exchange' cannot be \"one\"."),
    "a truth for a number": (TURNS, 2, {"exchange": True}, "'exchange' cannot be true."),
    "a number for a text": (TURNS, 3, {"text": 5}, "'text' cannot be 5."),
    "nothing where there must be something": (TURNS, 3, {"text": None}, "'text' cannot be null."),
    "a list of something else": (TURNS, 1, {"decided_fields": [1]}, "'decided_fields' cannot be [1]."),
    "a list for an object": (TURNS, 1, {"source_values": []}, "'source_values' cannot be []."),
    "an object for a list": (TAGS, 1, {"evidence": {}}, "'evidence' cannot be {}."),
    "no day": (CONFERENCES, 1, {"event_date": "4 May"}, "'event_date' cannot be \"4 May\"."),
    "no moment": (TAGS, 1, {"created_at": "2019-05-04"}, "'created_at' cannot be \"2019-05-04\"."),
    "no id of an act": (ACTS, 1, {"id": "7"}, "'id' cannot be \"7\"."),
    "an unknown kind": (TURNS, 1, {"kind": "song"}, "'kind' cannot be \"song\"."),
    "a slug that makes no address": (
        CONFERENCES,
        1,
        {"slug": "a/b"},
        "'slug' cannot be \"a/b\": Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
    ),
    "a link that runs a script": (
        CONFERENCES,
        1,
        {"source_url": "javascript:alert(1)"},
        "'source_url' cannot be \"javascript:alert(1)\": Enter a valid URL.",
    ),
    "a text with a NUL": (TURNS, 1, {"text": "a\0b"}, "'text' cannot be \"a\\u0000b\"."),
    "an unknown field": (TURNS, 4, {"is_admin": True}, "there is no field 'is_admin'."),
    "a field too few": (TURNS, 4, {"label": ...}, "the field 'label' is missing."),
    "a user whom the manifest does not name": (TAGS, 1, {"decided_by": "root"}, "the manifest names no user 'root'."),
    "a user by number": (TAGS, 1, {"decided_by": 1}, "the manifest names no user 1."),
    "an act of an unknown user": (ACTS, 1, {"metadata": {"user": 1}}, "the manifest names no user 1."),
    "half a character": (TURNS, 1, {"text": "\ud800"}, "the database refuses it: "),
    "a NUL within": (TURNS, 1, {"source_values": {"text": "\0"}}, "the database refuses it: "),
    "a number out of range": (TURNS, 5, {"exchange": 2**40}, "the database refuses it: "),
    "a text too long": (TURNS, 5, {"public_id": "x" * 17}, "the database refuses it: value too long"),
    "the id of another row": (TURNS, 2, {"id": 1}, "the database refuses it: duplicate key value"),
    "what a constraint forbids": (TURNS, 5, {"last_line": 1}, "the database refuses it: new row for relation"),
    "a conference that is not there": (TURNS, 5, {"conference": 99}, "insert or update on table "),
    "a place that is taken": (TURNS, 5, {"position": 0}, "duplicate key value violates unique constraint "),
    "a turn of another conference": (TAGS, 1, {"conference": 99}, "insert or update on table "),
}


@pytest.mark.parametrize(("name", "line", "values", "reason"), ROWS.values(), ids=ROWS)
def test_a_row_that_is_none_is_refused_with_its_file_and_line(
    archive: Path, name: str, line: int, values: dict[str, Any], reason: str
) -> None:
    ids = [json.loads(text)["id"] for text in (archive / name).read_text().splitlines()]
    values = {**values, "id": ids[0]} if values.get("id") == 1 else values
    change(archive, name, line, **values)
    said = refused(archive)
    where = [line, 1] if "position" in values else [line]  # either of the two that want the place
    assert any(said.startswith(f"{name}, line {one}: {reason}") for one in where), said
