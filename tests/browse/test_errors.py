"""When something is not there or went wrong."""

import pytest
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, permission_denied, server_error

from tests.browse.pages import Page, get


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_told_in_the_look_of_the_site(client: Client) -> None:
    page = get(client, "/nope/<script>/", 404)
    assert "There is no such page" in page.text
    assert page.attributes("a", **{"class": "brand"})
    assert not page.attributes("script")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/conferences/", "/speakers/", "/topics/"])
def test_pages_are_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.django_db
def test_a_foreign_host_and_thousands_of_parameters_are_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get(f"/conferences/?{'topic=a&' * 2000}").status_code == 400


def test_a_failure_is_told_in_the_look_of_the_site_without_a_database() -> None:
    page = Page(server_error(RequestFactory().get("/")).content.decode())
    assert "Something went wrong" in page.text
    assert page.attributes("a", **{"class": "brand"})


def test_what_cannot_be_read_or_is_not_allowed_is_told_in_the_look_of_the_site() -> None:
    request = RequestFactory().get("/")
    assert "makes no sense" in Page(bad_request(request, ValueError()).content.decode()).text
    assert "not for you" in Page(permission_denied(request, PermissionError()).content.decode()).text
