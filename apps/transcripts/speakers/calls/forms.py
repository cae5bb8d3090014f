"""The shapes of sentences that call somebody, or that only look like it, as patterns of words, names and outlets."""

import re

from ...labels.grammar import NOT_NAMES
from ..spoken import GREETINGS, NAME, OUTLET
from .words import GIVES_TO, LEAD, TAIL

LEAD_ONLY = re.compile(LEAD + r"[.!?…]*")
NAME_ONLY = re.compile(rf"{LEAD}[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*){{0,2}}{TAIL}")
LATER = re.compile(r"\W*(?:and\W+)?(?:then|after that|afterwards|later)\b", re.I)
"""What begins a sentence that calls whoever comes after the one called before."""
IN_TURN = re.compile(r"\W*(?:and\W+)?(?:then|followed by|after (?:that|him|her|them),?\s+\w|afterwards)\b", re.I)
IN_ORDER = re.compile(r"\b(?:in (?:that|this) order|dans cet ordre|in dieser reihenfolge|en ese orden)\b", re.I)
BETWEEN = re.compile(r"\W*(?:(?:and|und|et|y|or|then|followed by|also)\b\W*)*", re.I)
ADDRESSES = re.compile(
    r"\W*(?:pour|von|de|del|from|für|para)\s*|.*(?:(?<!thank )you|please|here|there)\b.*\bthen\b.*", re.I
)
"""For whom or whose something is, or who comes after another: ``First you, then Jo Lind``."""
CORRECTED = re.compile(r"(?:.*[.?!]\s)?[^.?!]{2,40}\s(?:—|–|--)\s*$", re.S)
"""``Lind of — `` before ``Jo Lind of CNN``."""
NOBODY = NOT_NAMES | GREETINGS | frozenset("hey oh oop oops whoa uh ah um".split())
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,3}"
NAMES_PARTED = re.compile(r",? (?:and|or|und|oder|et|ou|y|o) |, ")
NAMES_TOGETHER = re.compile(rf"(?P<lead>{LEAD})(?P<names>{_NAME}(?:(?:{NAMES_PARTED.pattern}){_NAME}){{1,5}}){TAIL}")
"""``We have Jo Lind and Eva Holm.``"""
FIRST_PERSON = ("I'", "I’")
BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
GIVES = re.compile(
    r"\b(?:go|going|turn|move|start|begin|next|first|last|final|finally|question|questions|floor|take|hear|then|now|over"
    r"|back|ahead|nächste[rs]?|letzte|erste|frage|weiter|passons|première|dernière|prochaine|question|primera|última|próxima|siguiente|pregunta|turno|vamos|pasamos)\b",
    re.I,
)
"""Words of a lead that give the floor, so that an outlet which nobody knows may be called behind them."""
OF_HOUSE = re.compile(
    r"\b(?i:(?:gentleman|lady|woman|man|guy|colleague|reporter|journalist|correspondent|friend|person|question"
    r"|caller|kollege|kollegin|herr|dame|collègue|confrère|consœur|monsieur|compañer[oa]|colega)s?"
    r"(?:,? (?:over there|over here|right there|there|here|dort|là-bas))*,? (?:comes |goes |is )?"
    rf"(?:from|with|of|von|vom|de|du|del)\s+(?:the\s+|l['’])?){OUTLET}{TAIL}$"
)
"""``The gentleman from Timber Weekly.``"""
_POINTED_OUT = (
    r"(?:(?i:(?:the|that|this|our|la|le|die|der)\s+)?(?i:lady|gentleman|woman|man|colleague|dame|monsieur|señora?|kollege"
    r"|kollegin|herr)(?:\s[a-zà-ÿ]+){1,5},\s+)?"
)
"""``The lady in the front, Nordic Post.``"""
CALLED_OUTLET = re.compile(rf"(?P<lead>{_POINTED_OUT}{LEAD}){OUTLET}{TAIL}")
CALLED_NAME = re.compile(rf"(?P<lead>{LEAD}){NAME}{TAIL}")
OUTLET_THEN_NAME = re.compile(rf"(?P<lead>{LEAD}){OUTLET},\s+{NAME}{TAIL}")
CALLED_WITH_INITIALS = re.compile(
    rf"(?:{LEAD})(?:[A-Z]\w*\.? )?{NAME},?\s+(?i:from|with|of|de|del|du|pour|von|vom)\s+(?:the\s+|l['’])?"
    rf"(?:[a-zà-ÿ]+\s+)?(?P<outlet>[A-Z][A-Z0-9&]{{1,5}}){TAIL}"
)
"""``Mr. Jo Lind, from the agency VTA.``: initials may be any body's, but here somebody of it is called."""
_FOR_THE_PRESS = (
    r"(?:(?i:pour|for|für|para|from)\s+(?:\w+\s+){0,2}(?i:presse|press|media|medien|prensa)(?:\s+[a-zà-ÿ]+)?,\s+)?"
)
CALLED_WITH_HOUSE = re.compile(
    rf"(?P<lead>{_FOR_THE_PRESS}{LEAD})(?:(?:Mr|Ms|Mrs|Dr|Mme|Mlle|Monsieur|Madame|Herr|Frau)\.? )?{NAME},?\s+"
    rf"(?i:from|with|of|de|von|vom)\s+(?:the\s+|l['’])?(?:[a-zà-ÿ]+\s+){{0,2}}{OUTLET}{TAIL}"
)
"""``On the screen, Jo Lind from Al-Yawm Al-Jadeed.``: a house that nobody knows behind a full name."""
NO_CALL = re.compile(r"\bwas\b|\bwe call on\b", re.I)
"""``The last question was from``; whoever calls on somebody of a body may want something of it."""
GIVEN_TO_HOUSE = re.compile(
    rf"(?P<lead>{GIVES_TO.pattern}){NAME},?\s+(?i:from|with|of|at|de|del|du|von|vom)\s+(?:the\s+|l['’])?{OUTLET}{TAIL}"
)
"""``I give the floor to Jo Lind of Denik N.``"""
GIVEN_TO_NAME = re.compile(rf"(?P<lead>{GIVES_TO.pattern}){NAME}{TAIL}")
"""``I give the floor to Jo Lind.``"""
GIVEN_TO_OUTLET = re.compile(rf"(?P<lead>{GIVES_TO.pattern}(?:(?:the|der|die|das|la|le|el)\s+|l['’])?){OUTLET}{TAIL}")
"""``I give the floor to the Daily Lantern.``"""
COUNTS = re.compile(
    r"\b(?:last|next|final|first|second|third|another|more)(?: one| questions?)?[.:!…]*$"
    r"|\b(?:première|deuxième|dernière|prochaine|autre|primera|última|siguiente|erste|letzte|nächste)"
    r"(?: question| pregunta| frage)\s?[.:!…]*$",
    re.I,
)
"""The end of a sentence after which an outlet alone is called: ``We have time for one last question.``"""
HAS_THE_FLOOR = re.compile(
    rf"(?P<lead>{LEAD}){NAME},?\s+(?i:from|with|of|at)\s+(?:the\s+)?{OUTLET}"
    r",?\s+(?:now\s+)?has the (?:floor|(?:next |last |first |final )?question)[.!]*"
)
"""``Jo Lind of Denik N has the floor.``"""
NAME_BEFORE_OTHERS = re.compile(rf"{LEAD}{NAME},?\s+(?:and\s+)?(?:then|followed by|after that)\b.*")
"""``Jo Lind, then Eva, and then one at the back.``"""
NAME_THEN_WORD = re.compile(rf"(?P<lead>{LEAD}){NAME},\s+(?P<outlet>[A-Z][\w’'-]+)\.?")
POINTS_TO = re.compile(
    r"(?i:\b(?:(?:start|begin|begin off|start off) with|(?:go|turn|over|move on) to|call on|(?:the )?line of"
    rf"|question (?:is |comes |goes )?(?:to|from)|there is))\s+{NAME}(?:\s+from\s+[A-Z]\w+)?{TAIL}$"
)
ADDRESS = re.compile(
    r"(?i:(?:je vous en prie|allez-y|go ahead|please|bitte|adelante|yes|oui|ja|sí)\W+)?[A-ZÀ-Þ][\w'’-]*[?.!]"
)
"""The first name of whose outlet was called: ``DPA, please. Jo?``"""
ARTICLE = re.compile(r"(?:^|[\s,.:])((?:L[ae]|Les|El|Los|Der|Die|Das|The)\s|L['’])$")
"""The article of an outlet, at the end of the words that lead to it: ``Première question, Le Monde.``"""
JOINED = re.compile(r"\s+(?:and|und|et|y|or)\s+")
"""Between two outlets that are called at once."""
JUDGED = re.compile(r"\b(?:great|good|right|is)\s*$", re.I)
"""``A great question from CNN``, ``he is a friend of CNN``."""
PRAISED = re.compile(r"\b(?:great|good|right) question\b", re.I)
TELLS_OF = re.compile(
    r"\W*(?:And )?(?:He|She)(?:['’]s| is| was| has| had| did| said| made| will| would)\b"
    r"(?! (?:over |right |up |in |the |a )*(?:here|there|next|first|floor|question|back|front|up)\b)"
)
"""What goes on to tell of somebody: ``We'll start with Jo Berg. He was with me today.``"""
CHEERS = re.compile(r"\bgo\s*$", re.I)
"""``Go Red Herrings!``"""
AT_A_PLACE = re.compile(r"\b(?:on|with)\s+the\s*$", re.I)
GO_AHEAD = re.compile(r"\bgo (?:right )?ahead\b", re.I)
_LEAD = r"(?:(?i:yes|yeah|okay|and|next)\W+)*"
NAME_ASKED = re.compile(rf"{_LEAD}(?P<name>[A-ZÀ-Þ][\w’'-]+)\?")
"""``Jo?``"""
GO_AHEAD_NAME = re.compile(
    rf"{_LEAD}(?:(?i:go (?:right )?ahead|adelante|allez-y|bitte),? (?P<after>[A-ZÀ-Þ][\w’'-]+)"
    r"|(?P<before>[A-ZÀ-Þ][\w’'-]+),? (?i:go (?:right )?ahead|adelante|allez-y|bitte))[.!]*"
)
"""``Go ahead, Jo.``"""
NAME_ALONE = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+)\.")
POINTED_AT = re.compile(
    rf"(?i:{_LEAD}(?:please,? )?(?:in the (?:back|front|middle)|over (?:here|there)|sir|ma['’]am)\W*)"
)
"""``Yes, in the back.``"""
TAGS = frozenset("okay ok right correct yes no really remember true nicht oder verdad no non".split())
"""What asks whether somebody agrees, and is nobody's name."""
