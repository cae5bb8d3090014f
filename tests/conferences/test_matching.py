"""Which conference of its source a file is a version of."""

from pathlib import Path

import pytest
from django.test import Client

from apps.conferences.importing import find_files, preview_files
from apps.conferences.importing.matching import overlap
from apps.conferences.models import Conference, Source, Turn
from tests.conferences.conflicts import correct
from tests.conferences.transcripts import (
    GREETING,
    TURNS,
    briefing,
    import_one,
    import_path,
    write,
)

pytestmark = pytest.mark.django_db

OTHER = (
    "Good evening. The storm took the roof off the fish market and nothing else, and nobody was hurt, which is more"
    " than we hoped for when the wind turned at noon.",
    "Q: When will the market open again?",
    "Elena Marsh: On Thursday, in the old customs house, until the roof is mended some time in the autumn.",
)


def test_two_statements_of_one_day_and_title_stay_two(tmp_path: Path) -> None:
    write(tmp_path, name="a.txt")
    write(tmp_path, briefing(*OTHER), name="b.txt")
    assert [result.outcome for result in import_path(tmp_path)] == ["created", "created"]
    slug = "press-conference-by-secretary-general-elena-marsh"
    assert set(Conference.objects.values_list("slug", "key")) == {
        (slug, f"2019-05-04-{slug}"),
        (f"{slug}-2", f"2019-05-04-{slug}-2"),
    }
    assert [result.outcome for result in import_path(tmp_path)] == ["unchanged", "unchanged"]


def test_files_of_one_name_from_different_folders_never_meet(tmp_path: Path) -> None:
    first = write(tmp_path, "First briefing\n\n" + GREETING + "\n", "000.txt", "fomc")
    write(tmp_path, "Second briefing\n\n" + OTHER[0] + "\n", "000.txt", "nato")
    import_path(tmp_path, source="Everything")
    import_path(first, source="Everything")
    assert set(Conference.objects.values_list("key", flat=True)) == {"fomc-000", "nato-000"}


def test_an_undated_file_is_the_same_conference_whichever_folder_above_it_is_named(tmp_path: Path) -> None:
    text = "\n\n".join(["A briefing on the ferry", *TURNS])
    path = write(tmp_path, text, "briefing.txt")
    import_path(tmp_path)
    path.write_text(text.replace("Sixty-two", "Seventy"))
    assert [result.outcome for result in preview_files(find_files([path.parent]))] == ["changed"]
    assert import_path(path.parent)[0].outcome == "changed"
    path.write_text(text.replace("Sixty-two", "Eighty"))
    assert import_one(path).outcome == "changed"
    assert [result.outcome for result in import_path(tmp_path)] == ["unchanged"]
    assert Conference.objects.count() == 1


def test_a_template_under_the_last_part_of_a_name_makes_a_new_conference(tmp_path: Path) -> None:
    text = "\n\n".join(["A briefing on the ferry", *TURNS])
    write(tmp_path, text, "2019/briefing.txt")
    import_path(tmp_path, source="Alliance")
    template = text.replace("ferry", "market").replace("Sixty-two", "Twelve").replace("harbour fund", "town")
    [result] = import_path(write(tmp_path, template, "2020/briefing.txt"), source="Alliance")
    assert result.outcome == "created"
    assert any("It looks like" in note.message for note in result.notes)


def test_sources_do_not_meet_even_with_the_same_text(tmp_path: Path) -> None:
    write(tmp_path, source="Meridian Alliance")
    write(tmp_path, source="Harbour Board")
    assert [result.outcome for result in import_path(tmp_path)] == ["created", "created"]
    assert sorted(Conference.objects.values_list("slug", flat=True))[1].endswith("elena-marsh-2")


def test_a_file_name_that_is_used_again_makes_a_new_conference(tmp_path: Path) -> None:
    import_one(write(tmp_path, name="latest.txt"))
    result = import_one(write(tmp_path, briefing(*OTHER, day="11 May 2019"), name="latest.txt"))
    assert result.outcome == "created"
    assert Conference.objects.filter(file_name="latest.txt").count() == 2


