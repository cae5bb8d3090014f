"""The header: title over lines, place, delivery note, topics, and where the speech begins."""

import datetime

import pytest

from apps.transcripts import Transcript, parse


def page(header: str, body: str = "Good morning. We met today.") -> Transcript:
    return parse(f"{header}\n\n{body}\n".encode())


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Press conference\n\nby Secretary General Ana Ruiz", "Press conference by Secretary General Ana Ruiz"),
        (
            "Press conference\nby Mayor Ana Ruiz after talks\n(As delivered)",
            "Press conference by Mayor Ana Ruiz after talks",
        ),
        ("RUEDA DE PRENSA DE ANA RUIZ DESDE\nEL PUERTO", "RUEDA DE PRENSA DE ANA RUIZ DESDE EL PUERTO"),
        ("Прес-конференція міністра\nза підсумками зустрічі", "Прес-конференція міністра за підсумками зустрічі"),
        ("MINISTERIO DEL PUERTO\n\nPalabras de la Canciller en el puerto", "Palabras de la Canciller en el puerto"),
        ("Ministerio del Puerto\n\nVocería: ministra Ruiz habla", "Vocería: ministra Ruiz habla"),
        ("4 March 2019\n\nPress Briefing\n\nby Mayor Ana Ruiz", "Press Briefing by Mayor Ana Ruiz"),
        ("Department Briefing – 4 March 2019", "Department Briefing"),
        ("Remarks by Mayor Ruiz | Lund, Sweden\n\n4 March 2019", "Remarks by Mayor Ruiz"),
        ("Press conference by Ana Ruiz (Excerpts)", "Press conference by Ana Ruiz"),
        ("Transcript: Mayor Ruiz Holds Media Availability\n\n4 March 2019", "Mayor Ruiz Holds Media Availability"),
        ("Rueda de prensa de la alcaldesa Ana Ruiz del 4 de marzo de 2019", "Rueda de prensa de la alcaldesa Ana Ruiz"),
        (
            "Questions & Answers\n\nduring the Press Conference by Lady Ruiz,\nMayor of Lund\nfollowing the Meeting",
            "Questions & Answers during the Press Conference by Lady Ruiz, Mayor of Lund following the Meeting",
        ),
        (
            "Joint Press Conference of Foreign Minister Jo Lind, 17 February 2019, Lund",
            "Joint Press Conference of Foreign Minister Jo Lind",
        ),
    ],
)
def test_the_title_is_joined_and_freed_of_date_place_and_notes(header: str, title: str) -> None:
    assert page(header).title == title


def test_a_caption_below_the_dates_is_no_title() -> None:
    transcript = page("Monthly briefing\n\nby Mayor Ana Ruiz\n\n  • 4 March 2019\n\nAna Ruiz at the harbour of Lund")
    assert transcript.title == "Monthly briefing by Mayor Ana Ruiz"
    assert transcript.turns[0].text == "Good morning. We met today."


@pytest.mark.parametrize(
    ("header", "place"),
    [
        (
            "Press briefing\n\n4 March 2019\n\nHarbour House  \nLund, Sweden\n\n10:15 A.M. CET",
            "Harbour House, Lund, Sweden",
        ),
        ("Press briefing\n\nAnna S. Berg Press Briefing Room\n\n4 March 2019", "Anna S. Berg Press Briefing Room"),
        ("Press call\n\n4 March 2019\n\nVia Teleconference", "Via Teleconference"),
        ("Press briefing\n\nTHE LUND HOUSE\nOffice of the Mayor\n(Malmö, Sweden)\n\n4 March 2019", "Malmö, Sweden"),
        ("Press briefing\n\n4 March 2019", None),
        ("The Harbour Office\n\nPress briefing\n\nIssued on: 4 March 2019\n\nAnna S. Berg Room", "Anna S. Berg Room"),
        (
            "Pressekonferenz von Ana Ruiz\n\n4. März 2019\nBundespressekonferenz, Berlin",
            "Bundespressekonferenz, Berlin",
        ),
        ("Punto de prensa\n\nLunes 04 marzo 2019 - 11:30 hrs. - Palacio del Puerto", "Palacio del Puerto"),
        ("Rueda de prensa\nJefatura Superior, Lund, 04/03/2019, 12:00 h", "Jefatura Superior, Lund"),
        ("Club Lund | Sala de prensa | Temporada 2025/26\n\nRueda de prensa", None),
        ("Press conference\n\nTuesday, March 5, 2019, 2:35 p.m. SEA Conference Room", "SEA Conference Room"),
    ],
)
def test_the_place_is_the_paragraph_that_names_one(header: str, place: str | None) -> None:
    got = page(header, "Q: Why?\n\nMS. RUIZ: Because.").location
    assert got == place or (place and got and got.endswith(place))


