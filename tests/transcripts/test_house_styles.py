"""House styles that no gold file has: each a short page by invented people, with what must come out of it."""

import pytest

from apps.transcripts import parse

FOREIGN_MINISTRY = """Department Press Briefing – March 3, 2022

03/03/2022 07:30 PM EST

Tom Brask, Department Spokesperson

Lund, D.C.

2:04 p.m. EST

MR BRASK: Good afternoon, everyone. Let me start with one item. With that, happy to take your questions. Lena.

QUESTION: Thanks. Can you tell us what the Secretary meant yesterday?

MR BRASK: I would refer you to what he said.
"""
DEFENCE = """Fleet Press Secretary Rear Admiral Joan Pell Holds a Press Briefing

June 14, 2021

PRESS SECRETARY JOAN PELL: Good afternoon, everybody. The fleet is at sea. With that, Bob.

Q: Thank you. Has the department seen any movement of ships?

ADM. PELL: I wouldn't get into that, Bob.

STAFF: We have time for one more question.

Q: Admiral, Jo Lind with Northern Wire. Will the exercise go on?

ADM. PELL: It will.
"""
WORLD_BODY = """Daily Press Briefing by the Office of the Spokesperson

4 May 2020

The following is a near-verbatim transcript of today's noon briefing by Paul Dorn, Spokesman for the Council.

**Harbours

Good afternoon. The mission said today that it is concerned.

Spokesman:  All right, let's go to questions. Edith?

Question:  Thank you, Paul. What is the Council's reaction to this?

Spokesman:  It is following it closely.

Correspondent:  Thank you.
"""
GERMAN = """Regierungspressekonferenz vom 3. Juli 2019

Vorsitzende Berg: Guten Tag!

StS Kolb: Die Kanzlerin wird am Montag nach Lund reisen.

Frage Jansen: Herr Kolb, wann genau reist sie ab?

StS Kolb: Am Morgen.

Zusatzfrage: Und wann kommt sie zurück?

Meyer (BMI): Dazu liegen mir keine Erkenntnisse vor.
"""
FRENCH = """Conférence de presse du Président de la République à l'issue du sommet

12 juin 2018

LE PRÉSIDENT : Mesdames et messieurs, bonjour.

JOURNALISTE : Monsieur le Président, que pensez-vous de l'accord ?

LE PRÉSIDENT : C'est un bon accord.

Q - Une question sur le budget.

R - Le budget sera voté.
"""
CENTRAL_BANK = """PRESS CONFERENCE

Marie Laurent, President of the Bank of Norland,
Luis Ortega, Vice-President of the Bank of Norland

Lund, 10 September 2020

Ladies and gentlemen, we are very pleased to welcome you. We are now ready to take your questions.

* * *

Question: I have two questions. The first is on the krona. What do you make of it?

Laurent: We discussed it.

Question (Daily Post): Was the decision unanimous?

Ortega: There was a broad consensus.
"""
TALKS = """News conference following talks

March 5, 2020
18:30
Lund

President of Norland Igor Sokol: Good evening, colleagues. We have had a long talk.

Press Secretary Dmitri Volkov: Colleagues, we can take two questions. Please, go ahead.

Question: Pavel Orlov, Channel Two. Mr President, what was agreed?

Igor Sokol: We agreed on a ceasefire.

President of Sudland Recep Demir (retranslated): We agreed too.
"""
SPORT = """Lund Open

Tuesday, 9 July, 2019

Lund, Sweden

Press Conference

THE MODERATOR: Questions, please.

Q.  How do you feel after today's match?
IDA FALK:  I feel great. It was a tough match.

Q.  Was the wind a problem?
IDA FALK:  A bit. But it's the same for both.
"""
PREMIER = """Doorstop Interview - Lund

10 Aug 2020

PRIME MINISTER: Good morning, everyone. Today we announce a package.

JOURNALIST: Prime Minister, when does it start?

PRIME MINISTER: In October.

TREASURER: It is $3 billion.
"""
JAPANESE = """Press Conference by Foreign Minister MORITA Kenji

Tuesday, March 3, 2020, 3:02 p.m.

MORITA Kenji, Minister: I have one announcement today.

Reporter, Lund Shimbun, Sato: I have a question on the visit. When is it?

MORITA Kenji, Minister: It is being arranged.
"""
MARKDOWN = """# Remarks at a Media Roundtable

**Date:** 12 May 2023

**Ana Ruiz:** Thank you for coming.

**Reporter:** What changed since **last year**?

**Ana Ruiz:** A lot.
"""
RECORDING = """Ana Ruiz (00:05):
Thank you all for being here. We have news today about the harbour.

Reporter (01:12):
When does it open?

Ana Ruiz (01:15):
In May.
"""
CITY = """Transcript: Mayor Dane Holds Media Availability

March 12, 2020

Mayor Bill Dane: Good afternoon, everyone. A word on schools.

Question: Mayor, will schools close?

Mayor: Not today.

Commissioner Oda Pol, Department of Health: If I may add, we are monitoring.
"""