@pytest.mark.parametrize("march_title", ["March statement", "January statement"])
@pytest.mark.parametrize(("kept", "outcome"), [(6, "created"), (10, "changed")])
def test_a_file_name_used_again_for_another_day_needs_nearly_the_same_words_whatever_the_title(
    tmp_path: Path, kept: int, outcome: str, march_title: str
) -> None:
    def statement(title: str, day: str, own: list[str]) -> str:
        return briefing(*(f"Elena Marsh: {words}" for words in [*boilerplate, *own]), title=title, day=day)

    boilerplate = [" ".join(f"{letter}{n}" for n in range(40)) for letter in "abcdef"]
    march = [" ".join(f"march{letter}{n}" for n in range(40)) for letter in "abcd"]
    january = [" ".join(f"january{letter}{n}" for n in range(40)) for letter in "abcd"]
    import_one(write(tmp_path, statement("January statement", "31 January 2019", january), name="latest.txt"))
    own = january if kept == 10 else march
    path = write(tmp_path, statement(march_title, "20 March 2019", own), name="latest.txt")
    [promised] = preview_files(find_files([path]))
    result = import_one(path)
    assert (promised.outcome, result.outcome) == (outcome, outcome)
    told = [note.message for note in result.notes if "January statement" in note.message]
    assert bool(told) == (outcome == "created")


