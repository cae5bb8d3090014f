"""Two people of one name stay two until an editor merges them."""

from pathlib import Path

import pytest

from apps.conferences.importing import find_files, import_files
from apps.conferences.importing.namesakes import Heard
from apps.conferences.merging.duplicates import duplicates
from apps.conferences.merging.facts import facts, weighed
from apps.conferences.merging.merge import merge
from apps.conferences.models import Speaker, Turn
from tests import make
from tests.conferences.transcripts import (
    ANSWER,
    GREETING,
    QUESTION,
    SECOND_QUESTION,
    briefing,
    import_one,
    import_path,
    write,
)

pytestmark = pytest.mark.django_db

REPORTER = briefing(f"MODERATOR: {GREETING}", f"Q (John Lind, Reuters): {QUESTION}", f"ELENA MARSH: {ANSWER}")
MINISTER = briefing(
    "MODERATOR: Good evening, and another text entirely.",
    "FOREIGN MINISTER JOHN LIND: Steel is what we talk of, my friends, and it is dear.",
    "Q: And more, Minister Lind?",
    "FOREIGN MINISTER JOHN LIND: No more for today, thank you all.",
    title="Steel briefing",
    day="5 May 1998",
)
TWO_REPORTERS = briefing(
    f"MODERATOR: {GREETING}",
    f"Q (John Lind, Reuters): {QUESTION}",
    f"ELENA MARSH: {ANSWER}",
    f"Q (John Lind, BBC): {SECOND_QUESTION}",
    "ELENA MARSH: They will be sixty-two.",
)


def lind() -> dict[str, list[str]]:
    """The slugs of those called so, with what they say."""
    rows = Speaker.objects.filter(name__iexact="John Lind").order_by("pk")
    return {row.slug: [turn.text for turn in row.turns.in_order()] for row in rows}


@pytest.mark.parametrize("at_once", [True, False])
def test_a_reporter_and_a_minister_of_one_name_stay_two_and_are_told_as_probably_the_same(
    tmp_path: Path, at_once: bool
) -> None:
    first = write(tmp_path, REPORTER, "a.txt", "Alliance")
    second = write(tmp_path, MINISTER, "b.txt", "Valdria")
    results = import_path(tmp_path) if at_once else [import_one(first), import_one(second)]
    assert [len(said) for said in lind().values()] == [1, 2]
    assert any("” is taken for somebody else" in note.message for note in results[1].notes)
    pks = tuple(Speaker.objects.filter(slug__startswith="john-lind").order_by("pk").values_list("pk", flat=True))
    assert pks in {duplicate.pair for duplicate in duplicates(Speaker)}


@pytest.mark.parametrize("at_once", [True, False])
def test_they_stay_two_where_a_file_before_says_neither_outlet_nor_office(tmp_path: Path, at_once: bool) -> None:
    neither = briefing(f"MODERATOR: {GREETING}", "JOHN LIND: Bread is dear, as everybody here knows.", title="Bread")
    paths = [
        write(tmp_path, text, name, source)
        for text, name, source in (
            (neither, "0.txt", "Alliance"),
            (MINISTER, "1.txt", "Alliance"),
            (REPORTER, "2.txt", "Valdria"),
        )
    ]
    import_path(*paths) if at_once else [import_one(path) for path in paths]
    assert [len(said) for said in lind().values()] == [3, 1]


@pytest.mark.parametrize("version", [TWO_REPORTERS, f"{TWO_REPORTERS}\nMODERATOR: Thank you.\n"])
def test_two_of_one_name_in_one_conference_with_other_outlets_are_two_and_stay_so(tmp_path: Path, version: str) -> None:
    result = import_one(write(tmp_path, TWO_REPORTERS))
    assert lind() == {"john-lind": [QUESTION], "john-lind-2": [SECOND_QUESTION]}
    assert any("Two are called “John Lind” here" in note.message for note in result.notes)
    import_one(write(tmp_path, version))
    assert lind() == {"john-lind": [QUESTION], "john-lind-2": [SECOND_QUESTION]}


def test_two_whom_an_editor_merged_stay_one_when_the_file_comes_again(tmp_path: Path) -> None:
    import_one(write(tmp_path, TWO_REPORTERS))
    one, other = Speaker.objects.filter(name="John Lind").order_by("pk")
    merge([other], one)
    for n in (1, 2):
        import_one(write(tmp_path, f"{TWO_REPORTERS}\nMODERATOR: Thank you {n} times.\n"))
    assert Speaker.objects.filter(name="John Lind").count() == 2
    assert {turn.speaker.present for turn in Turn.objects.filter(label__contains="Lind") if turn.speaker} == {one}


