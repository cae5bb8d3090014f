"""Who and what is named: the list, the page of one, and "Named here" beside a transcript."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import Entity, Mention
from apps.conferences.models import Turn
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


def mention(turn: Turn, entity: Entity, printed: str, **values: object) -> Mention:
    start = turn.text.index(printed)
    given = {"label": "GPE", "origin": "rule", **values}
    return Mention.objects.create(turn=turn, entity=entity, start=start, end=start + len(printed), **given)


def entity(name: str = "Poland", kind: str = "country", **values: object) -> Entity:
    return Entity.objects.create(name=name, kind=kind, **values)


class TestList:
    def test_it_counts_conferences_and_mentions_and_leads_to_each(self, client: Client) -> None:
        poland, marsh = entity(), entity("Elena Marsh", "person")
        for words in ("Poland agrees with Elena Marsh.", "Poland."):
            mention(make.turn(make.conference(), words), poland, "Poland")
        mention(Turn.objects.earliest("pk"), marsh, "Elena Marsh")
        page = get(client, "/entities/")
        assert "Poland Country, 2 conferences, 2 mentions Elena Marsh Person, 1 conference, 1 mention" in page.text
        assert poland.get_absolute_url() in page.links

    def test_it_can_be_narrowed_by_kind_and_by_name_or_alias(self, client: Client) -> None:
        turn = make.turn(make.conference(), "Poland agrees with Elena Marsh.")
        mention(turn, entity(aliases=["Polska"]), "Poland")
        mention(turn, entity("Elena Marsh", "person"), "Elena Marsh")
        assert "Poland" not in get(client, "/entities/?kind=person").text
        assert "Elena Marsh" not in get(client, "/entities/?q=polsk").text
        assert "Poland 1 conference" in get(client, "/entities/?q=polsk&kind=country").text
        assert "Nothing is named “nobody”" in get(client, "/entities/?q=nobody").text

    def test_rejected_ones_are_not_shown_and_merged_ones_count_for_what_they_are(self, client: Client) -> None:
        turn = make.turn(make.conference(), "Poland, Polska and Warszaw.")
        poland = entity()
        mention(turn, poland, "Poland")
        mention(turn, entity("Polska", merged_into=poland), "Polska")
        mention(turn, entity("Warszaw", "place", rejected=True), "Warszaw")
        page = get(client, "/entities/")
        assert "Poland Country, 1 conference, 2 mentions" in page.text
        assert "Polska" not in page.text
        assert "Warszaw" not in page.text

    def test_it_takes_as_many_queries_for_many_as_for_one(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(12):
            mention(make.turn(make.conference(), "Poland."), entity(f"Poland {number}"), "Poland")
        with django_assert_num_queries(3):
            get(client, "/entities/")


class TestPage:
    def test_it_shows_its_names_and_the_passages_that_name_it(self, client: Client) -> None:
        turn = make.turn(make.conference("Talks"), "We met in <Polska> yesterday.")
        make.turn(turn.conference, "Another turn.")
        poland = entity(aliases=["Republic of Poland"])
        mention(turn, entity("Polska", merged_into=poland), "Polska")
        page = get(client, poland.get_absolute_url())
        assert "Also called Republic of Poland, Polska" in page.text
        assert "1 mention in 1 conference" in page.text
        assert "&lt;<mark>Polska</mark>&gt;" in page.html
        assert "Another turn." not in page.text
        assert turn.get_absolute_url() in page.links

    def test_a_merged_one_leads_to_what_it_is_and_a_rejected_one_has_no_page(self, client: Client) -> None:
        poland = entity()
        merged, rejected = entity("Polska", merged_into=poland), entity("Warszaw", rejected=True)
        assert client.get(merged.get_absolute_url()).headers["Location"] == poland.get_absolute_url()
        assert client.get(rejected.get_absolute_url()).status_code == 404

    def test_a_rejected_mention_is_not_shown(self, client: Client, admin_user: object) -> None:
        poland = entity()
        one = mention(make.turn(make.conference(), "Poland."), poland, "Poland")
        Mention.objects.filter(pk=one.pk).update(
            status="rejected", decided_by=admin_user, decided_at="2020-01-01T00:00Z"
        )
        assert "No conference names Poland at present." in get(client, poland.get_absolute_url()).text

    def test_it_takes_as_many_queries_for_many_as_for_one(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        poland = entity()
        for _ in range(8):
            mention(make.turn(make.conference(), "Poland."), poland, "Poland")
        with django_assert_num_queries(7):
            get(client, poland.get_absolute_url())


class TestNamedHere:
    def test_a_conference_lists_what_it_names_by_kind(self, client: Client) -> None:
        conference = make.conference()
        make.turn(conference, "Britain and the UK agree with Poland.")
        annotate_pending()
        page = get(client, conference.get_absolute_url())
        assert "Named here Countries Poland, United Kingdom 2" in page.text
        assert Entity.objects.get(name="Poland").get_absolute_url() in page.links

    def test_a_language_without_a_model_says_that_names_are_not_looked_for(self, client: Client) -> None:
        conference = make.conference(language="es")
        make.turn(conference, "Polonia.")
        annotate_pending()
        assert (
            "Names are not looked for in this language, only topics." in get(client, conference.get_absolute_url()).text
        )
