"""The words that tell one kind of header line from another, as data: one more is one more word in a table."""

import re

from ..tables import any_of

EVENT = any_of(
    """
    press conference | news conference | media conference | presser | press point | press gaggle | gaggle | doorstep
    press briefing | media briefing | news briefing | daily briefing | background briefing | noon briefing | briefing
    press statement | statement | statements | joint statement | opening statement | introductory statement
    press call | media call | conference call | media teleconference | telebriefing | tele-briefing
    press teleconference | press availability | media availability | media session
    press session | media scrum | press scrum | media stand-up | press stand-up | media opportunity | post-match
    pre-match | media conference | press meet | press interaction | media interaction | huddle | q and a
    speaks with media | speaks to media | speaks to the media | speaks to the press
    speaks to reporters | speaks with reporters
    press remarks | remarks | media roundtable | press encounter | press stakeout | stakeout | press event
    press opportunity | press meeting | town hall | fireside chat | speech | address | interview | conversation with
    q&a | questions and answers | questions & answers | transcript of
    earnings call | results call | investor call | analyst call | results conference | investor day | webcast
    conférence de presse | point de presse | déclaration | déclarations | discours | entretien | allocution
    intervention
    conferencia de prensa | rueda de prensa | versión estenográfica | declaración | declaraciones | discurso
    entrevista | mensaje
    comparecencia | pressefoyer | medienkonferenz | pressegespräch | mediengespräch | medientermin
    presseunterrichtung | bundespressekonferenz | conférence conjointe | point presse | mêlée de presse
    palabras de | palabras del | rueda de preguntas | ronda de preguntas | vocería | vocerías
    punto de prensa | contacto con la prensa
    atención a medios | encuentro con la prensa | corte de prensa | incontro con la stampa
    pk | spieltags-pk | pressetalk | pressetermin | presseauftritt | press huddle | media huddle | media conference call
    conversation presse | rencontre avec la presse | mixed zone | presentation to the press
    persconferentie | presskonferens | pressträff | pressekonferanse | pressemøde | tiedotustilaisuus
    pressekonferenz | regierungspressekonferenz | pressestatement | pressestatements | erklärung
    rede | interview mit | mitschrift | conferenza stampa | dichiarazioni | punto stampa | intervento del
    coletiva de imprensa | entrevista coletiva | declarações
    прес-конференція | пресс-конференция | брифінг | брифинг | заява | заявление
    """,
    before=r"(?<!\w)",
    after=r"(?!\w)",
)
"""A title names the event with one of these."""

CONTINUES_TITLE = any_of(
    """
    by | with | at | during | following | ahead of | before | after | of | and | on | in | from | the | for | aboard
    en route | par | avec | à | lors | suite | sur | au | du | de | con | de la | del | en | tras | desde
    von | mit | nach | zum | zur | anlässlich | über | im | am | re | in re
    """,
    before=r"",
    after=r"\b",
)
"""A line that begins so goes on with the title above it."""

DELIVERY = any_of(
    """
    spoken through | spoken via | speaking through | delivered through | via interpret | via an interpret | spoken in
    as translated | as interpreted | as transcribed
    as delivered | as prepared | as recorded | as given | as spoken | check against delivery | verbatim | unrevised
    interpretation | interpreted | through an interpret | through interpret | simultaneous | translation | translated
    unofficial | original in | in english | edited | rush transcript | en español | transcripción | traducción
    interprétation | traduction | traduit | dolmetscher | übersetzung | interpretación | traducido
    prononcé | seul le prononcé | es gilt das gesprochene | auto-captioned | lightly edited | machine
    """,
    before=r"[(\[]\s*(?P<note>(?:[\w-]+,\s)?",
    after=r"[^()\[\]]{0,120})[)\]]",
)
"""How the words were spoken or taken down, in brackets."""

_SPOKEN = (
    r"(?P<note>as delivered|as prepared for delivery|(?:check(?:ed)?|verify) against delivery|rush transcript"
    r"|unofficial (?:transcript|translation)|(?:seul )?le prononcé fait foi|es gilt das gesprochene wort)[.!]?"
)
DELIVERY_LINE = re.compile(rf"[\"'“‘]?{_SPOKEN}[\"'”’]?(?:\s+(?:sperrfrist|embargo)\b.{{0,80}})?", re.I)
"""The same as a whole line without brackets."""
DELIVERY_AT_END = re.compile(rf"\s?[;,–—-] {_SPOKEN}$", re.I)
"""The same behind a title."""

