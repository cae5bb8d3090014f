"""What stands on lines of their own about the event or a picture: keys with bullets, captions, places."""

import pytest

from apps.transcripts import Transcript, parse

TURNS = "RUIZ: Good morning.\n{line}\n\nQ: Why?\n\nRUIZ: So.\n"


def read(header: str, line: str = "It is fine.") -> Transcript:
    return parse(f"Press conference by Mayor Ana Ruiz\n{header}\n\n{TURNS.format(line=line)}".encode())


@pytest.mark.parametrize(
    "key",
    [
        "Key: • Harbour • Ferry line",
        "Key: Harbour, Ferry line",
        "Topics: ▪ Harbour ▪ Ferry line",
        "Mots-clés : Harbour; Ferry line",
    ],
)
def test_topics_may_stand_on_the_line_of_their_key(key: str) -> None:
    assert read(f"4 May 2019\n{key}").source_topics == ("Harbour", "Ferry line")


@pytest.mark.parametrize(
    "caption",
    [
        "Photo caption: Mayor Ruiz and the Treasurer. (Photo: LTV)", "[Photo: LTV]", "Photo by: Jo Lind", "Foto: LTV",
        "Bildunterschrift: Ruiz im Hafen.", "Crédit photo : LTV", "Caption: The Mayor speaks: a good day.",
    ],
)  # fmt: skip
def test_the_caption_of_a_picture_is_kept_out_of_the_speech_and_told(caption: str) -> None:
    transcript = read("4 May 2019", caption)
    assert transcript.turns[0].text == "Good morning."
    assert [(note.line, note.text) for note in transcript.notes] == [(5, caption)]


def test_a_caption_above_the_speech_belongs_to_the_header() -> None:
    transcript = read("4 May 2019\n\nPhoto: The Mayor at the lectern. She waves.")
    assert transcript.turns[0].label == "RUIZ"


def test_a_picture_that_is_spoken_of_stays_in_the_speech() -> None:
    assert read("4 May 2019", "Photos are good. The picture: it is fine.").turns[0].text.endswith("it is fine.")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Media availability – Gatineau, Quebec\n4 May 2019", "Gatineau, Quebec"),
        ("**Q&A SESSION — Imbizo Media Centre, Cape Town**\n4 May 2019", "Imbizo Media Centre, Cape Town"),
        ("4 May 2019, Vienna", "Vienna"),
        ("04.05.2019 Brussels EEAS Press Team", "Brussels"),
        ("Mayor's Office\n4 May 2019\n\nHarbour Hall", "Harbour Hall"),
        ("Media Centre\n\nVienna, 4 May 2019", "Vienna"),
        ("Ana Ruiz\nJo Lind\nKansas City, Missouri, USA\nHarbour Hawks\n4 May 2019", "Kansas City, Missouri, USA"),
        ("FREIGHT TRAIN DERAILMENT, LUND, NORLAND\n4 May 2019\nVienna", "Vienna"),
        ("Lund, N.L. ~ Tuesday, August 1, 2023", "Lund, N.L."),
        ("Brussels | 4 May 2019", "Brussels"),
        ("Lund, Norland · 4 May 2019", "Lund, Norland"),
        ("Date: 4 May 2019 | Place: Harbour Hall, Lund", "Harbour Hall, Lund"),
        ("HARBOUR ROOM\n\nLUND, NORLAND\n\nMAY 4, 2019", "HARBOUR ROOM, LUND, NORLAND"),
        ("Council Chamber\n2:04 P.M. EST", "Council Chamber"),
    ],
)
def test_a_place_is_read_wherever_it_stands(lines: str, place: str) -> None:
    assert read(lines).location == place


def test_the_score_of_a_match_is_no_place() -> None:
    text = "Lund Open\n5 July 2019\nPress Talk\n\nLund City Comets - 3, North Club - 1\n\nQ. Why?\n\nANA RUIZ: So.\n"
    assert parse(text.encode()).location is None


def test_a_supplement_that_an_office_sent_later_is_nobody_speaking() -> None:
    text = (
        "Pressekonferenz\n\n4. Mai 2019\n\nFrage Lind: Wann?\n\nRuiz (BMI): Im Mai.\n\nNachtrag des BMI: Am 5. Mai.\n"
    )
    assert [turn.label for turn in parse(text.encode()).turns] == ["Frage Lind", "Ruiz (BMI)"]


@pytest.mark.parametrize(
    ("lines", "opening", "place"),
    [
        ("Adelaide\n4 May 2019", "Good day.", "Adelaide"),
        ("4 May 2019\n\nADELAIDE", "Good day.", "ADELAIDE"),
        ("Norlund\n4 May 2019", "It is good to be back in Norlund.", "Norlund"),
        ("4 May 2019\n\nPort Norlund", "We are in Port Norlund today.", "Port Norlund"),
        ("4 May 2019\nNorlund", "Nous sommes à Norlund.", "Norlund"),
        ("Norlund\n4 May 2019", "We talk of the war in Norlund.", None),  # a topic may stand there too
        ("4 May 2019", "It is good to be back in Norlund.", None),
    ],
)
def test_a_town_alone_beside_the_date_is_the_place_if_it_is_known_or_the_speech_is_held_there(
    lines: str, opening: str, place: str | None
) -> None:
    text = f"Press conference\n{lines}\n\nRUIZ: {opening}\n\nQ: Why?\n\nRUIZ: So.\n"
    transcript = parse(text.encode())
    assert (transcript.title, transcript.location) == ("Press conference", place)


def test_a_town_above_the_genre_of_a_page_is_no_title() -> None:
    transcript = parse(b"4 May 2019\nAdelaide\n\nPress conference\n\nRUIZ: Good day.\n\nQ: Why?\n\nRUIZ: So.\n")
    assert (transcript.title, transcript.location) == ("Press conference", "Adelaide")
