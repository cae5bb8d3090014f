"""Which words only some texts can have taught the parser, and that a copy without them does not know them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from apps.transcripts.labels.grammar import Voice
from apps.transcripts.labels.matching import match

from .left_out import Texts
from .scoring import ROOT
from .unteaching import NOWHERE, Unteaching, untaught


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    for name, text in {
        "gold/lund/1.txt": "The Harbour Master spoke.",
        "gold/kaap/1.txt": "Kaap Nuus asked.",
        "corpus/lund-2019/1.txt": "The Deputy\nEnvoy of the Harbour came.",
        "houses/fjord/1.txt": "The Envoy, deputy to nobody.",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Texts(tmp_path / "gold", tmp_path / "corpus", tmp_path / "houses")


@pytest.mark.parametrize(
    ("phrase", "holders"),
    [
        ("harbour", {"lund"}),
        ("deputy envoy", {"lund"}),
        ("envoy", {"lund", "fjord"}),
        ("the", {"lund", "fjord"}),
        ("kaap", {"kaap"}),
        ("spoke the", set()),
        ("nuu", set()),
    ],
)
def test_a_word_is_a_sources_if_it_stands_in_a_text_with_gold_or_without(
    texts: Texts, phrase: str, holders: set[str]
) -> None:
    assert texts.holders(phrase) == holders


def test_only_what_some_source_holds_and_no_other_can_come_from_it(texts: Texts) -> None:
    assert [texts.only_in({"lund"}, phrase) for phrase in ("harbour", "envoy", "nowhere")] == [True, False, False]
    assert texts.only_in({"lund", "kaap"}, "nuus")


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ('WORDS = "envoy mayor".split()', 'WORDS = "~ mayor".split()'),
        ('OFFICES = _table("deputy envoy | mayor\\n deputy envoy")', 'OFFICES = _table("~ | mayor\\n ~")'),
        ('RANKS = "envoy = deputy envoy | a = b"', 'RANKS = "~ = ~ | a = b"'),
        ('FULL = "en:envoy ma:mayor".split()', 'FULL = "en:~ ma:mayor".split()'),
        ('MONTHS = ("envoy may", "june")', 'MONTHS = ("~ may", "june")'),
        ('P = re.compile(r"(?:envoys?|envoy|mayor) of")', 'P = re.compile(r"(?:envoys?|~|mayor) of")'),
        ('P = rf"(?:{X}|envoy)envoy"', 'P = rf"(?:{X}|~)envoy"'),
        ('"""Envoy"""', '"""Envoy"""'),
        ('def f():\n    return "envoy"', 'def f():\n    return "envoy"'),
    ],
)
def test_a_word_is_taken_out_of_lists_and_patterns_but_not_of_code(table: str, left: str) -> None:
    reduced = Unteaching({"envoy", "deputy envoy"}.__contains__).visit(ast.parse(table))
    assert ast.unparse(reduced) == ast.unparse(ast.parse(left.replace("~", NOWHERE)))


def test_a_copy_that_was_not_taught_a_word_does_not_know_it(tmp_path: Path) -> None:
    assert untaught(ROOT, tmp_path, {"pregunta"}.__contains__) == {"pregunta"}
    lines = ["PREGUNTA: Why?", "QUESTION: Why?"]
    ask = f"from apps.transcripts.labels.matching import match; print(*(match(line).voice for line in {lines}))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["None", "asks"]
    assert [found.voice for line in lines if (found := match(line))] == [Voice.ASKS, Voice.ASKS]
