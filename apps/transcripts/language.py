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
_SHARED = frozenset(
    word for word, times in Counter(w for words in SMALL_WORDS.values() for w in words).items() if times > 1
)
"""Words of several languages (``no``, ``que``, ``и``) decide nothing."""
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 60_000
LEAST_EVIDENCE = 3
"""So many of its own small words a text must hold to be in another language than English."""


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in; English where too little speaks for another."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    counts = Counter(_WORD.findall(text[middle : middle + SAMPLE].casefold()))
    own = {code: words - _SHARED for code, words in SMALL_WORDS.items()}
    found = {code: sum(counts[word] for word in words) for code, words in own.items()}
    best = max(own, key=lambda code: found[code] / len(own[code]))
    return best if found[best] >= LEAST_EVIDENCE else "en"
