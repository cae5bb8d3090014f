"""Lines of the header that say who has which part: they speak not, and name whoever speaks under it."""

import pytest

from apps.transcripts import Transcript, parse

TURNS = (
    "LIND: Welcome to all. Ms. Ruiz, please.",
    "MINISTER: Good day, we have met.",
    "Q: Why?",
    "MINISTER: Because.",
    "LIND: We have now seen the reports. Anything else?",
)


def transcript(header: str, *turns: str) -> Transcript:
    return parse("\n\n".join([header, *(turns or TURNS), ""]).encode())


@pytest.mark.parametrize(
    "header",
    [
        "Press conference\n\nModerator: Jo Lind, Press Officer\nMinister of Health: Dr Ana Ruiz",
        "Press conference\n4 May 2019\n\nModerated by Jo Lind\nMinister for Foreign Affairs: Ana Ruiz",
        "Pressekonferenz\n\nTeilnehmerin: Ministerin Ana Ruiz\nModeration: Pressesprecherin Dr. Jo Lind",
        "Pressekonferenz\n\nPodium:\n- Ana Ruiz, Ministerin\n- Jo Lind (Moderation)",
        "Rueda de prensa\n\nJefa de prensa, Jo Lind, abre el turno.\nMinister: Ana Ruiz",
        "Pressetalk\n\nSprecher Jo Lind begrüßt Minister Ana Ruiz zur Pressekonferenz.",
        "Conférence de presse\n\nModérateur : Jo Lind\nMinister : Ana Ruiz",
    ],
)
def test_a_cast_names_the_host_and_the_office_holder(header: str) -> None:
    turns = transcript(header).turns
    assert [turn.speaker for turn in turns] == ["Jo Lind", "Ana Ruiz", None, "Ana Ruiz", "Jo Lind"]
    assert [turn.kind for turn in turns] == ["moderator", "statement", "question", "answer", "moderator"]


def test_the_moderator_without_a_name_is_the_one_whom_the_header_names() -> None:
    turns = ("MODERATOR: Good day.", "OPERATOR: The line is open.", "Q: Why?", "MODERATOR: Thank you all.")
    assert [turn.speaker for turn in transcript("Call\n\nModerator: Jo Lind", *turns).turns] == [
        "Jo Lind",
        None,
        None,
        "Jo Lind",
    ]
    two = "Call\n\nModerator: Jo Lind\nHost: Kim Berg"
    assert [turn.speaker for turn in transcript(two, *turns).turns] == [None] * 4


def test_a_moderator_who_calls_a_name_speaks() -> None:
    turns = transcript("Call", "MODERATOR: Jo Lind.", "Q: Why?", "MODERATOR: Kim Berg?", "Q: And?").turns
    assert [turn.kind for turn in turns] == ["moderator", "question", "moderator", "question"]


def test_the_abbreviated_office_is_that_of_the_cast() -> None:
    turns = transcript(
        "Call\n4 May 2019\n\nCEO: Ana Ruiz\nCFO: Kim Berg", "Q: Why?", "CEO: So.", "CFO: Yes.", "CEO: No.", "CFO: Oh."
    ).turns
    assert [turn.speaker for turn in turns] == [None, "Ana Ruiz", "Kim Berg", "Ana Ruiz", "Kim Berg"]


@pytest.mark.parametrize(
    "word", ["Analyst", "Driver", "Judge", "Anchor", "Richter", "Juge", "Fiscal", "French", "Monday"]
)
def test_a_trade_a_language_or_a_day_is_nobodys_name(word: str) -> None:
    turns = transcript("Call", f"{word}: So it is.", "Q: Why?", f"{word}: No.").turns
    assert {turn.speaker for turn in turns} == {None}


def test_behind_an_honorific_a_trade_is_a_surname() -> None:
    assert transcript("Call", "MS. DRIVER: So it is.", "Q: Why?", "MS. DRIVER: No.").turns[0].speaker == "Driver"


@pytest.mark.parametrize(
    ("header", "label", "name"),
    [
        ("Medienkonferenz\n\nMit BR Ursina Kern, Vorsteherin", "BR Kern", "Ursina Kern"),
        ("Media day\n\nBy Datuk Seri Azlan Haron, Minister of Transport", "Datuk Seri Azlan", "Azlan Haron"),
        ("Media day\n\nPresent: Tan Sri Lim Kok Beng, Chairman of the Port", "Tan Sri Lim", "Lim Kok Beng"),
        ("Media day\n\nFor the State: LEO K. WAITE, Chief Prosecutor", "MR. WAITE", "Leo K. Waite"),
        ("Media day\n\nFor the Defense: ROSA ACHE, Esq.", "MS. ACHE", "Rosa Ache"),
        ("Media day\n\nRemarks by Ana Berg", "JD Berg", "JD Berg"),
        ("Media day\n\nRemarks by Jan Berg", "JD Berg", "JD Berg"),
        (
            "Media day\n\nAPPEARANCES:\n    ANA BERG, District Attorney\n    LEO PIKE, Coast Post",
            "MR. PIKE",
            "Leo Pike",
        ),
        ("Media day", "StS Berg", "Berg"),
        ("Media day\n\nSpeakers:\nRt Hon Alan Berg MSP, Transport Secretary", "Transport Secretary", "Alan Berg"),
        ("Media day\n\nAlan Berg MSP, Minister for Health", "Minister", "Alan Berg"),
        ("Media day", "Alan Berg MSP", "Alan Berg"),
        ("Media day", "KT McBerg", "KT McBerg"),
    ],
)
def test_a_title_before_the_surname_that_the_header_tells_is_none_of_the_name(
    header: str, label: str, name: str
) -> None:
    assert transcript(header, f"{label}: Good day.", "Q: Why?", f"{label}: So.").turns[0].speaker == name


