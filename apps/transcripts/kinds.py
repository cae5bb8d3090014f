"""What each turn does: statement, question, answer, moderator's hand-over."""

import re
from collections.abc import Sequence

from .labels.grammar import NOT_NAMES
from .labels.outlets import is_known
from .labels.who import plain
from .phrases import CLOSES, GREETS, HANDOVER, PURE_CALL, only_thanks
from .speakers import Identity, Part
from .speakers.calls import calls, is_first_name
from .transcript import Kind

_SAID_BY = {Part.ASKS: Kind.QUESTION, Part.MODERATES: Kind.MODERATOR, Part.OTHER: Kind.OTHER}
LONGEST_CALL = 60
"""Characters: whoever says more than a name and a wave does more than call."""
LONGEST_HANDOVER = 110
"""Characters: whoever says more than that says something of his own."""
LEAST_STATEMENT = 600
"""Characters: what a new principal says after a hand-over is a statement, not an answer, if it is longer."""
LEAST_QUESTION = 6
"""Words: an interjection without question mark does not open the questions, if somebody asks later."""
LEAST_REMARK = 3
"""Words of a remark that may be answered; fewer are called out."""
LEAST_ANSWER = 4
"""Words of a host who answers."""
LONGEST_REPLY = 200
"""Characters of a turn that does no more than ask back."""


def tell_kinds(identities: Sequence[Identity], texts: Sequence[str]) -> list[Kind]:
    """One kind for each turn: whoever answers makes statements until the first question is asked.

    A reporter who opens the conference without a question is its host; an answerer who only calls the next asker
    moderates; one who is called on when the question is already answered makes a statement.
    """
    kinds: list[Kind] = []
    asked = False
    asking = [text for one, text in zip(identities, texts, strict=True) if one.part is Part.ASKS]
    least = LEAST_QUESTION if any("?" in text or len(text.split()) > LEAST_QUESTION for text in asking) else 1
    for at, (one, text) in enumerate(zip(identities, texts, strict=True)):
        kind = _SAID_BY.get(one.part or Part.ANSWERS)
        if kind is Kind.QUESTION:
            if at == 0 and "?" not in text and HANDOVER.stand_in(text):
                kind = Kind.MODERATOR
            else:
                asked = asked or "?" in text or len(text.split()) > least or _is_asked_back(at, identities, texts)
        above = texts[at - 1] if kinds and kinds[-1] in (Kind.QUESTION, Kind.MODERATOR) else ""
        if kind is None and _calls_by_name(text, at, kinds, identities, texts):
            kind = Kind.MODERATOR
        elif kind is None and "?" in above and (_DENIES.match(text) or _answers_first(text)):
            kind = Kind.ANSWER
        if kind is None and _NAME_ALONE.fullmatch(text) and _calls_after_answer(at, kinds, identities, texts):
            kind = Kind.MODERATOR
        if kind is Kind.MODERATOR and one.name and at and _host_answers(text, one.name, texts[at - 1], kinds[-1]):
            kind = Kind.ANSWER
        kinds.append(kind or _of_answerer(text, one, kinds, identities, asked))
    return kinds


def _calls_after_answer(at: int, before: Sequence[Kind], identities: Sequence[Identity], texts: Sequence[str]) -> bool:
    """Whether a name alone, ``Jo.``, is called by whoever has just answered and before somebody asks."""
    if not before or before[-1] is not Kind.ANSWER or identities[at - 1] != identities[at] or at + 1 == len(texts):
        return False
    return identities[at + 1].part is Part.ASKS and is_first_name(texts[at])


def _host_answers(text: str, name: str, above: str, kind_above: Kind) -> bool:
    """Whether a host says something of his own where somebody asks, or an answerer passes it on: ``So. Jo?``"""
    asked = above.rstrip()[-1:] == "?"
    passed = kind_above is Kind.ANSWER and asked and above.rstrip(" ?\u00a0").endswith(name.split(maxsplit=1)[0])
    if not (passed or (asked and kind_above is Kind.QUESTION)) or len(text.split()) < LEAST_ANSWER or "?" in text:
        return False
    hands = HANDOVER.stand_in(text) or CLOSES.stand_in(text) or _HOSTS_WORDS.search(text) or calls(text)
    return not hands and not _NAME_AT_END.search(text)


