"""Which of the lines that could be labels are labels: the document itself is the witness.

A label is *plain* when its words alone prove it (``Q:``, ``MS. RUIZ:``, ``Ana Ruiz (Daily Post):``).  Any other is
accepted only if the document supports it: it comes again, or its name stands in the header.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..lines import Line
from .between import as_outlet
from .closers import CALM_DASH, CALM_STOP, COLUMN, WEAK
from .contrast import by_closer
from .grammar import OF_SURNAMES, Voice
from .label import Label
from .matching import match_initial
from .outlets import looks_like_outlet
from .surnames import all_last_names, is_known, last_names

ENOUGH = 2
"""A doubtful label that is printed at least so often is one."""
CLOSED_PREVAIL = 2
"""Where labels with a closer are so many times more, a name alone on its line is a heading."""
ENOUGH_UNCLOSED = 3
"""Without any closer (``Q Thank you``, a name alone on its line) more is asked for."""


PAIRED = re.compile(r"[pf]\d{0,3}")
"""Letters, counted or not, that ask only where another answers, or often: ``P.- ... R.- ...``, ``F1 - ...``"""


def is_plain(label: Label) -> bool:
    """Whether the label proves itself, whatever else the document holds."""
    if label.closer != ":":
        return False
    if label.voice:
        return label.voice is not Voice.ANSWERS and not is_paired(label)
    if label.honorific or label.time or (label.office and (label.name or label.in_capitals or "," in label.printed)):
        return True
    if label.name is None or label.is_small:
        return False
    full = " " in label.name
    bracketed = label.affiliation is not None and label.affiliation.isupper()
    housed = label.fresh and label.printed != label.name and looks_like_outlet(label.affiliation or "")
    return (full and (label.printed.isupper() or label.affiliation is not None)) or bracketed or housed


def is_paired(label: Label) -> bool:
    """``P``, ``F2``"""
    return label.voice is Voice.ASKS and PAIRED.fullmatch(label.key) is not None


def supported(candidates: Iterable[Label], header_words: frozenset[str]) -> frozenset[str]:
    """Keys of the labels that the document bears out, given the names of its first lines (words, casefolded)."""
    labels = list(candidates)
    counts = Counter((label.key, label.closer) for label in labels)
    proved = [label for label in labels if is_plain(label) or counts[label.key, label.closer] >= ENOUGH]
    strong = [label for label in labels if label.closer == ".-" and _is_strong(label)]
    proved += strong if (stopped := len(strong)) >= ENOUGH else []
    closers = Counter(label.closer for label in proved)
    asked = {label.closer for label in labels if label.voice is Voice.ASKS}
    names = {word for label in proved if label.name for word in all_last_names(label.name)} | header_words
    offices = {label.office for label in proved} - {None}
    full_names = {label.key for label in proved if label.closer == ":" and label.name and " " in label.name}
    answered = _closers_of_answers(labels, counts)
    named = [label.in_capitals for label in proved if not label.voice and label.closer == ":"]
    shouted = len(named) >= ENOUGH and all(named)
    houses = _houses_ask(labels, counts, len(proved))
    lettered = Counter((label.key[0], label.closer) for label in labels if label.fresh and is_paired(label))
    speaking = [closer for closer in WEAK if _speaks(labels, closer, closers)]
    keys = set()
    for label in labels:
        times = counts[label.key, label.closer]
        if label.voice is Voice.ANSWERS:
            accept = label.closer in asked and (times >= ENOUGH or label.closer in (":", "-", ".-"))
        elif label.closer == ":":
            known = label.name is not None and is_known(last_names(label.name), names, label.fresh)
            usual = len(full_names) >= ENOUGH and label.fresh and label.name is not None and " " in label.name
            usual = usual and (not label.is_small or label.key.split()[0] in OF_SURNAMES)
            held = label.office in offices or bool(label.office and label.fresh and asked)
            held = held and label.name is None and (label.in_capitals or not shouted)
            asking = houses and label.fresh and _is_house(label)
            again = times >= (ENOUGH if label.fresh or not label.is_small else ENOUGH_UNCLOSED)
            accept = is_plain(label) or known or usual or held or asking or again
        elif label.closer in (".", "-", ".-"):
            often = stopped if label.closer == ".-" else closers[label.closer]
            asks = label.voice is Voice.ASKS and label.fresh
            accept = _is_strong(label) and (often >= ENOUGH or asks)
            accept = accept or (often >= ENOUGH and label.name is not None and {label.name.casefold()} <= names)
        else:
            apart = label.fresh or label.end > len(label.printed) + 1
            accept = times >= ENOUGH_UNCLOSED or (label.voice is Voice.ASKS and apart)
        if label.closer in WEAK:
            surname = (
                label.closer == COLUMN[1] and label.is_bare and label.printed.isupper() and times >= ENOUGH_UNCLOSED
            )
            accept = label.closer in speaking and (_is_somebody(label) or surname)
        elif is_paired(label):
            often = max(lettered[label.key[0], label.closer], stopped if label.closer == ".-" else 0)
            often += label.closer == "-" and CALM_DASH in speaking  # this document's form of label
            accept = label.closer in answered or (label.closer in (":", ".-", "-") and often >= ENOUGH_UNCLOSED)
        if accept:
            keys.add(label.key + label.closer)
    clear = [label for label in labels if label.fresh and (label.closer not in WEAK or _is_somebody(label))]
    keys |= {label.key + label.closer for label in clear if label.key + ":" in keys}
    keys |= _beside_initials(labels) | by_closer(labels, proved, header_words)
    return frozenset(keys)


def _closers_of_answers(labels: Iterable[Label], counts: Counter[tuple[str, str]]) -> set[str]:
    """What closes the letters that answer; ``R.`` may be an initial but at the start of paragraphs, again and again."""
    replies = [label for label in labels if label.voice is Voice.ANSWERS]
    stops = {
        label.closer for label in replies if label.closer == "." and label.fresh and counts[label.key, "."] >= ENOUGH
    }
    return stops | {label.closer for label in replies if label.closer in (":", ".-")}


def _beside_initials(labels: Iterable[Label]) -> set[str]:
    """Keys of full names and of the initials that stand for them later: ``Ana RUIZ:``, then ``AR:``."""
    closed = [label for label in labels if label.closer == ":" and label.is_bare]
    full = {label.key: "".join(word[0] for word in label.printed.split()) for label in closed if " " in label.printed}
    short = {label.printed for label in closed if label.printed.isupper()} & set(full.values())
    return {f"{initials.casefold()}:" for initials in short} | {f"{k}:" for k, one in full.items() if one in short}


def _houses_ask(labels: Sequence[Label], counts: Counter[tuple[str, str]], proved: int) -> bool:
    """Whether outlets ask here: one does again, or several do beside labels that prove themselves."""
    houses = {
        label.key: counts[label.key, label.closer] for label in labels if label.closer == ":" and _is_house(label)
    }
    return max(houses.values(), default=0) >= ENOUGH or (len(houses) >= ENOUGH and proved >= ENOUGH)


def _is_house(label: Label) -> bool:
    """Whether the whole label is an outlet's name."""
    return as_outlet(label).affiliation == label.printed


