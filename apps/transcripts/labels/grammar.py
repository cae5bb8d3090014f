"""The grammar of speaker labels, as data.

A label is WHO, perhaps an affiliation in brackets or after a comma, perhaps a time code, and a closer:

    Ana Ruiz (Daily Post):      MS. RUIZ:      Q   (spaces)      CHAIR RUIZ.  (full stop)      Ana Ruiz: (00:13)

To teach the parser a new word, add it to one of the tables below and a line to
``tests/transcripts/test_grammar.py``.  Everything is compared without case and full stops.
"""

from enum import StrEnum

from ..tables import phrases_of
from . import titles


class Voice(StrEnum):
    """What a nameless label says about who speaks."""

    ASKS = "asks"
    ANSWERS = "answers"
    MODERATES = "moderates"
    UNKNOWN = "unknown"
    OTHER = "other"


VOICES: dict[str, Voice] = {
    word: voice
    for voice, words in {
        Voice.ASKS: """
            q | qr | qs | j | p | f | question | questions | questioner | followup | follow-up | follow up | reporter
            reporters
            press | media | the press | the media | journalist | correspondent | audience | audience member
            inaudible question
            pregunta | periodista | reportero | reportera | prensa | interlocutor | interlocutora
            contrapregunta | repregunta | rückfrage | anschlussfrage | relance | supplementary question
            reporterin | reporterinnen | journalisten | journalistinnen | zwischenfrage
            frage | zusatzfrage | zusatz | nachfrage | zuruf | journalistin | fragesteller | fragestellerin
            journaliste | la presse | domanda | giornalista | pergunta | jornalista | vraag | pytanie | вопрос
            питання
            caller | callers | anrufer | anruferin | auditeur | auditrice
            """,
        Voice.ANSWERS: """
            a | answer | response | r | réponse | respuesta | antwort | risposta | resposta | antwoord
            """,
        Voice.MODERATES: """
            moderator | the moderator | moderators | operator | host | facilitator | emcee | mc | staff | aide
            white house aide
            press office | press service | press team
            announcer | modérateur | modératrice | le modérateur | la modératrice | moderador | moderadora
            moderatorin | moderation | presentador | presentadora | vorsitzender | vorsitzende | moderatore
            coordinator | call coordinator | conference coordinator | conference operator | media coordinator
            media manager | media officer | press manager | press chief | jefe de prensa | jefa de prensa
            responsable de prensa | chef de presse | cheffe de presse | attaché de presse | attachée de presse
            responsable presse | addetto stampa | addetta stampa | capo ufficio stampa | assessor de imprensa
            assessora de imprensa | pressechef | pressechefin | pressereferent | pressereferentin | persvoorlichter
            gespreksleider | medienstelle | pressestelle | gabinete de prensa | oficina de prensa | service de presse
            servicio de prensa | equipo de prensa | departamento de prensa | ufficio stampa
            """,
        Voice.UNKNOWN: """
            participant | participants | participante | participantes | speaker | speakers
            unidentified | unidentified speaker | unknown
            unknown speaker | inaudible speaker | unidentified female speaker | unidentified male speaker
            unidentified male | unidentified female | remark | voice | voices | male speaker | female speaker
            male voice | female voice | man | woman | male | female | intervención | intervenant | intervenante
            """,
        Voice.OTHER: """
            interpreter | translator | voz mujer | voz hombre | voz de mujer | voz de hombre | voz masculina
            voz femenina | voz en off
            l'interprète | le traducteur | la traductrice
            interprete | intérprete | interprète | dolmetscher | dolmetscherin | voz | voces | voix | des voix | video
            narrator | crowd | group | all | both | several speakers | varios
            """,
    }.items()
    for word in (w.strip() for line in words.strip().splitlines() for w in line.split("|"))
}
"""Nameless voices.  A number or letter after them counts them: ``SPEAKER 2``, ``Q1``, ``PARTICIPANT B``."""

UNIDENTIFIED: frozenset[str] = frozenset(
    """
    unidentified unknown unnamed inaudible female male unbekannter unbekannte
    """.split()
)
"""Words before a nameless voice: ``Unidentified journalist``."""

NOT_WHO: frozenset[str] = phrases_of(
    """
    from the web | from the internet | from online | from the floor | from the audience | from the room
    from the chat | from zoom | from the press | from the media | from social media | from a reporter | online
    via zoom | via chat | via email | by phone | by email | on the phone | off mic | off-mic | off camera | inaudible
    name not heard | name inaudible | name unknown | name not given | not identified | unidentified
    aus dem publikum | aus dem chat | aus dem netz | aus dem saal | online | ohne mikrofon
    sin identificar | no identificado | no identificada | inaudible | nicht identifiziert | unbekannt | non identifié
    non identifiée | de la salle | en ligne | hors micro | del público | del chat | por zoom | fuera de micrófono
    från webben | från salen | fra salen | fra nettet
    """
)
"""What follows a nameless voice and names nobody: ``Question from the web``, ``Reporter, name not heard``."""

