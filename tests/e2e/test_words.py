"""A reader looks at words in their context and over time, with JavaScript and without."""

import csv
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from apps.browse.fragments import ANCHOR
from tests.e2e.conftest import Site
from tests.e2e.test_filtering import opened, stays


@pytest.fixture
def plain_page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the site in a browser that runs no script."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_line_of_the_concordance_leads_to_its_words_though_they_stand_above_too(page: Page) -> None:
    opened(page, "/concordance/?q=the&kind=question")
    expect(page.get_by_role("heading", level=1)).to_contain_text("with “the”")
    link = page.locator(".concordance a").last
    turn = re.search(r"turn=(\w+)", link.get_attribute("href") or "")
    assert turn
    link.click()
    mark = page.locator(f"#t-{turn[1]} #{ANCHOR} mark").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_text(re.compile("^the$", re.IGNORECASE))


def test_the_concordance_is_sorted_and_narrowed_without_a_load(page: Page) -> None:
    opened(page, "/concordance/?q=missile")
    page.get_by_role("link", name="Words after").click()
    expect(page).to_have_url(re.compile("order=right"))
    page.get_by_role("checkbox", name=re.compile(r"^Energy \d")).check()
    expect(page.get_by_role("heading", level=1)).to_contain_text("about Energy")
    expect(page).to_have_url(re.compile("order=right"))
    assert stays(page)


def test_the_file_has_the_lines_of_the_page(page: Page) -> None:
    opened(page, "/concordance/?q=missile")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("CSV")).click()
    rows = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert rows
    assert all(row["words"].lower().startswith("missile") for row in rows)


def test_queries_are_compared_over_time(page: Page) -> None:
    opened(page, "/trends/?series=missile&series=energy")
    expect(page.locator(".key li")).to_have_count(2)
    expect(page.locator(".lines svg")).to_be_visible()
    page.get_by_label("By", exact=True).select_option("month")
    page.get_by_role("button", name="Apply").first.click()
    expect(page).to_have_url(re.compile("by=month"))
    assert stays(page)


def test_without_javascript_the_same_is_asked(plain_page: Page) -> None:
    page = plain_page
    page.goto("/concordance/")
    page.get_by_label("Words").first.fill("missile")
    page.get_by_role("button", name="Apply").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("with “missile”")
    page.goto("/trends/?series=missile")
    expect(page.locator(".key li")).to_have_count(1)
