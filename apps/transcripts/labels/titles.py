"""Titles and offices of many countries and trades, as data: a word more is a word in a table.

They join the tables of ``grammar``.  None of them is ever a person's name, alone or abbreviated.
"""

from collections.abc import Sequence

from ..tables import phrases_of

OFFICES: frozenset[str] = (
    phrases_of(
        """
    first lady | second lady | first gentleman | second gentleman | crown prince | crown princess | emperor | empress
    emir | sultan | his majesty | her majesty | his holiness | holy father | première dame | primera dama
    primeira-dama | kronprinz | kronprinzessin
    tánaiste | minister of state | minister for state | ministerial adviser | chief minister | deputy chief minister
    cabinet secretary | permanent secretary | chief whip | speaker of the house | deputy leader | opposition leader
    board member | executive board member | committee member
    member for | federal member for | state member for | local member | member of parliament | council member
    leader of the opposition | deputy mayor | lord mayor | councillor | alderman | party leader | co-leader
    secretary of health | home minister | health minister | education minister | transport minister
    interior minister | trade minister | energy minister | environment minister | agriculture minister
    justice minister | economy minister | vice premier | deputy premier | permanent representative
    high commissioner for refugees | executive secretary | resident coordinator | rapporteur | special rapporteur
    president of the court | chief of staff | deputy chief of staff | deputy chief | assistant chief | chief constable
    deputy chief constable | assistant chief constable | assistant commissioner | deputy commissioner
    detective superintendent | detective chief inspector | detective inspector | chief superintendent
    chief inspector | detective sergeant | detective | garda commissioner | deputy sheriff | fire commissioner
    battalion chief | incident commander | station officer | police commissioner | petty officer | staff sergeant
    wing commander | group captain | squadron leader | air commodore | commodore | brigadier-general | major-general
    lieutenant-general | lieutenant-colonel | district attorney | deputy district attorney
    assistant district attorney | state's attorney | prosecutor | state attorney | chief prosecutor
    public prosecutor | chief justice | defense attorney | defence lawyer | solicitor general | coroner
    medical examiner | chief executive officer | chief financial officer | chief operating officer
    chief technology officer | chief medical officer | chief health officer | chief scientist
    chief scientific officer | chief scientific adviser | chief scientific advisor | chief nursing officer
    chief risk officer | chief investment officer | chief commercial officer | senior advisor | senior adviser
    special advisor | special adviser | policy advisor | policy adviser | health advisor | health adviser
    medical adviser | medical advisor | chief adviser | chief advisor | chief marketing officer
    chief communications officer | chief of police | medical director | managing partner | founder | co-founder
    cofounder | vice-chair | vice-chairman | deputy chair | head of communications | head of investor relations
    communications director | cfo | coo | cto | cio | cmo | cso | dg | ddg | evp | svp | igp | dig | dcp | commr | dcm
    cm | dy cm | team manager | assistant coach | assistant manager | interim coach | interim manager | vice-captain
    vice captain | team principal | team boss | sporting director | director of football | race director
    technical director | head trainer | goalkeeper | midfielder | archbishop | chancellor of the exchequer
    flight director | lead flight director | mission manager | project scientist | principal investigator
    program manager | programme manager | project manager | launch director | astronaut | cosmonaut
    chief meteorologist | meteorologist | epidemiologist | state epidemiologist | state geologist | seismologist
    coordinator | superintendent of schools | headteacher | school principal
    rapporteure | rapporteur général | rapporteure générale | rapporteur spécial | rapporteure spéciale
    vocero presidencial | vocera presidencial | portavoz presidencial | portavoz del gobierno | portavoz adjunto
    portavoz adjunta
    chief counsel | general counsel | corporation counsel | legal counsel | chief engineer | chief negotiator
    chief spokesperson | chief spokesman | chief spokeswoman | chief veterinary officer | chief data officer
    chief legal officer | chief people officer | chief climate officer | chief investigator | chief strategy officer
    harbourmaster | harbormaster | harbour master | harbor master | fire marshal | state fire marshal | warden
    """
    )
    | phrases_of(
        """
    general manager | assistant general manager | team captain | club captain | co-captain | goalkeeping coach
    goalkeeper coach | first team coach | associate head coach | offensive coordinator | defensive coordinator
    athletic director | director of athletics | director of football operations | club president | club chairman
    club secretary | president of basketball operations | president of baseball operations
    president of hockey operations | president of football operations | head of performance | crew chief
    performance director | national coach | national team coach | caddie | race engineer | tournament director
    """
    )
    | phrases_of(
        """
    the court | his honour | her honour | his honor | her honor | chief judge | presiding judge | district judge
    circuit judge | county judge | magistrate judge | administrative law judge | bankruptcy judge | senior judge
    presiding justice | associate justice | lord justice | lady justice | lord chief justice | lady chief justice
    mr justice | mrs justice | magistrate | chief magistrate | registrar | deputy registrar | court clerk
    clerk of the court | county clerk | bailiff | court reporter | defense counsel | defence counsel
    lead counsel | special counsel | state prosecutor | county attorney | city attorney | county prosecutor
    assistant united states attorney | public defender | president of the tribunal | advocate general
    vorsitzender richter | vorsitzende richterin | präsident des gerichts | gerichtssprecher | gerichtssprecherin
    président du tribunal | présidente du tribunal | procureur général | procureure générale | avocat général
    avocate générale | juge d'instruction | greffier | greffière | fiscala | magistrado presidente
    """
    )
    | phrases_of("u.s attorney | us attorney | assistant u.s attorney | united states attorney | u.s marshal")
    | phrases_of("ag | dag | aag | asg | usg | secdef | secstate")
    | phrases_of(
        """
    präsidenten | bundespräsidenten | ministerpräsidenten | bundeskanzlers | bundesministers | außenministers
    premierministers
    """
    )
    | phrases_of(
        """
    landeshauptmann | landeshauptfrau | landesrat | landesrätin | bürgermeister | bürgermeisterin | oberbürgermeister
    oberbürgermeisterin | regierungssprecherin | pressesprecher | pressesprecherin | vizekanzler | vizekanzlerin
    bundesrat | bundesrätin | bundespräsidentin | senatorin | staatsminister | staatsministerin | landrat | landrätin
    intendantin | vorständin | direktor
    direktorin | geschäftsführer | geschäftsführerin | polizeipräsident | polizeipräsidentin | staatsanwalt
    staatsanwältin | oberstaatsanwalt | oberstaatsanwältin | trainerin | cheftrainer | cheftrainerin | kapitän
    staatspräsident | staatspräsidenten | staatspräsidentin
    kapitänin | sportdirektor | sportdirektorin | bundestrainer | bundestrainerin | botschafter | botschafterin
    generalleutnant | generalmajor | brigadegeneral | generalinspekteur | oberst | oberstleutnant | flottillenadmiral
    vizepräsident | vizepräsidentin | vizedirektor | vizedirektorin | generaldirektor | generaldirektorin
    vorstandsvorsitzender | vorstandsvorsitzende | finanzvorstand | parteivorsitzender | parteivorsitzende
    parteichef | parteichefin | bundesvorsitzender | bundesvorsitzende | landesvorsitzender | landesvorsitzende
    fraktionsvorsitzender | fraktionsvorsitzende | fraktionschef | fraktionschefin | generalsekretärin
    bundesgeschäftsführer | bundesgeschäftsführerin | regierungsrat | regierungsrätin | stadträtin
    polizeidirektor | polizeidirektorin | polizeioberrat | polizeioberrätin | polizeisprecher | polizeisprecherin
    polizeivizepräsident | polizeivizepräsidentin | polizeihauptkommissar | polizeihauptkommissarin
    kriminaldirektor | kriminaldirektorin | kriminaloberrat | kriminaloberrätin | kriminalhauptkommissar
    kriminalhauptkommissarin | erster kriminalhauptkommissar | erste kriminalhauptkommissarin | einsatzleiter
    einsatzleiterin | branddirektor | branddirektorin | leitender oberstaatsanwalt | leitende oberstaatsanwältin
    staatsschreiber | staatsschreiberin | stadtschreiber | stadtschreiberin | stadtpräsident | stadtpräsidentin
    regierungspräsident | regierungspräsidentin | landammann | gemeindepräsident
    gemeindepräsidentin | polizeikommandant | polizeikommandantin | kantonsarzt | kantonsärztin
    kapitän zur see | fregattenkapitän | korvettenkapitän | vizeadmiral | konteradmiral | hauptmann
    gouverneurin | bkin | bkn | bmn | stsin | stn | lh | lhin | lh-stv | lhstv | vk | vkin | pm'in | regspr
    """
    )
    | phrases_of(
        """
    ministre d'état | ministre déléguée | ministre délégué | ministre de l'intérieur | ministre de la santé
    vice-premier ministre | vice-première ministre | vice-président | vice-présidente | mairesse | préfet | préfète
    maire
    procureur | procureure | procureur de la république | directeur | directrice | directeur général
    directrice générale | gouverneure | ambassadrice | commissaire européen | chancelière | secrétaire générale
    haute représentante | députée | député | sénateur | sénatrice | conseiller | conseillère | entraîneur
    entraîneuse | sélectionneur | sélectionneuse | avocate | présidente-directrice générale | pdg | dga
    porte-parole du gouvernement | colonel | amiral | général | générale | général de brigade | général de division
    général d'armée | général de corps d'armée | contre-amiral | vice-amiral | lieutenant-colonel | commandant
    commandante | capitaine | chef d'état-major | cheffe d'état-major | chef d'état-major des armées
    """
    )
    | phrases_of(
        """
    ministro de estado | viceministro | viceministra | vicepresidenta | primera ministra | presidente del gobierno
    presidenta del gobierno | ministra portavoz | secretaria general | gobernador electo | jefe de gabinete
    jefa de gabinete | jueza | magistrada | magistrado | consejera portavoz | delegado del gobierno
    delegada del gobierno | lehendakari | president de la generalitat | entrenador | entrenadora | seleccionador
    seleccionadora | capitán | capitana | intendente | senadora | diputado | diputada | coronel | superintendente
    subdelegado | subdelegada | subdelegado del gobierno | subdelegada del gobierno
    rectora | presidente municipal | comisario | comisaria | comisario jefe | comisaria jefa | comisario principal
    comisaria principal | comisario general | comisaria general | inspectora | inspector jefe | inspectora jefa
    inspectora jefe | subinspector | subinspectora | subcomisario | subcomisaria | jefe superior | jefa superior
    teniente | teniente coronel | subgobernador | subgobernadora | vicegobernadora | consejero delegado
    consejera delegada | presidente ejecutivo | presidenta ejecutiva | secretario de organización
    secretaria de organización | coordinador general | coordinadora general | portavoz parlamentario
    portavoz parlamentaria | director deportivo | directora deportiva | director técnico | directora técnica
    fiscal regional | fiscal nacional | fiscal jefe | fiscal jefa | delegado especial | concejal | concejala
    """
    )
    | phrases_of(
        """
    presidente del consiglio | ministro dell'interno | sottosegretario | sottosegretaria | sindaco | sindaca
    assessore | assessora | governatore | governatrice | commissario | commissaria | prefetto | questore | procuratore
    procuratrice | allenatore | allenatrice | capitano | capitana | direttore | direttrice | direttore generale
    direttore sportivo | amministratore delegato | amministratrice delegata | portavoce | segretario | segretaria
    segretario generale | generale | colonnello | rettore | rettrice | prefeito | prefeita | governador | governadora
    secretário | secretária | ministra | treinador | treinadora | técnica | capitão | primeiro-ministro
    primeira-ministra | chanceler | diretor | diretora
    """
    )
    | phrases_of(
        """
    pradhan mantri | mukhyamantri | menteri | presiden | gubernur | kapolri | panglima | perdana menteri
    statsminister | utrikesminister | finansminister | statsråd | statssekretær | byråd | premiérminister
    minister-president | burgemeester | wethouder | staatssecretaris | woordvoerder | bondscoach
    """
    )
)
"""Offices, trades and their abbreviations, before a name or alone."""