OFFICES: frozenset[str] = (
    frozenset(
        word.strip()
        for line in """
    president | vice president | deputy president | president-elect | prime minister | deputy prime minister
    first minister
    minister | foreign minister | defence minister | defense minister | finance minister | minister-president
    premier | taoiseach
    foreign secretary | home secretary | chancellor | federal chancellor | vice chancellor | treasurer
    attorney-general
    secretary | secretary general | secretary-general | deputy secretary general | deputy secretary-general
    general secretary
    secretary of state | secretary of defense | secretary of defence | secretary of the treasury | under secretary
    undersecretary
    assistant secretary | deputy secretary | deputy assistant secretary | acting secretary | state secretary
    press secretary
    deputy press secretary | principal deputy press secretary | spokesman | spokeswoman | spokesperson
    deputy spokesman
    deputy spokeswoman | deputy spokesperson | official spokesperson | department spokesperson
    chair | chairman | chairwoman | chairperson | vice chair | vice chairman | governor | deputy governor
    lieutenant governor
    titular | encargado | encargada | subsecretario | jefe | jefa | consejero | consejera | vicegobernador
    director | deputy director | director general | director-general | executive director | managing director
    administrator
    deputy administrator | commissioner | executive vice-president | high representative | high commissioner
    special envoy | envoy
    ambassador | consul general | national security advisor | national security adviser | surgeon general
    attorney general
    senator | congressman | congresswoman | congressmember | representative | speaker | leader | majority leader
    minority leader
    mayor | chief | fire chief | police chief | chief executive | chief economist | ceo | head coach | coach
    captain | manager
    general | lieutenant general | major general | brigadier general | admiral | vice admiral | rear admiral | colonel
    lieutenant colonel | major | lieutenant | sergeant | commander | brigadier | marshal | air marshal
    air chief marshal
    sheriff | superintendent | inspector | judge | justice | bishop | pope | king | queen | prince | princess
    senior administration official | senior official | senior state department official | senior defense official
    administration official | official | senior military official | background briefer | briefer
    sg | dsg | pm | fm | dpm | hr/vp | hrvp | hr | vp | potus | vpotus | gensec | the sg
    président | présidente | premier ministre | première ministre | ministre | ministre des affaires étrangères
    secrétaire général
    secrétaire d'état | porte-parole | chancelier | gouverneur | ambassadeur | commissaire | haut représentant
    ministro portavoz | ministra portavoz | premierminister | premierministerin
    presidente | presidenta | vicepresidente | primer ministro | ministro | ministra | secretario | secretaria
    secretario general
    subsecretario | subsecretaria | canciller | vocero | vocera | portavoz | gobernador | gobernadora
    director general | directora general
    directora | coordinador | coordinadora | procurador | fiscal general | embajador | embajadora | almirante
    alcalde | alcaldesa
    comisionado | comisionada | jefe de gobierno | jefa de gobierno | presidente electa | comandante
    bundeskanzler | bundeskanzlerin | bundespräsident | bundesminister | bundesministerin | ministerpräsident
    ministerpräsidentin
    kanzler | kanzlerin | sprecher | sprecherin | regierungssprecher | regierungssprecherin | staatssekretär
    staatssekretärin
    außenminister | außenministerin | generalsekretär | generalsekretärin | präsident | präsidentin | minister
    ministerin
    pio | public information officer | press officer | information officer
    bk | bk'in | bp | p'in | pm'in | vk | vk'in | bm | bm'in | bmin | sts | sts'in | srs | srs'in | mp | mp'in | am
    gd | gd'in | presidente del consiglio | presidente do conselho

    """.strip().splitlines()
        for word in line.split("|")
    )
    | titles.OFFICES
)
"""Offices, before a name or alone, with or without an article: ``Chairman Ruiz``, ``THE PRESIDENT``, ``SG``."""

HONORIFICS: frozenset[str] = (
    frozenset(
        """
    l'hon rt det dep cpl adm gen col capt lt maj cmdr cdr sgt brig sec gov sen rep amb pres cllr supt
    mr mrs ms miss mx messrs dr drs doctor prof professor sir lord lady dame baroness baron madam madame mme mlle
    monsieur m hon honourable honorable rev reverend father sister shri smt datuk dato tan sri eng ing lic mtro mtra
    licenciado licenciada maestro maestra doctora herr frau señor señora señorita sr sra srta don doña senhor senhora
    signor signora ingeniero ingeniera
    """.split()
    )
    | titles.HONORIFICS
)
BEFORE_HONORIFIC: frozenset[str] = frozenset("the right most very le la his her son sa su seine ihre royal".split())
"""Words of an honorific that more words make up: ``The Right Hon. Ana Ruiz``, ``His Excellency Jo Lind``."""

