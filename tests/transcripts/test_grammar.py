"""The grammar of labels, line by line: what each form says about who speaks."""

import pytest

from apps.transcripts.labels.grammar import Voice
from apps.transcripts.labels.matching import match
from apps.transcripts.labels.outlets import looks_like_outlet

LABELS = [
    # line, label as printed, voice, office, name, affiliation
    ("Q: Why?", "Q", Voice.ASKS, None, None, None),
    ("Q    Why?", "Q", Voice.ASKS, None, None, None),
    ("Q. Why?", "Q", Voice.ASKS, None, None, None),
    ("Q. - Why?", "Q", Voice.ASKS, None, None, None),
    ("Qr: Why?", "Qr", Voice.ASKS, None, None, None),
    ("QUESTION.  Why?", "QUESTION", Voice.ASKS, None, None, None),
    ("Question [Lund News]: Why?", "Question [Lund News]", Voice.ASKS, None, None, "Lund News"),
    ("QUESTION (Jo Lind of LNN): Why?", "QUESTION (Jo Lind of LNN)", Voice.ASKS, None, None, "Jo Lind of LNN"),
    ("PREGUNTA: ¿Por qué?", "PREGUNTA", Voice.ASKS, None, None, None),
    ("Zusatzfrage: Warum?", "Zusatzfrage", Voice.ASKS, None, None, None),
    ("Frage Lunder Zeitung: Warum?", "Frage Lunder Zeitung", Voice.ASKS, None, None, "Lunder Zeitung"),
    ("Frage Die Welt: Warum?", "Frage Die Welt", Voice.ASKS, None, None, "Die Welt"),
    ("Pregunta El País: ¿Y?", "Pregunta El País", Voice.ASKS, None, None, "El País"),
    ("Gabinete de prensa: Gracias.", "Gabinete de prensa", Voice.MODERATES, None, None, None),
    ("Medienstelle (Jo Lind): Bitte.", "Medienstelle (Jo Lind)", Voice.MODERATES, None, None, "Jo Lind"),
    ("Inspectora jefa Ana Ruiz: Sí.", "Inspectora jefa Ana Ruiz", None, "inspectora jefa", "Ana Ruiz", None),
    ("Vizepräsident Dr. Ruiz: Ja.", "Vizepräsident Dr. Ruiz", None, "vizepräsident", "Ruiz", None),
    ("PREGUNTA, SIN IDENTIFICAR: ¿Y?", "PREGUNTA, SIN IDENTIFICAR", Voice.ASKS, None, None, None),
    ("Reporterin 2: Wann?", "Reporterin 2", Voice.ASKS, None, None, None),
    ("FRAGE AN KAPITÄNIN ANA RUIZ: Wie?", "FRAGE AN KAPITÄNIN ANA RUIZ", Voice.ASKS, None, None, None),
    ("Question for Ana Ruiz: Why?", "Question for Ana Ruiz", Voice.ASKS, None, None, None),
    ("Pregunta para la ministra Ruiz: ¿Y?", "Pregunta para la ministra Ruiz", Voice.ASKS, None, None, None),
    ("Intendente de la Policía Local (Jo Lind): No.", "Intendente de la Policía Local (Jo Lind)",
     None, "intendente", None, "Jo Lind"),
    ("FISCAL ANA RUIZ: Sí.", "FISCAL ANA RUIZ", None, "fiscal", "ANA RUIZ", None),
    ("RUIZ.- La última: Radio Lund.", "RUIZ", None, None, "RUIZ", None),
    ("PRESIDENTA DE NORLANDIA, ANA RUIZ.- Buenas tardes. Y ahora: todo.", "PRESIDENTA DE NORLANDIA, ANA RUIZ",
     None, "presidenta", "ANA RUIZ", None),
    ("Moderator: Next.", "Moderator", Voice.MODERATES, None, None, None),
    ("SPEAKER 2: Yes.", "SPEAKER 2", Voice.UNKNOWN, None, None, None),
    ("THE PRESIDENT: Yes.", "THE PRESIDENT", None, "president", None, None),
    ("LE PRÉSIDENT : Oui.", "LE PRÉSIDENT", None, "président", None, None),
    ("THE MINISTER - Yes.", "THE MINISTER", None, "minister", None, None),
    ("SG: Yes.", "SG", None, "sg", None, None),
    ("CALLER: Yes?", "CALLER", Voice.ASKS, None, None, None),
    ("Pr Ana Ruiz : Oui.", "Pr Ana Ruiz", None, None, "Ana Ruiz", None),
    ("Me Ana Ruiz : Oui.", "Me Ana Ruiz", None, None, "Ana Ruiz", None),
    ("BOARD MEMBER ANA RUIZ: Yes.", "BOARD MEMBER ANA RUIZ", None, "board member", "ANA RUIZ", None),
    ("DG Ruiz - No. Fish: none left.", "DG Ruiz", None, "dg", "Ruiz", None),
    ("Le Progrès : Pourquoi ?", "Le Progrès", Voice.ASKS, None, None, "Le Progrès"),
    ("CHAIR RUIZ.  Good afternoon.", "CHAIR RUIZ", None, "chair", "RUIZ", None),
    ("VICE PRESIDENT RUIZ: Yes.", "VICE PRESIDENT RUIZ", None, "vice president", "RUIZ", None),
    ("President of Norland Ana Ruiz: Yes.", "President of Norland Ana Ruiz", None, "president", "Ana Ruiz", None),
    ("SENIOR OFFICIAL ONE: Yes.", "SENIOR OFFICIAL ONE", None, "senior official", None, None),
    ("THE COURT: Sit down.", "THE COURT", None, "the court", None, None),
    ("MADAM REGISTRAR: The next case.", "MADAM REGISTRAR", None, "registrar", None, None),
    ("PRESIDING JUDGE RUIZ: Yes.", "PRESIDING JUDGE RUIZ", None, "presiding judge", "RUIZ", None),
    ("DEFENSE COUNSEL RUIZ: No.", "DEFENSE COUNSEL RUIZ", None, "defense counsel", "RUIZ", None),
    ("GENERAL MANAGER RUIZ: Yes.", "GENERAL MANAGER RUIZ", None, "general manager", "RUIZ", None),
    ("Team Captain Ana Ruiz: Yes.", "Team Captain Ana Ruiz", None, "team captain", "Ana Ruiz", None),
    ("Goalkeeper Coach Ruiz: Yes.", "Goalkeeper Coach Ruiz", None, "goalkeeper coach", "Ruiz", None),
    ("A.RUIZ: Yes.", "A.RUIZ", None, None, "A. RUIZ", None),
    ("L’INTERPRÈTE : Pardon.", "L’INTERPRÈTE", Voice.OTHER, None, None, None),
    ("MR. McADAM: Yes.", "MR. McADAM", None, None, "McADAM", None),
    ("Ana Ruiz (Lund News): Why?", "Ana Ruiz (Lund News)", None, None, "Ana Ruiz", "Lund News"),
    ("Ana Ruiz [Lund News]: Why?", "Ana Ruiz [Lund News]", None, None, "Ana Ruiz", "Lund News"),
    ("Ms. Ana Ruiz, Deputy Envoy: Yes.", "Ms. Ana Ruiz, Deputy Envoy", None, None, "Ana Ruiz", "Deputy Envoy"),
    ("Jo van der Lind: Yes.", "Jo van der Lind", None, None, "Jo van der Lind", None),
    ("**Ana Ruiz:** Yes.", "Ana Ruiz", None, None, "Ana Ruiz", None),
    ("Ana Ruiz: (00:13)", "Ana Ruiz", None, None, "Ana Ruiz", None),
    ("Ana Ruiz (00:13): Yes", "Ana Ruiz", None, None, "Ana Ruiz", None),
    ("[00:13] Ana Ruiz: Yes", "Ana Ruiz", None, None, "Ana Ruiz", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "printed", "voice", "office", "name", "affiliation"), LABELS)
