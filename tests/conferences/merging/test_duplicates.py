"""Pairs that are probably the same: which, in which order, and each until somebody settles it."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from apps.conferences.merging.duplicates import BODIES, PEOPLE, duplicates, likely_pairs
from apps.conferences.merging.likeness import people_alike, person
from apps.conferences.merging.merge import keep_apart, merge, unmerge
from apps.conferences.models import DistinctSpeakers, Organisation, Speaker
from apps.history.models import Act
from tests import make
from tests.browse.pages import Page

URL = "/admin/conferences/speaker/duplicates/"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Ana", "A.", "Anna", "John", "Jón", "Dr. Ana", "Ana M."]),
            st.sampled_from(["Ruiz", "Ruíz", "Ruiz Vega", "Lindqvist", "Lindquist", "Lindqvistt"]),
        ).map(" ".join),
        max_size=12,
    )
)
def test_no_pair_that_is_alike_is_missed_and_none_comes_twice(names: list[str]) -> None:
    """Against comparing each with each; spellings that differ in both names are left to the eye."""
    found = likely_pairs(enumerate(names), PEOPLE)
    assert all(one < other for one, other in found)
    for one, a in enumerate(names):
        for other in range(one + 1, len(names)):
            likeness = people_alike(person(a), person(names[other]))
            if likeness and likeness.reason != "spelled almost alike":
                assert found[one, other] == likeness


def test_outlets_that_differ_in_a_letter_are_found_wherever_it_is() -> None:
    name = "Harbour Gazette"
    for at in range(len(name)):
        for changed in (name[:at] + name[at + 1 :], name[:at] + "q" + name[at + 1 :], name[:at] + "q" + name[at:]):
            assert likely_pairs([(1, name), (2, changed)], BODIES), changed


@pytest.mark.django_db
class TestSettled:
    def test_a_pair_is_suggested_until_it_is_merged(self) -> None:
        a, b = make.speaker("Ana Ruiz"), make.speaker("Ana Ruíz")
        assert [one.pair for one in duplicates(Speaker)] == [(a.pk, b.pk)]
        merge([b], into=a)
        assert duplicates(Speaker) == []

    def test_what_was_told_apart_stays_so_through_merges_and_after_an_un_merge(self) -> None:
        user = User.objects.create_user("editor")
        a, b, c = make.speaker("Ana Ruiz"), make.speaker("Ana Ruíz"), make.speaker("Ana Ruiz Vega")
        keep_apart(Speaker, [b.pk, a.pk], user)
        merge([b], into=c)
        assert duplicates(Speaker) == []
        b.refresh_from_db()
        unmerge(b, user)
        assert [one.pair for one in duplicates(Speaker)] == [(a.pk, c.pk)]

    def test_a_merge_takes_back_that_they_are_not_the_same(self) -> None:
        a, b = make.speaker("Ana Ruiz"), make.speaker("Ana Ruíz")
        keep_apart(Speaker, [a.pk, b.pk], User.objects.create_user("editor"))
        merge([a, b], into=b)
        assert not DistinctSpeakers.objects.exists()

    def test_names_of_the_merged_and_aliases_speak_for_the_one_they_lead_to(self) -> None:
        gazette = make.organisation("Harbour Gazette", aliases=["Quay Ledger"])
        make.organisation("Island Post", merged_into=gazette)
        ledger, post = make.organisation("Quay-Ledger"), make.organisation("The Island Post")
        assert {one.pair for one in duplicates(Organisation)} == {(gazette.pk, ledger.pk), (gazette.pk, post.pk)}


@pytest.mark.django_db
class TestPage:
    def test_pairs_stand_side_by_side_with_the_reasons_and_what_is_known(self, admin_client: Client) -> None:
        outlet = make.organisation("Harbour Gazette")
        for name, day in (("Ana Ruiz", "2019-05-04"), ("A. Ruiz", "2020-05-04")):
            make.turn(make.conference(day=day), speaker=make.speaker(name), organisation=outlet, role="Editor")
        page = Page(admin_client.get(URL).content.decode())
        assert "1 pair, the most probable first." in page.text
        assert "Ana Ruiz 1 turn in 1 conference, 4 May 2019 Editor, Harbour Gazette 4 May 2019, 1 turn" in page.text
        assert "The same surname, and “A.” may stand for “Ana”, both with Harbour Gazette" in page.text

    def test_who_is_heard_beside_the_other_ranks_lower(self, admin_client: Client) -> None:
        conference = make.conference()
        for name in ("Ana Ruiz", "Ana Ruíz"):
            make.turn(conference, speaker=make.speaker(name))
        for name in ("Bo Lindström", "Bo Lindstrom"):
            make.turn(make.conference(), speaker=make.speaker(name))
        text = Page(admin_client.get(URL).content.decode()).text
        assert text.index("Lindström") < text.index("Ruíz")
        assert "but both are heard in one conference" in text

    def test_not_the_same_is_one_click_remembered_for_good_with_who_said_it(self, client: Client) -> None:
        editor = User.objects.create_user("editor", is_staff=True)
        editor.groups.add(Group.objects.get(name="Editor"))
        client.force_login(editor)
        pks = [make.speaker(name).pk for name in ("Ana Ruiz", "Ana Ruíz")]
        page = client.post(reverse("admin:conferences_speaker_distinct"), {"row": pks}, follow=True)
        text = Page(page.content.decode()).text
        assert "“Ana Ruiz” and “Ana Ruíz” stay two. See or undo it" in text
        assert "No two are alike, or all pairs are settled." in text
        assert DistinctSpeakers.objects.get().decided_by == editor
        for pk in pks:
            history = client.get(reverse("admin:conferences_speaker_history", args=[pk])).content.decode()
            assert "“Ana Ruiz and Ana Ruíz are not the same”" in history
        act = Act.objects.get(metadata__act__endswith="are not the same")
        client.post(reverse("admin:history_act_undo", args=[act.pk]))
        assert len(duplicates(Speaker)) == 1

    def test_the_number_of_queries_does_not_grow_with_the_speakers(
        self, admin_client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        admin_client.get(URL)
        for surname in ("Ruiz", "Lind", "Brace"):
            for name in (f"Ana {surname}", f"A. {surname}"):
                make.turn(make.conference(), speaker=make.speaker(name), organisation=make.organisation(f"{name} News"))
            with django_assert_num_queries(9):
                admin_client.get(URL)
