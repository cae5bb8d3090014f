"""The site as ``make run`` serves it, and a real browser to look at it with."""

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.e2e.browser import find_browser

PROJECT = Path(__file__).resolve().parents[2]
# Chromium would otherwise look for updates on the network; as root it has no sandbox.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Site:
    """A running ``make run``."""

    url: str
    admin_password: str


@pytest.fixture(scope="package")
def site(browser: Browser) -> Iterator[Site]:
    var = Path(tempfile.mkdtemp(prefix="rostrum-site-"))
    var.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment["VAR_DIR"] = str(var)
    log = var / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            ["make", "run", f"PORT={port}"],
            cwd=PROJECT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + 120
        while "Rostrum is at" not in log.read_text() or not _listens(port):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)
        password = re.search(r"password (\S+)", log.read_text())
        assert password, log.read_text()
        yield Site(f"http://127.0.0.1:{port}", password[1])
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
        shutil.rmtree(var)


def _is_ours(url: str, site: Site) -> bool:
    return url.startswith((site.url, "data:"))


def _is_problem(message: ConsoleMessage) -> bool:
    """An answer that htmx no longer waits for, because something else was chosen meanwhile, is none."""
    return message.type == "error" and not message.text.startswith(("htmx:afterRequest", "htmx:sendAbort"))


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="package")  # its event loop must be gone before other tests use the database
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        reason = "no Chromium on this machine: `make browser` installs one"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the site in a fresh session.  A script error or a request to another host fails the test."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if _is_problem(message) else None)
    page.on(
        "request", lambda request: None if request.url.startswith((site.url, "data:")) else problems.append(request.url)
    )
    yield page
    context.close()
    assert problems == []
