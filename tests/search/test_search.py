"""What is found, and in which order."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.conferences.models import Conference, Turn
from apps.search.facets import FACETS
from apps.search.folder import Folder
from apps.search.index import current
from apps.search.language import read
from apps.search.opened import OpenIndex
from apps.search.query import Order, SearchQuery
from apps.search.schema import Level, Status
from apps.search.search import count, search
from apps.search.spelling import suggest
from apps.search.sync import make_anew
from apps.transcripts import Kind
from tests import make
from tests.search.typed import TYPED

pytestmark = pytest.mark.django_db


def conferences(text: str = "", **asked: Any) -> list[int]:
    results = search(SearchQuery(words=read(text).expression, **asked))
    assert results.total == len(results.hits)
    return [hit.conference for hit in results.hits]


def turns(text: str = "", **asked: Any) -> list[int | None]:
    results = search(SearchQuery(words=read(text).expression, level=Level.TURN, **asked))
    assert results.total == len(results.hits)
    return [hit.turn for hit in results.hits]


@pytest.fixture
def ferries() -> Conference:
    return make.conference("Ferry fares", day="2019-05-04")


@pytest.fixture
def harbours() -> Conference:
    return make.conference("The harbours of the north", day="2018-02-01")


def test_a_conference_is_found_by_its_words_and_so_is_the_turn(ferries: Conference) -> None:
    turn = make.turn(ferries, "The missiles were moved.")
    make.turn(ferries, "Nothing else happened.")
    assert conferences("missile") == [ferries.pk]
    assert turns("missile") == [turn.pk]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "İstanbul’da füze savunması; ISPARTA ve DİPLOMASİ"),
        ("el", "ΤΑ ΟΠΛΑ ΤΗΣ ΝΕΑΣ ΕΠΟΧΗΣ: Η εξωτερική πολιτική της Ελλάδας"),
        ("ru", "Всё, что мы обсудили: самолёт и ракеты"),
        ("uk", "Ракети летіли над Києвом, його заста\u0301ва"),
        ("zh", "我们今天讨论了导弹防御系统。"),
        ("ja", "本日はミサイル防衛について議論しました。"),
        ("th", "วันนี้เราพูดถึงขีปนาวุธและการป้องกัน"),
        ("he", "שָׁלוֹם לכולם, דיברנו על טיל"),
        ("ar", "تَحَدَّثْنا عن الصَّواريخ والدفاع"),
        ("ta", "தமிழ்நாடு அரசு ஏவுகணை பற்றி பேசியது."),
        ("hi", "हिन्दी में मिसाइल रक्षा पर चर्चा हुई।"),
        ("vi", "Chúng tôi nói về tên lửa"),
        ("de", "Die Raketen der Straße; Äpfel"),
        ("fr", "L’Ukraine a reçu des missiles œuvrés"),
    ],
)
def test_a_word_copied_from_a_text_finds_it_in_letters_of_any_size(language: str, text: str) -> None:
    turn = make.turn(make.conference(language=language), text)
    for word in text.split():
        for typed in (word, word.lower(), word.upper(), f'"{word}"', f'"{text.lower()}"'):
            assert turns(typed) == [turn.pk], typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("İmamoğlu spoke in İstanbul.", "imamoglu istan* ISTANBUL"),
        ("ΤΑ ΟΠΛΑ", '"τα όπλα" όπλ* οπλ*'),
        ("Самолёт и ракеты", '"самолет и ракеты" самоле*'),
        ("שָׁלוֹם", "שלום"),
        ("الصَّواريخ والدفاع", '"الصواريخ والدفاع"'),
        ("讨论了导弹防御系统和核武器", '导弹 防御系统 "核武器"'),
        ("本日はミサイル防衛", "ミサイル 防衛"),
        ("วันนี้เราพูดถึงขีปนาวุธ", "ขีปนาวุธ"),
        ("हिन्दी में", "हिन्* हिन्दि~"),
    ],
)
def test_signs_that_may_be_left_out_are(text: str, typed: str) -> None:
    turn = make.turn(make.conference(language="xx"), text)
    assert turns(typed) == [turn.pk]


def test_letters_without_spaces_are_found_only_side_by_side() -> None:
    make.turn(make.conference(language="zh"), "弹导")
    assert turns("导弹") == []


def test_all_words_of_a_conference_count_but_a_passage_holds_them_itself(ferries: Conference) -> None:
    make.turn(ferries, "The missiles were moved.")
    make.turn(ferries, "The harbour is closed.")
    assert conferences("missile harbour fares") == [ferries.pk]
    assert turns("missile harbour") == []


@pytest.mark.parametrize("between", [1, 2, 3, 4, 5, 6, 49, 50])
def test_a_word_near_itself_is_there_twice(ferries: Conference, between: int) -> None:
    there = {gap: make.turn(ferries, f"One ferry {'or ' * gap} a ferry.").pk for gap in (0, 1, 2, 3, 4, 5, 48, 49, 50)}
    make.turn(ferries, "One ferry.")
    found = turns(f'"ferry ferry"~{between}')
    assert sorted(found, key=str) == sorted((turn for gap, turn in there.items() if gap + 1 <= between), key=str)


def test_near_reaches_into_the_next_turn_which_counts_as_one_word_more(ferries: Conference) -> None:
    make.turn(ferries, "We took the ferry.")
    make.turn(ferries, "It sails at noon.")
    assert conferences('"ferry sails"~1') == conferences('"ferry it"') == []
    assert conferences('"ferry sails"~2') == [ferries.pk]
    assert turns('"ferry sails"~2') == []


def test_without_words_the_newest_come_first_and_undated_ones_last(ferries: Conference, harbours: Conference) -> None:
    undated = make.conference("No date", day=None)
    assert conferences() == [ferries.pk, harbours.pk, undated.pk]
    assert conferences(order=Order.OLDEST) == [harbours.pk, ferries.pk, undated.pk]


def test_conferences_of_one_day_and_undated_ones_are_in_one_order_whatever_the_files_of_the_index() -> None:
    days = ["2019-05-04", "2018-02-01", None]
    pks = [make.conference(day=days[number % 3]).pk for number in range(30)]
    make_anew(Folder.of_site())
    for pk in (pks[0], pks[7], pks[20]):
        Conference.objects.filter(pk=pk).update(title="Changed")
    newest = list(Conference.objects.newest_first().values_list("pk", flat=True))
    assert [hit.conference for hit in search(SearchQuery(limit=100)).hits] == newest
    oldest = list(Conference.objects.order_by(F("event_date").asc(nulls_last=True), "pk").values_list("pk", flat=True))
    assert [hit.conference for hit in search(SearchQuery(order=Order.OLDEST, limit=100)).hits] == oldest


def test_turns_come_as_they_were_said_whichever_was_written_into_the_index_first(ferries: Conference) -> None:
    said = [make.turn(ferries, f"Part {number}.").pk for number in range(200)]
    make_anew(Folder.of_site())
    for order in Order:
        assert [hit.turn for hit in search(SearchQuery(level=Level.TURN, order=order, limit=300)).hits] == said


def test_passages_of_a_conference_come_in_the_order_they_were_said(ferries: Conference, harbours: Conference) -> None:
    said = [make.turn(of, f"Part {number}.").pk for of in (ferries, harbours) for number in range(3)]
    assert turns() == said
    assert turns("part", order=Order.NEWEST) == said


def test_a_conference_with_the_word_in_its_title_comes_before_one_that_only_says_it(
    ferries: Conference, harbours: Conference
) -> None:
    for of in (ferries, harbours):
        make.turn(of, "The harbour is closed.")
    assert conferences("harbour") == [harbours.pk, ferries.pk]


def test_a_query_of_nothing_but_not_finds_all_but_those(ferries: Conference, harbours: Conference) -> None:
    assert conferences("-harbour") == [ferries.pk]
    assert conferences("-harbour -fares") == []


def test_pages_join_without_a_gap_and_far_ones_are_empty(ferries: Conference) -> None:
    said = [make.turn(ferries, f"Part {number}.").pk for number in range(7)]
    none = search(SearchQuery(level=Level.TURN, limit=0))
    assert (none.hits, none.total) == ([], search(SearchQuery(level=Level.TURN)).total)
    pages = [search(SearchQuery(level=Level.TURN, offset=offset, limit=3)) for offset in (0, 3, 6, 9, 10**15)]
    assert [hit.turn for page in pages for hit in page.hits] == said
    assert {page.total for page in pages} == {7}


def test_filters_must_all_hold(ferries: Conference, harbours: Conference) -> None:
    marsh, gazette, port = make.speaker(), make.organisation(), make.entity()
    turn = make.turn(ferries, "Ferries.", kind="question", speaker=marsh, organisation=gazette)
    make.mention(turn, port)
    other = make.turn(ferries, "Ferries.", kind="answer")
    make.turn(harbours, "Ferries.", kind="question")
    assert turns("ferries", kinds=(Kind.QUESTION,), sources=(ferries.source_id,), years=(2019,)) == [turn.pk]
    assert turns(speakers=(marsh.pk,), outlets=(gazette.pk,), entities=(port.pk,)) == [turn.pk]
    assert turns(after=date(2019, 5, 4), before=date(2019, 5, 4)) == [turn.pk, other.pk]
    assert turns(conference=ferries.pk, kinds=(Kind.ANSWER, Kind.QUESTION)) == [turn.pk, other.pk]
    assert conferences(years=(2018, 2019), kinds=(Kind.ANSWER,)) == [ferries.pk]


def test_every_chosen_topic_must_be_there_with_the_status_asked_for(ferries: Conference, harbours: Conference) -> None:
    fares, parent = make.topic("Fares"), make.topic("Transport")
    ships = make.topic("Ships", parent=parent)
    both, one = make.turn(ferries), make.turn(harbours)
    make.tag(both, fares)
    make.tag(both, ships, origin="rule", status="suggested", score=0.9)
    make.tag(one, fares)
    assert turns(topics=(fares.pk,)) == [both.pk, one.pk]
    assert turns(topics=(fares.pk, parent.pk)) == [both.pk]
    assert turns(topics=(fares.pk, ships.pk), status=Status.SUGGESTED) == []
    assert turns(topics=(parent.pk,), status=Status.SUGGESTED) == [both.pk]
    assert turns(status=Status.SOURCE) == [both.pk, one.pk]


def test_names_in_the_query_are_those_of_the_record(ferries: Conference) -> None:
    marsh = make.speaker("Elena Marsh")
    turn = make.turn(ferries, "Ferries.", speaker=make.speaker("E. Marsh", merged_into=marsh), kind="question")
    make.turn(ferries, "Ferries.", speaker=make.speaker("Tom Okafor"))
    assert turns('speaker:"elena marsh" ferries kind:question') == [turn.pk]
    assert turns("speaker:marsh -kind:answer after:2019 before:2020") == [turn.pk]
    assert turns("speaker:marsh before:2019-05-04") == []
    assert Turn.objects.count() == 2


@pytest.mark.parametrize("number", [-1, 0, 2**31, 2**63, -(2**70)])
def test_a_number_that_nothing_has_finds_nothing(ferries: Conference, number: int) -> None:
    for name in ("topics", "entities", "speakers", "outlets", "sources", "years"):
        asked: dict[str, Any] = {name: (number,)}
        assert conferences(**asked) == []
    assert conferences(conference=number) == []


@pytest.fixture
def index(ferries: Conference) -> OpenIndex:
    make.turn(ferries, "The missile defence of Évora, 2019: 世界 عالم.")
    return current()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TYPED, level=st.sampled_from([Level.CONFERENCE, Level.TURN]), order=st.sampled_from(Order))
def test_any_text_that_can_be_typed_is_answered(index: OpenIndex, text: str, level: Level, order: Order) -> None:
    reading = read(text)
    asked = SearchQuery(words=reading.expression, level=level, order=order)
    results = search(asked, facets=FACETS, timeline=True, index=index)
    assert results.total >= len(results.hits)
    if not results.total:
        better = suggest(text, reading, asked, index)
        assert better is None or count(replace(asked, words=read(better.words).expression), index)
