"""People and the machine, and two people, judged by the history of the tags."""

import datetime
from itertools import count

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from apps.annotations.agreement import Outcome, judged_suggestions, pairs
from apps.annotations.decisions import add_topic, judge
from apps.annotations.kappa import LEAST_ROWS, kappa
from apps.annotations.models import Tag, Topic
from apps.annotations.retag import Decision
from apps.history.undo import undo
from tests import make
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/annotations/tag/agreement/"
numbers = count()


@pytest.fixture
def missiles() -> Topic:
    return make.topic("Missiles")


@pytest.fixture
def ana() -> User:
    return User.objects.create_user("ana")


@pytest.fixture
def ben() -> User:
    return User.objects.create_user("ben")


def suggested(topic: Topic, **values: object) -> Tag:
    turn = make.turn(make.conference())
    return make.tag(turn, topic, **{"origin": "rule", "status": "suggested", "score": 0.5, **values})


def says(user: User, tag: Tag, decision: Decision, other: Topic | None = None, act: str = "") -> None:
    with acting(act or f"{user} {next(numbers)}"):
        judge(tag.pk, Tag.objects.get(pk=tag.pk).status, decision, other, user)


def outcomes(*topics: Topic) -> dict[tuple[str, str], Outcome]:
    return {(one.origin, one.model): one.outcome for one in judged_suggestions(topics, "UTC")}


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ((20, 5, 10, 15), 0.4),  # 0.7 agreed, 0.5 by chance
        ((45, 15, 25, 15), 0.1304),
        ((25, 35, 5, 35), 0.2593),
        ((10, 0, 0, 10), 1),
        ((0, 10, 10, 0), -1),
        ((5, 5, 5, 5), 0),
        ((10, 0, 0, 0), None),
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_is_as_cohen_defined_it(rows: tuple[int, int, int, int], wanted: float | None) -> None:
    assert kappa(*rows) == (wanted if wanted is None else pytest.approx(wanted, abs=1e-4))


@given(st.tuples(*[st.integers(0, 500)] * 4))
@settings(deadline=None)
def test_kappa_is_the_same_for_both_and_never_more_than_one(rows: tuple[int, int, int, int]) -> None:
    from sklearn.metrics import cohen_kappa_score

    yes, first, second, no = rows
    found = kappa(*rows)
    if found is None:
        assert 0 in {yes + first + second, first + second + no}
    else:
        assert found == pytest.approx(kappa(no, second, first, yes))
        assert -1 <= found <= 1
        one = [1] * yes + [1] * first + [0] * second + [0] * no
        other = [1] * yes + [0] * first + [1] * second + [0] * no
        assert found == pytest.approx(cohen_kappa_score(one, other), abs=1e-9)


def test_suggestions_are_counted_by_what_became_of_them_and_who_made_them(missiles: Topic, ana: User) -> None:
    arms = make.topic("Arms")
    for decision in (Decision.CONFIRM, Decision.CONFIRM, Decision.REJECT):
        says(ana, suggested(missiles), decision)
    says(ana, suggested(missiles), Decision.TOPIC, arms)
    says(ana, suggested(missiles, origin="model", model="v1"), Decision.CONFIRM)
    says(ana, suggested(missiles, origin="model", model="v2"), Decision.REJECT)
    suggested(missiles)  # nobody has judged it
    assert outcomes(missiles) == {
        ("model", "v1"): Outcome(1, 0, 0),
        ("model", "v2"): Outcome(0, 1, 0),
        ("rule", ""): Outcome(2, 1, 1),
    }
    assert outcomes(arms) == {}  # which the machine did not suggest


def test_what_was_decided_last_counts_and_what_was_taken_back_does_not(missiles: Topic, ana: User, ben: User) -> None:
    tag, other = suggested(missiles), suggested(missiles)
    says(ana, tag, Decision.CONFIRM)
    says(ben, tag, Decision.REJECT)
    says(ana, other, Decision.CONFIRM, act="By mistake")
    assert outcomes(missiles) == {("rule", ""): Outcome(1, 1, 0)}
    with acting("Undo"):
        undo(act_called("By mistake"))
    assert outcomes(missiles) == {("rule", ""): Outcome(0, 1, 0)}


def test_a_tag_that_changes_otherwise_is_counted_once(missiles: Topic, ana: User) -> None:
    tag = suggested(missiles)
    says(ana, tag, Decision.CONFIRM)
    Tag.objects.filter(pk=tag.pk).update(evidence=[[0, 4]])
    Tag.objects.filter(pk=tag.pk).update(evidence=[[5, 12]])
    assert outcomes(missiles) == {("rule", ""): Outcome(1, 0, 0)}


def test_each_quarter_stands_by_itself_the_newest_first(missiles: Topic, ana: User) -> None:
    for day in ("2019-03-31", "2019-04-01", "2019-06-30"):
        at = datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
        tag = suggested(missiles)
        Tag.objects.filter(pk=tag.pk).update(status="confirmed", decided_by=ana, decided_at=at)
    found = judged_suggestions([missiles], "UTC")
    assert [(str(one.since), one.outcome.judged) for one in found] == [("2019-04-01", 2), ("2019-01-01", 1)]


