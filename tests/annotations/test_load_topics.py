"""The command that brings in a list of topics."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.annotations.models import Topic

pytestmark = pytest.mark.django_db

LIST = """
- name: Weapons
  slug: weapons
  description: What armies use.
  phrases: [arsenal]
  topics:
    - name: Missiles
      slug: missiles
      source_labels: [Missile]
      phrases: [ballistic missile, cruise missile]
- name: Energy
  slug: energy
"""


def load(path: Path, text: str = LIST) -> str:
    path = path / "topics.yaml"
    path.write_text(text, encoding="utf-8")
    out = StringIO()
    call_command("load_topics", path, stdout=out)
    return out.getvalue().strip()


def test_a_list_becomes_topics_on_two_levels_with_phrases_and_labels(tmp_path: Path) -> None:
    assert load(tmp_path) == "3 topics: 3 added, 0 left as they are."
    missiles = Topic.objects.get(slug="missiles")
    assert missiles.parent == Topic.objects.get(name="Weapons", description="What armies use.")
    assert missiles.source_labels == ["Missile"]
    assert [phrase.text for phrase in missiles.phrases.all()] == ["ballistic missile", "cruise missile"]


def test_a_second_load_writes_nothing(tmp_path: Path) -> None:
    load(tmp_path)
    with CaptureQueriesContext(connection) as queries:
        assert load(tmp_path) == "3 topics: 0 added, 3 left as they are."
    assert [query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))] == []


def test_edits_made_by_people_stay_and_only_new_topics_come_in(tmp_path: Path) -> None:
    load(tmp_path)
    missiles = Topic.objects.get(slug="missiles")
    missiles.name, missiles.parent, missiles.source_labels = "Rockets", None, []
    missiles.save()
    missiles.phrases.get(text="cruise missile").delete()
    grown = LIST + "- {name: Space, slug: space, phrases: [orbit]}\n"
    assert load(tmp_path, grown) == "4 topics: 1 added, 3 left as they are."
    missiles.refresh_from_db()
    assert (missiles.name, missiles.parent, missiles.source_labels) == ("Rockets", None, [])
    assert [phrase.text for phrase in missiles.phrases.all()] == ["ballistic missile"]
    assert Topic.objects.get(slug="space").phrases.get().text == "orbit"


def test_a_topic_that_a_person_made_under_another_slug_is_the_same_topic(tmp_path: Path) -> None:
    own = Topic.objects.create(name="Energy", slug="power-and-fuel")
    assert load(tmp_path) == "3 topics: 2 added, 1 left as they are."
    assert Topic.objects.get(name="Energy") == own


def test_a_new_topic_below_one_that_was_moved_down_stays_on_the_second_level(tmp_path: Path) -> None:
    load(tmp_path)
    Topic.objects.filter(slug="missiles").delete()
    Topic.objects.filter(slug="weapons").update(parent=Topic.objects.get(slug="energy"))
    load(tmp_path)
    assert Topic.objects.get(slug="missiles").parent == Topic.objects.get(slug="energy")


def test_the_list_of_this_project_loads() -> None:
    call_command("load_topics", stdout=StringIO())
    assert Topic.objects.filter(source_labels__contains=["Nuclear"]).exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- name: [", "Line 1 is not YAML"),
        ("", "must be a list of topics"),
        ("name: Energy", "must be a list of topics"),
        ("- Energy", "Entry 1 must have a name and a slug"),
        ("- {name: Energy}", "In topic “Energy” the slug must be words"),
        ("- {slug: energy}", "In entry 1 the name must be words"),
        ("- {name: Energy, slug: energy, colour: red}", "In topic “Energy” there is an unknown key “colour”"),
        ("- {name: Energy, slug: en ergy}", "the slug “en ergy” may hold only"),
        ("- {name: Energy, slug: energy, phrases: oil}", "In topic “Energy” the value of phrases must be a list"),
        ("- {name: Energy, slug: energy, phrases: [no]}", "In topic “Energy” each of phrases must be words"),
        ("- {name: Energy, slug: energy, phrases: [oil, Oil]}", "“Oil” stands twice in phrases"),
        (f"- {{name: Energy, slug: energy, phrases: [{'x' * 201}]}}", "may have 200 characters at most"),
        ("- {name: A, slug: same}\n- {name: B, slug: same}", "The slug “same” stands twice"),
        ("- {name: A, slug: a}\n- {name: A, slug: b}", "The name on the first level “A” stands twice"),
        (
            "- {name: A, slug: a, source_labels: [X]}\n- {name: B, slug: b, source_labels: [x]}",
            "The source label “x” stands twice",
        ),
        (
            "- {name: A, slug: a, topics: [{name: B, slug: b, topics: [{name: C, slug: c}]}]}",
            "In topic “B” there are topics on a third level",
        ),
    ],
)
def test_a_list_that_is_wrong_anywhere_loads_nothing_and_says_where(tmp_path: Path, text: str, reason: str) -> None:
    good = "- {name: Good, slug: good}\n" if text.startswith("- {name: A") else ""
    with pytest.raises(CommandError, match=reason) as error:
        load(tmp_path, good + text)
    assert "topics.yaml" in str(error.value)
    assert not Topic.objects.exists()


def test_a_file_that_is_not_there_or_not_text_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("load_topics", tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes("- {name: Énergie, slug: e}".encode("latin-1"))
    with pytest.raises(CommandError, match="not UTF-8"):
        call_command("load_topics", tmp_path / "latin.yaml")
