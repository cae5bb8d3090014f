from apps.annotations import phrase_rules
from apps.annotations.phrase_rules import Found, Phrase


def find_topics(text: str, phrases: tuple[Phrase, ...], language: str) -> dict[int, Found]:
    """Where each topic's phrases stand in one text."""
    [found] = phrase_rules.find_topics([text], phrases, language)
    return found
