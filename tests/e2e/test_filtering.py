"""A reader filters the list with the mouse and the keyboard, with JavaScript and without."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import Site

ENERGY = re.compile(r"^Energy \d")


@pytest.fixture
def plain_page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the site in a browser that runs no script."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def stays(page: Page) -> bool:
    """Whether it is still the page that was opened: a load forgets what was noted."""
    return bool(page.evaluate("window.noted === true"))


def answer_late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


def opened(page: Page, address: str) -> str:
    """The heading of the list, once it is there; the page is noted."""
    page.goto(address)
    page.wait_for_function("window.htmx")
    page.evaluate("window.noted = true")
    return page.get_by_role("heading", level=1).inner_text()


def test_a_choice_changes_the_list_without_a_load_and_keeps_the_focus_and_the_place(page: Page) -> None:
    all_of_them = opened(page, "/conferences/")
    box = page.get_by_role("checkbox", name=ENERGY)
    box.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    box.focus()
    page.keyboard.press("Space")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("about Energy")
    assert stays(page)
    assert page.url.endswith("/conferences/?topic=energy")
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    assert page.evaluate("window.scrollY") == before
    expect(page.get_by_role("status")).to_have_text(heading.inner_text())
    expect(page).to_have_title(f"{heading.inner_text()} · Rostrum")

    page.keyboard.press("Space")
    expect(heading).to_have_text(all_of_them)
    expect(page.get_by_role("status")).to_have_text(all_of_them)
    assert stays(page)


def test_what_is_written_or_chosen_before_an_answer_came_is_not_lost(page: Page) -> None:
    opened(page, "/conferences/")
    page.route(re.compile("topic="), answer_late)
    page.get_by_role("checkbox", name=ENERGY).check()
    page.get_by_label("Words").fill("the")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("about Energy")
    expect(page.get_by_label("Words")).to_have_value("the")
    page.get_by_role("button", name="Apply").first.click()
    expect(heading).to_contain_text("about Energy with “the”")
    assert page.url.endswith("/conferences/?q=the&topic=energy")
    assert stays(page)


def test_a_day_and_how_lines_are_drawn_hold_at_once_but_no_day_that_is_half_typed(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "xhr" else None)
    opened(page, "/trends/?series=missile")
    heading = page.get_by_role("heading", level=1)
    page.get_by_label("By").select_option("Month")
    expect(heading).to_contain_text("by month")
    page.get_by_label("First day").press_sequentially("0504201")
    page.wait_for_timeout(500)
    page.keyboard.type("8")
    expect(heading).to_contain_text("since 4 May 2018")
    expect(page.get_by_label("First day")).to_have_value("2018-05-04")
    assert [re.findall("date_after=([^&]+)", url) for url in asked] == [[], ["2018-05-04"]]
    page.get_by_label("Last day").fill("2017-01-01")
    expect(page.locator("#errors-date_before")).to_contain_text("This is before the first day")
    assert stays(page)


def test_a_choice_that_nobody_answers_is_said(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    opened(page, "/conferences/")
    context.set_offline(True)
    page.get_by_role("checkbox", name=ENERGY).check()
    said = page.get_by_role("status")
    expect(said).to_contain_text("Rostrum cannot be reached. These are still the results from before.")
    context.set_offline(False)
    said.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("about Energy")
    context.close()


def test_the_back_button_brings_back_the_list_and_its_filters(page: Page) -> None:
    all_of_them = opened(page, "/conferences/")
    box = page.get_by_role("checkbox", name=ENERGY)
    heading = page.get_by_role("heading", level=1)
    box.check()
    expect(heading).to_contain_text("about Energy")
    page.go_back()
    expect(heading).to_have_text(all_of_them)
    expect(box).not_to_be_checked()
    expect(box).to_be_focused()
    page.go_forward()
    expect(heading).to_contain_text("about Energy")
    expect(box).to_be_checked()
    page.get_by_role("link", name="Take off: Topic").press("Enter")
    expect(heading).to_be_focused()
    page.go_back()
    expect(heading).to_contain_text("about Energy")
    expect(heading).to_be_focused()


def test_words_a_bar_and_a_chip_change_the_list_too(page: Page) -> None:
    opened(page, "/conferences/")
    page.get_by_label("Words").fill("missile")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("with “missile”")
    expect(page.get_by_label("Words")).to_be_focused()

    page.locator(".chart svg a").first.click()
    expect(heading).to_contain_text(re.compile(r"with “missile”, \d"))
    expect(page.get_by_label("First day")).not_to_have_value("")

    page.get_by_role("link", name="Take off: Words").press("Enter")
    expect(heading).not_to_contain_text("missile")
    expect(heading).to_be_focused()
    expect(page.get_by_label("Words")).to_have_value("")
    assert stays(page)


def test_a_long_list_of_names_opens_in_place_and_narrows_while_one_types(page: Page) -> None:
    opened(page, "/conferences/")
    page.get_by_role("link", name="More of Speaker").press("Enter")
    expect(page.get_by_label("Begins with")).to_be_focused()
    page.get_by_label("Begins with").press_sequentially("mar")
    box = page.get_by_role("checkbox", name=re.compile("^Maren Iversholt"))
    expect(page.locator("#choices-speaker label")).not_to_have_count(0)
    expect(page.get_by_role("checkbox", name=re.compile("^Dario"))).to_have_count(0)
    expect(page.get_by_label("Begins with")).to_be_focused()
    box.check()
    expect(page.get_by_role("heading", level=1)).to_contain_text("where Maren Iversholt speaks")
    expect(page.get_by_label("Begins with")).to_have_value("mar")
    assert stays(page)


def test_a_passage_leads_to_its_words_in_the_transcript(page: Page) -> None:
    opened(page, "/passages/?q=missile")
    last = page.locator(".passage").last
    turn = re.search(r"turn=(\w+)", last.get_attribute("href") or "")
    assert turn
    last.click()
    mark = page.locator(f"#t-{turn[1]} mark").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_have_text(re.compile("^missile", re.IGNORECASE))


def test_without_javascript_the_same_form_is_sent(plain_page: Page) -> None:
    page = plain_page
    page.goto("/conferences/")
    page.get_by_role("checkbox", name=ENERGY).check()
    page.get_by_role("button", name="Apply").first.click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("about Energy")
    expect(page.get_by_role("checkbox", name=ENERGY)).to_be_checked()
    page.locator(".chart svg a").first.click()
    expect(heading).to_contain_text(re.compile(r"about Energy, \d"))
    page.get_by_role("link", name="Take off: Topic").click()
    expect(heading).not_to_contain_text("Energy")
    page.goto("/conferences/")
    page.get_by_role("link", name="More of Speaker").click()
    page.get_by_label("Begins with").fill("mar")
    page.get_by_role("button", name="Narrow").click()
    page.get_by_role("checkbox", name=re.compile("^Maren Iversholt")).check()
    page.get_by_role("button", name="Show the conferences").click()
    expect(heading).to_contain_text("where Maren Iversholt speaks")
