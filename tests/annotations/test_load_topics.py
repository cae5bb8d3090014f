"""The command that brings in a list of topics."""

from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.annotations.models import Topic
from tests.history.acting import acting

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
    assert load(tmp_path) == "3 topics: 3 added, 0 updated, 0 left as they are."
    missiles = Topic.objects.get(slug="missiles")
    assert missiles.parent == Topic.objects.get(name="Weapons", description="What armies use.")
    assert missiles.source_labels == ["Missile"]
    assert [phrase.text for phrase in missiles.phrases.all()] == ["ballistic missile", "cruise missile"]


def test_a_second_load_writes_nothing(tmp_path: Path) -> None:
    load(tmp_path)
    with CaptureQueriesContext(connection) as queries:
        assert load(tmp_path) == "3 topics: 0 added, 0 updated, 3 left as they are."
    assert [query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))] == []


def test_edits_made_by_people_stay_and_only_new_topics_come_in(tmp_path: Path) -> None:
    load(tmp_path)
    missiles = Topic.objects.get(slug="missiles")
    missiles.name, missiles.parent, missiles.source_labels = "Rockets", None, []
    missiles.save()
    missiles.phrases.get(text="cruise missile").delete()
    grown = LIST + "- {name: Space, slug: space, phrases: [orbit]}\n"
    assert load(tmp_path, grown) == "4 topics: 1 added, 0 updated, 3 left as they are."
    missiles.refresh_from_db()
    assert (missiles.name, missiles.parent, missiles.source_labels) == ("Rockets", None, [])
    assert [phrase.text for phrase in missiles.phrases.all()] == ["ballistic missile"]
    assert Topic.objects.get(slug="space").phrases.get().text == "orbit"


CHANGED = """
- name: Arms
  slug: weapons
  description: What armies have.
  phrases: [arsenal, weapon]
- name: Energy
  slug: energy
  topics:
    - name: Missiles
      slug: missiles
      source_labels: [Rocket]
      phrases: [ballistic missile, rocket]
"""


def test_what_the_list_changed_reaches_topics_that_nobody_touched(tmp_path: Path) -> None:
    load(tmp_path)
    assert load(tmp_path, CHANGED) == "3 topics: 0 added, 2 updated, 1 left as they are."
    arms, missiles = Topic.objects.get(slug="weapons"), Topic.objects.get(slug="missiles")
    assert (arms.name, arms.description) == ("Arms", "What armies have.")
    assert [phrase.text for phrase in arms.phrases.all()] == ["arsenal", "weapon"]
    assert (missiles.parent, missiles.source_labels) == (Topic.objects.get(slug="energy"), ["Rocket"])
    assert [phrase.text for phrase in missiles.phrases.all()] == ["ballistic missile", "rocket"]


def test_of_a_topic_that_a_person_edited_only_the_rest_follows_the_list(tmp_path: Path) -> None:
    load(tmp_path)
    own = Topic.objects.create(name="Own", slug="own")
    Topic.objects.filter(slug="weapons").update(name="Weaponry", slug="weaponry")
    missiles = Topic.objects.get(slug="missiles")
    missiles.parent = own
    missiles.save()
    missiles.phrases.filter(text="ballistic missile").delete()
    missiles.phrases.filter(text="cruise missile").update(text="cruise missile test")
    missiles.phrases.create(text="Rocket")
    load(tmp_path, CHANGED)
    load(tmp_path, CHANGED)
    arms = Topic.objects.get(slug="weaponry")
    assert (arms.name, arms.description) == ("Weaponry", "What armies have.")
    missiles.refresh_from_db()
    assert (missiles.parent, missiles.source_labels) == (own, ["Rocket"])
    assert {phrase.text for phrase in missiles.phrases.all()} == {"cruise missile test", "Rocket"}
    assert not Topic.objects.filter(slug="weapons").exists()


def test_a_topic_that_a_person_removed_stays_removed_with_what_is_new_below_it(tmp_path: Path) -> None:
    load(tmp_path)
    Topic.objects.filter(slug="missiles").update(slug="rockets")
    Topic.objects.filter(slug="rockets").delete()
    Topic.objects.filter(slug="weapons").delete()
    more = LIST.replace("  topics:", "  topics:\n    - {name: Guns, slug: guns}")
    assert load(tmp_path, more) == "4 topics: 0 added, 0 updated, 1 left as they are, 3 stay removed."
    assert [topic.slug for topic in Topic.objects.all()] == ["energy"]


