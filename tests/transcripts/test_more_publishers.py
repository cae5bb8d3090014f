"""More headers of publishers nobody has shown the parser: boards, courts of sport, councils, palaces; all invented."""

import pytest

from .test_publishers import Page, read

SPEECH = "Good morning. We met today and agreed on three things."
ASKED = "QUESTION: Why?\n\nMS. RUIZ: Because."
PAGES = [
    Page(
        "council stakeout",
        "UNITED NATIONS\nSecurity Council Media Stakeout\n\n"
        "Ambassador Jo Berg, Permanent Representative of Norland\n\n4 March 2019\nNew York",
        "Security Council Media Stakeout",
        "2019-03-04",
        "New York",
        body=ASKED,
    ),
    Page(
        "bank of several countries",
        "PRESS CONFERENCE\nAna Ruiz, President of the NCB,\nJo Berg, Vice-President of the NCB\n"
        "Lund am Main, 4 March 2019\n\nJump to the transcript of the questions and answers",
        "PRESS CONFERENCE",
        "2019-03-04",
        "Lund am Main",
        body=SPEECH,
    ),
    Page(
        "fund with a list of speakers",
        "International Fund > News > Transcript\n\n"
        "Transcript of March 2019 Fiscal Monitor Press Briefing\n\nMarch 4, 2019\n\nSPEAKERS:\n\n"
        "ANA RUIZ, Director of the Fiscal Department\n\nJO BERG, Deputy Director\n\n"
        "MODERATOR: KIM LIND, Communications Officer",
        "Transcript of March 2019 Fiscal Monitor Press Briefing",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "department",
        "Department Press Briefing – March 4, 2019\n\nANA RUIZ, DEPARTMENT SPOKESPERSON\n\n"
        "DEPARTMENT PRESS BRIEFING\n\nWASHINGTON, DC\n\nMARCH 4, 2019\n\n1:17 p.m. EST",
        "Department Press Briefing",
        "2019-03-04",
        "WASHINGTON, DC",
        body=ASKED,
    ),
    Page(
        "day in brackets",
        "Transcript of Weekly Media Briefing by the Official Spokesperson (March 04, 2019)\nMarch 05, 2019",
        "Transcript of Weekly Media Briefing by the Official Spokesperson",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "council remarks",
        "Brussels, 4 March 2019\n\n"
        "Remarks by President Ana Ruiz at the joint press conference with Prime Minister Berg\n\n"
        "'Check against delivery'",
        "Remarks by President Ana Ruiz at the joint press conference with Prime Minister Berg",
        "2019-03-04",
        "Brussels",
        delivery="Check against delivery",
        body=SPEECH,
    ),
    Page(
        "high representative",
        "Press release\n4 March 2019\nBrussels\n"
        "Press remarks by High Representative Jo Berg upon arrival\n\nLast update: 05/03/2019 - 10:12",
        "Press remarks by High Representative Jo Berg upon arrival",
        "2019-03-04",
        "Brussels",
        updated="2019-03-05",
        body=ASKED,
    ),
    Page(
        "council of ministers",
        "Roma, 4 marzo 2019\n\n"
        "Conferenza stampa del Presidente Conti al termine del Consiglio dei ministri\n\n"
        "Pubblicato il 5 marzo 2019",
        "Conferenza stampa del Presidente Conti al termine del Consiglio dei ministri",
        "2019-03-04",
        "Roma",
        body=SPEECH,
    ),
    Page(
        "palace",
        "Entrevista coletiva do Presidente João Prado - Brasília (DF)\n\n"
        "Publicado em 05/03/2019 18h22\n\nPalácio do Porto, 04 de março de 2019",
        "Entrevista coletiva do Presidente João Prado - Brasília (DF)",
        "2019-03-04",
        "Palácio do Porto",
        body=ASKED,
    ),
    Page(
        "town hall with a full stop",
        "Versión estenográfica. Conferencia de prensa de la alcaldesa Ana Ruiz\n\nCiudad de Lund, 4 de marzo de 2019.",
        "Versión estenográfica. Conferencia de prensa de la alcaldesa Ana Ruiz",
        "2019-03-04",
        "Ciudad de Lund",
        body=ASKED,
    ),
    Page(
        "cabinet",
        "Conferencia de prensa del jefe de Gabinete, Jo Berg\n\nLunes 4 de marzo de 2019\n\nCasa Azul, Buenos Aires",
        "Conferencia de prensa del jefe de Gabinete, Jo Berg",
        "2019-03-04",
        "Casa Azul, Buenos Aires",
        body=ASKED,
    ),
    Page(
        "motor race",
        "Thursday Press Conference Transcript – Lund\n07.03.19\n\nDRIVERS: Ida FALK (Berg), Jo LIND (Nord)",
        "Thursday Press Conference Transcript – Lund",
        "2019-03-07",
        body=ASKED,
    ),
    Page(
        "football",
        "Post-match press conference: Lund v Malmö\n\nMonday 4 March 2019, 23.10 CET\n\nHarbour Stadium, Lund",
        "Post-match press conference: Lund v Malmö",
        "2019-03-04",
        "Harbour Stadium, Lund",
        body=ASKED,
    ),
    Page(
        "investor call",
        "Falk SE\nAnalyst and Investor Call\nFull Year 2018 Results\n4 March 2019 | 10:00 CET\n\n"
        "CORPORATE PARTICIPANTS\n\nAna Ruiz Falk SE - CEO\nJo Berg Falk SE - CFO",
        "Analyst and Investor Call",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "state cabinet",
        "Mitschrift der Pressekonferenz nach der Kabinettssitzung\n\n"
        "vom Montag, dem 4. März 2019, 14:30 Uhr\n\n"
        "Teilnehmer: Ministerpräsidentin Berg, Minister Falk",
        "Mitschrift der Pressekonferenz nach der Kabinettssitzung",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "one line",
        "Bern, 04.03.2019 - Rede von Bundesrätin Ana Berg; es gilt das gesprochene Wort",
        "Rede von Bundesrätin Ana Berg",
        "2019-03-04",
        "Bern",
        delivery="es gilt das gesprochene Wort",
        body=SPEECH,
    ),
    Page(
        "palace in the evening",
        "Conférence de presse\n\nLundi 4 mars 2019 – 17h30\n\nPalais de la Loire, Tours\n\nCompte rendu intégral",
        "Conférence de presse",
        "2019-03-04",
        "Palais de la Loire, Tours",
        body=ASKED,
    ),
    Page(
        "ordinal day",
        "Remarks by Mayor Ruiz on the Fourth Street Fire\n\nMonday, the 4th of March 2019, 10:15 a.m.",
        "Remarks by Mayor Ruiz on the Fourth Street Fire",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "machine time",
        "Mayor's daily briefing\n2019-03-04T10:00:00Z",
        "Mayor's daily briefing",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "embargo",
        "EMBARGOED UNTIL 10:00 A.M. MARCH 4, 2019\n\nOpening Statement by Governor Ruiz",
        "Opening Statement by Governor Ruiz",
        "2019-03-04",
        body=SPEECH,
    ),
    Page(
        "immediate release",
        "FOR IMMEDIATE RELEASE\nMarch 5, 2019\n\n"
        "TRANSCRIPT: Governor Ruiz Holds Briefing on the Flood\n\nHeld: March 4, 2019",
        "Governor Ruiz Holds Briefing on the Flood",
        "2019-03-04",
        body=ASKED,
    ),
    Page(
        "markdown keys",
        "# Press briefing on the flood\n\n**Date:** 4 March 2019  \n**Location:** Lund City Hall  \n"
        "**Speakers:** Ana Ruiz, Jo Berg\n\n---",
        "Press briefing on the flood",
        "2019-03-04",
        "Lund City Hall",
        body=ASKED,
    ),
    Page(
        "modified",
        "Media Q&A with Minister Ruiz\n\nModified on 5 March 2019\n\n4 March 2019 at 09:30 in Lund",
        "Media Q&A with Minister Ruiz",
        "2019-03-04",
        place="Lund",
        updated="2019-03-05",
        body=ASKED,
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_one_more_unseen_publishers_header_is_read(page: Page) -> None:
    got = read(page)
    days = (got.date and got.date.isoformat(), got.updated and got.updated.isoformat())
    assert (got.title, *days, got.location, got.delivery) == (
        page.title,
        page.date,
        page.updated,
        page.place,
        page.delivery,
    )
    assert [turn.label for turn in got.turns] == (["QUESTION", "MS. RUIZ"] if page.body == ASKED else [None])
