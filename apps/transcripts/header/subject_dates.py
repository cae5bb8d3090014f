"""Dates that belong to what is spoken of: ``Remarks on the attacks of 11 September 2001``."""

import re

from ..tables import either
from .words import EVENT

HAPPENINGS = r"""
    attacks?|derailments?|collisions?|sinking|outbreak|landslide|eruption|blackout|bombings?|shootings?|killings?|massacres?|murders?|assassinations?|explosions?|fires?|accidents?|crash(?:es)?
    disasters?|earthquakes?|floods?|storms?|hurricanes?|tsunami|collapse|wars?|invasion|ceasefire|coup|revolution|uprising
    treat(?:y|ies)|accords?|agreements?|declaration of independence|elections?|referend(?:um|a)|anniversary|liberation
    deaths?|laws?|acts?|resolutions?|rulings?|judge?ments?|incidents?|events|tragedy|terror|riots?|protests?
    attentats?|attaques?|fusillade|incendie|explosion|accident|séisme|tremblement|inondations?|guerre|traités?
    coup d['’]état|élections?|référendum|anniversaire|mort|lois?|événements|tempête|catastrophe|drame
    anschl(?:ag|äge[ns]?)|attentats?|angriff[es]?|unfall[s]?|unglücks?|brand(?:es)?|erdbebens?|flut|krieg(?:es)?|putsch
    vertrag(?:es|s)?|abkommens?|wahl(?:en)?|jahrestag(?:es|s)?|todes?|gesetz(?:es)?|urteils?|ereignisse
    atentados?|ataques?|incendio|explosión|accidente|terremoto|inundaciones|guerra|golpe|tratado|acuerdos?|elecciones
    referéndum|aniversario|muerte|ley|sucesos|tragedia|huracán
    """
_HAPPENING = either(HAPPENINGS)
"""What happened on a day that is not the conference's."""
_HAPPENED = re.compile(rf"\b(?:{_HAPPENING})\b", re.I)
_MEETING = (
    r"(?:summit|meeting|talks|session|council|conference|visit|sommet|réunion|conseil|visite|gipfels?|treffens?|sitzung"
    r"|besuchs?|cumbre|reunión|sesión|consejo|visita)"
)
_AFTER = r"(?:after|following|since|at the end of|après|à l['’]issue|à la suite|suite|nach|im anschluss|tras|después)"
_OF = r"(?:of|of the|dated|signed on|du|de|d['’]|vom|des|del|de la)"
_ARTICLE = r"(?:the|la|le|les|die|der|den|dem|das|el|los|las)"
_OF_HAPPENING = re.compile(rf"\b(?:{_HAPPENING})(?: [^\s,;:–—]+){{0,4}} {_OF}\s*$", re.I)
_SINCE = re.compile(
    r"\b(?:(?:years?|months?|weeks?|days?|decades?) (?:after|since|on from|before)|since"
    r"|(?:jahre|monate|wochen|tage) nach(?: dem)?|seit(?: dem)?|(?:ans|mois|jours) après(?: le)?|depuis(?: le)?"
    r"|(?:años|meses|días) después (?:del|de)|desde(?: el)?|until|up to|in force (?:from|on)|effective(?: from)?"
    r"|(?:half|quarter|year) to|jusqu['’]au|à partir du|ab(?: dem)?|hasta(?: el)?|a partir del)\s*$",
    re.I,
)
_AFTER_MEETING = re.compile(rf"\b{_AFTER} (?:[^\s,;:–—]+ ){{0,5}}{_MEETING}(?: [^\s,;:–—]+){{0,5}} {_OF}\s*$", re.I)
_ABOUT_THE = re.compile(rf"\b(?:on|about|regarding|concerning|over|sur|über|zu|sobre|{_AFTER}) {_ARTICLE}\s*$", re.I)
_HAPPENING_BEHIND = re.compile(rf"\s+(?:[^\s,;:–—]+ ){{0,2}}(?:{_HAPPENING})\b", re.I)
_MEETING_BEHIND = re.compile(rf"\s+(?:[^\s,;:–—]+ ){{0,2}}{_MEETING}\b", re.I)
_WORD_BEHIND = re.compile(r"\s+[^\W\d_]{4}")
_TOPIC_KEY = re.compile(r"(?:subjects?|topics?|re|about|betreff|thema|objet|sujet|asunto|tema|oggetto)\s?:", re.I)
LONGEST = 300


def happened_then(before: str, behind: str) -> bool:
    """Whether what is spoken of happened on the day between these words: ``the treaty of 1 April 1949``."""
    before = before[-LONGEST:]
    if any(one.search(before) for one in (_OF_HAPPENING, _SINCE)) or _TOPIC_KEY.match(before):
        return True
    if not _ABOUT_THE.search(before):
        return False
    if _HAPPENING_BEHIND.match(behind):
        return True
    return _WORD_BEHIND.match(behind) is not None and not (EVENT.search(behind) or _MEETING_BEHIND.match(behind))


def follows_meeting(before: str, behind: str) -> bool:
    """Whether a meeting was then that the event came after: ``following the summit of 1 April 2020``."""
    before = before[-LONGEST:]
    told = _ABOUT_THE.search(before) is not None and _MEETING_BEHIND.match(behind) is not None
    return told or _AFTER_MEETING.search(before) is not None


def is_happening(text: str) -> bool:
    """``FREIGHT TRAIN DERAILMENT, CALDER FALLS``: something that happened, be it with its place."""
    return _HAPPENED.search(text) is not None


def is_unfinished(above: str) -> bool:
    """Whether a line breaks off before the day of what happened: ``Remarks on the attacks of``."""
    return _OF_HAPPENING.search(above) is not None or _AFTER_MEETING.search(above) is not None
