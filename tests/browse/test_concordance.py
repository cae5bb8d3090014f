"""The concordance: every place where the words stand, with what is beside them."""

import csv
import io
from importlib import import_module

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.browse.concordance import Line
from apps.browse.fragments import ANCHOR
from apps.browse.word_filters import MOST_SORTED
from apps.conferences.models import Turn
from apps.search.folder import Folder
from apps.search.sync import make_anew
from tests import make
from tests.browse.pages import bring_up_to_date, get

pytestmark = pytest.mark.django_db

PAGE = "/concordance/"
FILE = "/concordance/lines.csv"


def found(client: Client, query: str) -> list[str]:
    lines: list[Line] = client.get(f"{PAGE}?{query}").context["lines"]
    return ["".join(line.context) for line in lines]


def rows(client: Client, query: str) -> list[dict[str, str]]:
    sent = b"".join(client.get(f"{FILE}?{query}")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(sent, newline="")))


@pytest.fixture
def talks() -> None:
    said = [
        ("2018-01-01", "Our missile flies.", "Elena Marsh"),
        ("2020-01-01", "Any missile burns.", "Ugo Brandt"),
        ("2019-01-01", "Évora missile and a missile again.", "Anna Quell"),
    ]
    for day, text, name in said:
        make.turn(make.conference("Talks", day=day), text, speaker=make.speaker(name))


def test_each_place_where_the_word_stands_is_a_line(client: Client) -> None:
    make.turn(make.conference(), "A missile, then more missiles. A ferry.")
    lines: list[Line] = client.get(f"{PAGE}?q=missile").context["lines"]
    assert [line.context for line in lines] == [
        ("A ", "missile", ", then more missiles. A ferry."),
        ("A missile, then more ", "missiles", ". A ferry."),
    ]


def test_a_phrase_is_one_line(client: Client) -> None:
    make.turn(make.conference(), "The missile defence, and a missile.")
    lines: list[Line] = client.get(PAGE, {"q": '"missile defence"'}).context["lines"]
    assert [line.context.words for line in lines] == ["missile defence"]


def test_a_line_leads_to_its_words_and_nothing_in_it_is_markup(client: Client) -> None:
    turn = make.turn(make.conference(), "A <b> missile & more.")
    page = get(client, f"{PAGE}?q=missile")
    there = f"{turn.conference.get_absolute_url()}?q=missile&turn={turn.public_id}"
    assert f"{there}.6#{ANCHOR}:~:text=%E2%96%B8-,missile" in page.links
    assert "A &lt;b&gt; </span></span><mark>missile</mark>" in page.html


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize(
    ("order", "first_words"),
    [
        ("newest", ["Any", "Évora", "Évora", "Our"]),
        ("oldest", ["Our", "Évora", "Évora", "Any"]),
        ("speaker", ["Évora", "Évora", "Our", "Any"]),
    ],
)
def test_lines_are_sorted_by_date_or_speaker(client: Client, order: str, first_words: list[str]) -> None:
    assert [line.split()[0] for line in found(client, f"q=missile&order={order}")] == first_words


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize(
    ("order", "beside"),
    [("left", ["and a", "Any", "Évora", "Our"]), ("right", ["again.", "and a missile again.", "burns.", "flies."])],
)
def test_lines_are_sorted_by_the_words_beside(client: Client, order: str, beside: list[str]) -> None:
    lines: list[Line] = client.get(f"{PAGE}?q=missile&order={order}").context["lines"]
    if order == "right":
        assert [line.context.right.strip() for line in lines] == beside
    else:
        assert [line.context.left.strip().removeprefix("Évora missile ") for line in lines] == beside


@pytest.mark.usefixtures("talks")
def test_the_filters_hold(client: Client) -> None:
    assert found(client, "q=missile&year=2018") == ["Our missile flies."]
    assert found(client, "q=missile&year=2018&order=left") == ["Our missile flies."]
    assert [row["before"] for row in rows(client, "q=missile&year=2018")] == ["Our"]


