"""What holds on every page: the whole site is crawled from the first one."""

from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests import make
from tests.browse.pages import Page

pytestmark = pytest.mark.django_db


def fill() -> None:
    defence = make.topic("Defence", description="Armed forces & more.")
    missiles = make.topic("Missiles", parent=defence)
    speaker, outlet = make.speaker("Elena Marsh"), make.organisation("Harbour Gazette")
    for day in ("2017-05-04", "2019-05-04", "2019-06-04", None):
        conference = make.conference("Talks & <more>", day)
        make.tag(conference, defence)
        make.turn(conference, "Good morning.", speaker=speaker, role="Chair", label="Marsh")
        asked = make.turn(conference, "A missile?", "question", exchange=1, label="Q", organisation=outlet)
        make.tag(asked, missiles, evidence=[[2, 9]], origin="rule", status="suggested", score=0.9)
        make.turn(conference, "Harbour Gazette, please.", "moderator", exchange=2)
        make.turn(conference, "No.", "answer", exchange=2, speaker=speaker)
    for number in range(25):
        make.turn(make.conference(day="2020-01-01"), speaker=make.speaker(f"Ana Ilve {number}"))


def crawl(client: Client, start: str = "/") -> dict[str, Page]:
    """Every page of the site by its address; a link that does not resolve fails here."""
    pages: dict[str, Page] = {}
    lists: set[tuple[str, frozenset[str]]] = set()
    waiting = [
        start,
        "/conferences/?q=missile&topic=missiles&date_after=2019-01-01",
        "/conferences/?q=missile&topic=no",
    ]
    fragments: set[tuple[str, str]] = set()
    while waiting:
        address = waiting.pop()
        if address in pages or _seen_alike(address, lists):
            continue
        response = client.get(address)
        assert response.status_code == 200, address
        if not response["Content-Type"].startswith("text/html"):
            continue
        pages[address] = Page(response.content.decode())
        for link in pages[address].links:
            target, fragment = urldefrag(urljoin(address, link))
            fragment = fragment.partition(":~:")[0]  # what follows is for the browser
            if not urlsplit(target).netloc:
                waiting.append(target)
                fragments |= {(target, fragment)} if fragment else set()
    for target, fragment in fragments:
        assert fragment in pages[target].ids, f"{target}#{fragment}"
    return pages


def _seen_alike(address: str, seen: set[tuple[str, frozenset[str]]]) -> bool:
    """Lists lead to lists in every combination of filters: one of each combination of a few is enough."""
    parts = urlsplit(address)
    if parts.path not in {
        "/conferences/",
        "/passages/",
        "/concordance/",
        "/concordance/lines.csv",
        "/trends/",
        "/trends/counts.csv",
    }:
        return False
    alike = (parts.path, frozenset(parse_qs(parts.query)) - {"order", "date_before", "page", "speaker"})
    known = alike in seen
    seen.add(alike)
    return known


def test_every_link_leads_somewhere_and_every_page_is_sound(client: Client) -> None:
    fill()
    pages = crawl(client)
    assert len(pages) > 40
    for address, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), address
        assert [len(page.attributes(tag)) for tag in ("h1", "main")] == [1, 1], address
        names = [tag for tag, _ in page.tags]
        assert names[: names.index("body")].count("title") == 1, address
        assert page.attributes("html", lang="en-GB"), address
        assert page.attributes("a", **{"class": "skip", "href": "#main"}), address
        assert page.attributes("meta", name="description")[0]["content"], address
        assert page.attributes("link", rel="canonical"), address
        assert page.attributes("meta", property="og:title"), address
        labels = {attrs.get("for") for attrs in page.attributes("label")}
        fields = [field for field in page.attributes("input") if field["type"] not in {"checkbox", "hidden"}]
        for field in fields + page.attributes("select"):
            assert field["id"] in labels, (address, field)


def test_no_page_has_a_script_or_style_of_its_own_or_needs_another_host(client: Client) -> None:
    fill()
    for address, page in crawl(client).items():
        for tag, attrs in page.tags:
            assert tag not in {"style", "iframe"}, address
            assert tag != "script" or "defer" in attrs, address
            assert not [name for name in attrs if name == "style" or name.startswith("on")], address
            resource = attrs.get("src") or (
                attrs.get("href") if tag == "link" and attrs.get("rel") != "canonical" else ""
            )
            if resource:
                assert resource.startswith("/static/"), (address, resource)
                assert finders.find(resource.removeprefix("/static/")), (address, resource)
    assert "default-src 'self'" in client.get("/")["Content-Security-Policy"].split("; ")