def _is_somebody(label: Label) -> bool:
    """Whether a role word, an honorific, an office or a full name tells that the words name who speaks."""
    named = label.name is not None and " " in label.name
    return bool((label.voice and label.voice is not Voice.OTHER) or label.honorific or label.office or named)


def _speaks(labels: Sequence[Label], closer: str, closers: Counter[str]) -> bool:
    """Whether ``[Host] Good day.`` is this document's form of label, and not a direction to the stage."""
    counts = Counter(label.key for label in labels if label.closer == closer and _is_somebody(label))
    again = [key for key, times in counts.items() if times >= ENOUGH]
    if closer == CALM_STOP:
        asked = sum(label.voice is Voice.ASKS and label.closer == "." for label in labels) >= ENOUGH
        often = sum(times >= ENOUGH_UNCLOSED for times in counts.values()) >= ENOUGH
        return bool(again) and (asked or often) and sum(counts.values()) > closers[":"]
    asks = any(label.voice is Voice.ASKS and label.key not in again for label in labels if label.closer == closer)
    several = len(again) >= ENOUGH or (len(again) == 1 and (asks or len(counts) >= ENOUGH_UNCLOSED))
    return several and sum(counts.values()) > closers[":"]


def names_with_initials(lines: Iterable[Line], candidates: Mapping[int, Label]) -> dict[int, Label]:
    """Of the labels that are one letter with a full stop (``A.``), those that are the initial of a name (``A. Ruiz:``).

    They are if the letter stands nowhere alone, as where it marks who asks.
    """
    letters = {n: label for n, label in candidates.items() if label.closer in (".", " ") and len(label.key) == 1}
    if not letters:
        return {}
    named = {line.number: one for line in lines if line.number in letters and (one := match_initial(line.text))}
    times = Counter(label.key for label in letters.values())
    initial = Counter(letters[number].key for number in named)
    return {
        number: replace(one, fresh=letters[number].fresh)
        for number, one in named.items()
        if initial[letters[number].key] == times[letters[number].key]
    }