def test_weights_and_must_not_phrases_follow_the_list_where_nobody_touched_them(tmp_path: Path) -> None:
    load(tmp_path, "- {name: A, slug: a, phrases: [oil, {gas: 0.5}, {coal: 2}], must_not: [olive oil]}")
    rows = Topic.objects.get().phrases.values_list("text", "weight", "must_not")
    assert set(rows) == {("oil", 1, False), ("gas", 0.5, False), ("coal", 2, False), ("olive oil", 1, True)}
    Topic.objects.get().phrases.filter(text="coal").update(weight=3)
    load(tmp_path, "- {name: A, slug: a, phrases: [{oil: 0.5}, olive oil, {coal: 1.5}], must_not: [gas]}")
    assert set(rows.all()) == {("oil", 0.5, False), ("gas", 1, True), ("coal", 3, False), ("olive oil", 1, False)}


def test_a_phrase_that_a_person_gave_another_weight_stays_when_the_list_drops_it(tmp_path: Path) -> None:
    load(tmp_path, "- {name: A, slug: a, phrases: [oil, gas]}")
    Topic.objects.get().phrases.filter(text="oil").update(weight=0.5)
    load(tmp_path, "- {name: A, slug: a, phrases: [coal]}")
    assert {phrase.text for phrase in Topic.objects.get().phrases.all()} == {"oil", "coal"}


def test_a_new_entry_of_the_name_that_a_person_gave_to_another_entrys_topic_leaves_that_alone(tmp_path: Path) -> None:
    load(tmp_path, "- {name: A, slug: a, description: Of A, phrases: [oil]}")
    Topic.objects.update(name="B")
    grown = """
- {name: A, slug: a, description: Of A, phrases: [oil]}
- {name: B, slug: b, description: Of B, phrases: [gas], topics: [{name: C, slug: c}]}
"""
    assert load(tmp_path, grown) == "3 topics: 1 added, 0 updated, 2 left as they are."
    assert load(tmp_path, grown) == "3 topics: 0 added, 0 updated, 3 left as they are."
    topic = Topic.objects.get(name="B")
    assert (topic.slug, topic.description, topic.phrases.get().text) == ("a", "Of A", "oil")
    assert Topic.objects.get(name="C").parent == topic


def test_a_name_that_a_person_gave_to_another_topic_is_not_taken(tmp_path: Path) -> None:
    load(tmp_path)
    Topic.objects.create(name="Arms", slug="own")
    load(tmp_path, CHANGED)
    weapons = Topic.objects.get(slug="weapons")
    assert (weapons.name, weapons.description) == ("Weapons", "What armies have.")


def test_topics_that_were_loaded_before_the_list_was_remembered_follow_it_too(tmp_path: Path) -> None:
    load(tmp_path)
    remembered = {topic.slug: topic.listed for topic in Topic.objects.all()}
    Topic.objects.update(listed={})
    with acting("Edit"):
        Topic.objects.create(name="Own", slug="own")
    with connection.cursor() as cursor:
        cursor.execute(import_module("apps.annotations.migrations.0007_topic_as_listed").REMEMBER)
    assert {topic.slug: topic.listed for topic in Topic.objects.all()} == {**remembered, "own": {}}


def test_a_topic_that_a_person_made_under_another_slug_is_the_same_topic(tmp_path: Path) -> None:
    own = Topic.objects.create(name="Energy", slug="power-and-fuel")
    assert load(tmp_path) == "3 topics: 2 added, 0 updated, 1 left as they are."
    assert Topic.objects.get(name="Energy") == own


def test_a_new_topic_below_one_that_was_moved_down_stays_on_the_second_level(tmp_path: Path) -> None:
    load(tmp_path, LIST.replace("  topics:", "  topics: []").split("    - name")[0] + "- {name: Energy, slug: energy}")
    Topic.objects.filter(slug="weapons").update(parent=Topic.objects.get(slug="energy"))
    load(tmp_path)
    assert Topic.objects.get(slug="missiles").parent == Topic.objects.get(slug="energy")


def test_the_list_of_this_project_loads() -> None:
    call_command("load_topics", stdout=StringIO())
    assert Topic.objects.filter(source_labels__contains=["Nuclear"]).exists()
    assert Topic.objects.filter(parent=None).count() == 21  # the major topics of the Comparative Agendas Project
    assert Topic.objects.count() >= 70
    assert not Topic.objects.filter(description="").exists()
    assert not Topic.objects.filter(phrases=None).exists()


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
        ("- {name: Energy, slug: energy, phrases: [oil], must_not: [Oil]}", "“Oil” stands twice in phrases"),
        ("- {name: Energy, slug: energy, phrases: [{oil: 9}]}", "weight of “oil” must be a number from 0.1 to 5"),
        ("- {name: Energy, slug: energy, phrases: [{oil: yes}]}", "weight of “oil” must be a number from 0.1 to 5"),
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
