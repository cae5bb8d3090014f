"""What the filters of a list offer, and how many each choice leaves."""

from dataclasses import replace

import pytest
from django.test import Client

from apps.search.facets import FACETS
from apps.search.folder import Folder
from apps.search.sync import make_anew
from tests import make
from tests.browse.pages import Page, get

pytestmark = pytest.mark.django_db

LIST = "/conferences/"


def offered(client: Client, name: str, query: str = "") -> dict[str, int]:
    """A filter's choices with their counts."""
    facets = client.get(f"{LIST}?{query}").context["facets"]
    return {choice.name: choice.count for facet in facets if facet.name == name for choice in facet.choices}


def test_every_filter_says_how_many_each_of_its_choices_leaves(client: Client) -> None:
    conference = make.conference(day="2019-05-04")
    outlet, speaker = make.organisation("Harbour Gazette"), make.speaker("Elena Marsh")
    turn = make.turn(conference, kind="question", speaker=speaker, organisation=outlet)
    make.mention(turn, make.entity("Port Calder"))
    make.tag(turn, make.topic("Missiles"))
    make.conference(day="2001-01-01")
    assert offered(client, "topic") == {"Missiles": 1}
    assert offered(client, "speaker") == {"Elena Marsh": 1}
    assert offered(client, "outlet") == {"Harbour Gazette": 1}
    assert offered(client, "entity") == {"Port Calder": 1}
    assert offered(client, "source") == {"Meridian Alliance": 2}
    assert offered(client, "kind") == {"Question": 1}
    assert offered(client, "status") == {"from the source": 1, "confirmed": 0, "suggested": 0}
    assert offered(client, "year") == {"2019": 1, "2001": 1}


def test_each_is_counted_under_the_other_filters_and_not_under_its_own(client: Client) -> None:
    for day, name in (("2019-05-04", "Elena Marsh"), ("2019-05-05", "Jo Lind"), ("2001-01-01", "Ada Roe")):
        make.turn(make.conference(day=day), speaker=make.speaker(name, slug=name.split()[0].lower()))
    assert offered(client, "speaker", "date_after=2010-01-01&speaker=elena") == {"Elena Marsh": 1, "Jo Lind": 1}
    assert offered(client, "year", "speaker=elena&year=2019") == {"2019": 1}


def test_what_is_chosen_is_offered_first_even_if_it_leaves_nothing(client: Client) -> None:
    make.turn(make.conference(day="2001-01-01"), speaker=make.speaker("Elena Marsh", slug="elena-marsh"))
    make.turn(make.conference(day="2020-01-01"), speaker=make.speaker("Jo Lind"))
    page = get(client, f"{LIST}?date_after=2010-01-01&speaker=elena-marsh")
    (chosen, other) = page.attributes("input", name="speaker")
    assert chosen["value"] == "elena-marsh"
    assert "checked" in chosen
    assert "checked" not in other
    assert "Elena Marsh 0 Jo Lind 1" in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("outlet=nobody", "There is no outlet “nobody”"),
        ("entity=12x", "There is no name “12x”"),
        ("kind=shout", "There is no kind of turn “shout”"),
        ("year=20199", "There is no year “20199”"),
        ("status=sure", "“sure” is no status of a topic"),
        ("order=up", "“up” is no order"),
    ],
)
def test_what_there_is_not_is_said_and_left_out(client: Client, query: str, said: str) -> None:
    make.conference("There")
    assert said in get(client, f"{LIST}?{query}").text
    assert client.get(f"{LIST}?{query}").context["page"].paginator.count == 1


