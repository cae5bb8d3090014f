"""One decision about many tags: counted first, done as one act, taken back as one."""

import re
from collections.abc import Mapping

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.annotations.models import Tag, Topic
from apps.annotations.retag import Decision, Retagged, preview_retag, retag
from apps.conferences.models import Conference
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in

pytestmark = pytest.mark.django_db

LIST = "admin:annotations_tag_changelist"
DECIDED = {"origin": "human", "decided_at": timezone.now()}


@pytest.fixture
def user() -> User:
    return User.objects.create_user("editor")


def suggestions(count: int, topic: str = "Missiles") -> list[Tag]:
    conference, about = make.conference(), make.topic(topic)
    return [
        make.tag(make.turn(conference), about, origin="rule", status="suggested", score=0.5, evidence=[[0, 4]])
        for _ in range(count)
    ]


def states() -> list[tuple[object, ...]]:
    return list(Tag.objects.order_by("pk").values_list("pk", "topic", "status", "origin", "decided_by", "decided_at"))


def test_confirming_counts_what_changes_what_is_so_and_what_a_person_said_otherwise(user: User) -> None:
    first, second, third = suggestions(3)
    other = User.objects.create_user("other")
    Tag.objects.filter(pk=first.pk).confirm(other)
    Tag.objects.filter(pk=second.pk).reject(other)
    assert retag(Tag.objects.all(), Decision.CONFIRM, None, user) == Retagged(changed=2, overruled=1, already=1)
    assert set(Tag.objects.values_list("status", flat=True)) == {"confirmed"}
    decided = dict(Tag.objects.values_list("pk", "decided_by"))
    assert decided == {first.pk: other.pk, second.pk: user.pk, third.pk: user.pk}


def test_another_topic_on_a_tag_that_a_person_added_goes_against_what_that_person_decided(user: User) -> None:
    [tag] = suggestions(1)
    Tag.objects.filter(pk=tag.pk).update(**DECIDED, status="confirmed", decided_by=User.objects.create_user("other"))
    retagged = preview_retag(Tag.objects.all(), Decision.TOPIC, make.topic("Cyber"), user)
    assert (retagged.changed, retagged.overruled) == (1, 1)


def test_another_topic_rejects_a_machines_tag_and_stands_in_its_place_with_its_evidence(user: User) -> None:
    [tag] = suggestions(1)
    cyber = make.topic("Cyber")
    assert retag(Tag.objects.all(), Decision.TOPIC, cyber, user) == Retagged(changed=1)
    tag.refresh_from_db()
    assert (tag.topic.name, tag.status, tag.decided_by) == ("Missiles", "rejected", user)
    new = Tag.objects.get(topic=cyber)
    assert (new.turn, new.origin, new.status, new.evidence) == (tag.turn, "human", "confirmed", [[0, 4]])


def test_another_topic_says_no_to_the_one_that_a_person_had_added_as_well(user: User) -> None:
    other = User.objects.create_user("other")
    tag = make.tag(make.turn(make.conference()), make.topic("Missiles"), decided_by=other, **DECIDED)
    cyber = make.topic("Cyber")
    assert retag(Tag.objects.all(), Decision.TOPIC, cyber, user) == Retagged(changed=1, overruled=1)
    tag.refresh_from_db()
    assert (tag.topic.name, tag.status, tag.decided_by) == ("Missiles", "rejected", user)
    assert Tag.objects.get(topic=cyber).status == "confirmed"


def test_another_topic_leaves_what_has_it_and_what_is_rejected_and_confirms_that_which_stands_there(user: User) -> None:
    has_it, rejected, taken, free = suggestions(4)
    cyber = make.topic("Cyber")
    Tag.objects.filter(pk=has_it.pk).update(topic=cyber)
    Tag.objects.filter(pk=rejected.pk).reject(user)
    assert taken.turn
    standing = make.tag(taken.turn, cyber, origin="rule", status="suggested")
    chosen = Tag.objects.exclude(pk=standing.pk)
    expected = Retagged(changed=2, already=1, taken=1, rejected=1)
    assert preview_retag(chosen, Decision.TOPIC, cyber, user) == expected
    assert retag(chosen, Decision.TOPIC, cyber, user) == expected
    for tag, status in [(taken, "rejected"), (standing, "confirmed")]:
        tag.refresh_from_db()
        assert (tag.status, tag.decided_by, tag.origin) == (status, user, "rule")
    assert Tag.objects.filter(topic=cyber, turn=free.turn, status="confirmed").exists()


def test_a_place_where_the_new_topic_was_rejected_is_left_alone_and_told_apart(user: User) -> None:
    turn, cyber = make.turn(make.conference()), make.topic("Cyber")
    make.tag(turn, make.topic("Missiles"), origin="rule", status="suggested")
    make.tag(turn, cyber, origin="rule", status="rejected", decided_by=user, decided_at=timezone.now())
    with_cyber = Tag.objects.exclude(topic=cyber)
    assert retag(with_cyber, Decision.TOPIC, cyber, user) == Retagged(changed=0, taken_rejected=1)
    assert set(Tag.objects.values_list("status", flat=True)) == {"suggested", "rejected"}


def test_what_another_person_had_confirmed_there_stays_theirs(user: User) -> None:
    turn, cyber, other = make.turn(make.conference()), make.topic("Cyber"), User.objects.create_user("other")
    make.tag(turn, make.topic("Missiles"), origin="rule", status="suggested")
    standing = make.tag(turn, cyber, decided_by=other, **DECIDED)
    assert retag(Tag.objects.exclude(topic=cyber), Decision.TOPIC, cyber, user) == Retagged(changed=1, taken=1)
    standing.refresh_from_db()
    assert (standing.status, standing.decided_by) == ("confirmed", other)


