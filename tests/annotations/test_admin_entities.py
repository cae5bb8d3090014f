"""Correcting entities and mentions in the admin: what is decided there holds at every later annotation."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from apps.annotations.annotating import annotate_pending
from apps.annotations.models import AnnotatedTurn, Entity, Mention
from apps.history.models import Act
from apps.history.undo import undo
from tests import make
from tests.admin_form import filled_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editor"))
    client.force_login(user)
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


def test_a_merged_entity_stays_merged_and_what_was_merged_into_it_goes_along(editor: Client) -> None:
    kingdom = Entity.objects.get(name="United Kingdom")
    first = Entity.objects.create(kind="place", name="Albion")
    save(editor, first, merged_into=str(poland().pk))
    save(editor, poland(), merged_into=str(kingdom.pk))
    again()
    assert set(Entity.objects.exclude(merged_into=None).values_list("name", "merged_into")) == {
        ("Albion", kingdom.pk),
        ("Poland", kingdom.pk),
    }
    assert [row["mentions"] for row in Mention.objects.shown().by_entity()] == [3]


def test_an_entity_is_not_merged_into_itself_or_into_a_merged_one(editor: Client) -> None:
    other = Entity.objects.create(kind="place", name="Albion")
    assert "Choose another entity than this one." in save(editor, poland(), merged_into=str(poland().pk))
    save(editor, poland(), merged_into=str(Entity.objects.get(name="United Kingdom").pk))
    assert "“Poland” is merged into “United Kingdom”" in save(editor, other, merged_into=str(poland().pk))


def test_two_of_one_name_and_kind_are_refused_in_a_sentence(editor: Client) -> None:
    page = save(editor, poland(), name="united kingdom")
    assert "There is a country of this name already." in page


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
