"""A topic list as a YAML file: read, and checked whole before anything is done with it.

The file is a list of ``{name, slug, description, source_labels, phrases, must_not, topics}``; ``topics`` holds the same
one level down.  Only name and slug must be there.  A phrase is words, or ``{words: weight}``.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml
from django.core.validators import validate_slug

KEYS = {"name", "slug", "description", "source_labels", "phrases", "must_not", "topics"}
LIGHTEST, HEAVIEST = 0.1, 5


class TopicListError(ValueError):
    """The list cannot be used.  The message is one sentence that names the entry."""


@dataclass(frozen=True, slots=True)
class ListedPhrase:
    """Words that speak for a topic, or against it, as ``TopicPhrase`` has them."""

    text: str
    weight: float = 1
    must_not: bool = False


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One topic of the list, with those below it."""

    name: str
    slug: str
    description: str
    source_labels: list[str]
    phrases: list[ListedPhrase]
    topics: list["TopicEntry"]

    def walk(self) -> Iterator["TopicEntry"]:
        yield self
        yield from self.topics

    def as_listed(self, below: "TopicEntry | None") -> dict[str, object]:
        """What the list says of it, as ``Topic.listed`` keeps it."""
        values = asdict(self)
        del values["topics"]
        return {**values, "parent": below.slug if below else ""}


def read_topic_list(path: Path) -> list[TopicEntry]:
    """The list in ``path``.  Raises ``TopicListError`` with the reason and the entry."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TopicListError(f"The file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise TopicListError("The file is not UTF-8 text.") from error
    except yaml.MarkedYAMLError as error:
        line = f"Line {error.problem_mark.line + 1} is" if error.problem_mark else "It is"
        raise TopicListError(f"{line} not YAML: {error.problem}.") from error
    except yaml.YAMLError as error:
        raise TopicListError(f"The file is not YAML: {error}.") from error
    if not isinstance(data, list) or not data:
        raise TopicListError("The file must be a list of topics.")
    entries = [_entry(item, f"entry {number}", may_have_topics=True) for number, item in enumerate(data, 1)]
    _check_together(entries)
    return entries


def _entry(item: object, place: str, *, may_have_topics: bool) -> TopicEntry:
    if not isinstance(item, dict):
        raise TopicListError(f"{place.capitalize()} must have a name and a slug.")
    name = _words(item, "name", place, limit=100)
    place = f"topic “{name}”"
    if unknown := [str(key) for key in item if key not in KEYS]:
        raise TopicListError(f"In {place} there is an unknown key “{unknown[0]}”; known are {', '.join(sorted(KEYS))}.")
    slug = _words(item, "slug", place, limit=100)
    if not validate_slug.regex.search(slug):  # type: ignore[union-attr]
        raise TopicListError(f"In {place} the slug “{slug}” may hold only letters, digits, hyphens and underscores.")
    below = _list(item, "topics", place)
    if below and not may_have_topics:
        raise TopicListError(f"In {place} there are topics on a third level; a list has two.")
    return TopicEntry(
        name=name,
        slug=slug,
        description=_words(item, "description", place) if item.get("description") else "",
        source_labels=_all_words(item, "source_labels", place, limit=100),
        phrases=_phrases(item, place),
        topics=[_entry(child, f"topic {n} below {place}", may_have_topics=False) for n, child in enumerate(below, 1)],
    )


def _words(item: dict[str, object], key: str, place: str, limit: int | None = None) -> str:
    return _checked(item.get(key), f"In {place} the {key}", limit)


def _all_words(item: dict[str, object], key: str, place: str, limit: int) -> list[str]:
    words = [_checked(value, f"In {place} each of {key}", limit) for value in _list(item, key, place)]
    _check_once(words, key, place)
    return words


def _phrases(item: dict[str, object], place: str) -> list[ListedPhrase]:
    phrases = [_phrase(value, place) for value in _list(item, "phrases", place)]
    phrases += [ListedPhrase(text, must_not=True) for text in _all_words(item, "must_not", place, limit=200)]
    _check_once([phrase.text for phrase in phrases], "phrases", place)
    return phrases


def _phrase(value: object, place: str) -> ListedPhrase:
    text, weight = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else (value, 1)
    text = _checked(text, f"In {place} each of phrases", limit=200)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not LIGHTEST <= weight <= HEAVIEST:
        raise TopicListError(f"In {place} the weight of “{text}” must be a number from {LIGHTEST} to {HEAVIEST}.")
    return ListedPhrase(text, float(weight))


def _check_once(words: list[str], key: str, place: str) -> None:
    seen: set[str] = set()
    for word in words:
        if word.lower() in seen:
            raise TopicListError(f"In {place} “{word}” stands twice in {key}.")
        seen.add(word.lower())


def _list(item: dict[str, object], key: str, place: str) -> list[object]:
    value = item.get(key) or []
    if not isinstance(value, list):
        raise TopicListError(f"In {place} the value of {key} must be a list.")
    return value


def _checked(value: object, what: str, limit: int | None) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text or "\0" in text:
        raise TopicListError(f"{what} must be words; put quotes around numbers, yes and no.")
    if limit and len(text) > limit:
        raise TopicListError(f"{what} may have {limit} characters at most: “{text[:40]}…”.")
    return text


def _check_together(entries: list[TopicEntry]) -> None:
    """What must differ between entries does."""
    everything = [entry for top in entries for entry in top.walk()]
    for what, values in {
        "slug": [entry.slug for entry in everything],
        "source label": [label.lower() for entry in everything for label in entry.source_labels],
        "name on the first level": [top.name for top in entries],
        **{f"name below “{top.name}”": [child.name for child in top.topics] for top in entries},
    }.items():
        if twice := {value for value in values if values.count(value) > 1}:
            raise TopicListError(f"The {what} “{min(twice)}” stands twice.")