EXPECTED = [
    (FOREIGN_MINISTRY, "2022-03-03", [
        ("MR BRASK", "Tom Brask", None, "statement"), ("QUESTION", None, None, "question"),
        ("MR BRASK", "Tom Brask", None, "answer"),
    ]),
    (DEFENCE, "2021-06-14", [
        ("PRESS SECRETARY JOAN PELL", "Joan Pell", None, "statement"), ("Q", None, None, "question"),
        ("ADM. PELL", "Joan Pell", None, "answer"), ("STAFF", None, None, "moderator"),
        ("Q", "Jo Lind", "Northern Wire", "question"), ("ADM. PELL", "Joan Pell", None, "answer"),
    ]),
    (WORLD_BODY, "2020-05-04", [
        (None, "Paul Dorn", None, "statement"), ("Spokesman", "Paul Dorn", None, "moderator"),
        ("Question", None, None, "question"), ("Spokesman", "Paul Dorn", None, "answer"),
        ("Correspondent", None, None, "question"),
    ]),
    (GERMAN, "2019-07-03", [
        ("Vorsitzende Berg", "Berg", None, "moderator"), ("StS Kolb", "Kolb", None, "statement"),
        ("Frage Jansen", "Jansen", None, "question"), ("StS Kolb", "Kolb", None, "answer"),
        ("Zusatzfrage", None, None, "question"), ("Meyer (BMI)", "Meyer", "BMI", "answer"),
    ]),
    (FRENCH, "2018-06-12", [
        ("LE PRÉSIDENT", None, None, "statement"), ("JOURNALISTE", None, None, "question"),
        ("LE PRÉSIDENT", None, None, "answer"), ("Q", None, None, "question"), ("R", None, None, "answer"),
    ]),
    (CENTRAL_BANK, "2020-09-10", [
        (None, "Marie Laurent", None, "statement"), ("Question", None, None, "question"),
        ("Laurent", "Marie Laurent", None, "answer"), ("Question (Daily Post)", None, "Daily Post", "question"),
        ("Ortega", "Luis Ortega", None, "answer"),
    ]),
    (TALKS, "2020-03-05", [
        ("President of Norland Igor Sokol", "Igor Sokol", None, "statement"),
        ("Press Secretary Dmitri Volkov", "Dmitri Volkov", None, "moderator"),
        ("Question", "Pavel Orlov", "Channel Two", "question"), ("Igor Sokol", "Igor Sokol", None, "answer"),
        ("President of Sudland Recep Demir (retranslated)", "Recep Demir", None, "answer"),
    ]),
    (SPORT, "2019-07-09", [
        ("THE MODERATOR", None, None, "moderator"), ("Q", None, None, "question"),
        ("IDA FALK", "Ida Falk", None, "answer"), ("Q", None, None, "question"),
        ("IDA FALK", "Ida Falk", None, "answer"),
    ]),
    (PREMIER, "2020-08-10", [
        ("PRIME MINISTER", None, None, "statement"), ("JOURNALIST", None, None, "question"),
        ("PRIME MINISTER", None, None, "answer"), ("TREASURER", None, None, "answer"),
    ]),
    (JAPANESE, "2020-03-03", [
        ("MORITA Kenji, Minister", "Morita Kenji", None, "statement"),
        ("Reporter, Lund Shimbun, Sato", "Sato", "Lund Shimbun", "question"),
        ("MORITA Kenji, Minister", "Morita Kenji", None, "answer"),
    ]),
    (MARKDOWN, "2023-05-12", [
        ("Ana Ruiz", "Ana Ruiz", None, "statement"), ("Reporter", None, None, "question"),
        ("Ana Ruiz", "Ana Ruiz", None, "answer"),
    ]),
    (RECORDING, None, [
        ("Ana Ruiz", "Ana Ruiz", None, "statement"), ("Reporter", None, None, "question"),
        ("Ana Ruiz", "Ana Ruiz", None, "answer"),
    ]),
    (CITY, "2020-03-12", [
        ("Mayor Bill Dane", "Bill Dane", None, "statement"), ("Question", None, None, "question"),
        ("Mayor", "Bill Dane", None, "answer"),
        ("Commissioner Oda Pol, Department of Health", "Oda Pol", "Department of Health", "answer"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "date", "turns"), EXPECTED, ids=[text[:30].splitlines()[0] for text, _, _ in EXPECTED]
)
def test_a_house_style_without_gold_is_read(
    text: str, date: str | None, turns: list[tuple[str | None, str | None, str | None, str]]
) -> None:
    transcript = parse(text.encode())
    assert (transcript.date.isoformat() if transcript.date else None) == date
    assert [(turn.label, turn.speaker, turn.organisation, turn.kind.value) for turn in transcript.turns] == turns
