"""Correcting entities and mentions in the admin: what is decided there holds at every later annotation."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from apps.annotations.annotating import annotate_pending
from apps.annotations.mention_scores import mention_score
from apps.annotations.models import AnnotatedTurn, Entity, Mention
from apps.history.models import Act
from apps.history.undo import undo
from tests import make
from tests.admin_form import filled_in
from tests.browse.pages import Page

pytestmark = pytest.mark.django_db

MERGE = "/admin/annotations/entity/merge/"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make.editor("editor"))
    return client


@pytest.fixture(autouse=True)
def turn() -> None:
    make.turn(make.conference(), "Britain and the UK agree with Poland.")
    annotate_pending()


def again() -> None:
    """As another version of the annotator would do it."""
    AnnotatedTurn.objects.all().delete()
    call_command("annotate", verbosity=0)


def save(client: Client, row: Model, **values: str) -> str:
    """Open the row's page, change some fields, save; returns the page that follows."""
    url = reverse(f"admin:annotations_{row._meta.model_name}_change", args=[row.pk])
    data = filled_in(client.get(url).content) | values
    return client.post(url, data, follow=True).content.decode()


def mentions() -> list[tuple[str, str, str]]:
    rows = Mention.objects.select_related("turn", "entity").order_by("start")
    return [(row.turn.text[row.start : row.end], row.entity.name, row.entity.kind) for row in rows]


def poland() -> Entity:
    return Entity.objects.get(name="Poland")


def test_a_renamed_entity_keeps_its_name_as_an_alias_and_stays_renamed(editor: Client) -> None:
    save(editor, poland(), name="Republic of Poland")
    renamed = Entity.objects.get(name="Republic of Poland")
    assert (renamed.aliases, str(renamed.decided_by)) == (["Poland"], "editor")
    again()
    assert mentions()[-1] == ("Poland", "Republic of Poland", "country")
    assert Entity.objects.count() == 2


def test_a_retyped_entity_stays_retyped(editor: Client) -> None:
    save(editor, poland(), kind="place")
    again()
    assert mentions()[-1] == ("Poland", "Poland", "place")


def test_a_rejected_entity_stays_rejected_and_no_reader_sees_it(editor: Client) -> None:
    save(editor, poland(), rejected="on")
    again()
    assert poland().rejected
    assert "Poland" not in {row.entity.name for row in Mention.objects.shown()}


def merge(client: Client, into: Entity, *others: Entity) -> str:
    data = {"row": [row.pk for row in (into, *others)], "into": into.pk}
    return client.post(MERGE, data, follow=True).content.decode()


def merged() -> set[tuple[str, str]]:
    return set(Entity.objects.exclude(merged_into=None).values_list("name", "merged_into__name"))


