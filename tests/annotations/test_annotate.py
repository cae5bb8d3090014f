"""Suggestions by phrase rules, beside what people decided."""

import subprocess
import sys
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from apps.annotations.annotating import annotate_pending
from apps.annotations.annotator import Annotator
from apps.annotations.models import PendingAnnotation, Tag, Topic
from apps.annotations.suggestions import Suggestion, write_suggestions
from apps.conferences.models import Turn
from tests import make
from tests.poison import poison

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


@pytest.fixture
def missiles() -> Topic:
    topic = make.topic("Missiles")
    topic.phrases.create(text="missile test")
    topic.phrases.create(text="missiles")
    return topic


@pytest.fixture
def turn(missiles: Topic) -> Turn:
    return make.turn(make.conference(), "Another missile test. No more missiles.")


def annotate() -> str:
    """What the command says of conferences, turns and topics."""
    out = StringIO()
    call_command("annotate", stdout=out)
    return out.getvalue().partition("; ")[0]


def test_topics_are_suggested_with_the_words_that_show_them(turn: Turn, missiles: Topic) -> None:
    annotate()
    tag = Tag.objects.get()
    assert (tag.conference, tag.turn, tag.topic) == (turn.conference, turn, missiles)
    assert (tag.origin, tag.status, tag.score) == ("rule", "suggested", 0.75)
    assert [turn.text[start:end] for start, end in tag.evidence] == ["missile test", "missiles"]


def test_the_command_says_what_it_did(turn: Turn) -> None:
    assert annotate() == "1 conference, 1 new or changed turn: suggestions 1 added, 0 changed, 0 removed"


def test_a_second_annotation_writes_nothing(turn: Turn) -> None:
    annotate()
    with CaptureQueriesContext(connection) as queries:
        assert annotate() == "0 conferences, 0 new or changed turns: suggestions 0 added, 0 changed, 0 removed"
    written = [query["sql"] for query in queries if query["sql"].startswith(("UPDATE", "DELETE"))]
    assert written == []
    assert len(queries) > 3


def test_a_rejected_tag_stays_rejected_after_reannotation(turn: Turn, editor: User) -> None:
    annotate()
    Tag.objects.all().reject(editor)
    annotate()
    turn.text = "More missiles, many missiles."
    turn.save()
    annotate()
    assert Tag.objects.values_list("status", "decided_by").get() == ("rejected", editor.pk)


def test_a_confirmed_tag_stays_confirmed_without_marks_when_the_words_are_gone(turn: Turn, editor: User) -> None:
    annotate()
    Tag.objects.all().confirm(editor)
    before = Tag.objects.values().get()
    turn.text = "Nothing of it."
    turn.save()
    annotate()
    assert Tag.objects.values().get() == {**before, "evidence": [], "lost_words": ["missile test", "missiles"]}


def test_an_undecided_suggestion_follows_the_words(turn: Turn) -> None:
    annotate()
    turn.text = "Just missiles."
    turn.save()
    assert annotate() == "1 conference, 1 new or changed turn: suggestions 0 added, 1 changed, 0 removed"
    assert Tag.objects.values_list("evidence", "score").get() == ([[5, 13]], 0.5)
    turn.text = "Nothing of it."
    turn.save()
    assert annotate() == "1 conference, 1 new or changed turn: suggestions 0 added, 0 changed, 1 removed"
    assert not Tag.objects.exists()


def test_a_tag_that_a_person_added_is_not_touched(turn: Turn, missiles: Topic, editor: User) -> None:
    make.tag(turn, missiles, origin="human", decided_by=editor, decided_at=timezone.now())
    before = Tag.objects.values().get()
    annotate()
    assert Tag.objects.values().get() == before


