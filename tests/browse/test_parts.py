"""A long conference is read in parts."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.browse import parts
from apps.browse.parts import BESIDE
from apps.conferences.models import Conference
from tests import make
from tests.browse.long_talks import FEW, long_talk
from tests.browse.pages import Page, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few turns make a part."""
    monkeypatch.setattr(parts, "LONGEST", FEW)


def shown(page: Page) -> list[str]:
    """The anchors of the turns on a page."""
    return [name for name in page.ids if name.startswith("t-")]


def all_parts(client: Client, conference: Conference) -> list[Page]:
    address, pages = conference.get_absolute_url(), []
    while address:
        pages.append(get(client, address))
        [*following] = pages[-1].attributes("a", rel="next")
        address = conference.get_absolute_url() + (following[0]["href"] or "") if following else ""
    return pages


def anchors(conference: Conference) -> list[str]:
    return [turn.anchor for turn in conference.turns.standing().in_order()]


def test_an_ordinary_conference_is_whole_and_says_nothing_of_parts(client: Client) -> None:
    conference = long_talk()
    page = get(client, f"{conference.get_absolute_url()}?part=2")
    assert shown(page) == anchors(conference)
    assert "Turns 1" not in page.text
    assert not page.attributes("script")


@pytest.mark.usefixtures("short")
class TestParts:
    def test_one_leads_to_the_next_and_together_they_have_every_turn_once(self, client: Client) -> None:
        conference = long_talk()
        pages = all_parts(client, conference)
        assert len(pages) == 3
        assert [anchor for page in pages for anchor in shown(page)] == anchors(conference)

    def test_each_says_which_turns_it_has_above_and_below_and_leads_back(self, client: Client) -> None:
        conference = long_talk()
        first, second, third = all_parts(client, conference)
        assert first.text.count("Turns 1 to 9 of 25") == 2
        assert second.text.count("Turns 10 to 17 of 25") == 2
        assert third.text.count("Turns 18 to 25 of 25") == 2
        assert [tag["href"] for tag in second.attributes("a", rel="prev")] == ["?part=1"] * 2
        assert [tag["href"] for tag in second.attributes("link", rel="next")] == ["?part=3"]
        assert not first.attributes("a", rel="prev")
        assert not third.attributes("a", rel="next")

    def test_the_title_and_the_canonical_address_say_which_part_it_is(self, client: Client) -> None:
        conference = long_talk()
        address = f"http://testserver{conference.get_absolute_url()}"
        for query, title, canonical in (
            ("", "part 1 of 3", address),
            ("?part=1", "part 1 of 3", address),
            ("?part=3", "part 3 of 3", f"{address}?part=3"),
        ):
            page = get(client, conference.get_absolute_url() + query)
            assert f"<title>Long talks, {title} · Rostrum</title>" in page.html
            assert page.attributes("link", rel="canonical", href=canonical)

    def test_a_part_begins_with_a_question(self, client: Client) -> None:
        for page in all_parts(client, long_talk())[1:]:
            first = page.attributes("div", id=shown(page)[0])
            assert first[0]["class"] == "turn turn-question"

    def test_an_exchange_that_is_too_long_goes_on_in_the_next_part_without_a_number_of_its_own(
        self, client: Client
    ) -> None:
        conference = make.conference()
        make.turn(conference, "Why?", "question", exchange=1)
        for _ in range(20):
            make.turn(conference, "Because.", "answer", exchange=1)
        first, second, *_ = all_parts(client, conference)
        assert first.text.count("Question 1") == 1
        assert "Question" not in second.text.replace("Questions", "")
        assert "No answer" not in first.text + second.text

    def test_a_question_whose_answers_begin_in_the_next_part_is_not_said_to_have_none(self, client: Client) -> None:
        conference = make.conference()
        for kind in ["question"] * 10 + ["answer"] * 10:
            make.turn(conference, "So.", kind, exchange=1)
        assert not any("No answer" in page.text for page in all_parts(client, conference))

    def test_all_of_it_on_one_page_remains(self, client: Client) -> None:
        conference = long_talk()
        assert "?part=all" in get(client, conference.get_absolute_url()).links
        page = get(client, f"{conference.get_absolute_url()}?part=all")
        assert shown(page) == anchors(conference)
        assert "All 25 turns" in page.text
        assert page.attributes(
            "link", rel="canonical", href=f"http://testserver{conference.get_absolute_url()}?part=all"
        )

    @pytest.mark.parametrize(
        ("given", "number"),
        [
            ("0", 1),
            ("-1", 1),
            ("4", 3),
            ("9" * 8, 3),
            ("9" * 30, 1),
            ("²", 1),
            ("two", 1),
            ("", 1),
            ("<b>", 1),
            ("02", 2),
        ],
    )
    def test_a_part_that_is_not_there_is_the_nearest(self, client: Client, given: str, number: int) -> None:
        response = client.get(long_talk().get_absolute_url(), {"part": given})
        assert response.context["part"].number == number

    def test_the_contents_name_every_part_with_its_questions_and_open_this_one(self, client: Client) -> None:
        conference = long_talk()
        page = get(client, f"{conference.get_absolute_url()}?part=2")
        assert "Questions (12)" in page.text
        for words in ("Part 1 questions 1 to 4 Part 2 questions 5 to 8 5", "Part 3 questions 9 to 12"):
            assert words in page.text
        assert [number for number in range(1, 13) if f"Will it fly? {number} " in page.text] == [5, 6, 7, 8]
        [here] = [tag for tag in page.attributes("a", **{"class": "part"}) if "aria-current" in tag]
        assert here["href"] == "?part=2"

    def test_contents_without_questions_name_turns(self, client: Client) -> None:
        conference = make.conference()
        for _ in range(30):
            make.turn(conference)
        page = get(client, conference.get_absolute_url())
        assert "Parts (3)" in page.text
        assert "Part 2 turns 11 to 20" in page.text

    def test_what_it_is_about_stands_in_the_first_part_and_the_others_lead_there(self, client: Client) -> None:
        conference = long_talk()
        make.tag(conference, make.topic("Missiles"))
        first, second, _ = all_parts(client, conference)
        assert "From the source Missiles" in first.text
        assert "Missiles" not in second.text
        assert conference.get_absolute_url() in second.links

    def test_a_role_stands_at_the_first_turn_of_each_part(self, client: Client) -> None:
        conference, speaker = make.conference(), make.speaker("Elena Marsh")
        for _ in range(30):
            make.turn(conference, speaker=speaker, role="Chair")
        assert [page.text.count("Chair") for page in all_parts(client, conference)] == [1, 1, 1]


@pytest.mark.parametrize("part", ["1", "2"])
def test_a_part_reads_only_its_own_rows_and_asks_as_often_of_a_longer_conference(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
) -> None:
    conference, topic = make.conference(), make.topic()
    for times in (1, 2):
        for _ in range(12):
            speaker, outlet = make.speaker(), make.organisation()
            number = conference.turns.count()
            turn = make.turn(conference, kind="question", exchange=number, speaker=speaker, organisation=outlet)
            make.tag(turn, topic)
        monkeypatch.setattr(parts, "LONGEST", 6 * times * (BESIDE + 20))
        with django_assert_num_queries(6 if part == "1" else 4) as asked:
            assert client.get(f"{conference.get_absolute_url()}?part={part}").status_code == 200
        texts = [query["sql"] for query in asked.captured_queries if '"conferences_turn"."text"' in query["sql"]]
        assert len(texts) == 2
        assert "LENGTH" in texts[0]
        assert "BETWEEN" in texts[1]