ENGLISH_OFFICES: frozenset[str] = frozenset(
    """
    president minister commissioner ambassador governor chairman chairwoman chair chancellor representative spokesman
    spokeswoman spokesperson senator congressman congresswoman mayor premier
    """.split()
)
"""Offices that no Romance language spells so."""

HONORIFICS: frozenset[str] = frozenset(
    """
    seri yb yab yang berhormat tengku d/supt d/insp d/sgt d/chief h.e hrh excellency
    excelencia excellence exzellenz eccellenza highness a/prof a/professor assoc.prof eminence
    dato' datin tun puan
    encik pak bapak ibu bung kyai haji hajjah ustaz syed shrimati kumari thiru janab begum pandit swami mullah
    sheikh shaikh sheikha alhaji alhaja otunba mallam mzee ndugu mwalimu engr barr hon'ble adv atty fr msgr mgr
    ayatollah insp det pte cpl lcpl csm scpo lcdr ltc ltg lt.col col.sgt gp.capt wg.cdr sqn.ldr flt cmsgt msgt tsgt
    ssgt dci dsu assoc maître dipl-ing dr.in mag mag.a univ-prof ddr dkfm komm-rat hofrat hofrätin frl dott dott.ssa
    dottoressa dottore avv onorevole cav prof.ssa professoressa professore dña lcda lcdo abog arq gral cnel engº dra
    profa pr pre me exmo exma fru frøken rouva dhr mevr pani gospodin gospodja tovarishch bayan sayın
    """.split()
)
"""What is put before a name."""