def test_the_initials_of_an_office_in_a_label_are_its_holders() -> None:
    turns = transcript("Call", "Ana Berg, Joint Secretary: So.", "Q: Why?", "JS: Yes.", "Q: And?", "JS: No.").turns
    assert [turn.speaker for turn in turns[2::2]] == ["Ana Berg", "Ana Berg"]


def test_a_name_in_capitals_above_a_title_is_who_holds_it_under_a_surname_of_several_words() -> None:
    header = (
        "TRANSCRIPT OF PRESS BRIEFING\n\n4 May 2019\n\nParticipants:\n\nANA RUIZ-HOLM\n{}\n\nEVA LIND DEL RÍO\n{}\n"
    )
    titles = ("Director, Harbour Department, Norland Fund", "Deputy Director, Fish, Timber, and Review Department")
    turns = ("MR. RUIZ-HOLM: Good day.", "Q: Why?", "MS. LIND DEL RÍO: Because.")
    said = transcript(header.format(*titles), *turns).turns
    assert [turn.speaker for turn in said] == ["Ana Ruiz-Holm", None, "Eva Lind del Río"]


def test_whom_a_list_of_speakers_gives_an_office_in_small_letters_may_have_a_long_name() -> None:
    header = (
        "CONFERENCIA DE PRENSA DE LA VICEPRESIDENTA Y PORTAVOZ DEL GOBIERNO, Y DEL MINISTRO DE FOMENTO,\n"
        "POSTERIOR AL CONSEJO DE MINISTROS\n\n"
        "Intervienen: Ana Ruiz de Holm, vicepresidenta, e Íñigo Lind, ministro de Fomento\n\n4 de julio de 2014\n"
    )
    turns = (
        "Vicepresidenta.- Buenos días.",
        "P.- ¿Cuándo?",
        "Ministro.- En mayo.",
        "P.- ¿Y usted?",
        "Sra. Ruiz de Holm.- Yo no.",
    )
    speakers = [turn.speaker for turn in transcript(header, *turns).turns]
    assert speakers == ["Ana Ruiz de Holm", None, "Íñigo Lind", None, "Ana Ruiz de Holm"]


def test_a_heading_above_a_line_with_an_office_is_nobody() -> None:
    header = "Press Conference\nPresident of the Harbour Council\n4 May 2019\n"
    said = transcript(header, "THE PRESIDENT: Good day.", "Q: Why?", "THE PRESIDENT: Because.").turns
    assert [turn.speaker for turn in said] == [None, None, None]


def test_a_host_who_greets_and_names_a_guest_at_the_end_of_a_wrapped_line_is_not_that_guest() -> None:
    text = (
        "BRIEFING ON THE DAM\n\n4 May 2019\n\nMODERATOR:    Good morning.  Dr. Ines Lind\nof the Dam Authority will "
        "speak.\n\nDR. LIND:     Thank you.  The dam holds.\n\nQ:     In spring too?\n\nDR. LIND:     It will.\n"
    )
    turns = parse(text.encode()).turns
    assert [(turn.label, turn.speaker) for turn in turns][:2] == [("MODERATOR", None), ("DR. LIND", "Ines Lind")]
    assert turns[-1].kind.value == "answer"


def test_a_host_of_the_header_who_alone_could_answer_is_none() -> None:
    turns = "MINISTER LIND: So.\n\nREPORTER: Since when?\n\nMINISTER LIND: May.\n"
    text = f"Briefing\n\nMODERATOR: Minister Ana Lind\n\n{turns}"
    assert [turn.kind.value for turn in parse(text.encode()).turns] == ["statement", "question", "answer"]


@pytest.mark.parametrize(
    ("header", "label", "name"),
    [
        ("Point de presse du ministre des Ports\nM. Jo Lind\n1er avril 2019", "Le ministre", "Jo Lind"),
        ("PRESS CONFERENCE\n\nMinister of Harbours\nAna Ruiz\n\n4 May 2019", "THE MINISTER", "Ana Ruiz"),
        ("Press conference\nHarbour Minister Ana Ruiz\n4 May 2019", "THE MINISTER", "Ana Ruiz"),
        ("Pressekonferenz\nMinister für Häfen\nJo Lind\n4. Mai 2019", "MINISTER", "Jo Lind"),
        ("Press conference of the Minister of Harbours\nSaint Helm\n4 May 2019", "THE MINISTER", None),  # a place?
        (
            "Doorstop\n4 May 2019\nPremier\nThe Hon. Ana Ruiz MP\nPremier of Norland\nJo Lind MP\nMember for Lund",
            "PREMIER",
            "Ana Ruiz",
        ),
        ("PRESS CONFERENCE\n\nMinister of Harbours\nRadio Lund\n\n4 May 2019", "THE MINISTER", None),
    ],
)
def test_the_holder_of_an_office_may_stand_on_the_line_below_it(header: str, label: str, name: str | None) -> None:
    text = f"{header}\n\n{label}: We open the harbour today.\n\nQ: Why?\n\n{label}: The ice.\n"
    assert {turn.speaker for turn in parse(text.encode()).turns if turn.label == label} == {name}
