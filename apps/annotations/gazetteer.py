"""Names that are known for certain: countries and their people, organisations, treaties, weapons."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from django.conf import settings

FILE = settings.BASE_DIR / "fixtures" / "gazetteer.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with what it is called, each name with spaCy's label for it.

    ``ours``: what those call it who speak for it; ``short``: words that mean it where the model sees a name in them.
    """

    kind: str
    name: str
    names: tuple[tuple[str, str], ...]
    ours: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

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
    )


def gazetteer_version() -> str:
    """Differs where the file does."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()


def _countries(listed: dict[str, Any]) -> list[Known]:
    import pycountry

    official = {country.alpha_2: getattr(country, "common_name", country.name) for country in pycountry.countries}
    found = []
    for code in sorted(official.keys() | listed.keys()):
        entry = listed.get(code, {})
        name = entry.get("name") or official[code]
        names = [(called, "GPE") for called in (name, *entry.get("names", []))]
        found.append(Known("country", name, (*names, *((people, "NORP") for people in entry.get("people", [])))))
    return found


def _known(kind: str, label: str, entry: dict[str, Any]) -> Known:
    names = tuple((called, label) for called in (entry["name"], *entry.get("names", [])))
    return Known(kind, entry["name"], names, tuple(entry.get("ours", [])))