def test_suggestions_of_a_model_that_is_gone_go_unless_a_person_confirmed_them(turn: Turn, editor: User) -> None:
    for name in ("Energy", "Health"):
        make.tag(turn, make.topic(name), origin="model", status="suggested", score=0.8)
    Tag.objects.filter(topic__name="Health").confirm(editor)
    annotate()
    assert Tag.objects.get(origin="model").topic.name == "Health"


def test_a_withdrawn_turn_keeps_the_tags_it_had(turn: Turn) -> None:
    annotate()
    turn.position, turn.withdrawn_at, turn.text = None, timezone.now(), "Nothing of it."
    turn.save()
    annotate()
    assert Tag.objects.exists()


@pytest.mark.parametrize("size", [1, 5])
def test_the_number_of_queries_does_not_grow_with_the_turns(
    size: int, missiles: Topic, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conference = make.conference()
    kept, lost = ([make.turn(conference, "missiles") for _ in range(size)] for _ in range(2))
    said = Suggestion(Tag.Origin.RULE, [[0, 8]], 0.5)
    suggested = {turn.pk: {missiles.pk: said} for turn in kept + lost}
    write_suggestions(conference, suggested)
    added = [make.turn(conference, "missiles") for _ in range(size)]
    suggested |= {turn.pk: {} for turn in lost}
    suggested |= {turn.pk: {missiles.pk: said._replace(evidence=[[4, 12]])} for turn in kept}
    suggested |= {turn.pk: {missiles.pk: said} for turn in added}
    with django_assert_num_queries(5):
        changes = write_suggestions(conference, suggested)
    assert (changes.added, changes.changed, changes.removed) == (size, size, size)


def test_another_weight_changes_the_score_of_what_is_undecided(missiles: Topic) -> None:
    turn = make.turn(make.conference(), "missiles")
    annotate_pending()
    missiles.phrases.update(weight=2)
    PendingAnnotation.objects.add_outdated(Annotator.current().version)
    annotate_pending()
    assert turn.tags.get().score == 0.75


def test_spacy_is_not_loaded_before_it_is_needed() -> None:
    code = "import django, sys; django.setup(); import apps.config.urls; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_other_phrases_are_looked_for_without_reading_again_whom_a_turn_names(
    turn: Turn, missiles: Topic, settings: Settings
) -> None:
    said = make.turn(turn.conference, "Missiles for Poland.")
    annotate()
    said.mentions.all().delete()
    missiles.phrases.create(text="poland")
    assert annotate() == "1 conference, 2 new or changed turns: suggestions 0 added, 1 changed, 0 removed"
    assert not said.mentions.exists()
    model, settings.SPACY_MODEL = settings.SPACY_MODEL, ""
    annotate()
    settings.SPACY_MODEL = model
    annotate()
    assert said.mentions.get().entity.name == "Poland"


def test_a_conference_that_cannot_be_annotated_is_named_after_all_others_are_done(missiles: Topic) -> None:
    poison("Poison")
    for title in ("Poison", "Harbour", "Ferries"):
        make.turn(make.conference(title), "Another missile test.")
    with pytest.raises(CommandError, match=r"“Poison \(2019-05-04\)” \(number \d+\) could not be annotated"):
        annotate()
    assert set(Tag.objects.values_list("conference__title", flat=True)) == {"Harbour", "Ferries"}
    assert PendingAnnotation.objects.get().conference.title == "Poison"


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("conferences", [0, 12])
def test_a_model_that_is_not_installed_is_one_clear_error_in_whatever_processes(
    processes: int, conferences: int, settings: Settings
) -> None:
    for number in range(conferences):
        make.turn(make.conference(f"Briefing {number}"))
    settings.SPACY_MODEL = "en_core_web_gone"
    with pytest.raises(
        CommandError, match=r"^SPACY_MODEL names “en_core_web_gone”, which is not installed\.$"
    ) as error:
        call_command("annotate", processes=processes)
    assert error.value.returncode == 1
    assert PendingAnnotation.objects.filter(waits_for="").count() == conferences
