"""Judging tags in the admin."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from apps.annotations.annotating import annotate_pending
from apps.annotations.conference_topics import conference_topics
from apps.annotations.models import Tag
from apps.conferences.models import Conference, Turn
from tests import make
from tests.admin_form import filled_in

pytestmark = pytest.mark.django_db

LIST = "admin:annotations_tag_changelist"


def suggest(text: str = "No more missiles.", topic: str = "Missiles") -> Tag:
    turn = make.turn(make.conference(), text)
    return make.tag(turn, make.topic(topic), origin="rule", status="suggested", score=0.5, evidence=[[8, 16]])


def change(row: Tag | Turn | Conference) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def act(client: Client, action: str, *tags: Tag) -> str:
    chosen = {"action": action, "_selected_action": [str(tag.pk) for tag in tags]}
    return client.post(reverse(LIST), chosen, follow=True).content.decode()


@pytest.mark.parametrize("model", ["tag", "topic"])
def test_nobody_without_rights_reaches_tags_or_topics(model: str, client: Client) -> None:
    url = reverse(f"admin:annotations_{model}_changelist")
    assert client.get(url).headers["Location"].startswith(reverse("admin:login"))
    client.force_login(User.objects.create_user("reader"))
    assert client.get(url).status_code == 302
    client.force_login(User.objects.create_user("staff-without-rights", is_staff=True))
    assert client.get(url).status_code == 403


def test_who_may_only_look_cannot_decide(client: Client) -> None:
    tag = suggest()
    viewer = User.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_tag"))
    client.force_login(viewer)
    assert client.get(change(tag)).status_code == 200
    assert "Confirm selected" not in client.get(reverse(LIST)).content.decode()
    act(client, "confirm_selected", tag)
    assert list(Tag.objects.undecided()) == [tag]


@pytest.mark.parametrize(("action", "status"), [("confirm_selected", "confirmed"), ("reject_selected", "rejected")])
def test_an_action_sets_status_who_and_when_and_says_how_many(
    action: str, status: str, admin_client: Client, admin_user: User
) -> None:
    tags = [suggest(), suggest(topic="Cyber")]
    before = timezone.now()
    assert f"2 tags {status}." in act(admin_client, action, *tags)
    for tag in Tag.objects.all():
        assert (tag.status, tag.decided_by) == (status, admin_user)
        assert tag.decided_at is not None
        assert tag.decided_at >= before
    logged = LogEntry.objects.filter(user=admin_user, object_id__in=[str(tag.pk) for tag in tags])
    assert [entry.get_change_message() for entry in logged] == [f"{status.capitalize()} from the list."] * 2


def test_an_action_leaves_the_author_of_an_equal_decision(admin_client: Client) -> None:
    tag = suggest()
    first = User.objects.create_user("first")
    Tag.objects.all().confirm(first)
    assert "0 tags confirmed. 1 had been confirmed before." in act(admin_client, "confirm_selected", tag)
    assert Tag.objects.get().decided_by == first


def test_readers_see_a_correction_at_once(admin_client: Client) -> None:
    tag = suggest()
    assert len(conference_topics([tag.conference_id])[tag.conference_id]) == 1
    act(admin_client, "reject_selected", tag)
    assert conference_topics([tag.conference_id])[tag.conference_id] == []


def test_the_list_shows_the_evidence_marked_and_escaped(admin_client: Client) -> None:
    tag = suggest("No more <b>abcd</b>")
    for url in (reverse(LIST), change(tag)):
        page = admin_client.get(url).content.decode()
        assert "No more <mark>&lt;b&gt;abcd&lt;</mark>/b&gt;" in page
        assert "<b>abcd" not in page


def test_a_row_of_the_list_says_where_how_sure_by_whom_and_when(admin_client: Client, admin_user: User) -> None:
    turn = make.turn(make.conference("Talks <on> missiles", "2019-05-04"), "No more missiles.")
    make.tag(turn, make.topic(), origin="rule", status="suggested", score=0.5)
    make.tag(make.conference("Undated", None), make.topic("Cyber"))
    page = admin_client.get(reverse(LIST)).content.decode()
    assert '<div class="place">4 May 2019: Talks &lt;on&gt; missiles</div>' in page
    assert 'whole conference<div class="place">no date: Undated</div>' in page
    assert '<td class="field-sure">0.50</td>' in page
    Tag.objects.filter(origin="rule").reject(admin_user)
    today = date_format(timezone.localtime(), "j M Y")
    assert f'<td class="field-decided">admin, {today}, ' in admin_client.get(reverse(LIST)).content.decode()


def test_tags_are_filtered_by_topic_status_origin_and_year(admin_client: Client) -> None:
    wanted = suggest("Wanted missiles.")
    other = make.tag(make.turn(make.conference(day="2001-01-01"), "Other words."), make.topic("Cyber"))
    for query in (
        f"topic__id__exact={wanted.topic_id}",
        "status__exact=suggested",
        "origin__exact=rule",
        "year=2019",
        "q=wanted",
        f"conference__id__exact={wanted.conference_id}",
    ):
        page = admin_client.get(f"{reverse(LIST)}?{query}").content.decode()
        assert change(wanted) in page
        assert change(other) not in page


def test_the_list_takes_as_many_queries_for_many_tags_as_for_few(admin_client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(reverse(LIST)).status_code == 200
        return len(captured)

    for number in range(3):
        suggest(topic=f"Topic {number}")
    few = queries()
    for number in range(3, 6):
        suggest(topic=f"Topic {number}")
    assert queries() == few
    assert few <= 10


def test_changing_the_status_is_a_decision_of_the_person_signed_in(admin_client: Client, admin_user: User) -> None:
    tag = suggest()
    data = filled_in(admin_client.get(change(tag)).content)
    assert admin_client.post(change(tag), {**data, "status": "confirmed"}).status_code == 302
    tag.refresh_from_db()
    assert (tag.status, tag.decided_by, tag.origin) == ("confirmed", admin_user, "rule")


def test_changing_the_topic_rejects_the_old_and_confirms_the_new(admin_client: Client) -> None:
    tag, rockets = suggest(), make.topic("Rockets")
    data = filled_in(admin_client.get(change(tag)).content)
    page = admin_client.post(change(tag), {**data, "topic": str(rockets.pk)}, follow=True).content.decode()
    assert "The old tag is rejected, and “Rockets” stands in its place." in page
    tag.refresh_from_db()
    assert (tag.topic.name, tag.status) == ("Missiles", "rejected")
    assert Tag.objects.get(topic=rockets).status == "confirmed"


def test_changing_to_a_topic_that_stands_there_already_is_refused(admin_client: Client) -> None:
    tag, rockets = suggest(), make.topic("Rockets")
    assert tag.turn
    make.tag(tag.turn, rockets)
    data = filled_in(admin_client.get(change(tag)).content)
    page = admin_client.post(change(tag), {**data, "topic": str(rockets.pk)}).content.decode()
    assert "“Rockets” stands here already, confirmed. Confirm or reject that tag instead." in page
    assert list(Tag.objects.undecided().filter(origin="rule")) == [tag]


def test_a_tag_is_added_to_a_turn_or_to_a_whole_conference(admin_client: Client, admin_user: User) -> None:
    turn, topic = make.turn(make.conference()), make.topic()
    add = reverse("admin:annotations_tag_add")
    data = filled_in(admin_client.get(add).content)
    assert data["status"] == "confirmed"
    admin_client.post(add, {**data, "turn": str(turn.pk), "topic": str(topic.pk)})
    admin_client.post(add, {**data, "conference": str(turn.conference_id), "topic": str(topic.pk)})
    rows = Tag.objects.values_list("conference", "turn", "origin", "status", "decided_by")
    theirs = ("human", "confirmed", admin_user.pk)
    assert set(rows) == {(turn.conference_id, turn.pk, *theirs), (turn.conference_id, None, *theirs)}
    assert (
        b"stands here already" in admin_client.post(add, {**data, "turn": str(turn.pk), "topic": str(topic.pk)}).content
    )


def test_a_tag_needs_a_place_and_a_turn_of_its_own_conference(admin_client: Client) -> None:
    turn, topic = make.turn(make.conference()), make.topic()
    add = reverse("admin:annotations_tag_add")
    data = {**filled_in(admin_client.get(add).content), "topic": str(topic.pk)}
    assert b"Choose a turn, or a conference" in admin_client.post(add, data).content
    elsewhere = {**data, "turn": str(turn.pk), "conference": str(make.conference().pk)}
    assert b"This turn belongs to another conference." in admin_client.post(add, elsewhere).content
    assert not Tag.objects.exists()


def test_only_tags_that_people_added_can_be_deleted(admin_client: Client, admin_user: User) -> None:
    suggested = suggest()
    own = make.tag(
        suggested.conference, suggested.topic, origin="human", decided_by=admin_user, decided_at=timezone.now()
    )
    for tag in (suggested, own):
        admin_client.post(reverse("admin:annotations_tag_delete", args=[tag.pk]), {"post": "yes"})
    assert list(Tag.objects.all()) == [suggested]
    assert "delete_selected" not in admin_client.get(reverse(LIST)).content.decode()
    assert "would come back with the next import" in admin_client.get(change(suggested)).content.decode()


@pytest.mark.parametrize("place", ["turn", "conference"])
def test_tags_are_judged_and_added_where_they_stand(place: str, admin_client: Client, admin_user: User) -> None:
    turn = make.turn(make.conference(), "No more missiles.")
    on = turn if place == "turn" else turn.conference
    tag = make.tag(on, make.topic("Missiles"))
    cyber = make.topic("Cyber")
    data = filled_in(admin_client.get(change(on)).content)
    assert data["tags-0-id"] == str(tag.pk)
    data |= {"tags-TOTAL_FORMS": "2", "tags-0-status": "rejected", "tags-1-topic": str(cyber.pk)}
    data |= {"tags-1-status": "confirmed", "tags-1-id": "", f"tags-1-{place}": str(on.pk)}
    assert admin_client.post(change(on), data).status_code == 302
    tags = Tag.objects.order_by("pk").values_list("topic__name", "origin", "status", "decided_by", "turn")
    turn_id = turn.pk if place == "turn" else None
    assert list(tags) == [
        ("Missiles", "source", "rejected", admin_user.pk, turn_id),
        ("Cyber", "human", "confirmed", admin_user.pk, turn_id),
    ]


def test_saving_a_turn_untouched_decides_none_of_its_tags(admin_client: Client) -> None:
    tag = suggest()
    assert tag.turn
    admin_client.post(change(tag.turn), filled_in(admin_client.get(change(tag.turn)).content))
    assert list(Tag.objects.undecided()) == [tag]


@pytest.mark.parametrize("place", ["turn", "conference"])
def test_the_same_topic_twice_is_refused_where_tags_stand(place: str, admin_client: Client) -> None:
    turn, topic = make.turn(make.conference()), make.topic("Missiles")
    on = turn if place == "turn" else turn.conference
    data = filled_in(admin_client.get(change(on)).content) | {"tags-TOTAL_FORMS": "2"}
    for row in (0, 1):
        data |= {
            f"tags-{row}-topic": str(topic.pk),
            f"tags-{row}-status": "confirmed",
            f"tags-{row}-{place}": str(on.pk),
        }
    assert "“Missiles” stands twice." in admin_client.post(change(on), data).content.decode()
    make.tag(on, topic)
    data |= {"tags-TOTAL_FORMS": "1"}
    assert "stands here already" in admin_client.post(change(on), data).content.decode()
    assert Tag.objects.count() == 1


def test_suggestions_follow_a_text_corrected_by_hand(admin_client: Client) -> None:
    topic = make.topic("Missiles")
    topic.phrases.create(text="missiles")
    turn = make.turn(make.conference(), "No more missals.")
    data = filled_in(admin_client.get(change(turn)).content)
    admin_client.post(change(turn), {**data, "text": "No more missiles."})
    annotate_pending()
    assert Tag.objects.values_list("turn", "topic", "evidence").get() == (turn.pk, topic.pk, [[8, 16]])


def test_the_conference_list_names_the_topics_that_readers_see(admin_client: Client) -> None:
    tag = suggest()
    page = admin_client.get(reverse("admin:conferences_conference_changelist")).content.decode()
    assert '<td class="field-topics">Missiles</td>' in page
    act(admin_client, "reject_selected", tag)
    page = admin_client.get(reverse("admin:conferences_conference_changelist")).content.decode()
    assert "Missiles" not in page


def test_a_conference_links_to_the_tags_of_its_turns(admin_client: Client) -> None:
    tag = suggest()
    page = admin_client.get(change(tag.conference)).content.decode()
    assert f'<a href="{reverse(LIST)}?conference__id__exact={tag.conference_id}">1 tag</a>' in page


def test_who_deletes_a_conference_is_told_what_people_had_decided_on_it(admin_client: Client, admin_user: User) -> None:
    tag = suggest()
    Tag.objects.all().confirm(admin_user)
    type(tag.conference).objects.update(decided_fields=["title"])
    page = admin_client.get(reverse("admin:conferences_conference_delete", args=[tag.conference_id])).content.decode()
    assert "Rows corrected by hand: 1" in page
    assert "Tags decided by people: 1" in page
