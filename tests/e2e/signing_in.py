from playwright.sync_api import Page

from tests.e2e.conftest import Site


def sign_in(page: Page, site: Site) -> None:
    """As the first administrator, to the admin's first page."""
    page.goto("/admin/")
    fill_in(page, site)


def fill_in(page: Page, site: Site) -> None:
    """The page that asks who one is."""
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill(site.admin_password)
    page.get_by_role("button", name="Log in").click()
