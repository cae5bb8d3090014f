"""A Chromium for the browser tests; ``python -m tests.e2e.browser`` installs one if there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find_browser() -> Path | None:
    """A Chromium on PATH, else the one that Playwright keeps for itself, else None."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    with sync_playwright() as playwright:
        kept = Path(playwright.chromium.executable_path)
    return kept if kept.exists() else None


def install_browser() -> None:
    """By Playwright's own download, else Debian's package where that is refused and we are root."""
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if done.returncode and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=True)


if __name__ == "__main__":
    if not find_browser():
        install_browser()
    browser = find_browser()
    print(f"Browser: {browser}" if browser else "No browser could be installed here.")
    sys.exit(browser is None)
