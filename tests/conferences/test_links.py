"""Addresses are those that Django would give."""

import pytest
from django.urls import reverse, set_script_prefix

from apps.conferences.links import link


@pytest.mark.parametrize(
    ("route", "arguments"),
    [
        ("browse:turn", ["0a1b-2c"]),
        ("browse:cite_turn", ["902100"]),
        ("browse:conference", ["0999", "05", "04", "902103-talks"]),
        ("browse:undated_conference", ["talks_1"]),
        ("browse:entity", ["77"]),
        ("browse:home", []),
    ],
)
def test_an_address_is_the_one_that_django_reverses(route: str, arguments: list[str]) -> None:
    assert link(route, *arguments) == reverse(route, args=arguments)


def test_one_that_is_to_be_formatted_has_a_place_for_what_is_missing() -> None:
    assert link("browse:turn", "{}").format("ab") == "/turns/ab/"


def test_an_address_follows_the_folder_that_the_site_is_served_from() -> None:
    assert link("browse:turn", "ab") == "/turns/ab/"
    set_script_prefix("/rostrum/")
    try:
        assert link("browse:turn", "ab") == "/rostrum/turns/ab/"
    finally:
        set_script_prefix("/")