def known_unclosed(lines: Iterable[Line], labels: Iterable[Label]) -> dict[int, Label]:
    """The lines that begin with a label of the document, in capitals, whose closer was forgotten."""
    known: dict[str, list[Label]] = {}
    for label in labels:
        if label.printed.isupper() and " " in label.printed and not label.wraps and label.closer in (":", "."):
            known.setdefault(label.printed, []).append(label)
    often = {printed: same[0] for printed, same in known.items() if len(same) >= ENOUGH_UNCLOSED}
    longest = max(map(len, often), default=0)
    found = {}
    for line in lines if often else ():
        for end in _word_ends(line.text[: longest + 1]):
            rest = line.text[end:].lstrip()
            if line.text[:end] in often and rest[:1].isupper() and not rest[:2].isupper():
                one = often[line.text[:end]]
                found[line.number] = replace(one, end=len(line.text) - len(rest), time=None, start=0)
                break
    return found


def _word_ends(text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter == " "]


def _is_strong(label: Label) -> bool:
    """Whether more than a single word tells that somebody speaks."""
    return bool(label.voice or label.office or label.honorific or (label.name and " " in label.name))


def supported_alone(candidates: dict[int, Label], closed: Iterable[Label]) -> dict[int, Label]:
    """The names alone on their lines that are labels.

    One proves itself if it stands with a closer elsewhere, or comes again, or is in capitals and an office with a name
    or below a rule.  Where several do, the other full names and offices that stand so after the first are labels; where
    two do, those between them.
    """
    counts = Counter(map(_who, candidates.values()))
    closed = list(closed)
    elsewhere = {label.key for label in closed} | {
        label.name.casefold() for label in closed if label.name and label.wraps
    }
    proved = {
        n: one
        for n, one in candidates.items()
        if counts[_who(one)] >= ENOUGH or one.key in elsewhere or (one.printed.isupper() and _formal(one))
    }
    if any(one.closer == "alone" for one in proved.values()) and len(closed) > CLOSED_PREVAIL * len(proved):
        proved = {n: one for n, one in proved.items() if one.closer == "ruled"}
    if len(proved) < ENOUGH:
        return {}
    first = min(proved)
    calm = any(_is_office(one) and not one.printed.isupper() for one in proved.values())
    full = {n: one for n, one in candidates.items() if n > first and (_is_whole(one) or (calm and _is_office(one)))}
    between = {n: one for n, one in full.items() if n < max(proved)}
    return proved | (full if len(proved) > ENOUGH else between)


def _is_whole(label: Label) -> bool:
    """A voice, a full name, or an office in capitals and nothing else."""
    office = _is_office(label) and label.printed.isupper()
    return bool(label.voice or (label.name and " " in label.name) or office)


def _is_office(label: Label) -> bool:
    """``Prime Minister``, and nobody's name."""
    return label.office is not None and label.name is None


def _who(label: Label) -> str:
    """The same for one person with and without an office, for one voice with and without an outlet."""
    if label.name:
        return label.name.casefold()
    return label.key.partition(" (")[0] if label.voice else label.key


def supported_stacked(
    candidates: dict[int, Label], alone: Iterable[Label], closed: Iterable[Label]
) -> dict[int, Label]:
    """The names above a title that are labels: several where names come again, and no closer prevails.

    Else those above an outlet where two stand so, and those above an office and below a rule.
    """
    counts = Counter(label.name for label in (*candidates.values(), *alone))
    proved = sum(counts[label.name] >= ENOUGH for label in candidates.values())
    housed = {n: one for n, one in candidates.items() if looks_like_outlet(one.affiliation or "")}
    told = len(housed) + sum(one.office is not None for n, one in candidates.items() if n not in housed)
    colons = sum(label.closer == ":" for label in closed)
    if proved >= ENOUGH and told >= ENOUGH and colons <= proved:
        return candidates
    ruled = {n: one for n, one in candidates.items() if one.closer == "ruled" and one.office}
    return ruled | (housed if len(housed) >= ENOUGH and colons <= CLOSED_PREVAIL * len(housed) else {})


def _formal(label: Label) -> bool:
    return label.closer == "ruled" or (label.name is not None and bool(label.office or label.honorific))
