"""More forms of label and of asking, each on a short page by invented people."""

from apps.transcripts import Transcript, parse


def read(*paragraphs: str) -> Transcript:
    return parse("\n\n".join([*paragraphs, ""]).encode())


def test_before_a_stop_and_dash_a_minister_with_an_honorific_speaks() -> None:
    turns = read(
        "Rueda de prensa tras el Consejo",
        "Lund - martes 23 de noviembre de 2021",
        "INTERVIENEN LA MINISTRA PORTAVOZ, ANA RUIZ, Y EL MINISTRO DE VIVIENDA, LUIS MAR",
        "Sra. Ministra Portavoz.- Buenas tardes. Le doy la palabra al ministro.",
        "Sr. Ministro.- La ley llega en mayo.",
        "P.- ¿Con qué apoyos?",
        "Sr. Ministro.- Con todos.",
        "P.- ¿Y si no?",
        "Sra. Ministra Portavoz.- Habrá un plan.",
        "P.- ¿Cuál?",
        "Sr. Ministro.- Otro.",
    ).turns
    assert [turn.label for turn in turns[:3]] == ["Sra. Ministra Portavoz", "Sr. Ministro", "P"]
    assert [turn.speaker for turn in turns[:2]] == ["Ana Ruiz", "Luis Mar"]


def test_a_minister_who_is_spoken_to_before_a_colon_starts_no_turn() -> None:
    text = ("Rueda de prensa", "MODERADORA: Buenas tardes.", "Señor ministro: gracias por venir.")
    assert [turn.label for turn in read(*text).turns] == ["MODERADORA"]


def test_a_bracket_may_stand_between_a_name_and_its_dash() -> None:
    turns = read(
        "Conférence de presse du ministre, M. Luc Roy",
        "LE MINISTRE - Bonjour.",
        "M. JON BERG (interprétation) - Merci.",
        "Q - Pourquoi ?",
        "R - Parce que.",
        "M. JON BERG (interprétation) - Oui.",
    ).turns
    assert [turn.label for turn in turns] == [
        "LE MINISTRE", "M. JON BERG (interprétation)", "Q", "R", "M. JON BERG (interprétation)",
    ]  # fmt: skip


def test_the_answer_without_a_name_is_theirs_who_have_no_label_below_it() -> None:
    turns = read(
        "Conférence de presse conjointe du ministre, M. Luc Roy",
        "LE MINISTRE - Bonjour à tous. Nous avons signé un accord ce matin.",
        "M. JON BERG - Merci, Monsieur le Ministre. C'est un bon accord.",
        "Q - Pourquoi ?",
        "R - Parce que.",
        "M. JON BERG - Oui.",
    ).turns
    assert turns[3].speaker == "Luc Roy"


def test_a_sentence_that_ends_before_the_colon_is_no_affiliation() -> None:
    turns = read(
        "Conférence de presse", "LE MINISTRE - Bonjour.", "Q - Jo Lind, Radio Phare. Une question : quand ?"
    ).turns
    assert turns[1].label == "Q"


def test_a_name_in_brackets_before_the_colon_is_a_label_as_printed() -> None:
    turns = read(
        "Media Teleconference",
        "Ana Ruiz: Good day. We are ready for questions.",
        "(Jo Lind): Thank you. What does it cost?",
        "Ana Ruiz: Nothing.",
        "(Jo Lind): Since when?",
    ).turns
    assert [(turn.label, turn.speaker) for turn in turns[1::2]] == [("(Jo Lind)", "Jo Lind")] * 2


def test_a_nameless_operator_is_not_the_host_who_speaks_under_a_name() -> None:
    turns = read(
        "Moderator: Ana Ruiz",
        "4 May 2019",
        "Media Teleconference",
        "Coordinator: Welcome. I now turn the call over to Ana Ruiz.",
        "Ana Ruiz: Thank you. We are ready for questions.",
        "Coordinator: The first question comes from Jo Lind.",
        "Ana Ruiz: That is all.",
    ).turns
    assert [turn.speaker for turn in turns] == [None, "Ana Ruiz", None, "Ana Ruiz"]


