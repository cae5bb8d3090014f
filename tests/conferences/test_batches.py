"""A batch of any size does what one file after the other does."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from apps.conferences.importing import find_files, import_files, items, preview_files
from tests.conferences.snapshot import snapshot
from tests.conferences.transcripts import TURNS, briefing

pytestmark = pytest.mark.django_db

TEXTS = [
    briefing(*turns, title=title, day=day)
    for turns in (
        TURNS,
        tuple(turn.replace("Sixty-two", "Seventy") for turn in TURNS),
        tuple(turn.replace("Elena Marsh", "ELENA MARSH") for turn in (*TURNS, "Elena Marsh: Thank you.")),
    )
    for title, day in (("Press conference by Elena Marsh", "4 May 2019"), ("Weekly briefing", "5 June 2019"))
]
NAMESAKES = [
    briefing(f"{label}: {said} is dear, as everybody in this town has known for years.", title=said)
    for label, said in (
        ("Ana Ruiz", "Bread"),
        ("Q (Ana Ruiz, Harbour Gazette)", "Is it true that steel"),
        ("Q (Ana Ruiz, Daily Post)", "Is it true that rope"),
        ("MAYOR ANA RUIZ", "Tar"),
        ("MINISTER ANA RUIZ", "Coal"),
    )
]
FOLDERS = st.dictionaries(
    st.tuples(st.sampled_from(["e", "f"]), st.sampled_from(["a", "b", "c"])),
    st.sampled_from([*TEXTS, *NAMESAKES]),
    min_size=1,
)


@given(st.lists(FOLDERS, min_size=2, max_size=3))
@settings(max_examples=10, deadline=None, phases=[Phase.generate])
def test_batches_do_what_one_file_after_the_other_does_as_promised_and_the_second_run_nothing(
    versions: list[dict[tuple[str, str], str]],
) -> None:
    assert imported(versions, 100) == imported(versions, 1) == imported(versions, 2)


def imported(versions: list[dict[tuple[str, str], str]], files_in_a_batch: int) -> Any:
    """What stands after the folders were imported in each of their versions, with that many files at a time."""
    told = []
    with (
        undone(),
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as name,
    ):
        patch.setattr(items, "MOST_FILES", files_in_a_batch)
        for number, files in enumerate(versions):
            root = Path(name, str(number))
            for (folder, file), text in files.items():
                path = root / folder / "Meridian Alliance" / f"{file}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            folders = [path / "Meridian Alliance" for path in sorted(root.iterdir())]
            promised = [result.outcome for result in preview_files(find_files(folders))]
            outcomes = [result.outcome for result in import_files(find_files(folders))]
            assert promised == outcomes
            assert {result.outcome for result in import_files(find_files(folders))} == {"unchanged"}
            told.append(outcomes)
        return told, {what: rows for what, rows in snapshot().items() if "changed" not in what and what != "acts"}


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
