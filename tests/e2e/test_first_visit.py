"""What an analyst and an editor do first, in a real browser."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Site


def test_an_analyst_filters_by_topic_and_date_and_follows_a_turn(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="All conferences").click()
    expect(page.get_by_text("10 conferences")).to_be_visible()

    page.get_by_label("Missiles").check()
    page.get_by_label("First day").fill("2018-01-01")
    page.get_by_label("Last day").fill("2022-12-31")
    page.get_by_role("button", name="Apply").first.click()
    expect(page).to_have_url(re.compile("topic=missiles"))
    expect(page).to_have_url(re.compile("date_after=2018-01-01&date_before=2022-12-31"))
    titles = page.locator("main h3")
    assert 0 < titles.count() < 10
    for day in page.locator("main .meta time").all():
        assert "2018-01-01" <= (day.get_attribute("datetime") or "") <= "2022-12-31"

    titles.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/conferences/20\d\d/\d\d/\d\d/[a-z0-9-]+/$"))
    outline = page.get_by_role("navigation", name=re.compile("Questions|Outline"))
    outline.get_by_role("link").last.click()
    anchor = re.search("#(t-[0-9a-f]+)$", page.url)
    assert anchor
    expect(page.locator(f"#{anchor[1]}")).to_be_in_viewport()


def test_an_editor_corrects_a_tag_and_readers_see_it_at_once(page: Page, site: Site) -> None:
    page.goto("/conferences/?topic=nuclear-weapons&source=sarvandia-watch&date_before=2017-12-31")
    page.locator("main h3").first.get_by_role("link").click()
    reading = page.url
    head = page.locator("main header").first
    expect(head.get_by_role("link", name="Nuclear weapons")).to_be_visible()

    page.goto("/admin/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(site.admin_password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Tags", exact=True).first.click()
    filters = page.locator("#changelist-filter")
    filters.get_by_role("link", name="Nuclear weapons").click()
    filters.get_by_role("link", name="2017").click()
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option(label="Reject selected tags")
    page.get_by_role("button", name="Go").click()
    expect(page.locator(".messagelist")).to_contain_text("rejected")

    page.goto(reading)
    expect(head.get_by_role("link", name="Nuclear weapons")).to_have_count(0)
    page.goto("/conferences/?topic=nuclear-weapons&source=sarvandia-watch&date_before=2017-12-31")
    expect(page.get_by_text("No conference matches")).to_be_visible()
