"""A copy of the parser without the words that only certain texts can have taught it.

What the parser knows of words stands in its modules, outside of functions and classes: in lists of words or phrases,
and in the alternatives of patterns.  In the place of each that is taken out the copy has something that no text holds,
so that lists and patterns keep their shape.  What is written as code stays.
"""

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path

NOWHERE = "\ue000"
_ENTRY = r"(?P<before>\s*)(?P<entry>[^\W\d_](?:[\w '’.&/-]*\w)?\.?)"
_WORD = re.compile(r"(?P<before>)(?P<entry>[^\s:]+)")
_LISTED = re.compile(rf"(?<![^|\n=]){_ENTRY}(?=\s*(?:[|\n=]|$))")
"""A phrase of a list that strokes and line ends part, or one side of a pair."""
_ALTERNATIVE = re.compile(rf"(?<=[|(\n:]){_ENTRY}(?=\s*[|)\n])")
"""The same in a pattern, where it has to stand between two marks."""
_ONLY_WORDS = re.compile(r"[\w\s|=:,'’.&/-]*")
_NO_TABLE = (ast.FunctionDef, ast.ClassDef, ast.Expr, ast.List, ast.Subscript)
"""Code, docstrings, ``__all__`` and keys."""


def plain(text: str) -> str:
    """The words of a text in small letters, one space between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))


class Unteaching(ast.NodeTransformer):
    """Takes out of a module the words of which ``unknown`` says so, spelled as ``plain`` spells them."""

    def __init__(self, unknown: Callable[[str], bool]) -> None:
        self._unknown = unknown
        self.taken: set[str] = set()

    def visit(self, node: ast.AST) -> ast.AST:
        """What holds no table is left as it is."""
        return node if isinstance(node, _NO_TABLE) else super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """``"press media".split()`` is a list of single words."""
        match node.func:
            case ast.Attribute(ast.Constant() as words, "split") if not node.args:
                self._take_words([words])
                return node
        return self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        """So is each of ``("january jan", "february feb")``."""
        self._take_words(node.elts)
        return self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """The text of a pattern around others that are put into it."""
        for part in node.values:
            if isinstance(part, ast.Constant):
                self._take(_ALTERNATIVE, part)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """A list of phrases, or a pattern."""
        if isinstance(node.value, str):
            self._take(_LISTED if _ONLY_WORDS.fullmatch(node.value) else _ALTERNATIVE, node)
        return node

    def _take_words(self, lists: Iterable[ast.AST]) -> None:
        for one in lists:
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and _ONLY_WORDS.fullmatch(one.value):
                self._take(_WORD, one)

    def _take(self, form: re.Pattern[str], node: ast.Constant) -> None:
        node.value = form.sub(self._kept, str(node.value))

    def _kept(self, m: re.Match[str]) -> str:
        words = plain(m["entry"])
        if not words or not self._unknown(words):
            return m[0]
        self.taken.add(words)
        return m["before"] + NOWHERE


def untaught(root: Path, copy: Path, unknown: Callable[[str], bool]) -> set[str]:
    """Write the parser below ``root`` into ``copy`` without what is unknown; what was taken out."""
    unteaching = Unteaching(unknown)
    for path in [root / "apps" / "__init__.py", *sorted((root / "apps" / "transcripts").rglob("*.py"))]:
        module = unteaching.visit(ast.parse(path.read_text("utf-8")))
        new = copy / path.relative_to(root)
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(ast.unparse(module), "utf-8")
    return unteaching.taken