ALSO_SURNAMES: frozenset[str] = frozenset(
    """
    king queen prince bishop pope major general marshal judge justice coach captain chief leader speaker manager am bm
    bk bp mp hr fm pm sts srs ag dag
    """.split()
)
"""Offices that are surnames too, so that ``John King`` stays a name."""

BEFORE_OFFICE: frozenset[str] = frozenset("the le la les el los der die das former acting interim deputy".split())

PEOPLE: frozenset[str] = frozenset(
    """
    member members aide staffer officer student guest delegate attendee child girl boy veteran worker player fan
    employee resident official officials briefer interpreter translator representative
    """.split()
)
"""What a person without a name is called in capitals: ``CREW MEMBER:``."""

ARTICLES: frozenset[str] = frozenset("the le la les l' el los las der die das den o a il".split())
PARTICLES: frozenset[str] = frozenset(
    """
    de del de' di da do dos das della der den des du la le las los van von zu zur ter ten al el bin bint ibn ben abu y
    e af av st san ap ferch
    """.split()
)
"""Small words inside a name: ``Ursula von der Leyen``."""
OF_SURNAMES: frozenset[str] = PARTICLES - frozenset("do da dos das des du la le las los al el y e af av a".split())
"""Those that only a surname begins with, where no sentence does: ``van Ruiz``."""

GENRES: frozenset[str] = frozenset(
    """
    conference conferences briefing briefings presser teleconference webcast statement statements transcript interview
    pressekonferenz medienkonferenz medienorientierung pressegespräch wortprotokoll mitschrift conférence déclaration
    rueda comparecencia conferencia declaración entrevista conferenza coletiva persconferentie presskonferens pressträff
    pressekonferanse pressemøde
    """.split()
)
"""Words for what kind of text it is, which stand before the colon of a title: ``Media Briefing: ...``."""

NOT_NAMES: frozenset[str] = GENRES | frozenset(
    """
    this that these those there here it its he she they we you i my our your his her their who what when where why how
    which and or but nor so if then because while although though since until after before during with without within
    from into for of on in at by to as is are was were be been am do does did has have had will would shall should can
    could may might must not no yes yeah well okay ok now also too very just only even still again first second third
    fourth fifth finally next last dear hello hi thanks thank please note notes warning update updated correction
    corrected source sources topic topics subject re date dated time location place venue related country countries
    program author authors title type release issued published posted distributed contact contacts email e-mail phone
    telephone fax website web url link links share print download tags category categories keywords key keywords
    summary background highlights agenda contents section part chapter page pages remarks photo image caption credit
    video audio watch read see example instance including include includes include: following follows conclusion
    introduction let's that's it's there's here's i'm we're one two three four five six seven eight nine ten another
    other both each every all number question: answer: quote unquote today tomorrow yesterday monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    north south east west but: overall moreover furthermore however therefore thus hence indeed instead meanwhile
    similarly secondly thirdly firstly lastly good better best bottom line fact point points reason reasons answer's
    problem bravo order esto este esta estos estas eso ese esa pero porque cuando como donde que qué quién y o si no
    es son fue muy más también ahora entonces fecha lugar hora tema temas fuente ejemplo nota primero segundo tercero
    ceci cela mais donc car quand comme où qui que quoi est sont très plus aussi maintenant alors lieu heure sujet
    ensuite puis enfin voilà d'abord danach zuerst zunächst anschließend schließlich luego después además finalmente
    exemple das dies diese dieser dieses aber weil wenn wie wo wer was und oder ist sind sehr auch jetzt dann datum
    ort uhrzeit thema quelle beispiel nachtrag u.s u.k u.n e.u gdp cpi im am vom zum zur mit nach bei aus http https www
    """.split()
)
"""Words that no speaker's name contains: they tell ``This includes:`` from ``Ana Ruiz:``."""

INSTITUTIONS: frozenset[str] = frozenset(
    """
    headquarters office building center centre palace hotel university airport ministry department embassy
    authority court bank fund plan program programme act committee commission union council agency organization
    organisation association institute parliament congress senate house republicans democrats americans europeans
    america europe africa asia ukraine russia china mexico méxico california florida texas israelis palestinians service
    inspectorate corps army navy force forces guard police team task
    """.split()
)
"""Words in the names of bodies and peoples, which no person's name contains either."""

SPELLED_NUMBERS: frozenset[str] = frozenset("one two three four five six seven eight nine ten".split())
