"""Offices whose letters were mixed up: ``CHAIMRAN``."""

from difflib import get_close_matches
from functools import lru_cache

from .grammar import OFFICES

OFTEN = tuple("president chairman chairwoman secretary minister governor ambassador commissioner chancellor".split())
SHORTEST = 7
"""Letters of a word that nearly is an office; a shorter one is another word."""


@lru_cache(maxsize=4096)
def misspelt_office(word: str) -> str | None:
    """The office that a word (as the tables spell it) nearly is; None for an office and for any other word."""
    if len(word) < SHORTEST or word in OFFICES:
        return None
    return next(iter(get_close_matches(word, OFTEN, n=1, cutoff=0.87)), None)
