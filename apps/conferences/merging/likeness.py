"""How alike two names are, and why: for suggestions, never to decide."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from apps.conferences.naming import plain_words, without_title

MOST_EDITS = 2
LEAST_SHARE = 0.88
SMALL_WORDS = frozenset("of the and for de la le du des der die und y".split())


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` from 0 to 100 ranks pairs; ``reason`` says why in a few words."""

    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, with its plain words, without title or article."""

    printed: str
    words: tuple[str, ...]


def person(printed: str) -> Name:
    """``Marsh, Elena`` is in the same order as ``Elena Marsh``."""
    last, comma, first = printed.partition(",")
    words = plain_words(f"{first} {last}" if comma and first.strip() else printed)
    return Name(printed, without_title(words))


def body(printed: str) -> Name:
    words = plain_words(printed)
    return Name(printed, words[1:] if len(words) > 1 and words[0] == "the" else words)


def people_alike(one: Name, other: Name) -> Likeness | None:
    """Whether two names may be one person's; None if nothing speaks for it."""
    if likeness := _same(one, other) or _shortened(one, other):
        return likeness
    if [word for word in one.words if len(word) == 1] != [word for word in other.words if len(word) == 1]:
        return None  # another initial is another person
    return _spelled_alike(" ".join(one.words), " ".join(other.words))


def bodies_alike(one: Name, other: Name) -> Likeness | None:
    """Whether two names may be one outlet's; None if nothing speaks for it."""
    if same := _same(one, other):
        return same
    if "".join(one.words) == "".join(other.words):
        return Likeness(97, "the same name but for spaces and hyphens")
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if len(short.words) == 1 and short.words[0] in initials(long.words):
        return Likeness(75, f"“{short.printed}” may be short for “{long.printed}”")
    if short.words == long.words[: len(short.words)] and len(long.words) == len(short.words) + 1:
        return Likeness(70, f"“{long.printed}” has one word more")
    return _spelled_alike("".join(one.words), "".join(other.words))


def initials(words: tuple[str, ...]) -> set[str]:
    """What a name of several words is shortened to, with and without its small words."""
    large = [word for word in words if word not in SMALL_WORDS]
    return {"".join(word[0] for word in some) for some in (words, large) if len(some) > 1}


def _same(one: Name, other: Name) -> Likeness | None:
    if one.printed == other.printed:
        return Likeness(100, f"both are called “{one.printed}”")
    if one.words == other.words and one.words:
        return Likeness(99, "the same name but for capitals, accents, a title or “the”")
    if sorted(one.words) == sorted(other.words) and one.words:
        return Likeness(95, "the same words in another order")
    return None


def _shortened(one: Name, other: Name) -> Likeness | None:
    """``J. Smith``, ``John Smith``, ``John A. Smith``, ``John Smith Ruiz``: all first names agree, as far as given."""
    short, long = sorted((one, other), key=lambda name: (len(name.words), sum(map(len, name.words))))
    if len(short.words) < 2:
        return None
    if short.words[-1] != long.words[-1]:
        if short.words == long.words[: len(short.words)]:
            return Likeness(80, f"“{long.printed}” has a name more")
        return None
    rest = list(long.words[:-1])
    stands_for = []
    for at, word in enumerate(short.words[:-1]):
        agrees = next((i for i, name in enumerate(rest) if _agree(word, name)), None)
        if agrees is None or (at == 0 and agrees > 0):
            return None
        if rest[agrees] != word:
            stands_for.append(sorted((word, rest[agrees]), key=len))
        del rest[: agrees + 1]
    if stands_for:
        initial, name = stands_for[0]
        return Likeness(85, f"the same surname, and “{initial.upper()}.” may stand for “{name.capitalize()}”")
    return Likeness(90 if all(len(name) == 1 for name in rest) else 86, f"“{long.printed}” has a name more")


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _spelled_alike(one: str, other: str) -> Likeness | None:
    longest = max(len(one), len(other))
    edits = Levenshtein.distance(one, other, score_cutoff=MOST_EDITS)
    if edits > MOST_EDITS or 1 - edits / longest < LEAST_SHARE:
        return None
    return Likeness(88 - 8 * edits, "spelled almost alike")