class TestMerging:
    def test_it_is_counted_first_and_the_one_named_most_is_proposed_to_stay(self, editor: Client) -> None:
        kingdom = Entity.objects.get(name="United Kingdom")
        page = editor.get(f"{MERGE}?row={poland().pk}&row={kingdom.pk}").content
        assert filled_in(page)["into"] == str(kingdom.pk)
        text = Page(page.decode()).text
        assert "Poland Country 1 mention in 1 conference" in text
        assert "3 mentions in 1 conference, and all names, then lead to the one that stays" in text
        assert merged() == set()

    def test_it_is_one_act_holds_at_every_later_annotation_and_is_undone_as_one(self, editor: Client) -> None:
        kingdom, albion = Entity.objects.get(name="United Kingdom"), make.entity("Albion")
        page = merge(editor, kingdom, poland(), albion)
        assert "Merged “Poland” and “Albion” into “United Kingdom”." in page
        again()
        assert merged() == {("Poland", "United Kingdom"), ("Albion", "United Kingdom")}
        assert [row["mentions"] for row in Mention.objects.shown().by_entity()] == [3]
        act = Act.objects.get(metadata__act__startswith="Merge ")
        editor.post(reverse("admin:history_act_undo", args=[act.pk]))
        assert merged() == set()

    def test_the_list_says_what_each_stands_for(self, editor: Client) -> None:
        merge(editor, Entity.objects.get(name="United Kingdom"), poland())
        make.entity("Thank you", rejected=True)
        page = editor.get(reverse("admin:annotations_entity_changelist")).content.decode()
        states = re.findall(r'class="field-state">(.*?)</td>', page)
        assert states == ["United Kingdom", "nothing: rejected", "itself"]

    def test_what_was_merged_into_one_goes_along(self, editor: Client) -> None:
        albion = make.entity("Albion")
        merge(editor, poland(), albion)
        merge(editor, Entity.objects.get(name="United Kingdom"), poland())
        assert merged() == {("Poland", "United Kingdom"), ("Albion", "United Kingdom")}

    def test_what_went_along_comes_back_with_an_un_merge(self, editor: Client) -> None:
        kingdom, albion = Entity.objects.get(name="United Kingdom"), make.entity("Albion")
        other = make.entity("Britons")
        merge(editor, poland(), albion)
        merge(editor, kingdom, other)
        merge(editor, kingdom, poland())
        address = reverse("admin:annotations_entity_unmerge", args=[poland().pk])
        assert "Merged into “Poland” again: Albion." in editor.get(address).content.decode()
        editor.post(address)
        assert merged() == {("Albion", "Poland"), ("Britons", "United Kingdom")}

    def test_an_un_merge_tells_what_comes_back_is_one_act_and_holds(self, editor: Client) -> None:
        kingdom = Entity.objects.get(name="United Kingdom")
        merge(editor, kingdom, poland())
        address = reverse("admin:annotations_entity_unmerge", args=[poland().pk])
        assert address in editor.get(reverse("admin:annotations_entity_change", args=[poland().pk])).content.decode()
        assert "1 mention in 1 conference would mean “Poland” again" in Page(editor.get(address).content.decode()).text
        assert "“Poland” stands for itself again." in editor.post(address, follow=True).content.decode()
        again()
        assert mentions()[-1] == ("Poland", "Poland", "country")
        assert merged() == set()
        act = Act.objects.get(metadata__act="Un-merge “Poland” from “United Kingdom”")
        editor.post(reverse("admin:history_act_undo", args=[act.pk]))
        assert merged() == {("Poland", "United Kingdom")}

    def test_another_one_is_looked_for_by_any_of_its_names(self, editor: Client) -> None:
        albion = make.entity("Albion", aliases=["The White Cliffs"])
        page = editor.get(f"{MERGE}?row={poland().pk}&q=white cliffs").content.decode()
        assert f"?row={poland().pk}&amp;row={albion.pk}" in page

    def test_selected_ones_come_to_the_page(self, editor: Client) -> None:
        rows = [str(row.pk) for row in Entity.objects.all()]
        data = {"action": "merge_selected", "_selected_action": rows}
        page = editor.post(reverse("admin:annotations_entity_changelist"), data, follow=True)
        assert page.redirect_chain[0][0].startswith(MERGE)

    @pytest.mark.parametrize("data", [{}, {"row": "1"}, {"row": ["x", "9" * 30, "-1"], "into": "x"}])
    def test_fewer_than_two_are_not_merged(self, editor: Client, data: dict[str, str]) -> None:
        assert "Choose two or more" in editor.post(MERGE, data).content.decode()
        assert merged() == set()

    def test_what_was_merged_meanwhile_is_left_alone(self, editor: Client) -> None:
        kingdom, albion = Entity.objects.get(name="United Kingdom"), make.entity("Albion")
        merge(editor, kingdom, poland())
        assert "Choose two or more that are not merged yet" in merge(editor, albion, poland())
        assert merged() == {("Poland", "United Kingdom")}
        editor.post(reverse("admin:annotations_entity_unmerge", args=[poland().pk]))
        page = editor.post(reverse("admin:annotations_entity_unmerge", args=[poland().pk]), follow=True)
        assert "“Poland” is not merged." in page.content.decode()


def test_two_of_one_name_and_kind_are_refused_in_a_sentence(editor: Client) -> None:
    page = save(editor, poland(), name="united kingdom")
    assert "Another country has this name already." in page


def test_a_mention_that_a_person_gave_another_entity_keeps_it(editor: Client) -> None:
    mention = Mention.objects.get(entity__name="Poland")
    other = Entity.objects.create(kind="place", name="Poland, Ohio")
    save(editor, mention, entity=str(other.pk))
    again()
    mention.refresh_from_db()
    assert (mention.entity, mention.status, str(mention.decided_by)) == (other, "confirmed", "editor")


@pytest.mark.parametrize("action", ["confirm_selected", "reject_selected"])
def test_selected_mentions_are_judged_for_good(editor: Client, action: str) -> None:
    chosen = Mention.objects.filter(entity__name="United Kingdom")
    data = {"action": action, "_selected_action": [str(row.pk) for row in chosen]}
    page = editor.post(reverse("admin:annotations_mention_changelist"), data, follow=True).content.decode()
    assert "2 mentions" in page
    assert f'<td class="field-sure">{mention_score("rule", "GPE")}</td>' in page
    again()
    assert set(chosen.values_list("status", flat=True)) == {"confirmed" if "confirm" in action else "rejected"}


def test_selected_entities_are_rejected(editor: Client) -> None:
    data = {"action": "reject_selected", "_selected_action": [str(poland().pk)]}
    assert (
        b"1 entity rejected." in editor.post(reverse("admin:annotations_entity_changelist"), data, follow=True).content
    )
    assert poland().rejected


@pytest.mark.parametrize("values", [{"name": "Polonia"}, {"kind": "place"}, {"rejected": "on"}])
def test_a_correction_is_an_act_with_its_author_and_is_undone(editor: Client, values: dict[str, str]) -> None:
    before = Entity.objects.values().get(name="Poland")
    save(editor, poland(), **values)
    act = Act.objects.get(metadata__user=User.objects.get(username="editor").pk)
    undo(act)
    assert Entity.objects.values().get(pk=before["id"]) == before


def test_the_history_of_an_entity_tells_its_corrections(editor: Client) -> None:
    save(editor, poland(), name="Polonia")
    page = editor.get(reverse("admin:annotations_entity_history", args=[Entity.objects.get(name="Polonia").pk]))
    assert "Polonia" in page.content.decode()
    assert "Poland" in page.content.decode()
