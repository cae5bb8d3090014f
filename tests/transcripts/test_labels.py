"""Which lines of a document begin a turn: the document itself is the witness."""

import pytest

from apps.transcripts import parse


def labels(text: str) -> list[str | None]:
    return [turn.label for turn in parse(text.encode()).turns]


def test_a_doubtful_label_counts_if_it_comes_again() -> None:
    assert labels("Briefing\n\nRuiz: Good day.\n\nQ: Why?\n\nRuiz: So.\n") == ["Ruiz", "Q", "Ruiz"]


def test_a_doubtful_label_seen_once_stays_in_the_speech_and_is_noted() -> None:
    transcript = parse(b"Briefing\n\nMS. RUIZ: We have two aims.\n\nInitiative: it comes first.\n\nQ: Why?\n")
    assert [turn.label for turn in transcript.turns] == ["MS. RUIZ", "Q"]
    assert "Initiative: it comes first." in transcript.turns[0].text
    [note] = [note for note in transcript.notes if "Initiative" in note.message]
    assert (note.line, note.text) == (5, "")


def test_a_name_that_the_header_gives_is_a_label_though_seen_once() -> None:
    assert labels("Briefing by Mayor Ana Ruiz\n\nQ: Why?\n\nRuiz: So.\n") == ["Q", "Ruiz"]


def test_among_names_a_name_seen_once_is_a_label() -> None:
    text = "Briefing\n\nAna Ruiz: Good day.\n\nJo Lind: Yes.\n\nAna Ruiz: So.\n\nJo Lind: And?\n\nKim Berg: I agree.\n"
    assert labels(text) == ["Ana Ruiz", "Jo Lind", "Ana Ruiz", "Jo Lind", "Kim Berg"]


def test_full_stops_close_labels_only_where_several_do() -> None:
    assert labels("Briefing\n\nCHAIR RUIZ.  Good day.\n\nJO LIND.  Why?\n\nCHAIR RUIZ.  So.\n") == [
        "CHAIR RUIZ", "JO LIND", "CHAIR RUIZ",
    ]  # fmt: skip
    assert labels("Briefing\n\nMS. RUIZ: We met.\n\nLUND HARBOUR.  It opens in May.\n") == ["MS. RUIZ"]


@pytest.mark.parametrize("rule", ["---", "* * *", "_____"])
def test_a_name_below_a_rule_is_a_label(rule: str) -> None:
    text = "Briefing\n\nRULE\nMAYOR ANA RUIZ\nGood day.\nRULE\nPREGUNTA\n¿Por qué?\nRULE\nHEAD OF FISH, JO LIND\nSo.\n"
    assert labels(text.replace("RULE", rule)) == ["MAYOR ANA RUIZ", "PREGUNTA", "HEAD OF FISH, JO LIND"]


def test_names_alone_on_their_lines_are_labels_if_they_come_again() -> None:
    text = "Briefing\n\nAna Ruiz\nGood day.\n\nJo Lind\nWhy?\n\nAna Ruiz\nSo.\n\nJo Lind\nAnd?\n"
    assert labels(text) == ["Ana Ruiz", "Jo Lind", "Ana Ruiz", "Jo Lind"]


def test_headings_between_closed_labels_are_no_labels() -> None:
    turn = "Q: Why is it so?\n\nMS. RUIZ: It is so.\n\n"
    heading = "Lund Harbour\nIt opens.\n\n"
    assert set(labels("Briefing\n\n" + turn * 4 + heading + turn + heading)) == {"Q", "MS. RUIZ"}


def test_an_outlet_may_stand_for_its_reporter() -> None:
    transcript = parse(b"Briefing by Li Berg\n\nReuters: Why?\n\nLi Berg: So.\n\nBloomberg: And?\n\nLi Berg: No.\n")
    assert [turn.organisation for turn in transcript.turns] == ["Reuters", None, "Bloomberg", None]
    assert [turn.speaker for turn in transcript.turns] == [None, "Li Berg", None, "Li Berg"]
