"""Headers of publishers nobody has shown the parser, written for it: invented people, places and words."""

from dataclasses import dataclass

import pytest

from apps.transcripts import Transcript, parse


@dataclass(frozen=True)
class Page:
    """A header as printed, and what it says."""

    name: str
    header: str
    title: str | None
    date: str | None = None
    place: str | None = None
    updated: str | None = None
    delivery: str | None = None
    excerpt: bool = False
    body: str = "QUESTION: Why?\n\nMS. RUIZ: Because."


PAGES = [
    Page(
        "united nations",
        "Secretary-General's press encounter on Norland\n\nNew York, 4 March 2019\n\n(rush transcript)",
        "Secretary-General's press encounter on Norland",
        "2019-03-04",
        "New York",
        delivery="rush transcript",
    ),
    Page(
        "noon briefing",
        "Home / Press / Briefings\n\nDaily Press Briefing by the Office of the Spokesperson\n\n"
        "Monday, 4 March 2019\n\nThe following is a near-verbatim transcript of today's noon briefing.",
        "Daily Press Briefing by the Office of the Spokesperson",
        "2019-03-04",
    ),
    Page(
        "central bank",
        "NORLAND CENTRAL BANK\n\nPRESS CONFERENCE\n\nAna Ruiz, Governor of the Bank,\n\nLund am Main, 4 March 2019",
        "PRESS CONFERENCE",
        "2019-03-04",
        "Lund am Main",
    ),
    Page(
        "monetary fund",
        "Transcript of the Regional Outlook Press Briefing\n\nMarch 4, 2019\n\nWashington, D.C.\n\nPARTICIPANTS:",
        "Transcript of the Regional Outlook Press Briefing",
        "2019-03-04",
        "Washington, D.C.",
    ),
    Page(
        "french ministry",
        "Accueil > Presse > Points de presse\n\nConférence de presse conjointe de Mme Anne Morel\n\n"
        "(Lyon, lundi 1er avril 2019)\n\nSeul le prononcé fait foi",
        "Conférence de presse conjointe de Mme Anne Morel",
        "2019-04-01",
        "Lyon",
        delivery="Seul le prononcé fait foi",
    ),
    Page(
        "french presidency",
        "Publié le 2 avril 2019\n\nDéclaration à la presse du Président, M. Paul Morel\n\nNice, le 1er avril 2019",
        "Déclaration à la presse du Président, M. Paul Morel",
        "2019-04-01",
        "Nice",
    ),
    Page(
        "german ministry",
        "Startseite | Presse | Mitschriften\n\nPressekonferenz von Ministerin Berg und Minister Falk\n\n"
        "Lund, den 4. März 2019\n\nEs gilt das gesprochene Wort",
        "Pressekonferenz von Ministerin Berg und Minister Falk",
        "2019-03-04",
        "Lund",
        delivery="Es gilt das gesprochene Wort",
    ),
    Page(
        "german chancellery",
        "Pressestatements der Kanzlerin und des Präsidenten in Lund\n\nMontag, 4. März 2019 in Lund\n\n"
        "Stand: 05.03.2019",
        "Pressestatements der Kanzlerin und des Präsidenten in Lund",
        "2019-03-04",
        "Lund",
        updated="2019-03-05",
    ),
    Page(
        "spanish government",
        "Presidencia » Intervenciones\n\nRueda de prensa de la ministra, Ana Ruiz\n\n"
        "Vigo, lunes 4 de marzo de 2019\n\nÚltima actualización: 05/03/2019",
        "Rueda de prensa de la ministra, Ana Ruiz",
        "2019-03-04",
        "Vigo",
        updated="2019-03-05",
        body="QUESTION: ¿Por qué no?\n\nMS. RUIZ: Por el puerto y las obras que se hacen en la ciudad.",
    ),
    Page(
        "italian government",
        "Conferenza stampa della Presidente Anna Conti\n\nLunedì, 4 marzo 2019\n\nUltimo aggiornamento: 5 marzo 2019",
        "Conferenza stampa della Presidente Anna Conti",
        "2019-03-04",
        updated="2019-03-05",
    ),
    Page(
        "italian ministry",
        "Dichiarazioni alla stampa del Ministro Conti\n\nTrieste, 1° aprile 2019",
        "Dichiarazioni alla stampa del Ministro Conti",
        "2019-04-01",
        "Trieste",
    ),
    Page(
        "portuguese government",
        "Início > Notícias > Discursos\n\nColetiva de imprensa do Ministro João Prado\n\n"
        "Braga, 4 de fevereiro de 2019\n\nAtualizado em 05/02/2019 às 10h20",
        "Coletiva de imprensa do Ministro João Prado",
        "2019-02-04",
        "Braga",
        updated="2019-02-05",
    ),
    Page(
        "sports agency",
        "Lund Open\n\nMonday, March 4, 2019\n\nLund, Ohio, USA\n\nIda Falk\n\n"
        "Press Conference\n\nI. FALK/J. Lind\n6-4, 6-4",
        "Lund Open",
        "2019-03-04",
        "Lund, Ohio, USA",
        body="THE MODERATOR:  Questions, please.\n\nQ.  Why?\n\nIDA FALK:  Because.",
    ),
    Page(
        "police",
        "CITY OF LUND POLICE DEPARTMENT\n\nMedia briefing: Harbour fire\n\nMon. 4th March 2019 at 14:05\n\n"
        "Harbour Precinct, 12 Quay Street, Lund",
        "Media briefing: Harbour fire",
        "2019-03-04",
        "Harbour Precinct, 12 Quay Street, Lund",
    ),
    Page(
        "company",
        "Falk Systems (FALK) Q2 2019 Earnings Call\n\nFalk's call for the period ending March 31, 2019.\n\n"
        "Apr 24, 2019, 5:00 p.m. ET\n\nContents:\n\n    * Prepared Remarks\n    * Questions\n\nPrepared Remarks:",
        "Falk Systems (FALK) Q2 2019 Earnings Call",
        "2019-04-24",
    ),
    Page(
        "ruled page",
        "PRESS CONFERENCE TRANSCRIPT\n=====\nNorthstar Launch News Conference\nBerg Space Center, Hall 2\n"
        "Mon., Mar. 4, 2019 - 2 p.m. CDT",
        "Northstar Launch News Conference",
        "2019-03-04",
        "Berg Space Center, Hall 2",
    ),
    Page(
        "captions",
        "WEBVTT\nKind: captions\nLanguage: en\n\nNOTE Harbour Fire – Media Briefing (auto-captioned)\n"
        "NOTE Recorded 2019-03-04 16:00",
        "Harbour Fire – Media Briefing",
        "2019-03-04",
        delivery="auto-captioned",
    ),
    Page(
        "corrected",
        "CORRECTED: Remarks by Mayor Ruiz in Press Conference\n\nMarch 4, 2019\n\n"
        "Harbour Hotel\n\nLund, Sweden\n\n2:05 P.M. CET",
        "Remarks by Mayor Ruiz in Press Conference",
        "2019-03-04",
        "Harbour Hotel, Lund, Sweden",
    ),
    Page(
        "a country with an apostrophe",
        "Remarks by Adviser Ruiz in Press Conference\n\nMarch 4, 2019\n\nNorhaven, People’s Republic of Norland",
        "Remarks by Adviser Ruiz in Press Conference",
        "2019-03-04",
        "Norhaven, People’s Republic of Norland",
    ),
    Page(
        "issued later",
        "Issued on: March 5, 2019\n\nStatement to the Press by Minister Ruiz (Excerpts)\n\n"
        "Held on Monday the 4th of March, 2019",
        "Statement to the Press by Minister Ruiz",
        "2019-03-04",
        excerpt=True,
    ),
    Page(
        "released once",
        "Release Date: Mar 4, 2019 9:15 AM EST\n\nMinister Ruiz Holds Media Availability\n\nLast updated: 6 March 2019",
        "Minister Ruiz Holds Media Availability",
        "2019-03-04",
        updated="2019-03-06",
    ),
    Page(
        "two days",
        "Summit Press Conference by Minister Ruiz\n\n4–5 March 2019\n\nLund, Sweden",
        "Summit Press Conference by Minister Ruiz",
        "2019-03-04",
        "Lund, Sweden",
    ),
    Page(
        "keys",
        "Event: Media briefing on the harbour\nDate: 4 March 2019\nVenue: Town Hall, Lund\nTime: 14:00",
        "Media briefing on the harbour",
        "2019-03-04",
        "Town Hall, Lund",
    ),
    Page(
        "german keys",
        "Pressekonferenz zum Hafenbrand\n\nDatum: 04.03.2019\nOrt: Rathaus, Lund\nUhrzeit: 14:00 Uhr",
        "Pressekonferenz zum Hafenbrand",
        "2019-03-04",
        "Rathaus, Lund",
    ),
    Page(
        "date before place",
        "Press conference by Minister Ruiz\n\n4 March 2019, Lund, Sweden",
        "Press conference by Minister Ruiz",
        "2019-03-04",
        "Lund, Sweden",
    ),
    Page(
        "who and where",
        "Press conference\n\nMinister Ruiz, Harbour Authority\n\n4 March 2019",
        "Press conference",
        "2019-03-04",
    ),
    Page(
        "foreign ministry",
        "Home > Press Service > Remarks\n\nSpokesperson Lan Berg’s Regular Press Conference on March 4, 2019\n\n"
        "Updated: March 4, 2019 20:45\n\nSmall Medium Large Print",
        "Spokesperson Lan Berg’s Regular Press Conference",
        "2019-03-04",
        updated="2019-03-04",
    ),
    Page(
        "health agency",
        "4 March 2019 | Emergencies\n\nVirtual press conference on the marsh fever\n\nSpeaker key:\n\n"
        "AR   Ana Ruiz\nJB   Jo Berg",
        "Virtual press conference on the marsh fever",
        "2019-03-04",
    ),
    Page(
        "prime minister's office",
        "Transcript\n\nPrime Minister, Treasurer\n\nPress Conference - Lund\n\nMonday 04 March 2019",
        "Press Conference - Lund",
        "2019-03-04",
    ),
    Page(
        "month in short",
        "Conférence de presse de la ministre\n\nLe lundi 4 févr. 2019 à 15h30\n\nMis à jour le 05/02/2019",
        "Conférence de presse de la ministre",
        "2019-02-04",
        updated="2019-02-05",
    ),
]


def read(page: Page) -> Transcript:
    return parse(f"{page.header}\n\n{page.body}\n".encode())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_an_unseen_publishers_header_is_read(page: Page) -> None:
    got = read(page)
    assert (got.title, got.date and got.date.isoformat(), got.updated and got.updated.isoformat()) == (
        page.title,
        page.date,
        page.updated,
    )
    assert (got.location, got.delivery, got.excerpt) == (page.place, page.delivery, page.excerpt)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_of_an_unseen_publishers_header_is_speech(page: Page) -> None:
    labels = [turn.label for turn in read(page).turns]
    assert labels == (["THE MODERATOR", "Q", "IDA FALK"] if "IDA" in page.body else ["QUESTION", "MS. RUIZ"])
