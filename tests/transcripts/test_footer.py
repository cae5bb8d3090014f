"""The footer: the end mark and what stands below it are nobody's speech, and are kept in a note."""

import pytest

from apps.transcripts import parse

BODY = "Press briefing\n\n4 March 2019\n\nQ: Why?\n\nMS. RUIZ: Because.  Thank you.\n\n"


@pytest.mark.parametrize(
    "footer",
    [
        "END  2:29 P.M. EST", "END\n\n2:29 P.M. EST", "2:29 P.M. EST", "###", "* * *", "-30-",
        "Find out more\n\n• Calendar\n\nLund Bank\nHarbour 1, Lund\nTel.: 555 0100, e-mail: press@example.org",
    ],
)  # fmt: skip
def test_a_footer_is_kept_in_notes_and_out_of_the_speech(footer: str) -> None:
    transcript = parse((BODY + footer + "\n").encode())
    assert transcript.turns[-1].text == "Because.  Thank you."
    kept = "\n".join(note.text for note in transcript.notes if note.text)
    assert kept.split() == footer.split()


def test_what_stands_right_below_a_label_is_speech_whatever_its_words() -> None:
    transcript = parse(
        b"Press briefing\n\nAna Ruiz: (00:13)\nWe met.\nJo Lind: (00:15)\nWhy does your website say so?\n"
        b"Ana Ruiz: (00:17)\nMore information follows.\n\nEND\n"
    )
    assert [turn.text for turn in transcript.turns][1:] == [
        "Why does your website say so?", "More information follows.",
    ]  # fmt: skip
    assert [note.text for note in transcript.notes if note.text] == ["END"]


def test_a_short_last_sentence_is_no_footer() -> None:
    transcript = parse((BODY + "See you at 10:30 tomorrow.\n").encode())
    assert transcript.turns[-1].text.endswith("See you at 10:30 tomorrow.")


@pytest.mark.parametrize(
    "footer",
    [
        "Related links:\nGreen Paper: Simplicity and choice\nEarlier press conferences",
        "*  *  *  *  *\n\nHarbour Department\nMEDIA RELATIONS\nPRESS OFFICER: JO LIND\nPHONE: +1 202 000-0000",
    ],
)
def test_a_list_of_links_or_contacts_begins_no_turn(footer: str) -> None:
    turns = parse(f"{BODY}{footer}\n".encode()).turns
    assert [turn.label for turn in turns] == ["Q", "MS. RUIZ"]


@pytest.mark.parametrize(
    "end", ["(Fin à 13 h 40)", "Ende um 14.30 Uhr", "RELATED TOPICS\nHarbour\nFerries", "Contact\nLund"]
)
def test_the_hour_of_the_end_and_the_topics_of_a_page_are_nobodys_words(end: str) -> None:
    found = parse(f"Press conference\n\n4 May 2019\n\nQ: Why?\n\nMS. RUIZ: Because.\n\n{end}\n".encode())
    assert found.turns[-1].text == "Because."


@pytest.mark.parametrize("day", ["Mittwoch, 3. Juni 2020", "Mittwoch, dem 3. Juni 2020", "3. Juni 2020"])
def test_the_word_for_the_event_before_a_date_is_no_place(day: str) -> None:
    found = parse(f"Landespressekonferenz am {day}\n\nMinisterin Linde: Guten Tag.\n\nFrage: Warum?\n".encode())
    assert found.location is None