CORRECTED = re.compile(
    r"(?:corrected|correction)(?: (?:copy|transcript|version))?\s*:"
    r"|[(\[]?(?:(?:corrected|revised) (?:copy|transcript|version)|(?:version|transcription) corrigée"
    r"|(?:versión|transcripción) corregida|(?:korrigierte|berichtigte) (?:fassung|mitschrift))[)\]]?$",
    re.I,
)

NOTE = re.compile(
    r"[(\[]?(?:(?:please |important )?note|n\.?b\.?|nota bene|disclaimer|update|hinweis|anmerkung"
    r"|bitte beachten(?: sie)?|remarque|à noter|nota|avis|aviso|observación)\s?:\s*\S",
    re.I,
)
"""A note of whoever published, above the speech; in the speech such a word may be said."""

EXCERPT = re.compile(
    r"[(\[]?\b(?:excerpts?|extracts?|extraits?|extractos?|auszüge|auszug|fragmentos?)\b\s*[)\]]?\s*$", re.I
)
ELLIPSIS = re.compile(r"(?:\.\s*){3}|…|\[\s*(?:\.\s*){3}\]|\[…\]|\*\s*\*\s*\*")

SPEAKERS_KEY = re.compile(
    r"(?:speakers?(?: key)?|key to speakers|(?:call |conference )?participants?|present(?:ers)?|attendees|in attendance"
    r"|briefers?|panel(?:l?ists)?|sprecher(?:in|innen)?|teilnehme(?:r(?:in|innen)?|nde)|intervenants?|présents?|oradores|ponentes"
    r"|participantes?|partecipanti|relatori"
    r"|sprecherinnen und sprecher"
    r"|intervienen|intervinientes|asisten|asistentes|comparecen|mitwirkende|podium|referent(?:en|innen))\s*:",
    re.I,
)
"""The value of such a key names who speaks."""
TOPICS_KEY = re.compile(
    r"(?:topics?|subjects?|themen|thema|sujets?|thèmes?|temas?|temi|keywords|key(?: words| topics)?|contents"
    r"|mots[- ]clés|schlagwörter|palabras clave|parole chiave)\s*:",
    re.I,
)
"""The value of such a key may be long."""
PLACE_KEY = re.compile(r"(?:place|venue|location|where|ort|lieu|lugar|luogo|local)\s*:\s*(?P<place>\S.*)", re.I)
"""The value of such a key is where it took place."""
HEADER_KEY = re.compile(
    r"(?:date|time|when|start|end|duration|length|contents?|prepared remarks|opening remarks|reference|contacts?"
    r"|source|language|datum|uhrzeit|zeit|heure|durée|fecha|hora|data|ora|kind)\s*:",
    re.I,
)
"""Such a key above the speech is no speaker."""
EDITORS = re.compile(
    r"(?:the )?following (?:is|are|transcript)\b|transcript (?:provided|courtesy|was|has been)"
    r"|transcript (?:prepared|produced|compiled|made) by\b|\bnot an official record\b"
    r"|\b(?:here is|below is|read|this is) (?:the|a|an) (?:\S+ ){0,4}transcript"
    r"|(?:lightly )?edited for (?:length|clarity)"
    r"|(?:letterlijke|woordelijke) (?:tekst|weergave) van"
    r"|the original (?:text|transcript|version) is in"
    r"|^la (?:réunion|séance|conférence(?: de presse)?) (?:est ouverte|commence|débute|a (?:commencé|débuté))\b"
    r"[^.]{0,60}\.?$"
    r"|^die (?:presse|medien)konferenz (?:beginnt|begann) um\b[^.]{0,60}\.?$"
    r"|^la (?:conferencia|rueda)(?: de prensa)? (?:comienza|comenzó|empieza|empezó|inicia|inició) a\b[^.]{0,60}\.?$"
    r"|^the (?:meeting|briefing|press conference|news conference) (?:began|started|opened|commenced) at\b[^.]{0,60}\.?$"
    r"|\babre (?:el turno|la (?:rueda|ronda|comparecencia|conferencia))\b[^.]{0,40}\.?$"
    r"|\beröffnet die (?:\w*presse|\w*medien)konferenz\b"
    r"|\bthis is (?:the|a|an) (?:\S+ ){0,2}translation"
    r"|\(?die (?:ausschrift|abschrift|mitschrift|niederschrift|protokollierung)"
    r"|^\(?wörtliche (?:abschrift|mitschrift)"
    r"|\b(?:sprachlich|redaktionell|sprache) (?:bereinigt|redigiert)"
    r"|^\(?se transcribe|\blas preguntas (?:se )?han (?:sido )?editad"
    r"|\bbegrü(?:ß|ss)te? .{3,120} zu[rm] \S{0,40}(?:konferenz|gespräch|termin|runde)\.?$",
    re.I,
)
"""A sentence of whoever published the transcript, not of a speaker."""
_PRESS = r"(?:the |our )?(?:assembled |local |travelling )?(?:media|press|reporters|journalists)"
STANDFIRST = re.compile(
    rf"\b(?:(?:spoke|speaks|speaking|talked|talks|spoken) (?:to|with) {_PRESS}"
    rf"|(?:met|faced|faces|addressed|briefed) (?:with )?{_PRESS}"
    r"|(?:answered|answers|took|takes|fielded|faced|faces) (?:(?:some|the|a few) )?questions"
    r"|made the following|issued the following|(?:a|ont) fait (?:la|les) déclarations? suivantes?"
    r"|gab(?:en)? (?:die )?folgende|(?:hizo|realizó) las? siguientes?"
    r"|here(?:['’]s| is| are) (?:what|everything|every word|all|the full)|read (?:everything|every word|the full)"
    r"|hann?o? (?:parlato|risposto)|(?:a|ont) (?:répondu|parlé)|s['’]est exprimée?"
    r"|habló (?:tras|después|luego|ante|con)|la palabra completa|todo lo que dijo"
    r"|ha(?:n)? (?:respondido|hablado|comparecido)|(?:atendió a|compareció ante) los medios|im wortlaut"
    r"|(?:stellte|stellten|stellt) sich (?:den|die) (?:fragen|medien|journalisten)"
    r"|sprach(?:en)? (?:mit|vor) (?:der presse|journalisten))\b",
    re.I,
)
"""What an editor tells of those who spoke, in a paragraph above the first label."""
FIRST_PERSON = re.compile(
    r"\b(?:I|we|my|me|you|ich|wir|je|nous|vous|yo|nosotros|io|noi|thank|thanks|bonjour|gracias)\b|j['’]", re.I
)
PRONOUN = re.compile(r"(?:we|i|this|these|that|they|it|our|here|there|you|he|she)\b", re.I)
KEY = re.compile(r"(?P<key>[^\W\d_][^:•|]{1,60}?)\s*:\s*(?P<value>.*)$")
BULLET = re.compile(r"[•▪◦●‣·*–-]\s+(?P<item>.*)$|[•▪◦●‣·]$")
_TIME = re.compile(
    r"\(?(?:\d{1,2}[:.]\d\d|\d{1,2}) ?(?:[ap]\.? ?m\.?|h|hrs|hours|uhr)?"
    r" ?\(?(?:local(?: time)?|[A-Z]{2,4}T?|GMT|UTC)?\)? ?$",
    re.I,
)
LONGEST_TIME = 40