class TestMore:
    """Of many names the list shows those that leave most; the rest have a page, to be narrowed as one types."""

    @pytest.fixture(autouse=True)
    def _many(self) -> None:
        for number in range(10):
            make.turn(make.conference(), speaker=make.speaker(f"Ana Ilve {number}", slug=f"ana-{number}"))
        jo = make.speaker("Jo Elm", slug="jo-elm")
        for _ in range(2):
            make.turn(make.conference(), speaker=jo)

    def names(self, page: Page) -> list[str | None]:
        return [field["value"] for field in page.attributes("input", name="speaker")]

    def test_a_list_shows_eight_and_a_link_to_all(self, client: Client) -> None:
        page = get(client, f"{LIST}?q=morning")
        assert len(self.names(page)) == 8
        assert self.names(page)[0] == "jo-elm"
        assert "?q=morning&facet=speaker" in page.links
        assert len(self.names(get(client, f"{LIST}?q=morning&facet=speaker"))) == 11

    def test_of_more_than_a_hundred_the_page_says_that_there_are_more(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        more = "There are more: type how a name begins."
        assert more not in get(client, f"{LIST}?facet=speaker").text
        monkeypatch.setattr("apps.browse.facets.MOST_LISTED", 10)
        assert more in get(client, f"{LIST}?facet=speaker").text
        assert more not in get(client, f"{LIST}?facet=speaker&starts=jo").text
        assert more not in get(client, LIST).text

    def test_names_are_narrowed_by_how_any_of_their_words_begins(self, client: Client) -> None:
        assert self.names(get(client, f"{LIST}?facet=speaker&starts=EL")) == ["jo-elm"]
        assert self.names(get(client, f"{LIST}?facet=speaker&starts=ana+5")) == ["ana-5"]
        page = get(client, f"{LIST}?facet=speaker&starts=lm")
        assert self.names(page) == []
        assert "No name begins with “lm”." in page.text

    def test_names_are_narrowed_whatever_their_accents(self, client: Client) -> None:
        speaker = make.speaker("María García")
        make.turn(make.conference(), speaker=speaker)
        for typed in ("garc", "GARCÍ", "maria gar"):
            assert self.names(get(client, f"{LIST}?facet=speaker&starts={typed}")) == [speaker.slug]
        assert self.names(get(client, f"{LIST}?facet=speaker&starts=arcia")) == []

    def test_parts_of_hyphenated_and_dotted_names_are_names_too(self, client: Client) -> None:
        for name, begins in (("Connor Ashby-Lund", "lund"), ("J.Q. Okoro", "q"), ("Sean O’Tarrow", "tar")):
            speaker = make.speaker(name)
            make.turn(make.conference(), speaker=speaker)
            assert self.names(get(client, f"{LIST}?facet=speaker&starts={begins}")) == [speaker.slug]
        assert self.names(get(client, f"{LIST}?facet=speaker&starts=ashby-lu")) != []
        assert self.names(get(client, f"{LIST}?facet=speaker&starts=und")) == []

    @pytest.mark.parametrize("how", ["facet=speaker", "open=speaker"])
    def test_names_are_found_that_are_none_of_the_commonest(
        self, client: Client, monkeypatch: pytest.MonkeyPatch, how: str
    ) -> None:
        monkeypatch.setitem(FACETS, "speaker", replace(FACETS["speaker"], most=1))
        make_anew(Folder.of_site())  # of what is in memory nothing is left out
        assert self.names(get(client, f"{LIST}?q=morning&facet=speaker")) == ["jo-elm"]
        page = get(client, f"{LIST}?q=morning&{how}&starts=ilve+7")
        assert self.names(page) == ["ana-7"]
        assert "Ana Ilve 7 1" in page.text

    def test_the_page_keeps_the_other_filters_and_what_is_chosen(self, client: Client) -> None:
        page = get(client, f"{LIST}?q=morning&speaker=ana-3&facet=speaker&starts=jo")
        assert self.names(page) == ["ana-3", "jo-elm"]
        assert page.attributes("input", type="hidden", name="q", value="morning")

    def test_an_opened_list_stays_open_when_another_filter_changes(self, client: Client) -> None:
        page = get(client, f"{LIST}?q=morning&open=speaker&starts=jo")
        assert self.names(page) == ["jo-elm"]
        assert page.attributes("input", name="starts", value="jo")

    @pytest.mark.parametrize("typed", ["%00", "jo%00", "a " * 5_000])
    def test_whatever_is_typed_for_a_beginning_the_list_answers(self, client: Client, typed: str) -> None:
        get(client, f"{LIST}?open=speaker&starts={typed}")
        get(client, f"{LIST}?facet=speaker&starts={typed}")