def test_a_label_is_taken_apart(
    line: str, printed: str, voice: Voice | None, office: str | None, name: str | None, affiliation: str | None
) -> None:
    label = match(line)
    assert label is not None
    assert (label.printed, label.voice, label.office, label.name, label.affiliation) == (
        printed, voice, office, name, affiliation,
    )  # fmt: skip


OUTLETS = [
    "Kaap Nuus",
    "Fjord Spotlight",
    "Harian Nusa",
    "Reuters",
    "the Guardian",
    "El País",
    "Lund News",
    "Küstenpost",
    "lundtoday.com",
    "LNN",
]
NO_OUTLETS = ["Ana Ruiz", "US", "Fish and Timber"]


@pytest.mark.parametrize("name", OUTLETS)
def test_an_outlet_is_told_by_its_name(name: str) -> None:
    assert looks_like_outlet(name)


@pytest.mark.parametrize("name", NO_OUTLETS)
def test_what_is_no_outlet_is_not_taken_for_one(name: str) -> None:
    assert not looks_like_outlet(name)


@pytest.mark.parametrize("line", ["Ana Ruiz: (00:13)", "Ana Ruiz (00:13): Yes", "[00:13] Ana Ruiz: Yes"])
def test_a_time_code_is_read_beside_the_label(line: str) -> None:
    label = match(line)
    assert label is not None
    assert label.time == "00:13"


@pytest.mark.parametrize(
    "line",
    [
        "Media Briefing: The harbour",
        "Medienkonferenz des Rates: Der Hafen",
        "Rueda de prensa | Ana Ruiz: Un puerto",
        "Media Office: 1234", "Question for Dr. Ruiz. You said so.",
        "This includes:", "Dear Jonas,", "10:30 is the time.", "https://example.org: a page", "At 10:30 we met.",
        "We said: no.", "“Stop,” he said: never.", "There are three points: one", "And so: yes", "Questions",
        "Last updated: 4 March", "A year ago we met.", "NATO. An alliance.", "Issued on: 4 March", "e.g.: this",
        "LUND BOWL: NORTH v SOUTH SIDE", "Señor presidente: ¿por qué?", "Mr. President: why?",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert match(line) is None