def _is_asked_back(at: int, identities: Sequence[Identity], texts: Sequence[str]) -> bool:
    """Whether whoever spoke before asks back: ``You promised more.`` is a question where ``Are you sure?`` follows."""
    if not 0 < at < len(texts) - 1 or GREETS.match(texts[at]) or len(texts[at].split()) < LEAST_REMARK:
        return False
    return identities[at - 1] == identities[at + 1] and "?" in texts[at + 1] and len(texts[at + 1]) <= LONGEST_REPLY


def _calls_by_name(
    text: str, at: int, before: Sequence[Kind], identities: Sequence[Identity], texts: Sequence[str]
) -> bool:
    """``Valeria?`` before a question calls whoever asks it, if it is no counter-question to one."""
    m = _NAME_ONLY.fullmatch(text) if text[-1:] == "?" else None
    following = identities[at + 1] if at + 1 < len(identities) else None
    if not m or following is None or following.part is not Part.ASKS or plain(m["first"]) in NOT_NAMES | _NO_CALL:
        return False
    above = texts[at - 1] if before and before[-1] is Kind.QUESTION else ""
    answers = "?" in above or (len(above.split()) > LEAST_QUESTION and not only_thanks(above))
    return not answers and not (before and m["first"] in texts[at - 1])


def _answers_first(text: str) -> bool:
    """Whether a short turn answers what was asked, before it gives the floor: ``In March.  Go ahead, Anna.``"""
    first, *rest = _SENTENCE_ENDS.split(text)
    closes = CLOSES.stand_in(" ".join(rest)) and _AT_HAND.fullmatch(first)
    return bool(rest) and (bool(closes) or _IN_A_WORD.fullmatch(first) is not None)


def _of_answerer(
    text: str, speaker: Identity, before: Sequence[Kind], speakers: Sequence[Identity], asked: bool
) -> Kind:
    if only_thanks(text):
        moderated = any(kind is Kind.MODERATOR and one == speaker for kind, one in zip(before, speakers, strict=False))
        return _of_thanks(text, before[-1] if before else None, asked, moderated)
    if len(text) <= LONGEST_CALL and PURE_CALL.fullmatch(text) and re.search(r"[^\W\d_]", text) and _calls(text):
        return Kind.MODERATOR
    if _only_hands_over(text):
        return Kind.MODERATOR
    if not asked:
        return Kind.STATEMENT
    handed = bool(before) and before[-1] is Kind.MODERATOR
    earlier = next((at for at in range(len(before) - 1, -1, -1) if before[at] is not Kind.MODERATOR), None)
    another = earlier is not None and before[earlier] is Kind.ANSWER and speakers[earlier] != speaker
    if handed and another and len(text) > LEAST_STATEMENT and not _PLAIN_REPLY.match(text):
        return Kind.STATEMENT
    return Kind.ANSWER


def _of_thanks(text: str, above: Kind | None, asked: bool, moderated: bool) -> Kind:
    """Whoever thanks all closes; whoever thanks somebody goes on with what was said, if it is nobody who moderates."""
    if CLOSES.stand_in(text) or (moderated and above is Kind.ANSWER):
        return Kind.MODERATOR
    return Kind.ANSWER if asked else Kind.STATEMENT


def _only_hands_over(text: str) -> bool:
    """Whether each sentence of a short turn gives the floor or closes: ``Thanks, Ana. Any more questions? Jo?``"""
    if len(text) > LONGEST_HANDOVER or not (HANDOVER.stand_in(text) or CLOSES.stand_in(text)):
        return False
    gives, named = False, []
    for sentence in filter(None, _SENTENCE_ENDS.split(text)):
        if HANDOVER.stand_in(sentence) or CLOSES.stand_in(sentence):
            gives = True
        elif PURE_CALL.fullmatch(sentence):
            named.append(sentence)
        elif _calls_outlet(sentence):
            gives = True
        elif not _INTERJECTION.fullmatch(sentence):
            return False
    return gives or any(_calls_outlet(sentence) for sentence in named[-2:])


def _calls_outlet(sentence: str) -> bool:
    called = None if sentence.endswith("?") else calls(sentence)
    return called is not None and called.outlet is not None


