"""No regular expression of the parser may try again at each link of a long chain: that takes quadratic time."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import apps.transcripts

_TRIED_AGAIN = re.compile(r"\\b(?:\(\?P<\w+>|\()*\[A-Z[^\]]*\]\[\\w[^\]]*['’-][^\]]*\][*+]")
r"""``\b[A-Z][\w'-]*``: the boundary is met again behind each ``'`` that the class then runs over."""


def patterns() -> Iterator[tuple[str, str]]:
    for module in pkgutil.walk_packages(apps.transcripts.__path__, "apps.transcripts."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name}.{name}", value.pattern


def test_the_parser_has_regular_expressions_to_look_at() -> None:
    assert len(list(patterns())) > 100


def test_no_search_for_a_name_begins_again_inside_a_chain_of_apostrophes_or_hyphens() -> None:
    assert [name for name, pattern in patterns() if _TRIED_AGAIN.search(pattern)] == []


@pytest.mark.parametrize("pattern", [r"\b[A-ZÀ-Þ][\w’'-]*\.?\s", r"\b(?P<first>[A-Z][\w'-]+) x"])
def test_what_would_begin_again_is_recognised(pattern: str) -> None:
    assert _TRIED_AGAIN.search(pattern)