RANKS: dict[str, str] = {
    short: rank
    for line in """
    supt = superintendent | insp = inspector | sgt = sergeant | ssgt = staff sergeant | lt = lieutenant
    capt = captain | cpt = captain | maj = major | col = colonel | ltc = lieutenant colonel | gen = general
    ltg = lieutenant general | brig = brigadier | adm = admiral | cmdr = commander | cdr = commander | det = detective
    d/supt = detective superintendent | dsu = detective superintendent | dci = detective chief inspector
    d/insp = detective inspector | d/sgt = detective sergeant | gov = governor | sec = secretary | sen = senator
    rep = representative | amb = ambassador | pres = president | cllr = councillor
    gral = general | cnel = coronel | dott = doctor | dr = doctor | prof = professor | prof.ssa = professoressa
    """.strip().splitlines()
    for pair in line.split("|")
    for short, rank in [pair.strip().split(" = ")]
}
"""What an abbreviated title before a name is in full."""

TRADES: frozenset[str] = frozenset(
    """
    analyst officer head partner founder co-founder counsel moderator host engineer coach trainer captain manager master
    analyst strategist economist professor lecturer researcher scientist epidemiologist virologist meteorologist
    geologist seismologist astronaut cosmonaut pilot skipper midfielder goalkeeper striker forward defender winger
    driver rider player athlete nurse physician doctor surgeon midwife paramedic pharmacist veterinarian lawyer attorney
    solicitor barrister prosecutor accountant auditor actuary architect planner teacher principal headteacher dean
    rector chancellor provost resident owner proprietor chef fisherman farmer investigator inspector detective
    firefighter adviser advisor consultant spokesperson organiser organizer activist author historian photographer
    chairperson treasurer secretary coordinator co-ordinator commissioner ombudsman ombudswoman harbourmaster
    superintendent supervisor foreman lead interpreter student
    allenatore giocatore entrenador entrenadora capitán jugador jugadora entraîneur capitaine joueur joueuse trainerin
    kapitän spieler spielerin
    """.split()
)
"""What somebody does, as the last word of a title: ``Harbour Master``; nobody asks for such a house."""

