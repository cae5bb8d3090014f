"""Addresses from before a transcript came in parts."""

import re

from playwright.sync_api import Page, expect


def test_the_address_of_a_turn_that_is_in_another_part_asks_for_that_part(page: Page) -> None:
    page.goto("/conferences/?q=missile")
    page.locator("main h3 a").first.click()
    there = page.url.partition("?")[0]
    page.goto(f"{there}?q=missile&part=1#t-0123")
    page.add_script_tag(url="/static/js/parts.js")  # the samples are short: their pages do without it
    expect(page).to_have_url(f"{there}?q=missile&turn=0123#t-0123")

    turn = page.locator(".turn").last.get_attribute("id")
    page.goto(f"{there}#{turn}")
    page.add_script_tag(url="/static/js/parts.js")
    page.wait_for_timeout(100)
    expect(page).to_have_url(re.compile(f"/#{turn}$"))
