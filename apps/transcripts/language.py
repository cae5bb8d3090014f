"""Which language a transcript is in, told by its commonest small words, or by a script that only one has."""

import re
from collections import Counter

UNKNOWN = "und"
"""Undetermined, as ISO 639 has it: a language whose words are in no table here."""

SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the and of to that is we you for this are was it on have with what no do as so".split()),
    "fr": frozenset("le les des est que et dans nous vous pour une sur qui pas du au ce avec".split()),
    "de": frozenset("der die und das ist nicht wir sie den von zu auf mit ein es auch dass für".split()),
    "es": frozenset("el los las que y es en se por una con para no del lo como está más".split()),
    "it": frozenset("il che di è per non una sono del con gli della anche questo ma".split()),
    "pt": frozenset("o os que e do da em não uma para com por mais são também isso".split()),
    "uk": frozenset("і в на що та не з до це як ми про для".split()),
    "ru": frozenset("и в на что не с это как мы по для но из".split()),
    "bg": frozenset("и на да се не са ще че за от това ние който също".split()),
    "nl": frozenset("het een niet dat ook maar zijn wij wordt deze heeft naar voor aan bij onze hebben geen".split()),
    "pl": frozenset("się nie jest że na jak ale czy już przez tego oraz które są być będzie który".split()),
    "cs": frozenset("že jsme jsou není jako také které jsem bude když podle už při proto aby nebo byl".split()),
    "sk": frozenset("že sme sú nie ako tiež ktoré som keď podľa pri preto alebo aby bol budeme".split()),
    "sv": frozenset("och att är inte för på av ett också jag men vara efter kommer mycket nu".split()),
    "da": frozenset("og ikke af på også jeg men hvad være efter meget nu bliver nogle blev siger".split()),
    "no": frozenset("og ikke av på også jeg men hva være etter mye nå blir noen noe sier".split()),
    "fi": frozenset("ja ei että se ovat oli mutta myös kun joka tämä niin hän olemme mitä voi".split()),
    "hu": frozenset("az és hogy nem ez egy csak már mint azt volt vagy meg lesz ezt kell".split()),
    "ro": frozenset("și în cu nu pe este pentru care din că mai sunt să fost sau această".split()),
    "tr": frozenset("ve bir bu için ile çok olarak daha gibi değil biz ben kadar sonra olan".split()),
    "ar": frozenset("في من إلى على عن أن هذا هذه التي الذي هو مع لا كما ذلك".split()),
    "fa": frozenset("در به از که این را با است برای آن هم شد می کرد".split()),
    "ca": frozenset("els amb és més però també aquest aquesta hem dels són perquè fer molt".split()),
}
CONFERENCE_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("press conference briefing good morning afternoon thank thanks why yes because when".split()),
    "fr": frozenset("conférence presse bonjour merci monsieur madame journaliste pourquoi oui quand parce".split()),
    "de": frozenset("pressekonferenz frage guten tag herr frau danke vielen warum wann ja nein".split()),
    "es": frozenset("rueda prensa conferencia pregunta buenos buenas días gracias señor señora sí cuándo qué".split()),
    "it": frozenset("conferenza stampa domanda buongiorno grazie signor signora perché quando sì".split()),
    "pt": frozenset("coletiva imprensa pergunta bom dia obrigado obrigada senhor senhora sim".split()),
    "uk": frozenset("питання дякую доброго дня чому коли пане так".split()),
    "ru": frozenset("вопрос спасибо добрый день почему когда господин да".split()),
    "bg": frozenset("пресконференция въпрос благодаря добър ден защо кога".split()),
    "nl": frozenset("persconferentie vraag goedemorgen goedemiddag bedankt dank waarom wanneer omdat".split()),
    "pl": frozenset("konferencja prasowa pytanie dzień dobry dziękuję dlaczego kiedy ponieważ pan pani".split()),
    "cs": frozenset("tisková konference otázka dobrý děkuji děkujeme proč kdy protože pane".split()),
    "sk": frozenset("tlačová konferencia otázka dobrý deň ďakujem prečo kedy pretože".split()),
    "sv": frozenset("presskonferens pressträff fråga morgon tack varför när därför statsministern".split()),
    "da": frozenset("pressemøde pressekonference spørgsmål goddag tak hvorfor hvornår fordi".split()),
    "no": frozenset("pressekonferanse spørsmål takk hvorfor når fordi statsråden".split()),
    "fi": frozenset("tiedotustilaisuus lehdistötilaisuus kysymys hyvää huomenta päivää kiitos miksi milloin".split()),
    "hu": frozenset("sajtótájékoztató kérdés jó napot köszönöm miért mikor mert".split()),
    "ro": frozenset("conferință presă întrebare bună ziua mulțumesc când deoarece".split()),
    "tr": frozenset("basın toplantısı soru günaydın merhaba teşekkürler teşekkür ederim neden çünkü".split()),
    "ar": frozenset("صباح الخير مساء سؤال شكرا شكراً لماذا متى المؤتمر الصحفي".split()),
    "fa": frozenset("سلام صبح بخیر پرسش سوال سؤال چرا ممنون خبری".split()),
    "ca": frozenset("roda premsa pregunta bon dia gràcies per què quan".split()),
}
"""Words of greeting, asking and answering: what a page has that holds hardly a sentence."""
SCRIPTS: dict[str, re.Pattern[str]] = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
"""Scripts that hardly more than one language is written in; Japanese, which has Chinese signs too, comes first."""
_SHARED = frozenset(
    word
    for table in (SMALL_WORDS, CONFERENCE_WORDS)
    for word, times in Counter(w for words in table.values() for w in words).items()
    if times > 1
)
"""Words of several languages (``no``, ``que``, ``и``) decide nothing."""
_OWN = {code: words - _SHARED for code, words in SMALL_WORDS.items()}
_TELLING = {code: _OWN[code] | (CONFERENCE_WORDS[code] - _SHARED) for code in SMALL_WORDS}
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 60_000
LEAST_EVIDENCE = 3
"""Different words of its own that a text must hold to be in another language than English; ``von der Leyen`` is two."""
ENOUGH_WORDS = 25
"""Words of a text that is long enough to hold small words of its language."""
LEAST_SHARE = 0.04
"""Of all words the small ones of its language, at least."""
LEAST_OF_SCRIPT = 0.15


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in, or ``UNKNOWN``; English where little is said."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    sample = text[middle : middle + SAMPLE].casefold()
    if script := _by_script(sample):
        return script
    counts = Counter(_WORD.findall(sample))
    found = {code: sum(counts[word] for word in words) for code, words in _OWN.items()}
    best = max(_OWN, key=lambda code: found[code] / len(_OWN[code]))
    enough = sum(word in counts for word in _OWN[best]) >= LEAST_EVIDENCE
    if not enough:
        told = {code: sum(word in counts for word in words) for code, words in _TELLING.items()}
        best = max(_TELLING, key=lambda code: told[code])
        enough = told[best] >= LEAST_EVIDENCE
    small = sum(counts[word] for word in SMALL_WORDS[best] | CONFERENCE_WORDS[best])
    if enough and (counts.total() < ENOUGH_WORDS or small >= LEAST_SHARE * counts.total()):
        return best
    return "en" if _may_be_english(counts) else UNKNOWN


def _by_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    letters = sum(map(str.isalpha, sample))
    return next((code for code, one in SCRIPTS.items() if len(one.findall(sample)) > LEAST_OF_SCRIPT * letters), None)


def _may_be_english(counts: Counter[str]) -> bool:
    """Whether a text that no words of another language claim holds as many English ones as its length lets expect."""
    words = SMALL_WORDS["en"] | CONFERENCE_WORDS["en"]
    total, english = counts.total(), sum(counts[word] for word in words)
    if total >= ENOUGH_WORDS:
        return english >= LEAST_SHARE * total and sum(word in counts for word in words) > 1
    return english > 0 or all(map(str.isascii, counts))
