"""Who reporters work for, as data: known outlets, and the words that make up the names of others."""

import re
from functools import lru_cache

KNOWN: frozenset[str] = frozenset(
    " ".join(name.split()).casefold()
    for line in """
    Reuters | AP | Associated Press | AFP | Agence France-Presse | Agence France Presse | DPA | EFE | ANSA | UPI
    TASS | ITAR-TASS
    Interfax | RIA Novosti | Xinhua | Kyodo | Jiji | Yonhap | PTI | ANI | Anadolu | APA | PAP | MTI | CTK | STT | TT
    NTB | Ritzau | Belga
    Lusa | LETA | BNS | Ukrinform | Unian | Interfax-Ukraine | Europa Press | Notimex | Bloomberg | Bloomberg News
    Dow Jones | MNI
    MarketWatch | MarketNews | Marketplace | CNBC | CNN | ABC | CBS | NBC | MSNBC | PBS | NPR | Fox | Fox News
    Fox Business | C-SPAN
    Univision | Telemundo | Newsmax | OAN | OANN | One America News | BBC | ITV | ITN | Sky | Sky News | Channel 4
    Channel Four | Channel 5
    LBC | GB News | TalkTV | RTÉ | RTE | CBC | CTV | Global | Global News | SBS | ABC News | Al Jazeera | Al Arabiya
    Al Hurra | Alhurra
    ARD | ZDF | RTL | ORF | SRF | Deutsche Welle | DW | TF1 | BFM | BFM TV | BFMTV | LCI | CNews | Europe 1 | RTBF
    VRT | VTM | NOS | RAI
    Mediaset | La7 | TVE | RTVE | Antena 3 | TVN | Polsat | NRK | TV2 | SVT | YLE | NHK | Asahi | TBS | Fuji
    CCTV | CGTN | CNA | KBS | MBC
    Televisa | TV Azteca | Azteca | Imagen | Milenio | El Universal | La Jornada | Reforma | Excélsior | Proceso
    El Financiero
    New York Times | NYT | Washington Post | Wall Street Journal | WSJ | USA Today | LA Times | L.A. Times
    Los Angeles Times | FT
    Financial Times | Guardian | Telegraph | Independent | Economist | Times | Sunday Times | Mirror | Sun
    Daily Mail | Mail | Express
    Evening Standard | Politico | Axios | Vox | Semafor | Punchbowl | The Hill | Hill | Roll Call | Newsweek | Time
    Time Magazine | Forbes
    Fortune | Barron’s | Barron's | American Banker | Bankrate | Yahoo | Yahoo Finance | Buzzfeed | BuzzFeed
    HuffPost | Huffington Post
    Daily Beast | Daily Caller | Breitbart | Washington Times | Washington Examiner | National Journal
    National Review | McClatchy
    Boston Globe | Chicago Tribune | Chicago Sun-Times | Newsday | Le Monde | Le Figaro | Libération | Les Echos
    La Croix | L'Express
    Spiegel | Der Spiegel | Die Zeit | Die Welt | Welt | Bild | Handelsblatt | FAZ | Süddeutsche | Tagesspiegel
    taz | Stern | Focus
    El País | El Mundo | ABC Spain | La Vanguardia | Corriere della Sera | Repubblica | La Repubblica | La Stampa
    Il Sole 24 Ore | De Morgen
    De Standaard | Le Soir | De Telegraaf | NRC | Volkskrant | Aftenposten | VG | Politiken | Berlingske
    Dagens Nyheter | Svenska Dagbladet
    Helsingin Sanomat | Rzeczpospolita | Gazeta Wyborcza | Kommersant | Izvestia | Vedomosti | Haaretz
    Jerusalem Post | Hürriyet
    Asahi Shimbun | Yomiuri Shimbun | Yomiuri | Mainichi | Mainichi Shimbun | Nikkei | Sankei | Japan Times
    Straits Times | MediaCorp
    South China Morning Post | SCMP | Global Times | China Daily | People's Daily | Times of India | The Hindu
    Hindustan Times | NDTV
    Voice of America | VOA | Radio Free Europe | RFE/RL | RFI | Radio France | France 24 | France Inter
    France Info | Euronews | EurActiv
    Euractiv | EUobserver | Agence Europe | Jane’s | Jane's | Janes | Defense News | Defense One | Breaking Defense
    Stars and Stripes
    Military Times | Inside Defense | Aviation Week | ESPN | Athletic | The Athletic | Sports Illustrated | L'Équipe
    Marca | Kicker | NRC
    Deutsche Presse-Agentur | Süddeutsche Zeitung | Frankfurter Allgemeine | Frankfurter Allgemeine Zeitung | NZZ
    Neue Zürcher Zeitung | Der Standard | Die Presse | n-tv | RND | Deutschlandfunk | DLF | WDR | NDR | MDR | SWR
    Le Parisien | Ouest-France | Le Point | L'Obs | Mediapart | L'Humanité | La Tribune | Sud Ouest | La Libre
    Cadena SER | COPE | Onda Cero | La Sexta | Telecinco | El Confidencial | elDiario.es | La Razón | El Periódico
    Le Progrès | Le Soleil | Le Devoir | Le Temps | Le Télégramme | L'Est Républicain | La Voix du Nord | Nice-Matin
    Tribune de Genève | Radio-Canada | Keystone-ATS | Keystone-SDA | RTS | RMC | M6 | France 2 | France 3
    Jeune Afrique | TV5 Monde | TV5Monde | Canadian Press | Presse canadienne | Globe and Mail | Delfi | Polskie Radio
    SABC | SABC News | eNCA | News24 | Newzroom Afrika | Daily Maverick | Sowetan
    Puls 24 | Puls 4 | ServusTV | Kronen Zeitung | Kleine Zeitung | Salzburger Nachrichten | Tiroler Tageszeitung | oe24
    RSI | Radio Télévision Suisse | Tages-Anzeiger | Bayerischer Rundfunk | rbb | ntv | epd | KNA
    Sat.1 | ProSieben | t-online | Augsburger Allgemeine | Münchner Merkur | Stuttgarter Zeitung | Westfalenpost
    Servimedia | RNE | Radio Nacional | Canal Sur | À Punt | Levante-EMV
    Diario Sur | Mundo Deportivo | Telemadrid | TV3 | ETB | El Español
    La Voz de Galicia | El Correo | OKdiario | Vozpópuli | Ámbito | Ámbito Financiero | Página 12 | Página/12 | Télam
    C5N | Todo Noticias | Radio Mitre | Radio Cooperativa | Biobío | Radio Biobío | Radio Bío Bío | T13 | Chilevisión
    RPP | Blu Radio | El Espectador | Caracol Radio | Noticias Caracol | El Economista
    Infobae | Clarín | La Nación | El Tiempo | El Comercio | El Mercurio | La Tercera | Folha de S.Paulo | O Globo
    """.strip().splitlines()
    for name in line.split("|")
)
"""Outlets that are met all over the world, compared without case and without a leading "the"."""