NAMELESS: frozenset[str] = frozenset(
    """
    analyst investor shareholder trainer driver rider player skipper defender striker keeper referee umpire teammate
    anchor presenter interviewer interviewee announcer caller commentator editor producer columnist
    judge court counsel clerk juror defendant plaintiff attorney lawyer witness prosecution defense defence
    constable garda officer dean rector provost principal rabbi imam cardinal pastor chaplain
    doctor nurse surgeon scientist engineer expert lecturer teacher mother father husband wife son daughter
    fahrer spieler spielerin richter verteidiger anwalt anwältin arzt ärztin leiter chef chefin gast moderatorenteam
    pilote joueur joueuse juge maire avocat médecin invité invitée président-directeur
    juez fiscal piloto jugador jugadora técnico médico invitado invitada abogado abogada conductor conductora
    pilota giocatore giocatrice giudice medico avvocato ospite mister arbitro
    english french german spanish italian arabic russian chinese language translation
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""What somebody does, or what a line is about, where it stands alone as a label: nobody's name."""

POSTNOMINALS: frozenset[str] = frozenset(
    "mp mps msp mla mlc mna mpp td tds mep qc kc sc obe cbe mbe kbe dbe esq phd frs ao oam mc".split()
)
"""Letters behind a name: ``Ana Ruiz MSP``."""

PORTFOLIOS: frozenset[str] = frozenset(
    """
    transport transportation health foreign affairs finance defence defense trade industry education justice
    interior home environment energy agriculture fisheries labour labor employment manpower culture sport sports
    tourism science technology innovation research housing infrastructure development planning economy economic
    economics communications communication digital information media youth women children families family aged care
    social services security emergency management immigration migration citizenship border protection veterans
    veterans' police treasury climate change water resources mines mining petroleum forestry land lands urban rural
    regional indigenous disability skills training small business customs public works administration local
    government space aviation shipping ports railways roads cooperation coordination law sustainability commerce
    investment integration reform oceans arts heritage equality finanzen inneres verteidigung gesundheit wirtschaft
    arbeit soziales bildung forschung umwelt justiz verkehr landwirtschaft klimaschutz familie familien frauen
    jugend europa kultur digitales tourismus auswärtiges finances intérieur défense santé économie travail éducation
    recherche environnement transports affaires étrangères budget logement industrie énergie écologie européennes
    hacienda sanidad defensa educación trabajo economía justicia igualdad cultura transportes agricultura exteriores
    relaciones energía ambiente salud seguridad gobernación economia finanze interno difesa salute istruzione
    giustizia lavoro esteri trasporti internal external exterior emergencies seniors communities community forests
    state war natural national service european international relations civil consumer food welfare pensions revenue
    terrorism counterterrorism intelligence financial nonproliferation nuclear cyber cybersecurity
    asuntos europe europea europeos unión cooperación derechos sociales inclusión migraciones vivienda consumo
    universidades ciencia innovación transición ecológica presidencia pesca alimentación política
    francophonie numérique outre-mer armées solidarités transition solidaire agroalimentaire enseignement supérieur
    jeunesse mer pêche comptes publics ville ruralité aménagement territoires partenariat commerce extérieur
    policía bomberos tráfico polizei feuerwehr
    esportes fazenda saúde educação exteriores cidades relações exteriores planejamento
    maritime power homeland work industrial strategy levelling human religious religion cabinet parliamentary regions
    """.split()
)
"""What a minister is for; the name follows it: ``Minister for Foreign Affairs and Trade Ana Ruiz``."""
PORTFOLIO_JOINTS: frozenset[str] = frozenset("and & the of for y e et und de la des du l' di del".split())


def portfolio_end(words: Sequence[str], at: int) -> int:
    """Where the portfolio that begins at this word ends; ``at`` itself where none does."""
    end = at
    for number in range(at, len(words)):
        word = words[number].casefold().rstrip(",").replace("’", "'").removesuffix("'s")
        word = word[2:] if word[:2] in ("l'", "d'") else word
        if word in PORTFOLIOS:
            end = number + 1
        elif word and word not in PORTFOLIO_JOINTS:
            break
    return end
