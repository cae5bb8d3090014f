"""Topics learned from decisions, and what that changes of the suggestions that nobody judged."""

import random
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from apps.annotations.annotating import annotate_pending
from apps.annotations.learning.enough import LEAST_CONFIRMED
from apps.annotations.learning.training import train
from apps.annotations.models import LearnedTopic, PendingAnnotation, Tag, TopicModel
from apps.conferences.models import Turn
from tests import make
from tests.annotations.judged import BESIDE, LANGUAGE, OF_PORT, OF_TALE, PORT, TALE, briefing, ferries, judged, said

pytestmark = pytest.mark.django_db


def train_topics() -> str:
    out = StringIO()
    call_command("train_topics", stdout=out)
    return out.getvalue()


def annotated(text: str) -> Turn:
    """A turn of another conference, annotated."""
    turn = make.turn(make.conference(language=LANGUAGE), text)
    annotate_pending()
    return turn


def suggestions(turn: Turn) -> list[tuple[str, str, bool]]:
    """Topic, origin, and whether readers see it."""
    shown = Tag.objects.shown()
    return [(str(tag.topic), tag.origin, shown.filter(pk=tag.pk).exists()) for tag in turn.tags.all()]


def test_without_decisions_the_phrases_alone_suggest_topics_and_the_command_says_so() -> None:
    ferries()
    turn = annotated(said(PORT, OF_PORT, 1))
    before = list(Tag.objects.values())
    told = train_topics()
    assert told == "Nobody has confirmed or rejected a topic on a turn yet, so the phrases alone suggest topics.\n"
    assert suggestions(turn) == [("Ferries", "rule", True)]
    assert list(Tag.objects.values()) == before
    assert not TopicModel.objects.exists()


def test_what_people_rejected_is_learned_so_that_readers_no_longer_see_the_like() -> None:
    judged()
    wrong, right = annotated(said(TALE, OF_TALE, 100)), annotated(said(PORT, OF_PORT, 100))
    assert suggestions(wrong) == suggestions(right) == [("Ferries", "rule", True)]
    train()
    assert suggestions(wrong) == [("Ferries", "rule", False)]
    assert suggestions(right) == [("Ferries", "rule", True)]
    assert wrong.tags.get().evidence == [[2, 7]]  # the phrase stays in sight


def test_a_topic_is_found_where_none_of_its_phrases_stands_and_the_words_that_say_so_are_marked() -> None:
    judged()
    turn = annotated(said(BESIDE, OF_PORT, 3))
    train()
    assert suggestions(turn) == [("Ferries", "model", True)]
    tag = turn.tags.get()
    assert {turn.text[start:end] for start, end in tag.evidence} >= {"island"}
    assert tag.model == TopicModel.objects.get().version


def test_new_turns_are_annotated_by_the_model_too() -> None:
    judged()
    train()
    assert suggestions(annotated(said(BESIDE, OF_PORT, 3))) == [("Ferries", "model", True)]
    assert suggestions(annotated(said(TALE, OF_TALE, 100))) == [("Ferries", "rule", False)]


def test_the_command_tells_figures_and_what_changed() -> None:
    judged()
    annotated(said(TALE, OF_TALE, 100))
    annotated(said(BESIDE, OF_PORT, 3))
    told = train_topics().splitlines()
    assert "72 decisions on 72 turns; 2 of 2 topics learned." in told[0]
    name, *figures = told[3].split("  ")
    assert (name.strip(), figures[-1]) == ("Ferries", "the model")
    assert told[-1] == (
        "Suggestions on 74 turns: 1 added, 0 removed, 1 with another score or evidence; 72 kept because people decided."
    )


def test_what_people_decided_is_counted_where_nothing_is_learned_too() -> None:
    turn = make.turn(make.conference(), "Nothing of it.")
    make.tag(turn, make.topic(), origin="rule", status="suggested", score=0.5)
    turn.tags.all().reject(User.objects.create_user("edith"))
    assert train_topics().endswith("1 kept because people decided.\n")


def test_one_confirmed_turn_less_than_enough_and_the_topic_stays_with_its_phrases() -> None:
    topic = judged()
    confirmed = Tag.objects.filter(topic=topic, status="confirmed").order_by("pk")
    Tag.objects.filter(pk__in=list(confirmed.values_list("pk", flat=True)[LEAST_CONFIRMED - 1 :])).delete()
    turn = annotated(said(TALE, OF_TALE, 100))
    train()
    row = LearnedTopic.objects.get(topic=topic)
    assert (row.confirmed, row.f1, row.scored_by) == (LEAST_CONFIRMED - 1, None, "its phrases: too few decisions")
    assert suggestions(turn) == [("Ferries", "rule", True)]


