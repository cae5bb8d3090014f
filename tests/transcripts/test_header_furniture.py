"""What stands around title and date of an invented page: standfirst, who moderates, a letterhead, a headline."""

import datetime

import pytest

from apps.transcripts import Transcript, parse


def read(text: str) -> Transcript:
    return parse(text.encode())


@pytest.mark.parametrize(
    "standfirst",
    [
        "Coach Ana Ruiz spoke to the media at our training ground. Here is everything she said.",
        "L'allenatrice e la capitana hanno parlato alla vigilia della partita.",
        "Ana Ruiz answered questions from reporters in the harbour.",
        "*La porte-parole, Mme Ana Ruiz, a fait la déclaration suivante :*",
        "La porte-parole, Mme Ana Ruiz, a fait les déclarations suivantes :",
        "The spokesperson, Ana Ruiz, made the following statement:",
        "*La conférence commence à 12:05.*",
        "Die Pressekonferenz begann um 12:05 Uhr.",
        "Transcript prepared by the Office of Public Information. Not an official record.",
    ],
)
def test_a_standfirst_is_no_speech(standfirst: str) -> None:
    turns = read(f"Press conference\n4 May 2019\n\n{standfirst}\n\nQ: When?\n\nMS. RUIZ: In May.\n").turns
    assert [turn.label for turn in turns] == ["Q", "MS. RUIZ"]


def test_a_speech_that_tells_of_questions_answered_is_no_standfirst() -> None:
    text = "Press conference\n4 May 2019\n\nI answered questions on that yesterday.\n\nQ: When?\n\nMS. RUIZ: In May.\n"
    assert read(text).turns[0].text == "I answered questions on that yesterday."


def test_whom_the_header_calls_moderator_moderates() -> None:
    text = (
        "Pressegespräch\n4. Mai 2019\n\nTeilnehmer: Bundeskanzlerin Ana Ruiz\n"
        "Moderation: Pressesprecherin Dr. Lena Berg\n\nBerg: Guten Morgen.\n\nRuiz: Guten Morgen.\n\n"
        "Berg: Danke.\n\nFrage: Wann?\n\nRuiz: Im Mai.\n\nBerg: Auf Wiedersehen.\n"
    )
    turns = read(text).turns
    assert [turn.kind for turn in turns if turn.label == "Berg"] == ["moderator"] * 3
    assert turns[0].speaker == "Lena Berg"


def test_a_weekday_below_the_title_beats_the_letterheads_date() -> None:
    text = "June 28, 2019\nHarbour Bank\n\nPress Conference by the Governor\n\nThursday, June 27, 2019\n\nQ: When?\n"
    assert read(text).date == datetime.date(2019, 6, 27)


def test_the_weekday_of_a_date_in_the_title_goes_with_the_date() -> None:
    assert read("POST-CABINET PRESS CONFERENCE: MONDAY, 4 MAY 2020\n\nPM: Good day.\n\nMEDIA: Why?\n").title == (
        "POST-CABINET PRESS CONFERENCE"
    )


def test_a_headline_that_names_no_event_is_the_title_right_above_its_date() -> None:
    head = "MENU Tickets Shop LOG IN\n\nFirst Team\n\nEvery word: Hale on injuries and the January window\n\n"
    text = head + "4 May 2019\n\nQ: When?\n"
    assert read(text).title == "Every word: Hale on injuries and the January window"


def test_a_town_below_a_long_title_is_a_place() -> None:
    title = "Joint press conference by President Ana Ruiz and Prime Minister Tom Berg of Norland"
    transcript = read(f"{title}\nTrois-Ponts, Quebec\n4 May 2019\n\nPRESIDENT RUIZ: Good day.\n")
    assert (transcript.title, transcript.location) == (title, "Trois-Ponts, Quebec")


def test_a_contact_below_the_end_mark_says_nothing_and_may_spell_out_a_name() -> None:
    text = (
        "Press briefing\n4 May 2019\n\nMS. RUIZ: Good day.\n\nQUESTIONER: Why?\n\nMR. NKUNA: We have one more.\n\n"
        "MS. RUIZ: So.\n\n* * * * *\n\nMEDIA RELATIONS\nPRESS OFFICER: Thabo Nkuna\nPhone: 555 7100\n"
    )
    turns = read(text).turns
    assert turns[-1].text == "So."
    assert turns[2].speaker == "Thabo Nkuna"


def test_a_host_who_says_most_of_few_words_and_calls_by_name_moderates() -> None:
    text = (
        "Press conference\n4 May 2019\n\nTOM BERG: Welcome to this briefing. Over to you, Dr Ruiz.\n\n"
        "DR RUIZ: We met.\n\n"
        "TOM BERG: Thank you. Next question is from Jo Lind from Daily Post. Jo?\n\nQ: When does it open?\n\n"
        "DR RUIZ: In May.\n\nTOM BERG: Thank you all. We send the audio file later today.\n"
    )
    assert {turn.kind for turn in read(text).turns if turn.label == "TOM BERG"} == {"moderator"}


@pytest.mark.parametrize("release", ["FOR IMMEDIATE RELEASE", "Zur sofortigen Veröffentlichung", "Embargoed until 5pm"])
def test_the_leave_to_print_is_no_title(release: str) -> None:
    page = (
        f"{release}\n4 March 2019\n\nTRANSCRIPT: Leader Ruiz and Senators Speak after Lunch\n\nLEADER RUIZ: Good day.\n"
    )
    assert parse(page.encode()).title == "Leader Ruiz and Senators Speak after Lunch"


