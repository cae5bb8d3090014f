"""A room that a link joins is no person: whoever asks from there says who it is."""

import pytest

from apps.transcripts import parse


def askers(label: str, question: str) -> list[tuple[str | None, str | None, str]]:
    turns = (f"{label}: {question}", "MAYOR RUIZ: So.", f"{label}: And when?", "MAYOR RUIZ: In May.")
    page = "\n\n".join(["Press briefing by Mayor Ana Ruiz", "MAYOR RUIZ: Good day.", *turns, ""])
    return [(one.speaker, one.organisation, one.kind.value) for one in parse(page.encode()).turns][1::2]


@pytest.mark.parametrize("town", ["PRETORIA", "Geneva", "BRUSSELS STUDIO"])
def test_a_town_before_a_colon_is_nobody_and_its_reporter_has_his_own_name(town: str) -> None:
    first, second = askers(town, "Good morning. Jo Lind, Lund News. Why?")
    assert first == ("Jo Lind", "Lund News", "question")
    assert second[0] in (None, "Jo Lind")


def test_a_surname_that_is_a_town_as_well_stays_where_nobody_says_another() -> None:
    assert askers("MENDOZA", "Why now?")[0][0] == "Mendoza"
    assert askers("MENDOZA", "Good morning. Eva Mendoza, Lund News. Why?")[0][0] in ("Mendoza", "Eva Mendoza")