def test_every_line_is_on_one_page(client: Client) -> None:
    make.turn(make.conference(), " ".join(f"missile {number:02}" for number in range(60)))
    lines = [
        line.context.right.split()[0]
        for page in (1, 2)
        for line in client.get(f"{PAGE}?q=missile&order=right&page={page}").context["lines"]
    ]
    assert lines == [f"{number:02}" for number in range(60)]
    for order in ("right", "newest"):
        assert " 60 lines in 1 passage " in get(client, f"{PAGE}?q=missile&order={order}").text


def test_by_date_the_page_says_how_many_lines_are_on_it(client: Client) -> None:
    for _ in range(21):
        make.turn(make.conference(), "A missile and a missile.")
    assert "On this page 40 lines in 20 of the 21 passages" in get(client, f"{PAGE}?q=missile").text
    assert "On this page 2 lines in 1 of the 21 passages" in get(client, f"{PAGE}?q=missile&page=2").text
    assert " 42 lines in 21 passages " in get(client, f"{PAGE}?q=missile&order=left").text


def test_the_page_says_what_was_sorted_and_the_file_has_all(client: Client) -> None:
    turn = make.turn(make.conference(day="2020-01-01"), "Our missile.")
    many = MOST_SORTED + 1
    Turn.objects.bulk_create(
        Turn(
            conference=turn.conference,
            public_id=f"many{number}",
            position=number,
            exchange=0,
            kind="statement",
            text="Any missile.",
            first_line=number,
            last_line=number,
        )
        for number in range(1, many)
    )
    page = client.get(f"{PAGE}?q=missile&order=left").context["page"]
    assert page.paginator.count == MOST_SORTED
    assert (
        "Sorted among the 1,000 lines of the newest 1,000 of 1,001 passages"
        in get(client, f"{PAGE}?q=missile&order=left").text
    )
    assert "Sorted among" not in get(client, f"{PAGE}?q=missile").text
    assert len({row["address"] for row in rows(client, "q=missile&order=left")}) == many
    for _ in range(2):  # which nothing is made for
        assert client.head(f"{FILE}?q=missile")["Content-Type"] == "text/csv; charset=utf-8"
    being_made = client.get(f"{FILE}?q=missile")
    busy = client.get(f"{FILE}?q=missile&order=left")
    assert (busy.status_code, busy["Retry-After"]) == (503, "60")
    assert f"{FILE}?q=missile&order=left" in get(client, f"{FILE}?q=missile&order=left", 503).links
    assert "Files of more than 1,000 passages are made one at a time" in busy.content.decode()
    assert rows(client, "q=missile&date_after=2021-01-01") == []
    assert len(b"".join(being_made).splitlines()) == len(rows(client, "q=missile")) + 1 == many + 1


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize("order", ["newest", "oldest", "left", "right", "speaker"])
def test_the_file_has_the_lines_of_the_page_in_its_order(client: Client, order: str) -> None:
    lines: list[Line] = client.get(f"{PAGE}?q=missile&order={order}").context["lines"]
    assert [(row["before"], row["after"]) for row in rows(client, f"q=missile&order={order}")] == [
        (line.context.left.strip(), line.context.right.strip()) for line in lines
    ]


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize("order", ["left", "right", "speaker"])
def test_the_file_is_sorted_too_where_the_page_cannot_sort_all(
    client: Client, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    make.turn(make.conference(day=None), "Some missile.")
    address = f"q=missile&order={order}"
    in_order = [(line.context.left.strip(), line.turn.who) for line in client.get(f"{PAGE}?{address}").context["lines"]]
    by_date = [(row["before"], row["speaker"]) for row in rows(client, "q=missile")]
    for module in ("word_filters", "views.concordance"):
        monkeypatch.setattr(import_module(f"apps.browse.{module}"), "MOST_SORTED", 1)
    for module in ("sorting", "concordance"):
        monkeypatch.setattr(f"apps.browse.{module}.AT_ONCE", 2)
    assert "of the newest 1 of 4 passages. The file has all. All lines as CSV " in get(client, f"{PAGE}?{address}").text
    assert [(row["before"], row["speaker"]) for row in rows(client, address)] == in_order != by_date
    monkeypatch.setattr("apps.browse.word_filters.MOST_SORTED_IN_FILE", 3)
    said = "The file has all, by date. All lines as CSV, by date: they are too many to be sorted"
    assert said in get(client, f"{PAGE}?{address}").text
    assert [(row["before"], row["speaker"]) for row in rows(client, address)] == by_date


def test_a_correction_is_seen_in_a_sorted_concordance(client: Client) -> None:
    turn = make.turn(make.conference(), "Our missile flies.")
    assert found(client, "q=missile&order=left") == ["Our missile flies."]
    turn.text = "Their missile flies."
    turn.save()
    assert found(client, "q=missile&order=left") == ["Their missile flies."]


def test_the_file_has_a_row_for_each_line(client: Client) -> None:
    turn = make.turn(
        make.conference("=Talks", day=None), "-- A missile.", "answer", organisation=make.organisation("Gazette")
    )
    assert rows(client, "q=missile") == [
        {
            "date": "",
            "source": "Meridian Alliance",
            "conference": "'=Talks",
            "speaker": "",
            "outlet": "Gazette",
            "kind": "answer",
            "before": "'-- A",
            "words": "missile",
            "after": ".",
            "address": f"http://testserver{turn.get_absolute_url()}",
        }
    ]


@pytest.mark.parametrize("query", ["", "q=-missile", "q=kind:question"])
def test_without_words_the_page_asks_for_some_and_the_file_is_empty(client: Client, query: str) -> None:
    make.turn(make.conference(), "A ferry?", "question")
    assert "Type a word or a phrase" in get(client, f"{PAGE}?{query}").text
    assert rows(client, query) == []


def test_words_that_are_nowhere_have_another_spelling_offered(client: Client) -> None:
    make.turn(make.conference(), "A missile.")
    assert "Did you mean missile?" in get(client, f"{PAGE}?q=misile").text


def test_lists_lead_there_and_back_under_the_same_filters(client: Client) -> None:
    make.turn(make.conference(), "A missile.")
    for order in ("", "&order=best"):  # which a concordance has not
        assert f"{PAGE}?q=missile&kind=statement" in get(client, f"/passages/?q=missile&kind=statement{order}").links
    assert "/passages/?q=missile&kind=statement" in get(client, f"{PAGE}?q=missile&kind=statement&order=left").links


@pytest.mark.django_db(transaction=True)  # in a test's own transaction the index reads what is new each time
@pytest.mark.parametrize("order", ["newest", "left"])
def test_the_database_is_asked_as_often_for_many_rows_as_for_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, order: str
) -> None:
    make_anew(Folder.of_site())  # of the tests before so much may have gone that a process of its own would write it
    for _ in range(2):
        for _ in range(4):
            make.turn(make.conference(), "A missile.", speaker=make.speaker(), organisation=make.organisation())
        bring_up_to_date()
        client.get(f"{PAGE}?q=missile&order={order}")
        with django_assert_num_queries(3):
            assert len(client.get(f"{PAGE}?q=missile&order={order}").context["lines"]) in {4, 8}


