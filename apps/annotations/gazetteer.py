"""Names that are known for certain: countries and their people, places, organisations, treaties, weapons, leaders."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from django.conf import settings

LONGEST_ABBREVIATION = 5
FILE = settings.BASE_DIR / "fixtures" / "gazetteer.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with what it is called, each name with spaCy's label for it.

    ``ours``: what those call it who speak for it; ``short``: words that mean it where the model sees a name in them;
    ``unsure``: its own name is such a word, and means it only where the model sees a place.
    """

    kind: str
    name: str
    names: tuple[tuple[str, str], ...]
    ours: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def id(self) -> str:
        """Its kind and its name, as spaCy keeps them with the words."""
        return f"{self.kind}:{self.name}"


@lru_cache(maxsize=1)
def gazetteer() -> tuple[Known, ...]:
    """All of ``fixtures/gazetteer.yaml``, with the countries of ISO 3166 (pycountry)."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return (
        *_countries(data["countries"]),
        *(_known("organisation", "ORG", entry) for entry in data["organisations"]),
        *(_known("treaty", "LAW", entry) for entry in data["treaties"]),
        *(_known("weapon", "PRODUCT", entry) for entry in data["weapons"]),
        *(_known("place", "LOC", entry) for entry in data["places"]),
        *(_known("group", "NORP", entry) for entry in data["groups"]),
        *(_known("person", "PERSON", entry) for entry in data["people"]),
    )


@lru_cache(maxsize=1)
def american_states() -> frozenset[str]:
    """The names of the states of the United States, and of their districts and outlying areas."""
    import pycountry

    return frozenset(state.name for state in pycountry.subdivisions if state.country_code == "US")


@lru_cache(maxsize=1)  # as the gazetteer itself: what was read, not what the file says by now
def gazetteer_version() -> str:
    """Differs where the file does."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()


def _countries(listed: dict[str, Any]) -> list[Known]:
    import pycountry

    usual = {country.alpha_2: getattr(country, "common_name", country.name) for country in pycountry.countries}
    official = {country.alpha_2: getattr(country, "official_name", "") for country in pycountry.countries}
    found = []
    for code in sorted(usual.keys() | listed.keys()):
        entry = listed.get(code, {})
        name = entry.get("name") or usual[code]
        unsure = bool(entry.get("unsure"))
        called = [name, *entry.get("names", []), official.get(code, "")]
        names = [(each, "GPE") for each in called if each and "," not in each and not (unsure and each == name)]
        names += [(people, "NORP") for people in entry.get("people", [])]
        short = (name,) if unsure else ()
        found.append(Known("country", name, _with_capitals(names), short=short, unsure=unsure))
    return found


def _known(kind: str, label: str, entry: dict[str, Any]) -> Known:
    names = [(called, label) for called in (entry["name"], *entry.get("names", []))]
    names += [(people, "NORP") for people in entry.get("people", [])]
    return Known(
        kind, entry["name"], _with_capitals(names), tuple(entry.get("ours", [])), tuple(entry.get("short", []))
    )


def _with_capitals(names: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each name as it is and, where it cannot be taken for an abbreviation then, in capitals: ``RUSSIA``."""
    capitals = [(name.upper(), label) for name, label in names if len(name) > LONGEST_ABBREVIATION]
    return tuple(dict.fromkeys((*names, *capitals)))