def is_time(text: str) -> bool:
    """Whether a line is a time of day and nothing else: ``9:28 P.M. CEST``."""
    return len(text) <= LONGEST_TIME and _TIME.match(" ".join(text.split())) is not None


CHROME = any_of(
    """
    cookie | cookies | newsletter | password | verification code | create an account | register | log in | login
    sign in | sign up | subscribe | javascript | skip to content | skip to main content | menu | share this | share on
    ga direct naar inhoud | ir para o conteúdo
    print this | download | follow us | privacy policy | terms of use | copyright | all rights reserved
    jump to
    broadcast-quality | email address | contact us | about us | our clients | browse by | rss | facebook | twitter
    official website | here's how you know | .gov website | search options
    """,
)
"""Furniture of a web page."""

RELEASE = re.compile(
    r"(?:for )?(?:immediate (?:release|publication|use)|general release)|embargo(?:ed)?\b.{0,40}|check against delivery"
    r"|diffusion immédiate|pour diffusion immédiate|zur sofortigen veröffentlichung|para (?:su )?publicación inmediata"
    r"|para divulgação imediata|per diffusione immediata|voor onmiddellijke publicatie",
    re.I,
)
"""When a text may be printed: never its title."""

_CRUMB = r"(?:[^>»›|/]|(?<=\d)/(?=\d))"
BREADCRUMB = re.compile(
    rf"{_CRUMB}{{1,60}}(?:(?P<sign> [>»›] | [|/] ){_CRUMB}{{1,60}})(?:(?P=sign){_CRUMB}{{1,120}}){{0,8}}"
)
"""``Home > Press > Briefings``: the way to the page, in short parts."""
FILE_FORMAT = re.compile(r"WEBVTT\b.{0,40}|(?:kind|language): \w{2,12}", re.I)
GENRE_WORDS = frozenset(
    """
    press news media conference briefing briefings release statement statements transcript transcripts transcription
    retranscription transcripción intégrale intégral íntegra
    remarks speech speeches interview presser video audio full official rush edited verbatim the of a and q&a
    point points de du des presse conférence compte rendu rueda conferencia prensa versión estenográfica transcripción
    pressekonferenz mitschrift wortprotokoll pressestatement conferenza stampa trascrizione coletiva imprensa
    """.split()
)
"""A line of these alone says what kind of text it is, not which event."""