def test_a_topic_stays_with_its_phrases_where_these_are_better() -> None:
    topic = judged()
    topic.phrases.create(text="B 7")  # which a model of words does not see
    for number, turn in enumerate(Turn.objects.filter(text__startswith="A ferry")):
        right = number % 2 == 0
        Turn.objects.filter(pk=turn.pk).update(text=f"On the {'B 7' if right else 'B 8'} there is nothing new.")
        turn.tags.update(status="confirmed" if right else "rejected")
    turn = annotated("On the B 7 there is nothing new.")
    train()
    row = LearnedTopic.objects.get(topic=topic)
    assert row.scored_by == "its phrases: they do better"
    assert row.rules_f1 == 1
    assert suggestions(turn) == [("Ferries", "rule", True)]


def test_a_model_that_knows_nothing_is_not_put_in_use_where_a_topic_has_no_phrases() -> None:
    topic = judged()
    topic.phrases.all().delete()
    coin = random.Random(3)
    for turn in Turn.objects.exclude(text__startswith="Prices"):
        text = " ".join(coin.choices(OF_PORT + OF_TALE, k=12))
        Turn.objects.filter(pk=turn.pk).update(text=text)
        turn.tags.update(status=coin.choice(["confirmed", "rejected"]))
    train()
    row = LearnedTopic.objects.get(topic=topic)
    assert row.f1 is not None
    assert row.rules_f1 is not None
    assert row.rules_f1 <= row.f1 <= row.yes_f1
    assert row.scored_by == "its phrases: the model does no better than a yes to all"


def test_who_trains_again_without_new_decisions_changes_nothing() -> None:
    judged()
    turn = annotated(said(BESIDE, OF_PORT, 3))
    train()
    assert turn.tags.get().origin == "model"  # and what it suggests is not learned from
    model, tags = TopicModel.objects.values().get(), list(Tag.objects.values())
    assert "Nothing was decided since" in train_topics()
    assert (TopicModel.objects.values().get(), list(Tag.objects.values())) == (model, tags)


def test_after_training_nothing_is_read_again() -> None:
    judged()
    train()
    out = StringIO()
    call_command("annotate", stdout=out)
    assert out.getvalue().startswith("0 conferences, 0 new or changed turns")


def test_what_waited_for_annotation_still_waits() -> None:
    judged()
    turn = annotated("Nothing of it.")
    turn.text = said(BESIDE, OF_PORT, 3)
    turn.save()
    train()
    assert not turn.tags.exists()
    assert PendingAnnotation.objects.exists()
    annotate_pending()
    assert suggestions(turn) == [("Ferries", "model", True)]


def test_a_rejected_topic_is_never_suggested_again_however_sure_the_model() -> None:
    judged()
    turn = annotated(said(BESIDE, OF_PORT, 3))
    train()
    editor = User.objects.get()
    turn.tags.all().reject(editor)
    before = turn.tags.values().get()
    briefing(99, 4)
    annotate_pending()
    Tag.objects.filter(decided_at=None, turn__text__startswith="The ferry").confirm(editor)
    assert train().is_new
    annotate_pending()
    assert turn.tags.values().get() == before


def test_when_the_decisions_are_taken_back_so_is_what_was_learned() -> None:
    judged()
    wrong, beside = annotated(said(TALE, OF_TALE, 100)), annotated(said(BESIDE, OF_PORT, 3))
    before = Tag.objects.filter(turn=wrong).values("origin", "score", "evidence", "model").get()
    train()
    Tag.objects.exclude(decided_at=None).update(status="suggested", decided_at=None, decided_by=None)
    Tag.objects.filter(topic__name="Bread").delete()
    assert train_topics().startswith("Nobody has confirmed or rejected")
    assert Tag.objects.filter(turn=wrong).values("origin", "score", "evidence", "model").get() == before
    assert not beside.tags.exists()
    assert not TopicModel.objects.exists()


def test_decisions_about_whole_conferences_the_sources_among_them_do_not_train() -> None:
    topic = ferries()
    for number in range(6):
        make.tag(briefing(number, 4), topic)
    annotate_pending()
    assert train().model is None


def test_words_that_stand_in_no_second_turn_teach_nothing() -> None:
    judged()
    for turn in Turn.objects.all():
        Turn.objects.filter(pk=turn.pk).update(text=f"ferry{'x' * turn.pk}")
    assert train().is_new
    assert TopicModel.objects.get().learned == 0
