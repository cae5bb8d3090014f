"""WCAG AA, computed from the colours of the stylesheet."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = Path(settings.BASE_DIR) / "static" / "css" / "tokens.css"
TEXT = [
    (text, ground)
    for text, grounds in {
        "ink": ["paper", "surface", "accent-tint"],
        "quiet": ["paper", "surface", "accent-tint"],
        "accent": ["paper", "surface", "accent-tint"],
        "paper": ["accent"],
        **{f"line-{letter}": ["paper"] for letter in "abcdef"},
    }.items()
    for ground in grounds
]


def colours() -> dict[str, dict[str, str]]:
    light, dark = TOKENS.read_text().split("@media")
    both = {"light": light, "dark": dark}
    return {scheme: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css)) for scheme, css in both.items()}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground_it_stands_on(scheme: str) -> None:
    colour = colours()[scheme]
    for text, ground in TEXT:
        assert contrast(colour[text], colour[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(scheme: str) -> None:
    colour = colours()[scheme]
    assert contrast(colour["edge"], colour["paper"]) >= 3