_NAME_ONLY = re.compile(
    r"\W*(?:(?i:yes|okay|ok|and|now|then|next)\W+)*(?P<first>[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+){0,2}\?"
)
_NAME_ALONE = re.compile(r"[A-ZÀ-Þ][\w’'-]*\w\.")
_NO_CALL = frozenset(
    "sorry pardon excuse really me him her them right huh mm eh wer wie was bitte comment quoi cómo qué".split()
)
_INTERJECTION = re.compile(
    r"\W*(?:(?:please,? )?one (?:at a time|by one)(?:,? please)?"
    r"|great|good|okay|ok|right|all right|alright|well|gut|bien|bon|très bien|muy bien)\W*",
    re.I,
)
"""What may stand before a call: ``Great. Let's go to Jo.``"""
_SENTENCE_ENDS = re.compile(r"(?<=[.?!…])\s+")
_IN_A_WORD = re.compile(
    r"\W*(?:(?i:in|on|at|by|since|until|im|am|an|um|bis|seit|en|au|à|depuis|desde|hasta)\s+[A-ZÀ-Þ]\w+"
    r"|(?i:never|always|nothing|nobody|everywhere|today|tomorrow|yesterday|tonight|soon|later|january|february|july"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:sept|octo|nov|dec)em?ber|heute|morgen|gestern|bald|nie|niemals|immer"
    r"|nichts|niemand|dort|aujourd['’]hui|demain|hier|jamais|toujours|rien|bientôt|aquí|hoy|mañana|ayer|nunca|siempre"
    r"|nada|nadie|pronto))\W*"
)
"""An answer of a word, which looks like a name: ``In March.``"""
_AT_HAND = re.compile(r"\W*(?i:here|there|hier|ici|aquí)\W*")
"""It points to somebody, unless the conference closes."""
_DENIES = re.compile(r"(?:\W*\b(?:no|nope|never|nein|non|nie)\b)+(?:[.!]\W*|$)", re.I)
"""``No.`` looks like a name, and answers."""
_PLAIN_REPLY = re.compile(r"(?:yes|yeah|no|sure|well|so)\b", re.I)
_HOSTS_WORDS = re.compile(
    r"\b(?:sorry|pardon|apolog\w+|thanks?|please|next|last|final|wait|hold|mute|unmute|hear|repeat|go to|turn to"
    r"|back to|let me|let['’]s|(?:i|we)['’]?(?:ll| will)|time|questions?|merci|désolée?|attendez|gracias|perdón|danke"
    r"|bitte|frage|fragen|preguntas?|go ahead|follow|one more|okay|microphone|mic)\b",
    re.I,
)
"""What whoever only gives the floor says; an answer of a host without these is his own."""
_CALL_WORD = re.compile(r"\b(?i:ahead|please|next|last|one more|adelante|bitte|in the back)\b")
_NAME_AT_END = re.compile(
    r",\s+[A-ZÀ-Þ][\w’'-]+(?: first)?\W*$|^(?:Mr|Ms|Mrs|Dr|Doctor|Secretary|Admiral)\.?\s+[A-Z][\w’'-]+\W*$"
)
_LISTS = re.compile(
    r"(?:(?!Yes|Okay|Ok|And|Next|Sí|Ja|Oui)[A-ZÀ-Þ][\w’'-]*, ){2,}(?:and |und |y |et )?[A-ZÀ-Þ][\w’'-]*\W*"
)
"""``Training, Training, Schlaf.``: nouns, where a language writes them so."""
_THANKS_OUTLET = re.compile(r"(?:\w+,? )?(?i:thank you|thanks)(?: (?:very|so) much)?,? (?P<outlet>[^,.?!]+)\W*")


def _calls(text: str) -> bool:
    """Whether somebody is called: ``Steve, please.``, but not thanked: ``Thank you, Reuters.``"""
    if (m := _THANKS_OUTLET.fullmatch(text)) and is_known(m["outlet"]):
        return False
    if _LISTS.fullmatch(text) or (":" in text and not _CALL_WORD.search(text)):
        return False
    return _CALL_WORD.search(text) is not None or _NAME_AT_END.search(text) is not None
