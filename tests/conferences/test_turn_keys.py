"""Links to a turn's words, across versions of the source."""

from pathlib import Path

import pytest

from apps.conferences.models import Conference, Turn, TurnKey, TurnVersion
from tests.conferences.transcripts import ANSWER, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

FIRST = briefing()
SECOND = briefing(*TURNS[:2], TURNS[2].replace("until the end", "until the very end"), *TURNS[3:])
THIRD = SECOND.replace("Elena Marsh: Sixty-two jobs", "MARSH: Sixty-two jobs")


def addresses() -> set[str]:
    keys = TurnKey.objects.filter(turn__withdrawn_at=None).values_list("key", flat=True)
    return {*Turn.objects.standing().values_list("public_id", flat=True), *keys}


def test_sites_that_imported_the_same_versions_know_each_others_links(tmp_path: Path) -> None:
    known = []
    for versions in ([FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND], [SECOND, THIRD, FIRST, SECOND]):
        for version in versions:
            import_one(write(tmp_path, version))
        assert Turn.objects.count() == len(TURNS)
        known.append(addresses())
        Conference.objects.all().delete()
    assert known[0] == known[1] == known[2]
    assert len(known[0]) == len(TURNS) + 2


def test_words_that_did_not_change_make_no_key(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    import_one(write(tmp_path, FIRST.replace("crossings a day", "CROSSINGS  a day")))
    assert not TurnKey.objects.exists()


def test_a_key_that_leads_to_a_turn_is_never_given_to_another(tmp_path: Path) -> None:
    import_one(write(tmp_path, FIRST))
    import_one(write(tmp_path, SECOND))
    [key] = TurnKey.objects.all()
    import_one(write(tmp_path, f"{FIRST}\n{SECOND.split(chr(10) * 2)[4]}\n"))
    assert Turn.objects.standing().count() == len(TURNS) + 1
    assert not Turn.objects.filter(public_id=key.key).exists()
    assert TurnKey.objects.get() == key


def test_the_earlier_words_are_kept_when_an_import_changes_them_and_only_then(tmp_path: Path) -> None:
    import_one(write(tmp_path, FIRST))
    import_one(write(tmp_path, FIRST + "\n"))
    assert not TurnVersion.objects.exists()
    import_one(write(tmp_path, SECOND))
    version = TurnVersion.objects.get()
    assert version.text == ANSWER
    assert "very end" in version.turn.text
    import_one(write(tmp_path, SECOND))
    assert TurnVersion.objects.get() == version


def test_the_earlier_words_are_kept_however_they_are_changed(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    answer = Turn.objects.get(text=ANSWER)
    answer.text = "One."
    answer.save()
    Turn.objects.filter(pk=answer.pk).update(text="Two.")
    answer.kind = "other"
    answer.save(update_fields=["kind"])
    assert [version.text for version in answer.versions.all()] == ["One.", ANSWER]
