"""spaCy for a language: the model that SPACY_MODEL names, told what is known for certain; else its tokenizer alone."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path
from threading import RLock, Thread
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from apps.annotations.gazetteer import gazetteer
from apps.annotations.learning.words import words
from apps.annotations.longer_names import longer_names

if TYPE_CHECKING:
    from spacy.language import Language

ONE_AT_A_TIME = RLock()
"""Hold it where other threads may read as well: spaCy keeps one list of words for all, and one forgets what another
still reads."""
UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer"]


def has_model(language: str) -> bool:
    """Whether entities can be found in this language."""
    return bool(settings.SPACY_MODEL) and settings.SPACY_MODEL.partition("_")[0] == language


def language_model(language: str) -> "Language":
    """The pipeline for texts of the language; its names are found where ``has_model``.

    Raises ImproperlyConfigured where the model is not installed.
    """
    return _model(settings.SPACY_MODEL) if has_model(language) else tokenizer(language)


def require_model() -> None:
    """Raises ImproperlyConfigured where the model that SPACY_MODEL names is not installed.  Nothing is loaded."""
    name = settings.SPACY_MODEL
    if name and not (Path(name).exists() or any(True for _ in distributions(name=name))):
        raise _not_installed(name)


def _not_installed(name: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"SPACY_MODEL names “{name}”, which is not installed.")


@lru_cache(maxsize=1)
def _model(name: str) -> "Language":
    import spacy
    from spacy.language import Language

    try:
        nlp = spacy.load(name, exclude=UNUSED)
    except OSError as error:
        raise _not_installed(name) from error
    Language.component("longer_names", func=longer_names)
    # Before the model, which keeps what it finds marked: what is known overrules it.
    ruler = nlp.add_pipe("entity_ruler", before="ner", config={"phrase_matcher_attr": "ORTH"})
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": label, "pattern": name, "id": f"rule:{known.id}"}
            for known in gazetteer()
            for name, label in known.names
        ]
    )
    nlp.add_pipe("longer_names", after="entity_ruler")
    return nlp


@lru_cache(maxsize=8)  # one for each language in use
def tokenizer(language: str) -> "Language":
    """spaCy's blank tokenizer of the language; the one for many languages where it has none of its own."""
    import spacy

    try:
        return spacy.blank(language)
    except ImportError:  # an unknown language, or one whose tokenizer needs another library
        return spacy.blank("xx")


@lru_cache(maxsize=8)
def stop_words(language: str) -> frozenset[str]:
    """Words that stand everywhere and tell nothing alone, by spaCy: and, then, too, don of don't."""
    nlp = tokenizer(language)
    split: dict[str, object] = getattr(nlp.tokenizer, "rules", None) or {}
    listed = [*nlp.Defaults.stop_words, *(word for word in split if word.endswith("n't"))]
    return frozenset(part for word in listed for part in words(word))


def load_tokenizers_soon(languages: Iterable[str]) -> None:
    """Begin to load them beside what else is done: importing spaCy alone takes a second."""
    Thread(target=_load_tokenizers, args=(list(languages),), daemon=True).start()


def _load_tokenizers(languages: list[str]) -> None:
    with ONE_AT_A_TIME:
        for language in languages:
            tokenizer(language)
