"""The page of one conference."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.annotations.models import Tag, Topic
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


def test_the_source_text_is_plain_text_as_imported(client: Client) -> None:
    conference = make.conference(source_text="Tëxt <b>\n")
    response = client.get(f"{conference.get_absolute_url()}source.txt")
    assert response.content.decode() == "Tëxt <b>\n"
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_head_says_what_is_known(client: Client) -> None:
    conference = make.conference(
        "Talks",
        subtitle="on missiles",
        location="Port Calder",
        delivery="As delivered",
        is_excerpt=True,
        updated=datetime.date(2019, 5, 6),
        source_url="https://meridian.example/talks",
        word_count=2300,
    )
    page = get(client, conference.get_absolute_url())
    for words in (
        "4 May 2019",
        "Excerpt",
        "on missiles",
        "Meridian Alliance",
        "Port Calder",
        "As delivered",
        "2,300 words, 10 min",
        "Source updated 6 May 2019",
    ):
        assert words in page.text
    assert page.attributes("time", datetime="2019-05-04")
    assert "https://meridian.example/talks" in page.links
    assert page.attributes("link", rel="canonical", href=f"http://testserver{conference.get_absolute_url()}")


def test_a_subtitle_that_the_title_repeats_is_not_printed_twice(client: Client) -> None:
    conference = make.conference("Talks by Elena Marsh", subtitle="by Elena Marsh")
    assert get(client, conference.get_absolute_url()).text.count("by Elena Marsh") == 1


class TestTurns:
    def test_each_has_an_anchor_and_a_link_to_it(self, client: Client) -> None:
        turn = make.turn(make.conference())
        page = get(client, turn.conference.get_absolute_url())
        assert f"t-{turn.public_id}" in page.ids
        assert f"#t-{turn.public_id}" in page.links

    def test_paragraphs_are_kept(self, client: Client) -> None:
        turn = make.turn(make.conference(), "One.\n\nTwo.")
        html = get(client, turn.conference.get_absolute_url()).html
        assert "<p>One.</p>" in html
        assert "<p>Two.</p>" in html

    def test_a_withdrawn_one_is_not_read(self, client: Client) -> None:
        turn = make.turn(make.conference(), "Never said.")
        turn.position, turn.withdrawn_at = None, datetime.datetime.now(datetime.UTC)
        turn.save()
        assert "Never said." not in get(client, turn.conference.get_absolute_url()).text

    def test_the_speaker_is_linked_and_role_and_label_stand_at_the_first_turn_only(self, client: Client) -> None:
        conference, speaker = make.conference(), make.speaker("Elena Marsh", slug="elena-marsh")
        for _ in range(2):
            make.turn(conference, speaker=speaker, label="Marsh", role="Secretary General")
        page = get(client, conference.get_absolute_url())
        assert page.links.count("/speakers/elena-marsh/") == 2
        assert page.text.count("Secretary General") == 1
        assert page.text.count("printed as “Marsh”") == 1

    def test_a_label_that_prints_name_and_outlet_is_not_repeated(self, client: Client) -> None:
        turn = make.turn(
            make.conference(),
            speaker=make.speaker("Ana Ilve"),
            organisation=make.organisation("Harbour Gazette"),
            label="Ana Ilve (Harbour Gazette)",
        )
        assert "printed as" not in get(client, turn.conference.get_absolute_url()).text

    def test_an_outlet_that_the_label_prints_is_not_repeated(self, client: Client) -> None:
        turn = make.turn(
            make.conference(), label="QUESTION (Agence Solane)", organisation=make.organisation("Agence Solane")
        )
        assert get(client, turn.conference.get_absolute_url()).text.count("Agence Solane") == 1

    def test_a_merged_speaker_is_shown_as_who_they_are(self, client: Client) -> None:
        speaker = make.speaker("Elena Marsh", slug="elena-marsh")
        turn = make.turn(make.conference(), speaker=make.speaker("E. Marsh", merged_into=speaker))
        page = get(client, turn.conference.get_absolute_url())
        assert "/speakers/elena-marsh/" in page.links
        assert "E. Marsh" not in page.text

    def test_an_unknown_speaker_has_the_label_as_printed_and_no_link(self, client: Client) -> None:
        turn = make.turn(make.conference(), label="Q", kind="question")
        make.turn(turn.conference)
        page = get(client, turn.conference.get_absolute_url())
        assert page.attributes("span", **{"class": "name"})
        assert "Speaker not named" in page.text

    def test_hostile_text_is_shown_as_text(self, client: Client) -> None:
        hostile = '<script>alert(1)</script>"'
        turn = make.turn(
            make.conference(hostile, subtitle=hostile, location=hostile, language='"><s>'),
            hostile,
            label=hostile,
            role=hostile,
            organisation=make.organisation(hostile),
        )
        make.tag(turn, make.topic(hostile, slug="hostile"), evidence=[[0, 8]])
        page = get(client, turn.conference.get_absolute_url())
        assert not page.attributes("script")
        assert not page.attributes("s")

    def test_the_language_of_the_transcript_stands_on_its_text(self, client: Client) -> None:
        turn = make.turn(make.conference(language="es"), "Buenos días.")
        assert get(client, turn.conference.get_absolute_url()).attributes("div", **{"class": "speech", "lang": "es"})


class TestTopics:
    def test_who_vouches_for_each_is_said_in_words(self, client: Client) -> None:
        turn = make.turn(make.conference(), "A missile and a centrifuge.")
        make.tag(turn.conference, make.topic("Missiles"))
        make.tag(turn, make.topic("Nuclear"), origin="rule", status="suggested", score=0.9, evidence=[[16, 26]])
        page = get(client, turn.conference.get_absolute_url())
        assert "From the source Missiles source Suggested Nuclear ? (suggested)" in page.text

    def test_the_words_that_a_topic_rests_on_stand_beside_it_each_once_and_are_no_link(self, client: Client) -> None:
        turn = make.turn(make.conference(), "A centrifuge, a Centrifuge and\nuranium.")
        evidence = [[2, 12], [16, 26], [27, 38]]
        make.tag(turn, make.topic("Nuclear"), origin="rule", status="suggested", score=0.9, evidence=evidence)
        make.tag(turn, make.topic("Zinc"))
        page = get(client, turn.conference.get_absolute_url())
        assert "Zinc source Nuclear ? (suggested) “centrifuge”, “and uranium”" in page.text
        assert '<span class="evidence" title="Nuclear">centrifuge</span>' in page.html

    def test_of_many_suggestions_the_five_on_most_turns_and_surest_are_shown_and_the_rest_folded(
        self, client: Client
    ) -> None:
        conference = make.conference()
        turns = [make.turn(conference) for _ in range(2)]
        suggested = {"origin": "rule", "status": "suggested"}
        for number in range(8):
            make.tag(turns[0], make.topic(f"Topic {number}"), score=0.5 + number / 20, **suggested)
        make.tag(turns[1], make.topic("Often"), score=0.5, **suggested)
        make.tag(turns[0], make.topic("Often too", slug="often-too"), score=0.6, **suggested)
        make.tag(turns[1], Topic.objects.get(slug="often-too"), score=0.6, **suggested)
        make.tag(conference, make.topic("Vouched"))
        page = get(client, conference.get_absolute_url())
        (source, best) = client.get(conference.get_absolute_url()).context["vouched"]
        assert [about.topic.name for about in source.shown] == ["Vouched"]
        assert [about.topic.name for about in best.shown] == ["Often too", *(f"Topic {n}" for n in (7, 6, 5, 4))]
        assert [about.topic.name for about in best.rest] == ["Topic 3", "Topic 2", "Topic 1", "Often", "Topic 0"]
        assert "Topic 4 ? (suggested) 5 more suggested Topic 3" in page.text
        assert page.attributes("details", **{"class": "rest"})

    def test_what_people_confirmed_stands_under_its_own_words_and_is_never_folded(self, client: Client) -> None:
        conference = make.conference()
        turn = make.turn(conference)
        for number in range(8):
            make.tag(
                turn,
                make.topic(f"Topic {number}"),
                origin="human",
                decided_by=None,
                decided_at=None,
                status="suggested",
                score=0.9,
            )
        Tag.objects.all().confirm(User.objects.create_user("editor"))
        page = get(client, conference.get_absolute_url())
        assert "Confirmed Topic 0 ✓ (confirmed)" in page.text
        assert not page.attributes("details", **{"class": "rest"})


class TestOutline:
    def test_it_names_who_asked_with_the_first_words_and_links_to_the_question(self, client: Client) -> None:
        conference = make.conference()
        make.turn(conference, "Good morning.")
        make.turn(conference, "Kestrel Wire, please.", "moderator", exchange=1)
        asked = make.turn(
            conference,
            "Thank you. Dario Quennell, Kestrel Wire. Will it fly?",
            "question",
            exchange=1,
            speaker=make.speaker("Dario Quennell"),
            organisation=make.organisation("Kestrel Wire"),
        )
        make.turn(conference, "It flies.", "answer", exchange=1)
        page = get(client, conference.get_absolute_url())
        assert "Questions (1) 1 Dario Quennell, Kestrel Wire Will it fly?" in page.text
        assert page.links.count(f"#t-{asked.public_id}") == 2
        assert "No answer" not in page.text

    def test_a_name_that_only_the_question_says_stays_in_it(self, client: Client) -> None:
        conference = make.conference()
        make.turn(conference, "Thank you. Ottoline Brace, Quay Ledger. Why?", "question", exchange=1, label="Q")
        page = get(client, conference.get_absolute_url())
        assert "Questions (1) 1 Q Ottoline Brace, Quay Ledger. Why?" in page.text

    def test_a_question_without_answer_says_so(self, client: Client) -> None:
        conference = make.conference()
        make.turn(conference, "Will it fly?", "question", exchange=1)
        page = get(client, conference.get_absolute_url())
        assert "Will it fly? No answer" in page.text
        assert "No answer in the transcript." in page.text

    def test_a_statement_without_questions_has_none(self, client: Client) -> None:
        page = get(client, make.turn(make.conference()).conference.get_absolute_url())
        assert not page.attributes("nav", **{"aria-label": "Questions"})
        assert page.attributes("div", **{"class": "reading"})


def test_a_conference_without_a_turn_can_be_read(client: Client) -> None:
    assert client.get(make.conference().get_absolute_url()).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_turns(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conference, topic = make.conference(), make.topic()
    for _ in range(2):
        for exchange in range(5):
            speaker, outlet = make.speaker(), make.organisation()
            turn = make.turn(conference, kind="question", exchange=exchange, speaker=speaker, organisation=outlet)
            make.tag(turn, topic)
        with django_assert_num_queries(6):
            assert client.get(conference.get_absolute_url()).status_code == 200