@pytest.mark.parametrize(
    "note",
    [
        "As delivered",
        "as delivered",
        "Interpretation throughout",
        "Check against delivery",
        "Spoken through interpreter",
        "Speaking through an interpreter",
    ],
)
def test_a_delivery_note_is_read(note: str) -> None:
    assert page(f"Press conference\n\n({note})").delivery == note


@pytest.mark.parametrize(
    "line",
    [
        "(Die Mitschrift wird auf der Grundlage eines Mitschnitts erstellt.)", "Se transcribe íntegramente.",
        "Wörtliche Abschrift, Sprache bereinigt",
    ],
)  # fmt: skip
def test_how_the_words_were_taken_down_is_neither_title_nor_speech(line: str) -> None:
    found = page(f"Pressekonferenz zum Hafen\n{line}", "Frage: Warum?\n\nMS. RUIZ: Darum.")
    assert (found.title, found.turns[0].label) == ("Pressekonferenz zum Hafen", "Frage")


def test_don_and_dona_before_a_full_name_are_no_part_of_it() -> None:
    header = "COMPARECENCIA\n\nINTERVIENEN:\n- Subdelegada del Gobierno, Dª. Ana Ruiz\n- Coronel Jefe, D. Íñigo Lind"
    body = "SUBDELEGADA DEL GOBIERNO: Buenos días a todos.\n\nCORONEL LIND: Gracias.\n\nPREGUNTA: ¿Por qué?"
    found = page(header, body)
    assert [turn.speaker for turn in found.turns] == ["Ana Ruiz", "Íñigo Lind", None]
    assert found.source_topics == ()


def test_an_embargo_may_stand_behind_a_delivery_note() -> None:
    note = "Es gilt das gesprochene Wort"
    assert page(f"Pressekonferenz\n\n{note}. Sperrfrist: 3. März 2026, 10 Uhr").delivery == note


def test_bullets_under_a_key_are_topics_and_bullets_in_the_speech_are_not() -> None:
    transcript = page(
        "Briefing\n\nTopics:\n\n  • Fish\n  • Timber", "We agreed this:\n\n  • one harbour,\n  • two ships."
    )
    assert transcript.source_topics == ("Fish", "Timber")
    assert "• one harbour," in transcript.turns[0].text


def test_site_furniture_above_the_last_header_line_is_kept_out_of_the_statement() -> None:
    chrome = "Subscribe to our newsletter\n\nWe sent you an email. Enter the code to verify your account."
    transcript = page(f"{chrome}\n\n(As delivered)", "ANA RUIZ (Mayor of Lund): Thank you.")
    assert transcript.title is None
    assert [turn.label for turn in transcript.turns] == ["ANA RUIZ (Mayor of Lund)"]
    assert len(transcript.header) == 3


def test_an_editors_sentence_is_header_and_names_who_speaks() -> None:
    editor = "The following is a near-verbatim transcript of today's briefing by Ana Ruiz, Spokeswoman for the Council."
    transcript = page(f"Daily Briefing\n\n4 March 2019\n\n{editor}")
    assert [(turn.text, turn.speaker) for turn in transcript.turns] == [("Good morning. We met today.", "Ana Ruiz")]


