"""The footer: the end mark and what stands below it are nobody's speech, and are kept in a note."""

import pytest

from apps.transcripts import parse

BODY = "Press briefing\n\n4 March 2019\n\nQ: Why?\n\nMS. RUIZ: Because.  Thank you.\n\n"


@pytest.mark.parametrize(
    "footer",
    [
        "[ENDS]\n\nMedia Contact: Lund, 555 0100\nWe acknowledge the sailors of this harbour, who were here first.",
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
    "end",
    [
        "(End of press conference)",
        "Fin de la conférence de presse",
        "(Ende der Pressekonferenz um 14.30 Uhr)",
        "(Fin de la rueda de prensa)",
        "[Whereupon, at 2:30 p.m., the press conference was concluded.]",
        "Share\nPrint",
        "The press conference ended at 2.30 p.m.",
        "Note: This transcript was not checked against delivery.",
        "ENDS\n\nNotes to editors\n1. The ferry sails daily.\n2. Ask the press office for pictures.",
        "(Fin à 13 h 40)",
        "Ende um 14.30 Uhr",
        "RELATED TOPICS\nHarbour\nFerries",
        "Contact\nLund",
        "Rückfragen: Presse, Tel. 555 0100",
        "Más información: prensa@example.org",
        "Schluss: 13:24 Uhr",
        "[Ende der Pressekonferenz]",
        "-oo0oo-",
        "# # #",
        "— end —",
        "FIN DE LA CONFERENCIA",
        "Fine della conferenza stampa",
        "Related news\nThe crane is here",
        "Contact: press@harbour.example",
        "press@harbour.example",
        "Noticias relacionadas\n\nLa grúa",
        "Weitere Meldungen\n\nDer Kran",
        "Lunder Bank, Postfach, 3003 Lund\nSeite 1/1",
    ],
)
def test_the_hour_of_the_end_and_the_topics_of_a_page_are_nobodys_words(end: str) -> None:
    found = parse(f"Press conference\n\n4 May 2019\n\nQ: Why?\n\nMS. RUIZ: Because.\n\n{end}\n".encode())
    assert found.turns[-1].text == "Because."


@pytest.mark.parametrize("day", ["Mittwoch, 3. Juni 2020", "Mittwoch, dem 3. Juni 2020", "3. Juni 2020"])
def test_the_word_for_the_event_before_a_date_is_no_place(day: str) -> None:
    found = parse(f"Landespressekonferenz am {day}\n\nMinisterin Linde: Guten Tag.\n\nFrage: Warum?\n".encode())
    assert found.location is None


@pytest.mark.parametrize(
    "end",
    [
        "END 2:29 P.M. EST\n\nMarch 4, 2019", "###\n\nLund, 4 March 2019", "ENDE\n\n4. März 2019",
        "FIN\n\nParis, le 4 mars 2019\nMis à jour le 5 mars 2019", "END\n\nDate: 4 March 2019\nTel.: 555 0100",
        "March 4, 2019", "(Lund, 4 March 2019)", "END 2:29 P.M. EST  March 4, 2019",
        "© City of Lund\nPublished 4 March 2019",
    ],
)  # fmt: skip
def test_a_date_below_the_end_is_the_events_where_no_other_is_given(end: str) -> None:
    text = "Press conference by Mayor Ana Ruiz\n\nRUIZ: Good day.\n\nQ: Why?\n\nRUIZ: So.\n\n"
    transcript = parse(f"{text}{end}\n".encode())
    assert str(transcript.date) == "2019-03-04"
    [line] = [note.line for note in transcript.notes if "below the speech" in note.message]
    assert "4" in transcript.text.split("\n")[line - 1]
    assert not [note for note in transcript.notes if "No date" in note.message]


@pytest.mark.parametrize("end", ["Until 4 May 2019", "We sent it on 4 May 2019", "On 4 May 2019."])
def test_a_last_line_that_says_a_date_is_speech(end: str) -> None:
    assert parse(f"{BODY}{end}\n".encode()).turns[-1].text.endswith(end)


@pytest.mark.parametrize("end", ["END\n\nNext briefing: 9 March 2019", "END\n\nLast updated: 9 March 2019"])
def test_another_day_below_the_end_is_not_the_events(end: str) -> None:
    text = "Press conference by Mayor Ana Ruiz\n\nRUIZ: Good day.\n\nQ: Why?\n\nRUIZ: So.\n\n"
    assert parse(f"{text}{end}\n".encode()).date is None


def test_a_date_below_the_end_is_not_asked_where_the_header_has_one() -> None:
    assert str(parse(f"{BODY}END\n\n9 March 2019\n".encode()).date) == "2019-03-04"


def test_an_end_mark_above_more_turns_ends_nothing() -> None:
    turns = parse(f"{BODY}[ENDS]\n\nQ: And now?\n\nMS. RUIZ: More of it.\n".encode()).turns
    assert [turn.label for turn in turns] == ["Q", "MS. RUIZ", "Q", "MS. RUIZ"]
