"""What waits for annotation is annotated by the worker, while no task is due."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from apps.annotations.mention_scores import mention_score
from apps.annotations.models import Mention, PendingAnnotation, Tag, TopicPhrase
from apps.conferences.importing import find_files, import_files
from apps.config.background.idle import IdleAnnotation
from apps.history.undo import undo
from tests import make
from tests.conferences.transcripts import briefing, import_one, write
from tests.config.processes import start, wait_for
from tests.history.acting import act_called, acting
from tests.poison import poison

pytestmark = pytest.mark.django_db


@pytest.fixture
def fares() -> None:
    TopicPhrase.objects.create(topic=make.topic("Fares"), text="fares")


@pytest.mark.django_db(transaction=True)
def test_what_is_imported_is_annotated_by_the_worker(tmp_path: Path, fares: None) -> None:
    process: subprocess.Popen[bytes] = start("db_worker")
    try:
        import_one(write(tmp_path))
        wait_for(lambda: Tag.objects.filter(origin="rule").exists())
        wait_for(lambda: not PendingAnnotation.objects.exists())
    finally:
        process.kill()
        process.communicate()


def test_what_other_phrases_annotated_waits_when_a_worker_starts(tmp_path: Path, fares: None) -> None:
    import_one(write(tmp_path))
    idle = IdleAnnotation()
    assert idle.step()
    assert not idle.step()
    TopicPhrase.objects.all().delete()
    assert IdleAnnotation().step()
    assert not Tag.objects.exists()


def test_mentions_have_the_scores_of_the_worker_that_starts() -> None:
    old = make.mention(make.turn(make.conference(), position=None, withdrawn_at=timezone.now()), make.entity())
    idle = IdleAnnotation()
    while idle.step():
        pass
    assert Mention.objects.get(pk=old.pk).score == mention_score("model", "GPE")


def by_edit() -> None:
    TopicPhrase.objects.all().delete()


def by_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE annotations_topicphrase SET weight = 0.5")


def by_list() -> None:
    with TemporaryDirectory() as folder:
        listed = Path(folder, "topics.yaml")
        listed.write_text("- {name: Board, slug: board, phrases: [fares]}")
        call_command("load_topics", listed, verbosity=0)


def by_undo() -> None:
    undo(act_called("Fares get a phrase"))


@pytest.mark.parametrize("change", [by_edit, by_sql, by_list, by_undo])
def test_changed_phrases_are_followed_by_a_worker_that_runs(tmp_path: Path, change: Callable[[], None]) -> None:
    with acting("Fares get a phrase"):
        TopicPhrase.objects.create(topic=make.topic("Fares"), text="fares")
    import_one(write(tmp_path))
    idle = IdleAnnotation()
    assert idle.step()
    assert not idle.step()
    before = list(Tag.objects.values_list("topic__name", "score"))
    change()
    assert idle.step()
    assert list(Tag.objects.values_list("topic__name", "score")) != before
    assert not idle.step()


def test_one_conference_that_cannot_be_annotated_holds_up_no_other(
    tmp_path: Path, fares: None, caplog: pytest.LogCaptureFixture
) -> None:
    poison("Poison in the harbour")
    together = [
        write(tmp_path, briefing(title=title), title) for title in ("Poison in the harbour", "Ferries sail again")
    ]
    list(import_files(find_files(together)))
    assert sorted(IdleAnnotation().step() for _ in range(2)) == [False, True]
    assert "“Poison in the harbour (2019-05-04)” (number" in caplog.text
    assert set(Tag.objects.values_list("conference__title", flat=True)) == {"Ferries sail again"}
    assert PendingAnnotation.objects.get().conference.title == "Poison in the harbour"


def test_without_the_language_model_the_log_says_so_and_tasks_go_on(
    tmp_path: Path, fares: None, settings: object, caplog: pytest.LogCaptureFixture
) -> None:
    import_one(write(tmp_path))
    settings.SPACY_MODEL = "en_core_web_gone"  # type: ignore[attr-defined]
    idle = IdleAnnotation()
    assert not idle.step()
    assert not idle.step()
    assert caplog.text.count("“en_core_web_gone”, which is not installed") == 1
    assert PendingAnnotation.objects.exists()