@pytest.mark.parametrize("skip", ["Skip to main content", "Ga direct naar inhoud", "Ir para o conteúdo [1]"])
def test_a_link_past_the_menu_is_no_title(skip: str) -> None:
    page = f"{skip}\n\nPress briefing on fish, 4 May 2019\n\nQ: Why?\n\nANA RUIZ: It had to be.\n"
    assert (parse(page.encode()).title or "").startswith("Press briefing on fish")


def test_a_last_modification_in_portuguese_is_no_day_of_the_event() -> None:
    page = "Entrevista coletiva\n\npublicado 10/05/2013 18h22, última modificação 13/05/2013 09h05\n\nQ: Por quê?\n"
    told = parse(page.encode())
    assert (str(told.date), str(told.updated)) == ("2013-05-10", "2013-05-13")


def test_a_page_may_say_at_its_foot_when_it_was_updated() -> None:
    text = "Press conference\n\n30 May 2018\n\nMS. RUIZ: Good morning.\n\nQ: Why?\n\nMS. RUIZ: So.\n\nRelated links\n"
    transcript = parse(f"{text}Page last updated: 31.05.2018\n".encode())
    assert (str(transcript.date), str(transcript.updated)) == ("2018-05-30", "2018-05-31")


def test_an_editors_sentence_over_several_lines_stays_one() -> None:
    text = (
        "Press conference on the harbour\n\n21 January 2022\n\nThe following is a transcript of the conference that"
        "\nMayor Ruiz gave after the weekly meeting. N.B.: nobody has read\nit again.\n\nMAYOR RUIZ: Good morning.\n"
    )
    assert [turn.first_line for turn in parse(text.encode()).turns] == [9]


def test_what_is_quoted_below_the_genre_goes_on_with_the_title() -> None:
    text = "THE LUND MUSEUM\n\nPRESS CONFERENCE\n“THE RETURN OF THE FERRY”\n\n3 June 2021\n\nMS. RUIZ: Good morning.\n"
    assert parse(text.encode()).title == "PRESS CONFERENCE “THE RETURN OF THE FERRY”"


def test_the_day_of_the_subject_is_not_the_events() -> None:
    text = "Media briefing\nSubject: Shooting on May 3, 2019\nDate: May 4, 2019\n\nCHIEF RUIZ: Good day.\n\nQ: Why?\n"
    transcript = read(text)
    assert (transcript.date, transcript.source_topics) == (datetime.date(2019, 5, 4), ("Shooting on May 3, 2019",))


def test_one_word_between_a_long_title_and_the_date_is_no_part_of_the_title() -> None:
    title = "Statement to the press by Prime Minister Ana Ruiz after her meeting with President Tom Hale"
    assert read(f"{title}\nLund\n4 May 2019\n\nMINISTER RUIZ: Good day.\n\nQ: Why?\n").title == title


@pytest.mark.parametrize(
    ("by", "title"),
    [
        ("By Jo Lind, Daily Post", "Minister Ruiz holds press conference"),
        ("By Ana Ruiz, Minister of Fish", "Minister Ruiz holds press conference By Ana Ruiz, Minister of Fish"),
    ],
)
def test_who_wrote_for_an_outlet_is_no_part_of_the_title(by: str, title: str) -> None:
    page = f"Minister Ruiz holds press conference\n{by}\n3 March 2020\n\nMINISTER RUIZ: Good day.\n\nQ: Why?\n"
    assert read(page).title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Lund Sports\nScripts\nNORTH SEA WOMEN'S ROWING TOURNAMENT\nMarch 13, 2026\nPress Conference", None),
        ("Speech – Transcript of Question & Answer Session\n\n13 March 2026",
         "Transcript of Question & Answer Session"),
        ("Accueil / Actualités / Conférence de presse de la maire sur la mer et sur tous ses ports\n\n13 March 2026"
         "\n\nConférence de presse de la maire", "Conférence de presse de la maire"),
        ("13 March 2026\n\nPress encounter on fish (trilingual, as delivered; scroll down)", "Press encounter on fish"),
        ("Transcript for Telebriefing: Fish\n\nPress Briefing Transcript\n\n13 March 2026",
         "Transcript for Telebriefing: Fish"),
        ("Press Gaggle by Press Secretary Jo Lind Aboard the Ferry En\nRoute Lund, Norland\n\n13 March 2026",
         "Press Gaggle by Press Secretary Jo Lind Aboard the Ferry En Route Lund, Norland"),
        ("Conférence de presse de la maire de Lund à propos de la mer\nRetranscription intégrale\n13 March 2026",
         "Conférence de presse de la maire de Lund à propos de la mer"),
    ],
)  # fmt: skip
def test_a_title_is_neither_letterhead_nor_breadcrumb_nor_what_kind_of_text_it_is(head: str, title: str | None) -> None:
    told = read(f"{head}\n\nQ: When?\n\nMS. RUIZ: In May.\n")
    assert told.title == (title or "NORTH SEA WOMEN'S ROWING TOURNAMENT")
    assert told.date == datetime.date(2026, 3, 13)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("TRANSCRIPTION – VERIFY AGAINST DELIVERY", "VERIFY AGAINST DELIVERY"),
        ("(Interprétation)", "Interprétation"),
        ("(Übersetzung aus dem Norländischen)", "Übersetzung aus dem Norländischen"),
    ],
)
def test_how_it_was_taken_down_is_said_in_more_words(line: str, note: str) -> None:
    assert read(f"Press conference\n4 May 2019\n{line}\n\nQ: When?\n\nMS. RUIZ: In May.\n").delivery == note


def test_an_advertisement_above_the_first_label_is_no_speech() -> None:
    text = (
        "Press conference\n\n4 May 2019\n\nTry Scribo and save time transcribing.\n\nMS. RUIZ: Good day.\n\nQ: When?\n"
    )
    assert [(turn.label, turn.kind) for turn in read(text).turns] == [("MS. RUIZ", "statement"), ("Q", "question")]
