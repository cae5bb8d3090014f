"""Tokens of a query put right, so that the grammar takes them, with a sentence for whatever that changed."""

from collections.abc import Iterable

from lark import Token

MOST_WORDS = 64
DEEPEST = 20
"""Brackets within brackets."""

OPERANDS = {"PHRASE", "PREFIX", "FUZZY", "WORD"}
FIELDS = {"FIELD", "UNKNOWN"}
WAITING = {"LPAR", "AND", "OR", "NOT", *FIELDS}
"""After these something has to come."""


def tidy(tokens: Iterable[Token], doubts: list[str]) -> list[Token]:
    """The tokens with what is missing put in as EMPTY, and without what cannot be taken."""
    done: list[Token] = []
    depth = words = skipped = 0
    for token in tokens:
        if token.type == "LPAR" and (depth == DEEPEST or skipped):
            skipped += 1
            _add(doubts, f"Brackets go {DEEPEST} deep at most; deeper ones were left out.")
            continue
        if token.type == "RPAR" and skipped:
            skipped -= 1
            continue
        if token.type == "RPAR" and not depth:
            _add(doubts, "A closing bracket had no opening one, so it was left out.")
            continue
        if token.type in OPERANDS and words == MOST_WORDS:
            _add(doubts, f"Only the first {MOST_WORDS} words and phrases were read.")
            break
        if _waits(done) and _cannot_follow(done, token):
            if token.type == "NOT":
                _put_before_field(done, token)
                continue
            _fill(done, token, doubts)
        depth += (token.type == "LPAR") - (token.type == "RPAR")
        words += token.type in OPERANDS
        done.append(token)
    if _waits(done):
        _fill(done, None, doubts)
    if depth:
        _add(doubts, "A bracket was not closed, so it goes to the end.")
    return [*done, *[Token("RPAR", ")")] * depth]


def _waits(done: list[Token]) -> bool:
    return not done or done[-1].type in WAITING


def _cannot_follow(done: list[Token], token: Token) -> bool:
    if token.type in {"AND", "OR", "RPAR"}:
        return True
    before = done[-1].type if done else ""
    if before == "NOT":
        return token.type == "NOT"
    return before in FIELDS and token.type not in OPERANDS


def _put_before_field(done: list[Token], negation: Token) -> None:
    """``speaker:-marsh`` is ``-speaker:marsh``; two in a row are one."""
    if done[-1].type in FIELDS and (len(done) == 1 or done[-2].type != "NOT"):
        done.insert(-1, negation)


def _fill(done: list[Token], following: Token | None, doubts: list[str]) -> None:
    """Put EMPTY where something is missing, between the last token and the one that comes."""
    last = done[-1] if done else None
    if last is not None and following is not None and last.type in FIELDS and following.type == "LPAR":
        _add(
            doubts,
            f"“{last.strip()}” takes one word, or several in quotation marks, so it was left out before the bracket.",
        )
    elif last is not None and last.type != "LPAR":
        _add(doubts, f"“{last.strip()}” has nothing after it, so it was left out.")
    elif following is not None and following.type in {"AND", "OR"}:
        _add(doubts, f"“{following}” has nothing before it, so it was left out.")
    done.append(Token("EMPTY", ""))


def _add(doubts: list[str], sentence: str) -> None:
    if sentence not in doubts:
        doubts.append(sentence)
