"""Labels all in capitals, in which initials, names and outlets look alike, and hearings that mark no questions."""

import pytest

from apps.transcripts import parse


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(turn.label, turn.speaker, turn.organisation) for turn in parse(text.encode()).turns]


def asked(label: str) -> tuple[str | None, str | None]:
    turn = f"{label}: When?\n\nMINISTER RUIZ: Soon.\n\n"
    return told(f"Briefing\n\nMINISTER RUIZ: So.\n\n{turn}")[1][1:]


@pytest.mark.parametrize(
    ("label", "speaker", "outlet"),
    [
        ("REPORTER (KUBO)", None, None),
        ("REPORTER (SAITO, LUND DENPA)", None, None),
        ("REPORTER (SAITO, COAST NEWS)", "Saito", "COAST NEWS"),
        ("REPORTER (CNN)", None, "CNN"),
        ("REPORTER (JO LIND, KTW)", "Jo Lind", "KTW"),
        ("JO LIND/COAST NEWS", "Jo Lind", "COAST NEWS"),
        ("JO LIND/TV7", "Jo Lind", "TV7"),
    ],
)
def test_in_capitals_a_short_word_is_an_outlet_only_where_more_tells(
    label: str, speaker: str | None, outlet: str | None
) -> None:
    assert asked(label) == (speaker, outlet)


def test_a_label_in_capitals_ends_at_its_colon_not_at_the_next_full_stop() -> None:
    text = "Briefing\n\nPUBLIC AFFAIRS SECRETARY: Next, Ms. Kubo.\n\nREPORTER: Why?\n\nPUBLIC AFFAIRS SECRETARY: So.\n"
    assert told(text)[0][0] == "PUBLIC AFFAIRS SECRETARY"


def test_a_chief_of_something_is_not_called_by_it() -> None:
    text = "Briefing\n\nChief Counsel Lena Zorn: So.\n\nQuestion: Why?\n\nHarbourmaster Colm Daly: So.\n"
    assert [speaker for _, speaker, _ in told(text)] == ["Lena Zorn", None, "Colm Daly"]


def test_titles_before_a_full_stop_are_labels_where_several_come_again_and_nothing_has_a_colon() -> None:
    turns = "Chair Lind. Why?\n\nMr. Ruiz. So.\n\nSenator Berg. Dr. Moss, and you?\n\nDr. Moss. So too.\n\n"
    assert [label for label, _, _ in told("THE HARBOR REPORT\n\n" + turns * 3)][:4] == [
        "Chair Lind", "Mr. Ruiz", "Senator Berg", "Dr. Moss",
    ]  # fmt: skip
