"""Names that are printed once, and that whoever speaks says: ``Eva: Sir, Eva from the Daily Post.``"""

from apps.transcripts import parse

PAGE = """Weekly media briefing by the spokesperson
5 February 2026

Vera Hald, Spokesperson: Good afternoon. Two things today.

Edda: Madam, {edda} When does it sail?

Vera Hald, Spokesperson: In March.

Sunna: {sunna} And the fares?

Vera Hald, Spokesperson: {answer}

Edda: And who pays?

Vera Hald, Spokesperson: The city.
"""


def test_a_name_printed_once_is_a_label_where_the_speech_says_it_with_a_house() -> None:
    page = PAGE.format(edda="this is Edda Moe from the Harbour Wire.", sunna="Sunna from Fjord News.", answer="Later.")
    asked = [(turn.label, turn.speaker, turn.organisation) for turn in parse(page.encode()).turns if turn.label]
    assert ("Sunna", "Sunna", "Fjord News") in asked
    assert ("Edda", "Edda Moe", "Harbour Wire") in asked


def test_whoever_says_the_full_name_once_bears_it_in_every_turn() -> None:
    page = PAGE.format(edda="this is Edda Moe from the Harbour Wire.", sunna="Sunna from Fjord News.", answer="Later.")
    assert [turn.speaker for turn in parse(page.encode()).turns if turn.label == "Edda"] == ["Edda Moe"] * 2


def test_a_word_said_again_without_a_house_is_no_label() -> None:
    page = PAGE.format(edda="hello.", sunna="Sunna is a fine name.", answer="Later.")
    assert "Sunna" not in [turn.label for turn in parse(page.encode()).turns]
    page = PAGE.format(
        edda="hello.", sunna="Sunna from Fjord News.", answer="Two ports.\n\nPorts: We, and ports of call."
    )
    assert "Ports" not in [turn.label for turn in parse(page.encode()).turns]
