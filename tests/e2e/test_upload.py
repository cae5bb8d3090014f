"""An editor imports transcripts in the browser, in the site as `make run` serves it: its worker does the work."""

from playwright.sync_api import FilePayload, Page, expect

from tests.conferences.transcripts import TURNS, briefing
from tests.conferences.uploading import zipped
from tests.e2e.conftest import Site

A_WHILE = 60_000  # milliseconds


def test_an_editor_uploads_files_sees_what_would_happen_and_imports_them(page: Page, site: Site) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(site.admin_password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Uploads", exact=True).first.click()
    page.get_by_role("link", name="Add upload").click()
    archive = zipped({"2019/fares.txt": briefing(*TURNS[:3], title="On the fares"), "2019/fares.pdf": b"%PDF"})
    ferry = briefing(title="On the ferry").encode()
    files = [FilePayload(name="ferry.txt", mimeType="text/plain", buffer=ferry)]
    files += [FilePayload(name="batch.zip", mimeType="application/zip", buffer=archive)]
    page.get_by_label("Files").set_input_files(files)
    page.get_by_label("Name of the new source").fill("Harbour Board")
    page.get_by_role("button", name="See what would happen").click()

    expect(page.get_by_role("heading", name="What an import would do")).to_be_visible(timeout=A_WHILE)
    expect(page.get_by_role("row", name="2019/fares.pdf")).to_contain_text("It is no .txt file.")
    page.get_by_role("button", name="Import 2 files").click()

    expect(page.get_by_role("heading", name="Imported")).to_be_visible(timeout=A_WHILE)
    expect(page.locator(".counts")).to_contain_text("2 created")
    page.goto("/conferences/?source=harbour-board")
    expect(page.get_by_role("link", name="On the ferry")).to_be_visible()
    expect(page.get_by_role("link", name="On the fares")).to_be_visible()