def test_a_short_title_before_a_full_name_of_the_header_is_none_of_it() -> None:
    turns = read("Press conference by District Attorney Ana Ruiz", "DA Ana Ruiz: Good day.", "Q: Why?").turns
    assert turns[0].speaker == "Ana Ruiz"


def test_who_asks_may_tell_the_first_name_and_outlet_that_the_label_does_not() -> None:
    turns = read(
        "Regierungspressekonferenz", "SPRECHERIN BERG: Guten Tag.", "Frage Lind: Jo Lind, Hafenfunk. Wann denn?"
    ).turns
    assert (turns[1].speaker, turns[1].organisation) == ("Jo Lind", "Hafenfunk")


def test_a_paper_may_be_named_after_the_evening_and_a_ministry_is_nobodys_outlet() -> None:
    turns = read("Pressekonferenz", "BERG: Guten Tag.", "Frage: Jo Lind, Hafenkurier am Abend. An das BMI: Wann?").turns
    assert (turns[-1].speaker, turns[-1].organisation) == ("Jo Lind", "Hafenkurier am Abend")


def test_an_unidentified_analyst_has_no_name() -> None:
    turns = read("Earnings call", "OPERATOR: Welcome.", "Unidentified Analyst: Why?", "CEO ANA RUIZ: So.").turns
    assert [turn.speaker for turn in turns if turn.label == "Unidentified Analyst"] == [None]


def test_commas_part_topics_whose_key_announces_several() -> None:
    several = read("Pressekonferenz", "Themen: Hafen, Fähre, Preise", "BERG: Guten Tag.", "BERG: So.")
    one = read("Press briefing", "Topic: Ships, boats and ferries", "MS. BERG: Good day.", "MS. BERG: So.")
    assert several.source_topics == ("Hafen", "Fähre", "Preise")
    assert one.source_topics == ("Ships, boats and ferries",)


def test_a_stop_and_dash_close_labels_of_which_none_comes_again() -> None:
    turns = read(
        "Rueda de prensa tras el Consejo de Ministros\nLund, martes 4 de junio de 2024",
        "Ministra Portavoz, Ana Ruiz.- Buenos días.",
        "Ministro de Vivienda, Luis Mar.- Gracias, ministra.",
        "P.- Buenos días. ¿Habrá dinero?",
        "Portavoz.- Sí.",
        "Periodista.- Hola. ¿Y cuándo?",
        "Mar.- En otoño.",
    ).turns
    assert [turn.label for turn in turns] == [
        "Ministra Portavoz, Ana Ruiz", "Ministro de Vivienda, Luis Mar", "P", "Portavoz", "Periodista", "Mar",
    ]  # fmt: skip


def test_a_word_before_a_stop_and_dash_that_is_nobodys_name_starts_no_turn() -> None:
    turns = read(
        "Rueda de prensa",
        "Portavoz.- Buenos días.",
        "P.- ¿Qué pasa?",
        "Portavoz.- Hay dos cosas.",
        "Madrid.- La primera llega en mayo.",
    ).turns
    assert [turn.label for turn in turns] == ["Portavoz", "P", "Portavoz"]


def test_a_person_alone_on_a_line_may_come_again_without_the_office() -> None:
    text = (
        "Conférence de presse de la ministre Anne Roy\n4 mai 2019\n\n"
        "Anne ROY, ministre du Travail\nBonjour à toutes et à tous. Nous présentons une réforme.\n\n"
        "Luc BERG, maire de Lund\nMerci, Madame la ministre.\n\n"
        "Journaliste\nBonjour. Pourquoi ?\n\n"
        "Anne ROY\nParce que c'est utile.\n\n"
        "Journaliste (Le Monde)\nEt quand ?\n\n"
        "Luc BERG\nBientôt.\n"
    )
    turns = parse(text.encode()).turns
    assert [turn.label for turn in turns] == [
        "Anne ROY, ministre du Travail", "Luc BERG, maire de Lund", "Journaliste", "Anne ROY",
        "Journaliste (Le Monde)", "Luc BERG",
    ]  # fmt: skip
    assert [turn.speaker for turn in turns][:4] == ["Anne Roy", "Luc Berg", None, "Anne Roy"]
    assert turns[4].organisation == "Le Monde"
