"""How a search is answered: how it was read, what to do where nothing is found, and what can be typed."""

import gzip

import pytest
from django.test import Client
from pytest_django import Settings

from apps.search.language.examples import EXAMPLES
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db

LIST = "/conferences/"


class TestReading:
    def test_the_page_says_how_it_understood_more_than_words(self, client: Client) -> None:
        make.turn(make.conference(), "A missile flew.", "question")
        assert "Read as: missile and in a question" in get(client, f"{LIST}?q=missile+kind:question").text
        assert "Read as" not in get(client, f"{LIST}?q=missile").text

    def test_it_says_what_it_could_not_understand(self, client: Client) -> None:
        make.turn(make.conference(), "A missile flew.")
        page = get(client, f"{LIST}?q=speaker:nobody+missile")
        assert page.attributes("ul", **{"class": "doubts small"})
        assert "nobody" in page.text

    def test_what_no_text_can_hold_is_passed_over(self, client: Client) -> None:
        make.turn(make.conference("One"), "A missile flew.")
        make.conference("Other")
        assert client.get(f"{LIST}?q=%00missile%00").context["page"].paginator.count == 1

    def test_of_a_very_long_text_the_beginning_is_read_and_the_page_says_so(self, client: Client) -> None:
        make.turn(make.conference("One"), "A missile flew.")
        make.conference("Other")
        long = "missile " * 50
        assert client.get(f"{LIST}?q={long}").context["page"].paginator.count == 1
        page = get(client, f"{LIST}?q=missile{'+' * 2_000}elephant")
        assert "1 conference with" in page.text
        assert "Only the first 1,000 characters were read." in page.text


class TestNothing:
    def test_another_spelling_is_offered_as_a_link(self, client: Client) -> None:
        make.turn(make.conference(), "A missile flew.")
        page = get(client, f"{LIST}?q=misile&kind=statement")
        assert "Did you mean missile?" in page.text
        assert "?q=missile&kind=statement" in page.links

    def test_it_is_offered_without_the_filters_where_it_finds_nothing_under_them(self, client: Client) -> None:
        make.turn(make.conference(day="2019-05-04"), "A missile flew.")
        page = get(client, "/passages/?q=misile&kind=question&year=1998")
        assert "Did you mean missile, without the filters?" in page.text
        assert "?q=missile" in page.links

    def test_of_several_topics_the_one_that_leaves_nothing_can_be_dropped(self, client: Client) -> None:
        make.tag(make.conference(), make.topic("Missiles"))
        make.topic("Energy")
        page = get(client, f"{LIST}?topic=missiles&topic=energy")
        assert "without topic “Energy” 1 conference" in page.text
        assert "?topic=missiles" in page.links

    def test_where_no_single_filter_is_to_blame_all_can_be_dropped_and_the_words_stay(self, client: Client) -> None:
        make.turn(make.conference(day="2019-05-04"), "A missile flew.")
        page = get(client, "/passages/?q=missile&kind=question&year=1998")
        assert "Drop all filters, which leaves 1 passage with the words, or clear all." in page.text
        assert "?q=missile" in page.links
        assert (
            "No passage matches, whichever one filter is dropped. Clear all"
            in get(client, "/passages/?q=xylophone&kind=question&year=1998").text
        )

    def test_passages_are_called_passages(self, client: Client) -> None:
        make.turn(make.conference(), "A missile flew.")
        text = get(client, "/passages/?q=missile&date_after=2030-01-01").text
        assert "No passage matches. Drop a filter: without first day “1 January 2030” 1 passage" in text


def test_the_help_page_has_every_example_as_a_link_that_works(client: Client) -> None:
    page = get(client, "/search-help/")
    links = [link for link in page.links if "?q=" in link]
    assert len(links) == len(EXAMPLES)
    for link in links:
        get(client, link)
    for example in EXAMPLES:
        assert example.meaning in page.text


def test_while_there_is_no_index_lists_say_so_and_all_else_can_be_read(client: Client, settings: Settings) -> None:
    conference = make.conference()
    make.turn(conference, speaker=make.speaker(slug="marsh"))
    settings.SEARCH_DIR = "/proc/nowhere"  # where nothing can be written
    for address in (LIST, "/passages/?q=missile", f"{LIST}?facet=speaker"):
        page = get(client, address, status=503)
        assert "Search is not ready" in page.text
    for address in ("/", conference.get_absolute_url(), f"{conference.get_absolute_url()}?q=good", "/speakers/marsh/"):
        get(client, address)


def test_a_full_list_with_all_its_filters_is_a_small_page(client: Client) -> None:
    topics = [make.topic(f"Topic number {number}", description="Of something.") for number in range(80)]
    for number in range(25):
        conference = make.conference(f"Press conference number {number} on the missile", f"{1990 + number}-05-04")
        for name in ("Ana", "Jo"):
            speaker, outlet = make.speaker(f"{name} Ilve {number}"), make.organisation(f"{name}’s Gazette {number}")
            text = f"The missile number {number}. " + "It flew over the sea and fell into it. " * 20
            turn = make.turn(conference, text, "question", speaker=speaker, organisation=outlet)
            make.mention(turn, make.entity(f"{name} Port {number}"))
            make.tag(turn, topics[number])
            make.tag(turn, topics[number + 30])
    for path in (LIST, "/passages/"):
        response = client.get(f"{path}?q=missile+number")
        assert len(response.context["results"]) == 20
        assert len(gzip.compress(response.content)) < 60_000
