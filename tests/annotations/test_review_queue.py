"""The review queue: which suggestions are in it, and which comes first."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone

from apps.annotations.models import Report, Tag
from apps.annotations.review import QueueForm
from tests import make
from tests.annotations.reviewing import QUEUE, suggestion
from tests.browse.pages import get

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]


@pytest.fixture
def editor(client: Client) -> User:
    user = make.editor()
    client.force_login(user)
    return user


class TestOrder:
    def test_the_least_sure_comes_first(self) -> None:
        topic = make.topic()
        sure, unsure, half = (suggestion(topic, score) for score in (0.9, 0.35, 0.5))
        assert list(Tag.objects.awaiting().most_instructive_first()) == [half, unsure, sure]

    def test_of_equally_sure_ones_that_of_the_topic_that_waits_most_comes_first(self) -> None:
        small, large = make.topic("Small"), make.topic("Large")
        one = suggestion(small)
        many = [suggestion(large), suggestion(large)]
        assert list(Tag.objects.awaiting().most_instructive_first()) == [*many, one]

    def test_each_decision_about_a_topic_gives_way_to_the_others(self, editor: User) -> None:
        one = suggestion(make.topic("Small"))
        large = make.topic("Large")
        many = [suggestion(large) for _ in range(3)]
        assert Tag.objects.awaiting().most_instructive_first().first() == many[0]
        Tag.objects.filter(pk__in=[many[0].pk, many[1].pk]).reject(editor)
        assert Tag.objects.awaiting().most_instructive_first().first() == one

    def test_a_suggestion_without_a_score_is_wholly_uncertain(self) -> None:
        topic = make.topic()
        suggestion(topic, 0.75)
        none = suggestion(topic, None)
        assert Tag.objects.awaiting().most_instructive_first().first() == none

    def test_what_a_reader_reports_comes_first_with_the_readers_words_until_it_is_closed(
        self, client: Client, editor: User
    ) -> None:
        topic = make.topic()
        usual, reported = suggestion(topic, 0.5), suggestion(topic, 0.9)
        assert reported.turn
        Report.objects.receive(reported.turn, topic, "It is <b>about</b> ships.", "192.0.2.7")
        assert list(Tag.objects.awaiting().most_instructive_first()) == [reported, usual]
        assert Tag.objects.awaiting().count_and_first() == (2, reported)
        assert "A reader says: “It is <b>about</b> ships.”" in get(client, QUEUE).text
        Report.objects.all().close(editor)
        assert Tag.objects.awaiting().count_and_first() == (2, usual)
        assert "A reader says" not in get(client, QUEUE).text

    def test_the_first_is_found_in_one_pass_and_no_other_than_by_sorting_all(self) -> None:
        topics = [make.topic(name) for name in ("Small", "Large", "Larger")]
        for number, score in enumerate((0.5, 0.3, None, 0.9, 0.5, 0.7, 0.1, None, 0.5)):
            suggestion(topics[number % 3 if number < 6 else 2], score)
        sorted_all = list(Tag.objects.awaiting().most_instructive_first())
        for number, tag in enumerate(sorted_all):
            passed_over = [each.pk for each in sorted_all[:number]]
            assert Tag.objects.awaiting().count_and_first(passed_over) == (9, tag)
        assert Tag.objects.none().count_and_first() == (0, None)

    def test_what_another_editor_decides_in_that_moment_gives_way_to_the_next(self, editor: User) -> None:
        topic = make.topic()
        first, second = suggestion(topic, 0.5), suggestion(topic, 0.9)

        def decide(execute: Callable[..., object], sql: str, *rest: object) -> object:
            said = execute(sql, *rest)
            if "GROUP BY" in sql and first in Tag.objects.awaiting():
                Tag.objects.filter(pk=first.pk).reject(editor)
            return said

        with connection.execute_wrapper(decide):
            assert Tag.objects.awaiting().count_and_first()[1] == second

    def test_what_nobody_needs_to_judge_does_not_wait(self, editor: User) -> None:
        topic, conference = make.topic(), make.conference()
        make.tag(make.turn(conference), topic)
        make.tag(make.conference(), topic)
        Tag.objects.filter(pk=suggestion(topic).pk).reject(editor)
        withdrawn = make.turn(conference, position=None, withdrawn_at=timezone.now())
        suggestion(topic, on=withdrawn)
        ruled_out = make.conference()
        suggestion(topic, on=ruled_out)
        make.tag(ruled_out, topic, status="suggested")
        Tag.objects.filter(conference=ruled_out, turn=None).reject(editor)
        assert not Tag.objects.awaiting().exists()


class TestFilters:
    def find(self, **given: object) -> list[Tag]:
        return list(QueueForm(given).find())

    def test_a_speaker_is_found_by_every_name_however_it_is_written(self) -> None:
        garcia = make.speaker("Inés García", aliases=["I. G. Prado"])
        earlier = make.speaker("Ines G.", merged_into=garcia)
        wanted = suggestion(make.topic(), on=make.turn(make.conference(), speaker=earlier))
        suggestion(make.topic("Cyber"), on=make.turn(make.conference(), speaker=make.speaker("Jo Lind")))
        assert [self.find(speaker=name) for name in ("garcia", "prado", "ines g", "nobody")] == [[wanted]] * 3 + [[]]

    @pytest.mark.parametrize("words", ["port calder", "PORT Calder", "100%_", "ÜBER", "\\\\"])
    def test_words_are_found_in_whatever_case_and_as_they_are(self, words: str) -> None:
        wanted = suggestion(make.topic(), text="Über Port Calder: 100%_ of \\\\ it.")
        suggestion(make.topic("Cyber"), text="Port of Calder: 100 x of it.")
        assert self.find(q=words) == [wanted]

    def test_each_filter_leaves_what_it_says(self) -> None:
        parent = make.topic("Defence")
        wanted = suggestion(
            make.topic("Rockets", parent=parent),
            0.4,
            make.turn(
                make.conference(day="2020-05-04", source=make.source("Sarvandia Watch")),
                "Rockets over Port Calder.",
                speaker=make.speaker("Jo Lind"),
            ),
        )
        suggestion(make.topic("Cyber"), 0.9, make.turn(make.conference(day="2019-01-01"), "Missile."))
        for name, value in {
            "topic": parent.pk,
            "q": "port calder",
            "on": "ROCKETS",
            "source": wanted.conference.source.pk,
            "speaker": "lind",
            "date_after": "2020-01-01",
            "score_to": "0.5",
        }.items():
            assert self.find(**{name: value}) == [wanted], name
        assert wanted not in self.find(date_before="2020-01-01")
        assert wanted not in self.find(score_from="0.5")

    def test_what_is_invalid_filters_nothing_and_says_so(self, client: Client) -> None:
        suggestion(make.topic())
        page = client.get(f"{QUEUE}?date_after=yesterday&score_from=7&topic=x&q=%00&tag=x&skip=y").content.decode()
        assert "Enter a valid date." in page
        assert "1 suggestion waits" in page
        assert "Decide all" not in page

    def test_nothing_is_decided_in_bulk_under_a_filter_that_is_invalid(self, client: Client) -> None:
        suggestion(make.topic())
        client.post(f"{QUEUE}all/?score_from=7", {"decision": "reject", "run": "1"})
        assert Tag.objects.awaiting().count() == 1
