"""An editor works through the review queue with one key for each decision, in a real browser."""

import re
import time

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Site
from tests.e2e.signing_in import sign_in

ENOUGH = 20  # suggestions


def open_the_queue(page: Page) -> None:
    """As soon as the worker of the site has annotated enough."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        page.goto("/admin/annotations/tag/review/")
        waiting = re.match(r"(\d+) suggestions wait", page.locator(".said span").inner_text())
        if waiting and int(waiting[1]) >= ENOUGH:
            return
        page.wait_for_timeout(500)
    raise AssertionError("The worker suggested nothing in a minute.")


def shown(page: Page) -> str:
    return page.locator("input[name=tag]").input_value()


def press(page: Page, key: str) -> str:
    """Press a key, wait until another suggestion stands there, and return what is said of the decision."""
    before = shown(page)
    page.keyboard.press(key)
    expect(page.locator("input[name=tag]")).not_to_have_value(before)
    return page.locator(".said span").inner_text()


def press_as_soon_as_the_next_stands_there(page: Page, key: str) -> None:
    """In the page itself, which is faster than anybody; ``data-loaded`` is gone with the page if it is loaded anew."""
    page.evaluate(
        """key => {
            document.body.dataset.loaded = "once";
            const next = new MutationObserver(() => {
                next.disconnect();
                document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
            });
            next.observe(document.querySelector(".review"), {childList: true});
        }""",
        key,
    )


def test_a_dozen_decisions_take_a_dozen_keys_and_no_click(page: Page, site: Site) -> None:
    sign_in(page, site)
    open_the_queue(page)
    said = page.locator(".said span")
    seen = [shown(page)]

    for number in range(10):
        key, status = ("c", "confirmed") if number % 2 else ("r", "rejected")
        assert re.fullmatch(rf"“.+”: {status}\.\s*", press(page, key))
        seen.append(shown(page))
    assert len(set(seen)) == 11

    press_as_soon_as_the_next_stands_there(page, "r")
    page.keyboard.press("c")
    expect(said).to_have_text(re.compile("rejected"))
    assert page.evaluate("document.body.dataset.loaded") == "once"

    before = shown(page)
    expect(page.get_by_role("combobox", name="or")).not_to_be_focused()
    page.keyboard.press("t")
    page.keyboard.type("Elections")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=tag]")).not_to_have_value(before)
    expect(said).to_have_text(re.compile("“Elections.*”: confirmed."))

    page.keyboard.press("u")
    expect(said).to_have_text(re.compile("Undone. Here it is again."))
    expect(page.locator("input[name=tag]")).to_have_value(before)
    expect(page.locator(".judged mark").first).to_be_visible()

    later = shown(page)
    press(page, "s")
    assert shown(page) != later
    press(page, "c")
    assert shown(page) != later
