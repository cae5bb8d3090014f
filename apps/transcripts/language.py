"""Which language a transcript is in, told by its commonest small words."""

import re
from collections import Counter

SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the and of to that is we you for this are was it on have with what no do as so".split()),
    "fr": frozenset("le les des est que et dans nous vous pour une sur qui pas du au ce avec".split()),
    "de": frozenset("der die und das ist nicht wir sie den von zu auf mit ein es auch dass für".split()),
    "es": frozenset("el los las que y es en se por una con para no del lo como está más".split()),
    "it": frozenset("il che di è per non una sono del con gli della anche questo ma".split()),
    "pt": frozenset("o os que e do da em não uma para com por mais são também isso".split()),
    "uk": frozenset("і в на що та не з до це як ми про для".split()),
    "ru": frozenset("и в на что не с это как мы по для но из".split()),
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
}
"""Words of greeting, asking and answering: what a page has that holds hardly a sentence."""
_SHARED = frozenset(
    word
    for table in (SMALL_WORDS, CONFERENCE_WORDS)
    for word, times in Counter(w for words in table.values() for w in words).items()
    if times > 1
)
"""Words of several languages (``no``, ``que``, ``и``) decide nothing."""
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 60_000
LEAST_EVIDENCE = 3
"""Different words of its own that a text must hold to be in another language than English; ``von der Leyen`` is two."""


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in; English where too little speaks for another."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    counts = Counter(_WORD.findall(text[middle : middle + SAMPLE].casefold()))
    own = {code: words - _SHARED for code, words in SMALL_WORDS.items()}
    found = {code: sum(counts[word] for word in words) for code, words in own.items()}
    best = max(own, key=lambda code: found[code] / len(own[code]))
    if sum(word in counts for word in own[best]) >= LEAST_EVIDENCE:
        return best
    told = {code: sum(word in counts for word in own[code] | (CONFERENCE_WORDS[code] - _SHARED)) for code in own}
    best = max(own, key=lambda code: told[code])
    return best if told[best] >= LEAST_EVIDENCE else "en"