NAME_PARTS: frozenset[str] = frozenset(
    """
    news press times post journal herald tribune gazette chronicle telegraph globe star observer courier mirror
    examiner bulletin daily
    weekly sunday evening morning radio television tv media magazine agency network networks broadcasting broadcast
    channel newspaper
    newspapers newswire newswires wire wires business finance financial economist report reports reporter today
    world national public online
    digital podcast service services group shimbun zeitung nachrichten rundfunk anzeiger tageblatt morgenpost blatt
    agentur agence presse
    monde figaro canal chaîne agencia noticias diario periódico prensa heraldo jornal giornale corriere gazzetta
    dagblad dagbladet tidende voz
    ledger dispatch sentinel inquirer advertiser argus courrier dépêche écho hebdo revue kurier rundschau merkur
    abendblatt tagblatt tageblatt volksblatt anzeiger bote fernsehen correo gaceta mattino messaggero folha correio
    nuus nyheter nyheder nyhetsbyrå uutiset sanomat haber gazete gazetesi harian berita balita pahayagan khabar
    tsushin hoso notícias gazeta wiadomości noviny zpravodaj hírek vesti novosti fm
    financiero financiera económico cronista informador semanario televisión televisora emisora noticiero noticieros
    informativo informativos telediario televisão televisione radiotelevisión radiotelevisione radiotelevisão
    independent guardian broadcaster pravda liberty insider
    avisen krant nieuws studios productions books review insider politics capitol hill spotlight .com
    """.split()
)
"""A capitalised name that holds one of these words is an outlet's: ``Nightly Business Report``."""