def test_a_time_below_a_short_statement_does_not_swallow_it() -> None:
    transcript = page("Remarks by Mayor Ana Ruiz\n\n4 March 2019\n\n2:00 P.M.", "Good day.\n\nThank you.\n\n2:10 P.M.")
    assert [turn.text for turn in transcript.turns] == ["Good day.\n\nThank you."]


def test_a_title_in_capitals_may_hold_a_colon() -> None:
    assert page("LUND BOWL: NORTH SIDE v SOUTH SIDE\n\n4 March 2019").title == "LUND BOWL: NORTH SIDE v SOUTH SIDE"


@pytest.mark.parametrize("title", ["Daily Briefing", "Lund Open", "World Bank", "Statement on President Ana Ruiz"])
def test_a_title_that_names_no_speaker_gives_none(title: str) -> None:
    assert page(f"{title}\n\n4 March 2019").turns[0].speaker is None


def test_a_long_list_of_topics_is_header() -> None:
    topics = "Themen: " + ", ".join(f"Reise der Kanzlerin nach Stadt {n}" for n in range(20))
    transcript = page(
        f"Regierungspressekonferenz vom 4. März 2019\n\n{topics}\n\nSprecher: StS Ruiz, Berg (BMI)", "StS Ruiz: Ja."
    )
    assert len(transcript.header) == 3
    assert [turn.label for turn in transcript.turns] == ["StS Ruiz"]


def test_two_principals_in_one_line_keep_their_own_offices() -> None:
    who = "Marie Laurent, President of the Bank,Luis Ortega, Vice-President of the Bank,Lund, 4 March 2019"
    transcript = page(f"Press conference\n\n{who}", "Ladies and gentlemen, welcome.\n\nQuestion: Why?\n\nOrtega: So.")
    assert [(turn.speaker, turn.role) for turn in transcript.turns] == [
        ("Marie Laurent", "President of the Bank"), (None, None), ("Luis Ortega", "Vice-President of the Bank"),
    ]  # fmt: skip


def test_names_listed_in_the_header_begin_no_turn() -> None:
    header = (
        "home jobs contact\n\nLUND MEDIA CONFERENCE\n\n4 March 2019\n\nIda Falk\n\nJo Lind\n\nKim Berg\n\nLund, Sweden"
    )
    transcript = page(
        header, "Q. How was it?\nIDA FALK: Good.\n\nJO LIND: Very.\n\nQ. And the wind?\nKIM BERG: Strong."
    )
    assert [turn.label for turn in transcript.turns] == ["Q", "IDA FALK", "JO LIND", "Q", "KIM BERG"]


def test_a_salutation_over_two_lines_begins_the_speech() -> None:
    transcript = page(
        "Joint press point\n\nwith Mayor Ana Ruiz\n\n  • 4 March 2019", "Minister Berg,\nDear Jo,\n\nWelcome."
    )
    assert transcript.turns[0].text.startswith("Minister Berg,\n\nDear Jo,")
    assert transcript.turns[0].speaker == "Ana Ruiz"


@pytest.mark.parametrize(
    "line",
    [
        "Home > Press > Remarks",
        "Accueil » Presse » Points de presse",
        "Government | News | Transcripts",
        "Home / Press / Transcripts",
    ],
)
def test_the_way_to_the_page_is_no_title(line: str) -> None:
    assert page(f"{line}\n\nMedia briefing on the harbour\n\n4 March 2019").title == "Media briefing on the harbour"


def test_a_genre_is_a_title_only_where_nothing_tells_more() -> None:
    assert page("NEWS CONFERENCE\n\nHarbour Fire Media Briefing\n\n4 March 2019").title == "Harbour Fire Media Briefing"
    assert page("Lund Open\n\n4 March 2019\n\nNews Conference").title == "Lund Open"
    assert page("MINISTRY OF FISH\n\nPress Conference\n\n4 March 2019").title == "Press Conference"
    assert page("Departement des Hafens\nPoint de presse vom 4. März 2019").title == "Point de presse"