PUBLISHER = any_of(
    """
    ministry | ministère | ministerio | ministero | ministério | ministerium | department | police | agency | authority
    bank | banco | banque | council | commission | federation | association | committee | board | institute | service
    organisation | organization | nations | parliament | government | union | newsroom | news | company | corporation
    inc | group | league | departement | eidgenössisches | consejería | fiscalía
    """,
)
"""A line with one of these may be whoever published the page, or a body that somebody speaks for."""

MASTHEAD = any_of(
    """
    city of | town of | county of | state of | republic of | kingdom of | commonwealth of | republik | königreich
    bundeskanzleramt | staatskanzlei | kanton | freistaat | land | république | royaume | república | reino de
    repubblica | regione | provincia | governo | stadt | ville de | ayuntamiento | comune di | prefeitura
    the white house | office of | press office | press service | for immediate release | embargoed | department of
    ministry of | ministry for | government of | presidency of | cabinet office | chancellery | federal government
    presidencia de | gobierno de | secretaría de | présidence de | ministère | service de presse | bundesregierung
    presseamt | bundesministerium | council of | commission | central bank | federal reserve
    """,
    before=r"^\W*(?:the )?",
)
"""A line that begins so names the publisher, not the event and not its place."""

PLACE = any_of(
    """
    room | palace | palais | house | headquarters | hq | building | hall | center | centre | hotel | airport | base
    air force | aboard | via | en route | garden | ballroom | lawn | office | pentagon | street | avenue | castle
    chamber | chambers | lounge | terrace | courtyard | tarmac | courthouse | gymnasium | villa | rathaus | saal
    kanzleramt | schloss | stadion | estadio | stade | mairie | hôtel | palazzo | sala | pressezentrum
    residence | résidence | residencia | palacio | salón | library | theater | theatre | university | studio
    stadium | arena | embassy | city | capitol | club | teleconference | videoconference | patio | salle | auditorium
    """,
)
"""A line that names where the event took place holds one of these, or is ``City, Country``."""

PERSON = re.compile(
    r"(?<!\w)(?:(?:secretary|minister|president|spokes\w+|chairman|chairwoman|chair|director|ambassador|mr|ms|mrs|dr|prof"
    r"|professor|governor|mayor|senator|commissioner|chief|coach|ceo|officer|analyst|ministre|porte-parole|mme|m\."
    r"|président|présidente|directeur|directrice|gouverneur|maire|commissaire|ministro|ministra|presidente|presidenta"
    r"|portavoz|vocero|vocera|alcalde|alcaldesa|señor|señora|sra?\.|herr|frau|ministerin|präsident|präsidentin|kanzler"
    r"|kanzlerin|bundeskanzler|bundeskanzlerin|sprecher|sprecherin|staatssekretär|staatssekretärin|on\.|dott))"
    r"(?!\w|['’]s)",
    re.I,
)
"""A line with one of these is about a person, not a place."""
BRIEFING_ROOM = re.compile(
    r"(?:press )?(?:briefing|conference) (?:room|centre|center|hall)|town hall(?= of|,|$)"
    r"|bundespressekonferenz(?=, )",
    re.I,
)
"""Here ``briefing`` names no event."""

SALUTATION = any_of(
    """
    good morning | good afternoon | good evening | hello | thank you | thanks | welcome | dear | ladies and gentlemen
    excellencies | colleagues | friends | bonjour | mesdames | messieurs | buenos días | buenas tardes | muy buenos días
    muy buenas tardes | guten morgen | guten tag | guten abend | meine damen | meine sehr | sehr geehrte
    """,
)
"""What a speech begins with."""
