"""Dates as the world prints them, and which of them is the event's."""

import datetime

import pytest

from apps.transcripts import parse
from apps.transcripts.header.dates import find_dates


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("December 4, 2017", "2017-12-04"),
        ("Dec. 4, 2017", "2017-12-04"),
        ("21 Nov. 2002", "2002-11-21"),
        ("24 May. 2017 -", "2017-05-24"),
        ("Last updated 25-May-2017 09:01", "2017-05-25"),
        ("14 May 201713:21", "2017-05-14"),
        ("6.25.25", "2025-06-25"),
        ("6/25/2025", "2025-06-25"),
        ("25.6.2025", "2025-06-25"),
        ("2020-07-18 00:48", "2020-07-18"),
        ("Tuesday, July 9th, 2019", "2019-07-09"),
        ("the 9th of July 2019", "2019-07-09"),
        ("01 de agosto de 2019", "2019-08-01"),
        ("1er août 2019", "2019-08-01"),
        ("3. März 2021", "2021-03-03"),
        ("am 18. Feber 2026", "2026-02-18"),
        ("4–5 March 2019", "2019-03-04"),
        ("March 4-6, 2019", "2019-03-04"),
        ("vom 4. bis 6. März 2019", "2019-03-04"),
        ("4/Mar/2019", "2019-03-04"),
        ("1° aprile 2019", "2019-04-01"),
        ("4 de março de 2019", "2019-03-04"),
        ("03.04.2019", "2019-04-03"),
        ("Hall 2 - 4 March 2019", "2019-03-04"),
        ("4 Dec 17", "2017-12-04"),
        ("Mon 04-Dec-17", "2017-12-04"),
        ("4 Dec ’17.", "2017-12-04"),
        ("Dec. 4, 17", "2017-12-04"),
        ("20210304", "2021-03-04"),
        ("Date: 20210304", "2021-03-04"),
        ("2019年6月3日", "2019-06-03"),
        ("4 maja 2019 r.", "2019-05-04"),
        ("den 4 maj 2019", "2019-05-04"),
        ("4. května 2019", "2019-05-04"),
        ("4 Mayıs 2019", "2019-05-04"),
        ("4 мая 2019 года", "2019-05-04"),
        ("4 mei 2019", "2019-05-04"),
        ("2019. május 4.", "2019-05-04"),
        ("2019 May 4", "2019-05-04"),
        ("May 4 & 5, 2019", "2019-05-04"),
        ("this 4th day of May 2019", "2019-05-04"),
    ],
)
def test_a_date_is_read_however_it_is_written(printed: str, iso: str) -> None:
    assert [found.value.isoformat() for found in find_dates(printed)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2019",
        "version 1.2.3.4",
        "10:30",
        "1999",
        "call 555-01-99",
        "99/99/2019",
        "4 May 10:30",
        "4 May, 10 a.m.",
        "20211399",
        "No. 120210304",
        "GH20210304",
    ],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_dates(text) == []


def test_day_and_month_that_could_be_swapped_are_told() -> None:
    [found] = find_dates("05/06/2020")
    assert found.ambiguous
    assert found.value == datetime.date(2020, 5, 6)


def test_a_page_that_writes_the_day_first_elsewhere_writes_it_first_here() -> None:
    transcript = parse(b"Press briefing\n\nIssued on: 25/06/2020\n\n05/06/2020\n\nQ: Why?\n")
    assert transcript.date == datetime.date(2020, 6, 5)


def event_date(header: str) -> tuple[str | None, str | None]:
    transcript = parse(f"Press conference by Ana Ruiz\n\n{header}\n\nQ: Why?\n\nRUIZ: Because.\n".encode())
    return tuple(day.isoformat() if day else None for day in (transcript.date, transcript.updated))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("header", "event", "updated"),
    [
        ("  • 24 May. 2017 -\n  • |\n  • Last updated: 25 May. 2017 20:03", "2017-05-24", "2017-05-25"),
        ("  • 12 Feb. 2020 -\n  • |\n  • Mis à jour le: 13 Feb. 2020 13:23", "2020-02-12", "2020-02-13"),
        ("Updated: 22-Nov-2002 Lund Speeches\n\n\n21 Nov. 2002", "2002-11-21", "2002-11-22"),
        ("Issued on: April 27, 2020\n\nApril 24, 2020\n5:39 P.M. EDT", "2020-04-24", None),
        ("Release Date: April 27, 2020", "2020-04-27", None),
        ("Release Date:\n24/01/2006", "2006-01-24", None),
        ("Period of Service: 11/03/1996 - 03/12/2007\nRelease Date:\n24/01/2006", "2006-01-24", None),
        ("Last updated:\nMay 5, 2020", None, "2020-05-05"),
        ("Last updated:\n\nMay 5, 2020\n\nMay 3, 2020", "2020-05-03", "2020-05-05"),
        ("Mis à jour le\n\n13 Feb. 2020 13:23", None, "2020-02-13"),
        ("24/01/2006\n\nLund, Sweden", "2006-01-24", None),
        ("Lund, Sweden", None, None),
    ],
)
def test_the_events_date_is_never_the_pages_own(header: str, event: str | None, updated: str | None) -> None:
    assert event_date(header) == (event, updated)


def test_a_date_that_had_to_be_chosen_is_noted_with_its_line() -> None:
    transcript = parse(b"Press briefing\n\n4 March 2019\n\n5 March 2019\n\nQ: Why?\n")
    [note] = [note for note in transcript.notes if "several dates" in note.message]
    assert note.line == 3
    assert note.message.endswith("4 March 2019 was taken for the event's, not 5 March 2019.")


