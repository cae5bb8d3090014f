"""An editor judges topics where a conference is read, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Site
from tests.e2e.signing_in import fill_in, sign_in


@pytest.mark.parametrize("script", [True, False])
def test_a_topic_is_judged_and_added_and_the_reader_stays_at_the_turn(
    browser: Browser, site: Site, script: bool
) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=script)
    page: Page = context.new_page()
    sign_in(page, site)
    page.goto("/conferences/?topic=sanctions")
    page.locator("main h3 a").nth(0 if script else 1).click()
    turn = page.locator(".turn", has=page.get_by_role("button", name="Confirm")).first
    anchor = turn.get_attribute("id")
    topic = turn.get_by_role("button", name="Confirm").first.inner_text().removeprefix("Confirm").strip()
    turn = page.locator(f"#{anchor}")
    if script:
        page.evaluate("anchor => { location.hash = anchor }", anchor)
        ground, evidence = (
            place.evaluate("it => getComputedStyle(it).backgroundColor")
            for place in (turn, turn.locator(".evidence").first)
        )
        assert ground != evidence
    loaded: list[str] = []
    page.on("framenavigated", lambda frame: loaded.append(frame.url))

    turn.get_by_role("button", name=f"Confirm {topic}").click()
    expect(turn.get_by_role("status")).to_contain_text(f"“{topic}”: confirmed.")
    expect(turn.get_by_role("button", name=f"Confirm {topic}")).to_have_count(0)

    turn.get_by_text("Add topic").click()
    turn.get_by_label("Topic to add").fill("Space")
    turn.get_by_role("button", name="Add", exact=True).click()
    expect(turn.get_by_role("status")).to_contain_text("“Space”: confirmed.")
    assert bool(loaded) is not script
    assert all(url.endswith(f"#{anchor}") or "/topics/" in url for url in loaded)

    turn.get_by_role("button", name="Reject Space").click()
    expect(turn.get_by_role("status")).to_contain_text("“Space”: rejected.")
    expect(turn.get_by_role("list")).not_to_contain_text(re.compile("Space"))

    context.clear_cookies(name="sessionid")
    turn.get_by_role("button", name=f"Reject {topic}").click()
    expect(page.get_by_text("what you sent was not recorded")).to_be_visible()
    fill_in(page, site)
    expect(turn.get_by_role("status")).to_contain_text("your decision was not recorded")
    expect(turn.get_by_role("button", name=f"Reject {topic}")).to_be_visible()
    if script:
        context.clear_cookies(name="csrftoken")
        turn.get_by_role("button", name=f"Reject {topic}").click()
        expect(turn.get_by_role("alert")).to_contain_text("Not recorded")
    context.close()
