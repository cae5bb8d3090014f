"""What has the form of a label and is speech: a quotation, a leaflet's questions, a line that was wrapped."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise, takewhile

from ..layout import is_wrapped
from ..lines import Line
from .grammar import SPELLED_NUMBERS, Voice
from .label import Label
from .matching import match, match_inside
from .who import QUESTION_WORDS

LEAST_FORMS = 2
"""Ways to mark a question: those of the conference and those of what is read aloud."""
LEAST_OTHERS = 2
"""Labels that show how this document's speech begins."""
LEAST_RUNNING = 35
"""Characters of a wrapped line that goes on in the next."""
ENOUGH_SHOUTED = 3
"""So many labels in capitals show how this document prints them."""
_OPENS = '“"«„'
_CLOSES = '”"»“'
_CLOSED_BY = {'"': '"', "“": "”", "«": "»", "„": "“"}
LONGEST_DIALOGUE = 8
"""Lines of a dialogue that is quoted."""
SELDOM = 4
"""A quotation among so many turns is no way to print them."""
LONGEST_LEAD = 200
_READS = re.compile(
    r"\b(?:read(?: you| out| aloud| from)?\b|quote from|(?:report|record|transcript|minutes|log) (?:says|reads)"
    r"|lese (?:ich )?(?:Ihnen )?vor|vorlesen|zitiere|je (?:vous )?(?:lis|cite)|lire|les leo|voy a leer|leer)\b",
    re.I,
)
_ITEM = re.compile(r"[^:]{1,40}: ")
_GAP = Line(0, "", "")
_ENDS_SENTENCE = '.?!:;…”"»)]-–—*_='