def test_two_tags_of_one_turn_do_not_become_the_same_tag(user: User) -> None:
    turn = make.turn(make.conference())
    for name in ("Missiles", "Rockets"):
        make.tag(turn, make.topic(name))
    cyber = make.topic("Cyber")
    assert retag(Tag.objects.all(), Decision.TOPIC, cyber, user) == Retagged(changed=2, taken=1)
    assert Tag.objects.filter(topic=cyber).count() == 1
    assert Tag.objects.filter(status="rejected").count() == 2


@pytest.mark.parametrize("decision", Decision)
def test_a_decision_takes_as_many_queries_for_many_tags_as_for_few(decision: Decision, user: User) -> None:
    counts = []
    for count in (3, 60):
        suggestions(count, f"{count} missiles")
        topic = make.topic(f"Topic {count}")
        with CaptureQueriesContext(connection) as queries:
            changed = retag(Tag.objects.undecided(), decision, topic, user).changed
        assert changed == count
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


@pytest.mark.parametrize("decision", Decision)
def test_a_preview_changes_nothing(decision: Decision, user: User) -> None:
    suggestions(3)
    cyber, before = make.topic("Cyber"), states()
    assert preview_retag(Tag.objects.all(), decision, cyber, user).changed == 3
    assert states() == before


def send(client: Client, data: Mapping[str, object], query: str = "") -> str:
    return client.post(reverse(LIST) + query, {"action": "retag_selected", **data}, follow=True).content.decode()


def test_500_tags_are_counted_rejected_and_brought_back_as_one_act(admin_client: Client) -> None:
    """On the whole filtered list, of which the page shows only a part."""
    suggestions(500)
    kept = suggestions(1, "Cyber")
    topic = Topic.objects.get(name="Missiles")
    before = states()
    query = f"?topic__id__exact={topic.pk}"
    selection = {"select_across": "1", "_selected_action": str(before[0][0])}
    page = send(admin_client, selection, query)
    assert "500 tags chosen: all that the filters find." in page
    page = send(admin_client, {**filled_in(page.encode()), "decision": "reject"}, query)
    assert "To change: 500" in page
    assert states() == before
    page = send(admin_client, {**filled_in(page.encode()), "decision": "reject", "run": "1"}, query)
    assert "500 tags rejected." in page
    assert dict(Tag.objects.values_list("pk", "status"))[kept[0].pk] == "suggested"
    assert Tag.objects.filter(status="rejected").count() == 500
    [link] = re.findall(r'<a href="([^"]+)">See or undo it</a>', page)
    act = Act.objects.get(metadata__act="Reject tags")
    assert link == reverse("admin:history_act_change", args=[act.pk])
    page = admin_client.post(f"{link.removesuffix('change/')}undo/", follow=True).content.decode()
    assert "Undone in 500 rows." in page
    assert states() == before


def test_what_changed_since_the_preview_is_counted_again_first(admin_client: Client, user: User) -> None:
    first, second = suggestions(2)
    chosen = {"_selected_action": [str(first.pk), str(second.pk)], "decision": "confirm", "topic": ""}
    seen = filled_in(send(admin_client, chosen).encode())["seen"]
    Tag.objects.filter(pk=first.pk).reject(user)
    page = send(admin_client, {**chosen, "run": "1", "seen": seen})
    assert "Something has changed meanwhile." in page
    assert "To change: 2, 1 of them against what a person decided before" in page
    assert Tag.objects.filter(status="confirmed").count() == 0


def test_another_topic_must_be_named(admin_client: Client) -> None:
    [tag] = suggestions(1)
    page = send(admin_client, {"_selected_action": str(tag.pk), "decision": "topic", "topic": "", "run": "1"})
    assert "Choose the topic." in page
    assert Tag.objects.get().status == "suggested"


def test_a_retag_to_another_topic_is_undone_whole(admin_client: Client) -> None:
    tags = suggestions(3)
    cyber, before = make.topic("Cyber"), states()
    chosen = {"_selected_action": [str(tag.pk) for tag in tags], "decision": "topic", "topic": str(cyber.pk)}
    seen = filled_in(send(admin_client, chosen).encode())["seen"]
    assert "3 tags changed to “Cyber”." in send(admin_client, {**chosen, "run": "1", "seen": seen})
    assert Tag.objects.count() == 6
    act = Act.objects.get(metadata__act="Change tags to “Cyber”")
    admin_client.post(reverse("admin:history_act_undo", args=[act.pk]))
    assert states() == before
    assert Conference.objects.count() == 1


@pytest.mark.parametrize("selection", [{"select_across": "1"}, {}])
def test_many_tags_are_confirmed_from_the_list_only_after_a_count(
    selection: dict[str, str], admin_client: Client
) -> None:
    tags = suggestions(26)
    chosen = {"_selected_action": [str(tag.pk) for tag in tags], **selection, "action": "confirm_selected"}
    page = send(admin_client, chosen)
    assert "To change: 26" in page
    assert not Tag.objects.filter(status="confirmed").exists()
    form = {**filled_in(page.encode()), "_selected_action": chosen["_selected_action"], "decision": "confirm"}
    assert "26 tags confirmed." in send(admin_client, {**form, "run": "1"})


def test_a_few_tags_rejected_from_the_list_come_with_a_link_to_undo_it(admin_client: Client) -> None:
    [tag] = suggestions(1)
    page = send(admin_client, {"_selected_action": str(tag.pk), "action": "reject_selected"})
    act = Act.objects.get(metadata__act="Reject tags")
    assert f'1 tag rejected. <a href="{reverse("admin:history_act_change", args=[act.pk])}">See or undo it</a>' in page
