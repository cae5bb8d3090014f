"""``python -m apps.transcripts FILE...``: one JSON object a file, one sentence for each that fails."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from apps.transcripts.__main__ import main

GOOD = "Press conference\n\n4 March 2019\n\nQ: Why?\n\nMS. RUIZ: (00:13) Because.\n"


def test_each_file_gives_one_json_object_in_the_order_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / "b.txt", tmp_path / "a.txt"]
    for path in paths:
        path.write_text(GOOD, encoding="utf-8")
    assert main([str(path) for path in paths]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["path"] for record in records] == [str(path) for path in paths]
    assert records[0]["date"] == "2019-03-04"
    assert [turn["label"] for turn in records[0]["turns"]] == ["Q", "MS. RUIZ"]
    assert records[0]["turns"][1]["text"] == "00:13 Because."
    assert {"language", "subtitle", "header", "notes", "source_topics", "excerpt"} <= set(records[0])


def test_a_failing_file_is_named_and_the_others_are_still_printed(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    names = ["bad.txt", "missing.txt", "good.txt"]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "apps.transcripts", *(str(tmp_path / name) for name in names)],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    errors = done.stderr.splitlines()
    assert len(errors) == 2
    assert "bad.txt" in errors[0]
    assert "PDF" in errors[0]
    assert "missing.txt" in errors[1]