def test_the_same_day_in_the_same_file_needs_only_half_of_the_words(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    turns = (*TURNS[:3], f"Elena Marsh: {OTHER[0]}")
    assert import_one(write(tmp_path, briefing(*turns, title="Weekly briefing on ferries"))).outcome == "changed"


def test_a_renamed_file_is_the_same_conference_by_day_and_title(tmp_path: Path) -> None:
    first = import_one(write(tmp_path, name="a.txt"))
    again = import_one(write(tmp_path, briefing().replace("Sixty-two", "Seventy"), name="b.txt"))
    assert (again.outcome, again.conference) == ("changed", first.conference)


def test_a_file_with_a_corrected_title_and_date_is_the_same_conference_by_name(tmp_path: Path) -> None:
    first = import_one(write(tmp_path))
    again = import_one(write(tmp_path, briefing(title="Weekly briefing on ferries", day="5 May 2019")))
    assert (again.outcome, again.conference) == ("changed", first.conference)
    conference = Conference.objects.get()
    assert (str(conference.event_date), conference.title) == ("2019-05-05", "Weekly briefing on ferries")
    assert conference.slug == "press-conference-by-secretary-general-elena-marsh"


def test_a_date_corrected_to_a_day_where_that_address_is_taken_numbers_the_address(tmp_path: Path) -> None:
    import_one(write(tmp_path, briefing(*OTHER, day="5 May 2019"), name="b.txt"))
    import_one(write(tmp_path))
    assert import_one(write(tmp_path, briefing(day="5 May 2019"))).outcome == "changed"
    assert sorted(Conference.objects.values_list("slug", flat=True))[1].endswith("elena-marsh-2")


def test_two_versions_that_lie_beside_each_other_are_two_and_stay_quiet(tmp_path: Path) -> None:
    write(tmp_path, name="first version.txt")
    corrected = write(tmp_path, briefing().replace("Sixty-two", "Seventy"), name="second version.txt")
    assert [result.outcome for result in import_path(tmp_path)] == ["created", "created"]
    assert [result.outcome for result in import_path(tmp_path)] == ["unchanged", "unchanged"]
    write(tmp_path, briefing().replace("Sixty-two", "Seventy-one"), name="second version.txt")
    [changed] = import_path(corrected)
    assert changed.conference == Conference.objects.get(source_text__contains="Seventy-one")
    assert Conference.objects.filter(source_text__contains="Sixty-two").count() == 1


def test_the_same_bytes_under_another_name_are_no_other_conference(tmp_path: Path) -> None:
    write(tmp_path, name="a.txt")
    write(tmp_path, name="b.txt")
    assert [result.outcome for result in import_path(tmp_path)] == ["created", "unchanged"]


def test_titles_in_other_scripts_get_an_address(tmp_path: Path) -> None:
    import_path(write(tmp_path, briefing(title="Пресс-конференция Елены Марш"), "марш.txt", "Гавань"))
    assert Conference.objects.get().slug == "transcript"
    assert Source.objects.get().slug == "source"


def test_overlap_is_the_share_of_the_shorter_text() -> None:
    text = " ".join(TURNS)
    assert overlap(text, text) == 1
    assert overlap(text, f"{text} {' '.join(OTHER)}") == 1
    assert overlap(text, text.replace("islands", "isles")) > 0.7
    assert overlap(text, " ".join(OTHER)) < 0.1
    assert overlap("", text) == 0


def test_a_greeting_that_another_conference_holds_as_well_is_no_overlap() -> None:
    greeting = "Good morning. Thank you all for coming."
    assert overlap(greeting, f"{greeting} {GREETING}") < 0.5


def test_a_renamed_file_with_a_corrected_title_and_day_is_the_same_conference_by_its_words(tmp_path: Path) -> None:
    first = import_one(write(tmp_path / "before", name="a.txt"))
    ids = list(Turn.objects.values_list("public_id", flat=True))
    write(tmp_path / "now", briefing(title="Weekly briefing on ferries", day="5 May 2019"), name="b.txt")
    write(tmp_path / "now", briefing(*OTHER, title="Storm"), name="c.txt")
    again, other = import_path(tmp_path / "now")
    assert (again.outcome, again.conference, other.outcome) == ("changed", first.conference, "created")
    assert list(Turn.objects.filter(conference=first.conference).values_list("public_id", flat=True)) == ids
    assert [result.outcome for result in import_path(tmp_path / "now")] == ["unchanged", "unchanged"]


def test_nearly_the_same_speech_under_another_name_title_and_day_is_a_new_conference_with_a_note(
    tmp_path: Path,
) -> None:
    import_one(write(tmp_path / "before", name="a.txt"))
    turns = [turn.replace("Sixty-two", "Seventy").replace("winter", "summer") for turn in TURNS]
    path = write(tmp_path / "now", briefing(*turns, title="Weekly briefing", day="5 June 2019"), name="b.txt")
    [promised] = preview_files(find_files([path]))
    result = import_one(path)
    title = "Press conference by Secretary General Elena Marsh"
    note = f"It looks like “{title}” of 4 May 2019, under another name, title or day; it is imported as a new one."
    assert (promised.outcome, result.outcome) == ("created", "created")
    assert note in {note.message for note in promised.notes} & {note.message for note in result.notes}


def test_the_same_words_beside_each_other_under_other_titles_are_two(tmp_path: Path) -> None:
    write(tmp_path, name="a.txt")
    write(tmp_path, briefing(title="Weekly briefing", day="5 June 2019"), name="b.txt")
    assert [result.outcome for result in import_path(tmp_path)] == ["created", "created"]
    assert [result.outcome for result in import_path(tmp_path)] == ["unchanged", "unchanged"]


def test_a_series_that_says_the_same_on_another_day_is_another_event(tmp_path: Path) -> None:
    import_one(write(tmp_path, name="january.txt"))
    result = import_one(write(tmp_path, briefing(day="1 June 2019"), name="june.txt"))
    assert result.outcome == "created"
    assert any("It looks like" in note.message for note in result.notes)
    assert sorted(map(str, Conference.objects.values_list("event_date", flat=True))) == ["2019-05-04", "2019-06-01"]


def test_a_source_that_comes_round_to_the_day_a_person_set_is_the_same_conference(
    admin_client: Client, tmp_path: Path
) -> None:
    first = import_one(write(tmp_path)).conference
    assert first is not None
    correct(admin_client, first, title="By hand", event_date="2019-05-05")
    turns = [*TURNS[:4], "Elena Marsh: Nobody has counted the jobs yet, and nobody will before the summer."]
    again = import_one(write(tmp_path, briefing(*turns, day="5 May 2019")))
    assert (again.outcome, again.conference) == ("changed", first)
    assert Conference.objects.get().title == "By hand"