PLACES: frozenset[str] = frozenset(
    " ".join(name.split()).casefold()
    for line in """
    Afghanistan | Albania | Algeria | Argentina | Armenia | Australia | Austria | Azerbaijan | Bangladesh | Belarus
    Belgium | Bolivia
    Bosnia | Brazil | Bulgaria | Canada | Chile | China | Colombia | Croatia | Cuba | Cyprus | Czech Republic
    Denmark | Egypt | England
    Estonia | Ethiopia | Finland | France | Georgia | Germany | Ghana | Greece | Hungary | Iceland | India
    Indonesia | Iran | Iraq
    Ireland | Israel | Italy | Japan | Jordan | Kazakhstan | Kenya | Kosovo | Kuwait | Latvia | Lebanon | Libya
    Lithuania | Luxembourg
    Macedonia | Malaysia | Malta | Mexico | Moldova | Montenegro | Morocco | Netherlands | New Zealand | Nigeria
    Norway | Pakistan
    Peru | Philippines | Poland | Portugal | Qatar | Romania | Russia | Saudi Arabia | Scotland | Serbia | Singapore
    Slovakia | Slovenia
    South Africa | South Korea | Spain | Sudan | Sweden | Switzerland | Syria | Taiwan | Thailand | Tunisia | Turkey
    Ukraine
    United Kingdom | United States | Uzbekistan | Venezuela | Vietnam | Wales | Yemen | Zimbabwe
    Amsterdam | Athens | Berlin | Brussels | Bucharest | Budapest | Chicago | Copenhagen | Dublin | Geneva | Kiev
    Kyiv | Lisbon | London
    Los Angeles | Madrid | Moscow | New York | Oslo | Paris | Prague | Riga | Rome | Stockholm | Tallinn | Texas
    Tokyo | Vienna | Vilnius
    Warsaw | Washington | Washington DC | West Virginia | North Carolina | South Carolina | New Mexico | New Jersey
    New Hampshire | North Dakota | South Dakota | Arizona | Nevada | Oregon | Virginia | Maryland | Pennsylvania
    Massachusetts | Connecticut | Wisconsin | Minnesota | Illinois | Louisiana | Tennessee | Kentucky | Alabama
    White House | Middle East | Latin America | North America | South America | Ciudad de México | Estado de México
    Nuevo León | Baja California | Estados Unidos | North Korea | Hong Kong | California | Florida | Ohio | Michigan
    Europe | Africa | Asia | America | Quebec | Québec | Ontario | British Columbia | Alberta | Manitoba | Nova Scotia
    New South Wales | Queensland
    """.strip().splitlines()
    for name in line.split("|")
)
"""Where somebody is from is no outlet."""

WITHOUT_OUTLET: frozenset[str] = frozenset("freelance freelancer independent".split())
"""What a reporter who works for nobody is printed with."""

_SHORT_WORDS = frozenset("Bild Hill Mail Sky Sun Time Welt taz dpa epd ntv n-tv rbb oe24 Fox Vox Fuji".split())
_ACRONYM = re.compile(r"(?:[A-Z][A-Z&/]{1,5}\d?|[A-Z]{1,4}-[A-Z]{2,5}|[A-Z]{2,4}TV)$")
_COMPOUND = re.compile(
    r"[A-ZÄÖÜ][\wäöüß-]+(?:zeitung|post|blatt|anzeiger|rundfunk|funk|nachrichten|kurier|presse|avisen|bladet|posten|tidende)$"
)
"""German names of papers are one word: ``Küstenpost``."""
_INNER_WORD = re.compile(r"[A-Z][a-z]+")
_SITE = re.compile(r"[\w-]+\.(?:com|org|net|co\.uk|de|fr|es|it|eu|tv)$", re.I)
_SERVES_PRESS = re.compile(
    r"\b(?:(?:media|press|public) (?:relations|affairs|information|office|team)|relations (?:presse|publiques|médias)"
    r"|service (?:de )?presse|direction de la communication)$",
    re.I,
)
_NO_OUTLET = frozenset(
    "US USA UK EU UN NATO U.S. U.K. U.N. FBI CIA FDA CDC NIH HHS WHO FEMA PPE CARES OK TV Q A I II III".split()
)


def is_known(name: str) -> bool:
    """Whether the name is an outlet's beyond doubt."""
    bare = name.strip().removeprefix("the ").removeprefix("The ")
    if len(bare) <= 4 and not bare.isupper() and bare not in _SHORT_WORDS:
        return False
    return bare.casefold() in KNOWN or bare.casefold().replace("’", "'") in KNOWN


def is_outlet(name: str) -> bool:
    """Whether the name is an outlet's: known, or with a word such as "news"; initials alone may be another body's."""
    return is_known(name) or any(word.casefold() in NAME_PARTS or _COMPOUND.match(word) for word in name.split())


def serves_press(name: str) -> bool:
    """``Port Media Relations``: a department that asks nothing."""
    return _SERVES_PRESS.search(name) is not None


@lru_cache(maxsize=1024)
def looks_like_outlet(name: str) -> bool:
    """Whether the words of a name are those of an outlet: known, an acronym, a web site, or ``... News``."""
    bare = name.strip().removeprefix("the ").removeprefix("The ")
    if not bare or bare in _NO_OUTLET or serves_press(bare):
        return False
    words = re.findall(r"[\w.'’&/-]+", bare)
    return (
        is_known(bare)
        or any(part in NAME_PARTS for word in words for part in (word.casefold(), word.casefold().partition("-")[0]))
        or (len(words) == 1 and _ACRONYM.match(bare) is not None)
        or (len(words) == 1 and _glued(bare))
        or any(_SITE.match(word) or _COMPOUND.match(word) for word in words)
        or any(is_known(word) for word in words[:1] if len(words) > 1)
        or (len(words) > len(("France", "3")) and words[1].isdigit() and is_known(" ".join(words[:2])))
    )


def _glued(word: str) -> bool:
    """``NewsWorld``: words run together, one of them an outlet's."""
    parts = _INNER_WORD.findall(word)
    return len(parts) > 1 and "".join(parts) == word and any(part.casefold() in NAME_PARTS for part in parts)