@pytest.mark.parametrize(
    "query",
    ["missile", '"missile defence"', "miss*", "misile~", '"defence missile"~3', "missile -ferry", "missile OR ferry"],
)
def test_each_passage_that_words_find_has_a_line(client: Client, query: str) -> None:
    said = [
        "A missile.",
        "Missiles, ferries.",
        "Missile defence!",
        "Defence of a missile.",
        "A ferry.",
        "Nothing.",
        "Misile",
    ]
    for text in said:
        make.turn(make.conference(), text)
    listed = {passage.turn.get_absolute_url() for passage in client.get("/passages/", {"q": query}).context["results"]}
    for order in ("newest", "left", "speaker"):
        lines: list[Line] = client.get(PAGE, {"q": query, "order": order}).context["lines"]
        assert {line.turn.get_absolute_url() for line in lines} == listed != set()


def test_lines_are_sorted_by_the_name_after_merges_or_the_printed_label(client: Client) -> None:
    abel, zora = make.speaker("Abel Marsh"), make.speaker("Zora Okafor")
    make.turn(make.conference(), "Third missile.", speaker=zora)
    make.turn(make.conference(), "Second missile.", label="Moderator")
    make.turn(make.conference(), "First missile.", speaker=make.speaker("Z. Marsh", merged_into=abel))
    lines = client.get(PAGE, {"q": "missile", "order": "speaker"}).context["lines"]
    assert [line.turn.text for line in lines] == ["First missile.", "Second missile.", "Third missile."]