def not_speaking(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """The numbers of the lines whose label (one of ``labels``) belongs to the speech around it."""
    found = _quotations(lines, labels) | _dialogues(lines, labels) | _read_aloud(lines, labels)
    found |= _records(lines, labels) | _told_of(lines, labels)
    return found | _in_mid_sentence(lines, labels) | _enumerated(lines, labels)


def _quotations(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``Abraham Lincoln: “...”`` among speakers: a name met once, whose words are a quotation and nothing else.

    ``President Lincoln: “...”`` too, if nothing else tells of him and hardly anybody's words are printed so.
    """
    times = Counter(label.name for label in labels.values())
    quoted = {line.number: one for line in lines if (one := labels.get(line.number)) and _is_quoted(line.text, one)}
    found = {number for number, one in quoted.items() if one.name == one.printed and times[one.name] == 1}
    titled = [number for number, one in quoted.items() if one.name and number not in found and times[one.name] == 1]
    if titled and len(quoted) * SELDOM <= len(labels):
        told = Counter(word.strip(".,:;?!’'\"”").casefold() for line in lines for word in line.text.split())
        names = {number: (labels[number].name or "").casefold().split() for number in titled}
        found |= {number for number, words in names.items() if words and told[words[-1]] == 1}
    return frozenset(found)


def _is_quoted(text: str, label: Label) -> bool:
    speech = text[label.end :].strip("*_ ")
    quoted = len(speech) >= len(_OPENS) and speech[0] in _OPENS and speech[-1] in _CLOSES
    return quoted and label.closer == ":" and not (label.time or label.affiliation or label.voice)


def _records(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``Let me read from the record.`` and two who are met nowhere else: ``Inspector: Was it closed?``."""
    times = Counter(label.key for label in labels.values())
    texts = {line.number: line.text for line in lines if line.number in labels}
    numbers = sorted(texts)
    found: set[int] = set()
    for at, number in enumerate(numbers):
        if times[labels[number].key] < LEAST_FORMS or not _READS.search(texts[number][-LONGEST_LEAD:]):
            continue
        run = list(takewhile(lambda one: _is_nobody(labels[one]), numbers[at + 1 : at + 1 + LONGEST_DIALOGUE]))
        inside = Counter(labels[one].key for one in run)
        if len(inside) == LEAST_FORMS < len(run) and all(times[key] == here for key, here in inside.items()):
            found |= set(run)
    return frozenset(found)


def _is_nobody(label: Label) -> bool:
    """An office or a voice alone, which does not ask."""
    told = label.name or label.honorific or label.affiliation or label.time
    return label.closer == ":" and not told and label.voice is not Voice.ASKS


def _dialogues(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``He wrote: "Q: Why?`` / ``A: So."``: a quotation that opens with a mark and closes some lines below."""
    answers = {number for number, label in labels.items() if label.voice}
    found: set[int] = set()
    for at, line in enumerate(lines if answers else ()):
        if not (sign := _opens_dialogue(line.text)):
            continue
        below = [one for one in lines[at + 1 : at + 1 + 2 * LONGEST_DIALOGUE] if not one.blank][:LONGEST_DIALOGUE]
        end = next((n for n, one in enumerate(below) if one.text.rstrip(".")[-1:] == _CLOSED_BY[sign]), None)
        found |= {one.number for one in below[: end + 1]} & answers if end is not None else set()
    return frozenset(found)


def _opens_dialogue(text: str) -> str | None:
    """The sign of a quotation that opens in this line with ``Q:`` or the like and is not closed in it."""
    for sign, closing in _CLOSED_BY.items():
        at = text.rfind(sign)
        opened = at >= 0 and (text.count(sign) % 2 if sign == closing else closing not in text[at:])
        if opened and (label := match(text[at + 1 :])) and label.voice:
            return sign
    return None


def _read_aloud(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``Question: ...`` and ``Answer: ...``, where the document's own questions are marked and answered otherwise."""
    forms = Counter(_form(label) for label in labels.values() if _is_nameless(label))
    if len(forms) < LEAST_FORMS:
        return frozenset()
    within = {line.number for line in lines if line.number in labels and _answers_itself(line.text)}
    answered: Counter[str] = Counter()
    found: set[int] = set()
    for number, below in pairwise([*sorted(labels), 0]):
        follows = below in labels and labels[below].voice is Voice.ANSWERS
        if _is_nameless(labels[number]) and (number in within or follows):
            answered[_form(labels[number])] += 1
            found |= {number} if number in within else {number, below}
    own = max((times for form, times in forms.items() if form not in answered), default=0)
    own += own == 1 and bool(found) and _answers_later(labels, min(found), answered)
    aloud = own > 1 and all(forms[form] == times <= own for form, times in answered.items())
    alone = any(label.voice is Voice.ANSWERS for number, label in labels.items() if number not in found)
    return frozenset(found) if aloud and not alone else frozenset()


def _answers_later(labels: Mapping[int, Label], number: int, aloud: Container[str]) -> bool:
    """Whether whoever spoke before this line answers a question whose mark is none of those read ``aloud``."""
    before = {labels[one].key for one in labels if one < number}
    return any(
        _is_nameless(labels[one]) and _form(labels[one]) not in aloud and labels[below].key in before
        for one, below in pairwise(sorted(labels))
        if one > number and not labels[below].voice
    )


def _told_of(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``The Prime Minister of Norland: a good man.``, ``Question one: who pays?`` among other forms of label.

    What is met once, below another label, and goes on in small letters, where others' speech does not; and a question
    that is counted.
    """
    forms = {_form(label) for label in labels.values() if _is_nameless(label) and not _is_counted(label)}
    texts = {line.number: line.text for line in lines if line.number in labels}
    counted = {
        number
        for number, below in pairwise([*sorted(labels), 0])
        if _is_nameless(labels[number]) and _is_counted(labels[number])
        if not labels[number].key[-1].isdigit() or (below in labels and labels[below].voice is Voice.ASKS)
    }
    found = {number for number in counted if forms - {_form(labels[number])}}
    times = Counter(label.key for label in labels.values())
    first = min(labels, default=0)
    again = [one.printed.isupper() for one in labels.values() if not one.voice and times[one.key] > 1]
    shouted = bool(again) and all(again)
    maybe = {
        number
        for number, label in labels.items()
        if times[label.key] == 1
        and number > first
        and not (label.affiliation or label.time or label.printed.isupper())
        and (not label.name or (shouted and (label.office or label.honorific)))
        and label.closer == ":"
        and texts[number][label.end : label.end + 1].islower()
    }
    if not maybe or len(labels) <= LEAST_OTHERS + len(maybe) or _begin_small(lines, labels):
        return frozenset(found)
    answers = any(not label.voice and times[label.key] > 1 for label in labels.values())
    for number in maybe:
        label = labels[number]
        if (
            (forms - {_form(label)})
            if label.voice is Voice.ASKS
            else (answers and label.voice in (None, Voice.ANSWERS))
        ):
            found.add(number)
    return frozenset(found)


def _is_counted(label: Label) -> bool:
    """``Question one``, ``Question 2``; ``Reporter 2`` is somebody."""
    word, _, count = label.key.rpartition(" ")
    return word in QUESTION_WORDS and (count in SPELLED_NUMBERS or count.isdigit())


def _answers_itself(text: str) -> bool:
    return any(label.voice is Voice.ANSWERS for label in match_inside(text))


def _is_nameless(label: Label) -> bool:
    return label.voice is Voice.ASKS and not label.name and not label.affiliation


def _form(label: Label) -> str:
    """The word that marks a question, without its number: ``question:``."""
    return label.key.split()[0] + label.closer


def _in_mid_sentence(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``... the people from`` / ``Reuters: it says``: met once, where a line goes on in the next.

    It does where lines are wrapped, where the sentence goes on behind the colon too, and where all others are labels
    in capitals.
    """
    times = Counter(label.printed for label in labels.values())
    shouted = sum(label.printed.isupper() for label in labels.values())
    wrapped = calm = None
    found = set()
    for above, line in pairwise(lines):
        label = labels.get(line.number)
        if label is None or label.fresh or label.time or label.wraps or label.printed.isupper():
            continue
        runs_on = line.number == above.number + 1 and above.text[-1:] not in _ENDS_SENTENCE
        if not runs_on or times[label.printed] != 1 or label.closer != ":":
            continue
        if wrapped is None:
            wrapped = is_wrapped(list(lines))
            calm = _begin_small(lines, labels)
        long = len(above.text) >= LEAST_RUNNING
        goes_on = not calm and line.text[label.end : label.end + 1].islower()
        alone_calm = not label.voice and shouted >= ENOUGH_SHOUTED and shouted >= len(labels) - 2
        if goes_on or (long and (wrapped or alone_calm)):
            found.add(line.number)
    return frozenset(found)


def _begin_small(lines: Sequence[Line], labels: Mapping[int, Label]) -> bool:
    """Whether speech begins in small letters everywhere, as in captions."""
    first = [line.text[label.end : label.end + 1] for line in lines if (label := labels.get(line.number))]
    return sum(map(str.islower, first)) * 2 > sum(map(str.isalpha, first))


def _enumerated(lines: Sequence[Line], labels: Mapping[int, Label]) -> frozenset[int]:
    """``Fishing Boats: no licence.`` in a list below ``Here is who it hurts:``: met once, among items without a gap.

    Where each item has a label, they are turns.
    """
    times = Counter(label.key for label in labels.values())
    found: set[int] = set()
    announced, items, before = False, list[Line](), ""
    for line in (*lines, _GAP):
        if not line.blank:
            announced = announced if items else before.endswith(":")
            items.append(line)
            before = line.text
            continue
        nobody = any(item.number not in labels for item in items)
        if announced and nobody and len(items) > 1 and all(_ITEM.match(item.text) for item in items):
            found |= {item.number for item in items if item.number in labels and _is_item(labels[item.number], times)}
        items = []
    return frozenset(found)


def _is_item(label: Label, times: Counter[str]) -> bool:
    told = label.voice or label.honorific or label.office or label.time or label.affiliation
    return label.closer == ":" and not told and times[label.key] == 1