@pytest.mark.parametrize("key", ["Participants", "Speaker key", "Briefers", "Present", "Teilnehmer"])
def test_a_list_of_who_takes_part_is_header_and_no_topic(key: str) -> None:
    transcript = page(
        f"Press briefing\n\n4 March 2019\n\n{key}:\n  - Ana Ruiz, Mayor\n  - Jo Berg, Engineer", "MS. RUIZ: We met."
    )
    assert [(turn.label, turn.speaker) for turn in transcript.turns] == [("MS. RUIZ", "Ana Ruiz")]
    assert transcript.source_topics == ()


@pytest.mark.parametrize(
    "line",
    [
        "Ana Ruiz, Mayor of Lund",
        "Declarations of the spokeswoman, Ms. Ana Ruiz",
        "Mme Anne Morel, porte-parole",
        "Jo Berg, Harbour Authority",
        "Press release, 4 March 2019",
        "Ana Ruiz, Mayor, 4 March 2019",
        "Monday, 4 March 2019",
        "Updated: Monday, 4 March 2019",
        "4 March 2019 | Emergencies",
    ],
)
def test_what_names_a_person_a_body_or_a_kind_of_text_is_no_place(line: str) -> None:
    assert page(f"Press briefing\n\n{line}", "Q: Why?\n\nMS. RUIZ: Because.").location is None


def test_a_label_without_words_is_no_item_of_a_list() -> None:
    assert [turn.label for turn in page("Briefing\n\nPanel:\n", "ANA RUIZ:\n\nQ: Why?").turns][-1] == "Q"


def test_a_bold_head_of_a_section_below_title_and_date_is_no_title() -> None:
    text = "The harbour of Lund\n\n4 March 2019\n\n**Opening remarks**\n\nMS. RUIZ: Good day.\n\nQ: Why?\n"
    assert parse(text.encode()).title == "The harbour of Lund"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Governor Ames: storm update\n\n30 October 2018", "Governor Ames: storm update"),
        ("# Governor Ames: storm update\n\n_Oct. 30, 2018_", "Governor Ames: storm update"),
        ("PRIME MINISTER BERG: WE WILL ACT\n\n30 October 2018", "PRIME MINISTER BERG: WE WILL ACT"),
        ("# Governor Ames: storm update", "Governor Ames: storm update"),
        ("Minister Ana Ruiz: Remarks on the Harbour", "Minister Ana Ruiz: Remarks on the Harbour"),
    ],
)
def test_a_title_that_begins_with_whom_it_is_about_is_nobodys_speech(head: str, title: str) -> None:
    got = parse(f"{head}\n\nJO BERG: Power is back.\n\nQ: Where?\n\nJO BERG: Here.\n".encode())
    assert (got.title, got.turns[0].label) == (title, "JO BERG")
    assert got.date == (datetime.date(2018, 10, 30) if "2018" in head else None)


def test_a_host_who_forgets_the_full_stop_still_speaks_first() -> None:
    got = parse(b"HOST: Welcome to this briefing\n\nJO BERG: Power is back.\n\nQ: Where?\n\nJO BERG: Here.\n")
    assert got.turns[0].label == "HOST"


def test_whose_office_it_is_names_no_place() -> None:
    got = page("UNITED SEAS OFFICE OF THE SPECIAL ENVOY\n\nPress stakeout by Envoy Ana Ruiz\nLund, 4 March 2019")
    assert got.location == "Lund"


def test_labels_of_a_markdown_list_speak() -> None:
    turns = ["**Gov. Ames**: Power is back.", "**Reporter**: Where?", "**Gov. Ames**: Here.", "**Reporter**: Why?"]
    got = parse("\n".join(["Storm update", "", *(f"- {turn}" for turn in turns)]).encode())
    assert [turn.label for turn in got.turns] == ["Gov. Ames", "Reporter"] * 2