def test_two_editors_are_compared_on_what_both_judged(missiles: Topic, ana: User, ben: User) -> None:
    said = {"yes yes": 3, "yes no": 1, "no yes": 2, "no no": 4}
    for words, times in said.items():
        for _ in range(times):
            tag = suggested(missiles)
            for user, word in zip((ana, ben), words.split(), strict=True):
                says(user, tag, Decision.CONFIRM if word == "yes" else Decision.REJECT)
    says(ana, suggested(missiles), Decision.CONFIRM)  # ben has not seen it
    (pair,) = pairs([missiles])
    assert (pair.first, pair.second) == (ana.pk, ben.pk)
    assert (pair.both_yes, pair.first_only, pair.second_only, pair.both_no) == (3, 1, 2, 4)
    assert pairs([make.topic("Arms")]) == []


def test_of_each_editor_the_last_decision_counts_as_it_does_beside_the_machine(
    missiles: Topic, ana: User, ben: User
) -> None:
    tag = suggested(missiles)
    for user, decision in ((ana, Decision.CONFIRM), (ben, Decision.REJECT), (ana, Decision.REJECT)):
        says(user, tag, decision)
    (pair,) = pairs([missiles])
    assert (pair.both_no, pair.rows) == (1, 1)
    assert outcomes(missiles) == {("rule", ""): Outcome(0, 1, 0)}


def test_who_gives_a_tag_another_topic_disagrees_with_who_chose_it(missiles: Topic, ana: User, ben: User) -> None:
    arms = make.topic("Arms")
    turn = make.turn(make.conference())
    with acting("Add"):
        tag = add_topic(turn, missiles, ana)
    with acting("Change"):
        Tag.objects.filter(pk=tag.pk).update(topic=arms, decided_by=ben, decided_at=timezone.now())
    (pair,) = pairs([missiles])
    assert (pair.first_only, pair.rows) == (1, 1)
    assert pairs([arms]) == []  # about which ana was not asked
    says(ana, Tag.objects.get(topic=arms), Decision.CONFIRM)
    (pair,) = pairs([missiles, arms])
    assert (pair.both_yes, pair.rows) == (1, 1)


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make.editor("editor"))
    return client


def test_the_page_says_what_there_is_not(editor: Client) -> None:
    page = editor.get(ADDRESS).content.decode()
    assert "Nobody has judged a suggestion yet." in page
    assert "No two editors have judged the same tag yet." in page


def test_the_page_shows_no_kappa_of_too_few_rows(editor: Client, missiles: Topic, ana: User, ben: User) -> None:
    for number in range(LEAST_ROWS - 1):
        tag = suggested(missiles)
        for user in (ana, ben):
            says(user, tag, Decision.CONFIRM if number % 2 else Decision.REJECT)
    assert f"too few: from {LEAST_ROWS} tags on" in editor.get(ADDRESS).content.decode()
    tag = suggested(missiles)
    for user in (ana, ben):
        says(user, tag, Decision.CONFIRM)
    page = editor.get(ADDRESS, {"topic": missiles.pk}).content.decode()
    assert "ana and ben" in page
    assert "<td>1.00</td>" in page


@pytest.mark.parametrize("size", [1, 6])
def test_the_page_needs_as_many_queries_however_much_was_judged(
    editor: Client, ana: User, ben: User, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(size):
        tag = suggested(make.topic(f"Topic {number}"))
        for user in (ana, ben):
            says(user, tag, Decision.CONFIRM)
    with django_assert_num_queries(8):
        editor.get(ADDRESS)


def test_what_was_asked_for_and_does_not_exist_is_all_topics(editor: Client, missiles: Topic, ana: User) -> None:
    says(ana, suggested(missiles), Decision.CONFIRM)
    page = editor.get(ADDRESS, {"topic": "’; no number"}).content.decode()
    assert timezone.localtime().strftime("%Y") in page
    assert "By topic" in page


def test_who_takes_a_second_look_sees_what_others_judged_but_not_how(
    editor: Client, missiles: Topic, ana: User
) -> None:
    tag, mine = suggested(missiles), suggested(missiles)
    suggested(missiles)  # nobody has judged it
    says(ana, tag, Decision.REJECT)
    says(User.objects.get(username="editor"), mine, Decision.CONFIRM)
    queue = "/admin/annotations/tag/review/?second=on"
    page = editor.get(queue).content.decode()
    assert f'name="tag" value="{tag.pk}"' in page
    assert "1 suggestion waits." in page
    assert "ana" not in page
    sent = {"tag": tag.pk, "seen": "rejected", "decision": "reject"}
    page = editor.post(queue, sent, follow=True).content.decode()
    assert "rejected. ana had rejected it." in page
    assert f'name="tag" value="{tag.pk}"' not in page
    (pair,) = pairs([missiles])
    assert (pair.both_no, pair.rows) == (1, 1)


def test_a_second_look_that_is_undone_leaves_the_first_decision_and_is_not_compared(
    editor: Client, missiles: Topic, ana: User
) -> None:
    tag = suggested(missiles)
    says(ana, tag, Decision.CONFIRM)
    queue = "/admin/annotations/tag/review/"
    editor.post(f"{queue}?second=on", {"tag": tag.pk, "seen": "confirmed", "decision": "reject"})
    with acting("Undo"):
        undo(act_called("Review: reject"))
    tag.refresh_from_db()
    assert (tag.status, tag.decided_by) == ("confirmed", ana)
    assert pairs([missiles]) == []
    assert outcomes(missiles) == {("rule", ""): Outcome(1, 0, 0)}