def test_the_outlet_tells_which_of_two_it_is(tmp_path: Path) -> None:
    import_one(write(tmp_path, TWO_REPORTERS))
    again = REPORTER.replace("Reuters", "BBC News").replace(QUESTION, "Is steel dear?")
    import_one(write(tmp_path / "later", again.replace("4 May", "9 June").replace(ANSWER, "Quite."), "b.txt"))
    assert set(lind()["john-lind-2"]) == {SECOND_QUESTION, "Is steel dear?"}


def test_a_reporter_who_changes_the_outlet_stays_one(tmp_path: Path) -> None:
    import_one(write(tmp_path, REPORTER))
    import_one(write(tmp_path, REPORTER.replace("Reuters", "Kestrel Wire"), source="Harbour Board"))
    assert [len(said) for said in lind().values()] == [2]


def test_where_neither_outlet_nor_office_tells_nobody_is_guessed(tmp_path: Path) -> None:
    make.speaker("John Lind")
    make.speaker("John Lind", slug="john-lind-2")
    result = import_one(write(tmp_path, REPORTER))
    assert list(lind().values()) == [[], []]
    assert any("Several are called “John Lind”" in note.message for note in result.notes)


def test_an_outlet_is_the_same_however_much_of_its_name_is_printed() -> None:
    def reporter(outlet: str) -> Heard:
        return Heard("John Lind", outlets={outlet})

    assert not reporter("BBC").contradicts(reporter("BBC News"))
    assert not reporter("AFP").contradicts(reporter("Agence France-Presse"))
    assert reporter("BBC").contradicts(reporter("Reuters"))
    assert reporter("BBC").contradicts(Heard("John Lind", offices={"Foreign Minister"}))
    assert not reporter("BBC").contradicts(Heard("John Lind"))


def test_a_file_that_is_parsed_anew_makes_no_namesake_whom_no_turn_names(tmp_path: Path) -> None:
    path = write(tmp_path, TWO_REPORTERS)
    import_one(path)
    for outlet in ("Reuters", "BBC"):  # from now on an outlet tells nobody which row is meant
        import_one(write(tmp_path, REPORTER.replace("Reuters", outlet), f"{outlet}.txt", "Harbour Board"))
        make.turn(
            Turn.objects.latest("pk").conference,
            kind="question",
            speaker=Speaker.objects.get(slug="john-lind"),
            organisation=make.organisation(outlet),
        )
        make.turn(
            Turn.objects.latest("pk").conference,
            kind="question",
            speaker=Speaker.objects.get(slug="john-lind-2"),
            organisation=make.organisation(outlet),
        )
    before = lind()
    list(import_files(find_files([path]), again=True))
    assert lind() == before


def test_a_turn_that_has_its_label_back_is_whose_it_was_though_another_is_called_so_by_now(tmp_path: Path) -> None:
    first = REPORTER.replace("Q (John Lind, Reuters)", "JOHN LIND")
    path = write(tmp_path, first)
    import_one(path)
    before = lind()
    make.speaker("John Lind", slug="john-lind-2")
    import_one(write(tmp_path, first.replace("JOHN LIND", "DARIO QUENNELL")))
    assert list(lind().values()) == [[], []]
    import_one(write(tmp_path, first))
    assert lind() == {**before, "john-lind-2": []}
    assert [result.outcome for result in import_files(find_files([path]), again=True)] == ["unchanged"]


def official(office: str, day: str) -> str:
    """A briefing by John Lind in that office."""
    said = [f"MODERATOR: On {day} there is much to say.", f"{office} JOHN LIND: Steel of {day} is dear.".strip()]
    return briefing(*said, "Q: And more?", f"JOHN LIND: No more after {day}.", title=f"Briefing of {day}", day=day)


def officials(folder: Path, *printed: tuple[str, str, str], at_once: bool = True) -> list[list[str]]:
    """Import a briefing for each source, office and day; gives the days of those who are called so."""
    paths = [write(folder, official(office, day), f"{day}.txt", source) for source, office, day in printed]
    import_path(*paths) if at_once else [import_one(path) for path in paths]
    return heard_on()


