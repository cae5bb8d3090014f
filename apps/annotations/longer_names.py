"""Names in which a country's stands, and means something else: the Gulf of Mexico, the Bank of America, Kuwait City."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Marked

OF = dict.fromkeys("Bay Cape Gulf Isle Isthmus Lake Sea Strait Straits".split(), "LOC")
OF |= dict.fromkeys("Bank Church College Daily Museum Times University Voice".split(), "ORG")
"""What is named so before ``of`` and a country."""
NEXT = dict.fromkeys(
    """Basin Bay Canal City Desert Gulf Island Islands Lake Mountains Ocean Peninsula Plateau River Sea Springs
    Strait Straits Valley Wells""".split(),
    "LOC",
)
NEXT |= dict.fromkeys("Airlines Airways Banker Herald Journal Post Times Tribune".split(), "ORG")
NEXT |= dict.fromkeys(("American", "Americans"), "NORP")
"""What is named so right behind a country or its people."""
ENDS = frozenset(
    """Academy Association Bank College Company Corporation Council Court Cross Federation Forum Foundation Fund
    Institute Institution League Legion Museum Orchestra Party Society University""".split()
)
"""Where an organisation's name ends that begins so, as the American Public Health Association's."""
PARTS = frozenset("East New North South West".split())
KINDS = {"LOC": "place", "GPE": "place", "ORG": "organisation", "NORP": "group"}
MOST_WORDS = 4  # of an organisation, behind the country
LONGEST = 100  # characters
SENTENCE_ENDS = frozenset([*'.?!:;"•', "\n\n"])


def longer_names(doc: "Doc") -> "Doc":
    """For spaCy's pipeline, behind the ruler: marks the whole name instead of the country or place in it."""
    from spacy.util import filter_spans

    marked = list(doc.ents)
    whole = [_whole(doc, name) for name in marked]
    if whole != marked:
        doc.ents = filter_spans(whole)
    return doc


def _whole(doc: "Doc", name: "Marked") -> "Marked":
    from spacy.tokens import Span as Marked

    joined = name.start > 0 and doc[name.start - 1].text == "-"  # to another, as in the US-China Council
    if joined or not name.id_.startswith(("rule:country:", "rule:place:")):
        return name
    start, end, label = _up_to_behind(doc, name) or _from_before(doc, name) or (name.start, name.end, "")
    if not label or len(doc[start:end].text) > LONGEST:
        return name
    return Marked(doc, start, end, label=label, span_id=f"rule:{KINDS[label]}:{doc[start:end].text}")


def _up_to_behind(doc: "Doc", name: "Marked") -> tuple[int, int, str] | None:
    """Indian Ocean, East China Sea, Jordan Times, American Red Cross."""
    label = NEXT.get(_as_title(doc, name.end), "")
    if label == "NORP" and name.label_ != "NORP":
        return None
    if label:
        return name.start - (name.start > 0 and _as_title(doc, name.start - 1) in PARTS), name.end + 1, label
    end = name.end
    while end < min(len(doc), name.end + MOST_WORDS) and doc[end].is_title and not doc[end].ent_type:
        end += 1
        if doc[end - 1].text in ENDS:
            return name.start, _with_of(doc, end), "ORG"
    return None


def _with_of(doc: "Doc", end: int) -> int:
    """Where a name ends that may go on: Academy of Sciences, College of Military Medicine."""
    if end + 1 < len(doc) and doc[end].text == "of" and doc[end + 1].is_title:
        end += 2
        if end < len(doc) and doc[end].is_title and not doc[end - 1].text.endswith("s"):
            end += 1
    return end


def _from_before(doc: "Doc", name: "Marked") -> tuple[int, int, str] | None:
    """Gulf of Mexico, Reserve Bank of India, West Germany."""
    if name.label_ == "NORP":
        return None
    at = name.start - 1
    if at >= 0 and _as_title(doc, at) in PARTS and name.label_ == "GPE":
        return (at, name.end, "GPE") if _as_title(doc, at) != "New" or not _begins(doc, at) else None
    if at >= 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return None
    start, label = at - 1, OF.get(_as_title(doc, at - 1), "")
    while label == "ORG" and start and doc[start - 1].is_title and not doc[start - 1].is_stop:
        start -= 1
    return (start, name.end, label) if label else None


def _as_title(doc: "Doc", at: int) -> str:
    """A word that begins with a capital, so that MEXICO CITY is Mexico City; empty behind the end."""
    if at >= len(doc) or not doc[at].text[:1].isupper():
        return ""
    return doc[at].text.capitalize()


def _begins(doc: "Doc", at: int) -> bool:
    """Whether a sentence does, which gives any word a capital."""
    return at == 0 or doc[at - 1].text in SENTENCE_ENDS