def test_a_weekday_tells_which_number_is_the_day() -> None:
    transcript = parse(b"Press briefing\n\nThursday 07.03.19\n\nQ: Why?\n")
    assert transcript.date == datetime.date(2019, 3, 7)
    assert not any("swapped" in note.message for note in transcript.notes)


def test_a_date_in_words_shows_whether_the_page_puts_the_day_first() -> None:
    transcript = parse(b"Press briefing\n\n4 March 2019\n\nLast updated: 05/03/2019\n\nQ: Why?\n")
    assert transcript.updated == datetime.date(2019, 3, 5)


def test_the_end_of_a_quarter_is_not_the_day_of_the_call() -> None:
    transcript = parse(b"Results call for the quarter ended March 31, 2019\n\nQ: Why?\n\nMS. RUIZ: So.\n")
    assert transcript.date is None


def test_the_day_of_publication_is_not_the_events_where_another_day_is_printed_without_its_year() -> None:
    text = "Press briefing\n\nPosted 5 March 2021\n\nThursday, March 4\n\nMS. RUIZ: Good day.\n\nQ: Why?\n"
    transcript = parse(text.encode())
    assert transcript.date is None
    assert any("no year" in note.message and note.line == 5 for note in transcript.notes)


@pytest.mark.parametrize(
    "lines",
    [
        "Published: 3 June 2019 | Last updated: 5 June 2019",
        "Last updated: 5 June 2019 | Published: 3 June 2019",
        "3 June 2019 | Last updated: 5 June 2019 10:00",
        "• 03 Jun. 2019 - • Last updated 05 Jun. 2019 10:00",
        "Veröffentlicht am 3. Juni 2019 – Letzte Aktualisierung: 5. Juni 2019",
        "Publié le 3 juin 2019, mis à jour le 5 juin 2019",
        "3 June 2019, 5 June 2019 (updated)",
        "Created: 4 June 2019\nPress conference, 3 June 2019\nModified: 5 June 2019",
        "Erstellt am 4. Juni 2019\n3. Juni 2019\nLetzte Aktualisierung: 05. Juni 2019",
        "Printed on 7 June 2019\nHeld on 3 June 2019\nUppdaterad: 5 June 2019",
        "Última modificación: 05/06/2019\n03/06/2019",
    ],
)
def test_the_dates_of_a_page_on_one_line_or_several_are_told_apart(lines: str) -> None:
    transcript = parse(f"Press conference by Mayor Ana Ruiz\n{lines}\n\nRUIZ: Good morning.\n\nQ: Why?\n".encode())
    assert (transcript.date, transcript.updated) == (datetime.date(2019, 6, 3), datetime.date(2019, 6, 5))


@pytest.mark.parametrize(
    "title",
    [
        "Press conference following the summit of 1 April 2020",
        "Press conference on the treaty of 1 April 1949",
        "Press conference on the anniversary of the attacks of September 11, 2001",
        "Press conference on the 11 September 2001 attacks",
        "Press conference following the 1 April 2020 summit",
        "Press conference on the rules in force from 1 April 2020",
        "Press conference twenty years after 11 September 2001",
        "Conférence de presse sur les attentats du 13 novembre 2015",
        "Conférence de presse à la suite du sommet du 1er avril 2020",
        "Pressekonferenz zum Anschlag vom 19. Dezember 2016",
        "Pressekonferenz nach dem Treffen vom 1. April 2020",
        "Rueda de prensa sobre los atentados del 11 de marzo de 2004",
        "Rueda de prensa tras la reunión del 1 de abril de 2020",
    ],
)
@pytest.mark.parametrize("day", ["3 May 2022", "Published 3 May 2022"])
def test_a_date_of_what_is_spoken_of_stays_in_the_title_and_is_not_the_events(title: str, day: str) -> None:
    transcript = parse(f"{title}\n\n{day}\n\nMINISTER RUIZ: Good day.\n\nQ: Why?\n".encode())
    assert (transcript.title, transcript.date) == (title, datetime.date(2022, 5, 3))


def test_the_title_may_break_off_before_the_date_of_what_is_spoken_of() -> None:
    text = "Press conference on the attacks of\nSeptember 11, 2001\n\n3 May 2020\n\nRUIZ: Good day.\n\nQ: Why?\n"
    transcript = parse(text.encode())
    assert transcript.title == "Press conference on the attacks of September 11, 2001"
    assert transcript.date == datetime.date(2020, 5, 3)


@pytest.mark.parametrize(
    ("title", "date", "note"),
    [
        ("Remarks on the attacks of 11 September 2001", None, "not taken for the event's"),
        ("Press conference after the meeting of 1 April 2020", datetime.date(2020, 4, 1), "the meeting before"),
    ],
)
def test_a_note_tells_where_the_only_date_is_that_of_something_else(
    title: str, date: datetime.date | None, note: str
) -> None:
    transcript = parse(f"{title}\n\nMINISTER RUIZ: Good day.\n\nQ: Why?\n".encode())
    assert (transcript.title, transcript.date) == (title, date)
    assert [one.line for one in transcript.notes if note in one.message] == [1]


@pytest.mark.parametrize("title", ["Press conference of 4 May 2019", "Press conference on fish, 4 May 2019"])
def test_the_date_of_the_event_is_no_part_of_its_title(title: str) -> None:
    transcript = parse(f"{title}\n\nMINISTER RUIZ: Good day.\n\nQ: Why?\n".encode())
    assert transcript.title == title.removesuffix(" of 4 May 2019").removesuffix(", 4 May 2019")
    assert transcript.date == datetime.date(2019, 5, 4)