def heard_on() -> list[list[str]]:
    rows = Speaker.objects.filter(name__iexact="John Lind").order_by("pk")
    return [sorted({f"{turn.conference.event_date:%Y}" for turn in row.turns.all()}) for row in rows]


@pytest.mark.parametrize("at_once", [True, False])
def test_two_officials_of_one_name_stay_two_where_sources_print_offices_that_have_nothing_in_common(
    tmp_path: Path, at_once: bool
) -> None:
    printed = [
        ("Valdria", "FOREIGN MINISTER", "5 May 1998"),
        ("Port Calder", "MAYOR", "4 May 2023"),
        ("Valdria", "FOREIGN MINISTER", "6 May 1999"),
        ("Port Calder", "TREASURER", "4 May 2024"),
    ]
    assert officials(tmp_path, *printed, at_once=at_once) == [["1998", "1999"], ["2023", "2024"]]
    [pair] = duplicates(Speaker)
    known = facts(Speaker, pair.pair)
    [weighed_pair] = weighed(Speaker, [pair], known)
    reason = weighed_pair.likeness.reason.casefold()
    assert "one as foreign minister, the other as mayor, treasurer" in reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Valdria", "FOREIGN MINISTER"), ("Valdria", "MAYOR")),  # within a source people change their office
        (("Valdria", "CHAIRMAN"), ("Port Calder", "CHAIR")),
        (("Valdria", "SECRETARY"), ("Port Calder", "SECRETARY GENERAL")),
        (("Valdria", "ADMIRAL"), ("Port Calder", "MINISTER")),  # a rank is kept beside an office
        (("Valdria", "MAYOR"), ("Port Calder", "")),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_offices_that_tell_nobody_from_anybody_make_nobody_new(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str], turned: bool
) -> None:
    first, second = (other, one) if turned else (one, other)
    assert officials(tmp_path, (*first, "5 May 1998"), (*second, "4 May 2023")) == [["1998", "2023"]]


def test_nobody_is_parted_from_turns_that_stand(tmp_path: Path) -> None:
    minister, mayor = ("Valdria", "FOREIGN MINISTER", "5 May 1998"), ("Port Calder", "MAYOR", "4 May 2023")
    officials(tmp_path, minister, mayor)
    one, other = Speaker.objects.filter(name__iexact="John Lind").order_by("pk")
    Turn.objects.filter(speaker=other).update(speaker=one)  # as an import did that took them for one
    other.delete()
    assert {result.outcome for result in import_files(find_files([tmp_path]), again=True)} == {"unchanged"}
    import_one(write(tmp_path, f"{official(*mayor[1:])}\nMODERATOR: Thank you.\n", f"{mayor[2]}.txt", mayor[0]))
    assert heard_on() == [["1998", "2023"]]


def test_who_was_taken_for_a_reporter_is_not_parted_by_a_better_parser(tmp_path: Path) -> None:
    import_path(write(tmp_path, REPORTER, "a.txt", "Alliance"), write(tmp_path, MINISTER, "b.txt", "Valdria"))
    one, other = Speaker.objects.filter(slug__startswith="john-lind").order_by("pk")
    Turn.objects.filter(speaker=other).update(speaker=one)
    other.delete()
    assert {result.outcome for result in import_files(find_files([tmp_path]), again=True)} == {"unchanged"}
    assert [len(said) for said in lind().values()] == [3]


def test_merged_they_stay_one_and_what_named_neither_is_linked(tmp_path: Path) -> None:
    printed = [("Valdria", "FOREIGN MINISTER", "5 May 1998"), ("Port Calder", "MAYOR", "4 May 2023")]
    officials(tmp_path, *printed, ("Third", "", "7 May 2024"))
    assert heard_on() == [["1998"], ["2023"]]
    one, other = Speaker.objects.filter(name__iexact="John Lind").order_by("pk")
    merge([other], one)
    list(import_files(find_files([tmp_path]), again=True))
    assert heard_on() == [["1998", "2024"], ["2023"]]
    officials(tmp_path, ("Fourth", "SENATOR", "8 May 2025"))  # merged once, it is one who changes the office
    assert heard_on() == [["1998", "2024", "2025"], ["2023"]]
    assert {result.outcome for result in import_files(find_files([tmp_path]), again=True)} == {"unchanged"}
