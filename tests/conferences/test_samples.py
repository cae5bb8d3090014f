"""The sample transcripts, and the seeds where they are at hand, imported as a newcomer does."""

from pathlib import Path

import pytest
from django.conf import settings

from apps.conferences.models import Conference, Turn
from apps.transcripts import parse
from tests.conferences.transcripts import import_path

pytestmark = pytest.mark.django_db

SAMPLES = Path(settings.BASE_DIR) / "fixtures" / "transcripts"
SEEDS = Path(settings.BASE_DIR).parent / "shared" / "seeds"


def test_every_sample_becomes_a_dated_conference_with_all_its_turns() -> None:
    _import_and_compare(SAMPLES)
    assert not Conference.objects.filter(event_date=None).exists()


def test_both_seeds_become_conferences_with_all_their_turns() -> None:
    if not SEEDS.exists():
        pytest.skip(f"{SEEDS} is not there")
    _import_and_compare(SEEDS)
    assert Turn.objects.filter(speaker__name="Ana Pisonero", organisation__name="Europa Press").exists()


def _import_and_compare(folder: Path) -> None:
    files = sorted(folder.rglob("*.txt"))
    assert [result.outcome for result in import_path(folder)] == ["created"] * len(files)
    for file in files:
        transcript = parse(file.read_bytes())
        conference = Conference.objects.get(file_name=str(file.relative_to(folder)))
        assert conference.source_text == transcript.text
        stored = conference.turns.standing().in_order().values_list("text", "label", "first_line", "last_line")
        assert list(stored) == [
            (turn.text, turn.label or "", turn.first_line, turn.last_line) for turn in transcript.turns
        ]
    assert [result.outcome for result in import_path(folder)] == ["unchanged"] * len(files)
