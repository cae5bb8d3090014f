"""What other phrases would change, told before they are saved."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection

from apps.annotations.annotating import annotate_pending
from apps.annotations.annotator import Annotator
from apps.annotations.current_phrases import current_phrases
from apps.annotations.language_models import ONE_AT_A_TIME
from apps.annotations.models import PendingAnnotation, Tag, Topic
from apps.annotations.phrase_preview import Preview, preview_phrases, turns_with
from apps.annotations.phrase_rules import Phrase
from tests import make
from tests.annotations.finding import find_topics


def counts(preview: Preview) -> tuple[int, int]:
    return preview.gained, preview.lost


@pytest.fixture
def topic() -> Topic:
    topic = make.topic("Missiles")
    topic.phrases.create(text="missile test")
    return topic


def preview(topic: Topic, *added: Phrase, without: tuple[str, ...] = ()) -> Preview:
    before = current_phrases()
    return preview_phrases(topic, before, (*(phrase for phrase in before if phrase.text not in without), *added))


@pytest.mark.django_db
def test_a_new_phrase_gains_the_turns_where_it_stands_and_no_other_tells(topic: Topic) -> None:
    conference = make.conference()
    gaining = make.turn(conference, "They saw Rockets.")
    make.turn(conference, "A missile test with rockets.")
    make.turn(conference, "Skyrocketing prices.")
    found = preview(topic, Phrase(topic.pk, "rocket"))
    assert counts(found) == (1, 0)
    assert found.gains == [(gaining, [("They saw ", False), ("Rockets", True), (".", False)])]


@pytest.mark.django_db
def test_a_phrase_taken_away_loses_the_turns_that_nothing_else_shows(topic: Topic) -> None:
    topic.phrases.create(text="rocket")
    losing = make.turn(make.conference(), "Two missile\ntests.")
    make.turn(make.conference(), "A missile test of a rocket.")
    found = preview(topic, without=("missile test",))
    assert counts(found) == (0, 1)
    assert [turn for turn, _ in found.losses] == [losing]


@pytest.mark.django_db
def test_a_must_not_phrase_and_a_lighter_weight_lose_turns(topic: Topic) -> None:
    make.turn(make.conference(), "The missile test site museum.")
    make.turn(make.conference(), "The missile test.")
    make.turn(make.conference(), "A missile test, another missile test.")
    against = Phrase(topic.pk, "missile test site", must_not=True)
    assert counts(preview(topic, against)) == (0, 1)
    assert counts(preview(topic, Phrase(topic.pk, "missile test", 0.5), without=("missile test",))) == (0, 2)


@pytest.mark.django_db
def test_a_longer_phrase_of_another_topic_keeps_its_words(topic: Topic) -> None:
    make.topic("Sport").phrases.create(text="rocket league")
    make.turn(make.conference(), "They play Rocket League.")
    assert counts(preview(topic, Phrase(topic.pk, "rocket"))) == (0, 0)


@pytest.mark.django_db
def test_where_a_person_decided_nothing_is_gained_or_lost(topic: Topic) -> None:
    user = User.objects.create_user("editor")
    conference = make.conference()
    for text in ("missile test", "rocket"):
        Tag.objects.filter(pk=make.tag(make.turn(conference, text), topic).pk).reject(user)
    ruled_out = make.conference()
    Tag.objects.filter(pk=make.tag(ruled_out, topic).pk).reject(user)
    make.turn(ruled_out, "rocket")
    added = Phrase(topic.pk, "rocket")
    assert counts(preview(topic, added, without=("missile test",))) == (0, 0)


@pytest.mark.django_db
def test_all_turns_are_counted_and_the_ten_newest_are_shown(topic: Topic) -> None:
    for day in range(10, 22):
        make.turn(make.conference(day=f"2019-05-{day}"), "rocket")
    make.turn(make.conference(day=None), "rocket")
    found = preview(topic, Phrase(topic.pk, "rocket"))
    assert counts(found) == (13, 0)
    assert [turn.conference.event_date for turn, _ in found.gains] == [date(2019, 5, day) for day in range(21, 11, -1)]


@pytest.mark.django_db
def test_what_is_gained_and_what_is_lost_share_the_examples(topic: Topic) -> None:
    for text in ["rocket"] * 9 + ["missile test"] * 3:
        make.turn(make.conference(), text)
    found = preview(topic, Phrase(topic.pk, "rocket"), without=("missile test",))
    assert (counts(found), len(found.gains), len(found.losses)) == ((9, 3), 7, 3)


@pytest.mark.django_db
def test_what_was_told_is_what_annotation_then_does(topic: Topic) -> None:
    texts = ["rocket", "missile test", "“Rocket—science”, missile tests", "A rocket’s missile defence test", "rockéts"]
    texts += ["A missile  test.", "A missile\r\ntest.", "missile\r\n\r\ntest", "missile\u2028test", "ro\u0301cket test"]
    texts += ["long words before the missile " * 20 + "test", "rocket science is a missile test", "Rocket\n\nscience"]
    conferences = [make.conference(language=language) for language in ("en", "fr")]
    for text in texts:
        for conference in conferences:
            make.turn(conference, text)
    annotate_pending()
    before = set(Tag.objects.filter(score__gte=0.5).values_list("turn", flat=True))
    told = preview(
        topic,
        Phrase(topic.pk, "rocket"),
        Phrase(topic.pk, "rocket science", must_not=True),
        without=("missile test",),
    )
    topic.phrases.all().delete()
    topic.phrases.create(text="rocket")
    topic.phrases.create(text="rocket science", must_not=True)
    PendingAnnotation.objects.add_outdated(Annotator.current().version)
    annotate_pending()
    after = set(Tag.objects.filter(score__gte=0.5).values_list("turn", flat=True))
    assert (told.gained, told.lost) == (len(after - before), len(before - after))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "people’s\u00a0network",
        "CYBER–ATTACKS",
        "cyber-\nattack",
        "Crímenes",
        "CRÍMENES de guerra",
        "“cyber-attack”/news",
    ],
)
def test_the_database_finds_what_the_matcher_finds_however_it_is_printed(text: str) -> None:
    phrases = tuple(Phrase(1, words) for words in ("people's network", "cyber-attack", "crímenes"))
    turn = make.turn(make.conference(), text)
    assert bool(find_topics(text, phrases, "en")) <= (list(turns_with(phrases)) == [turn])


@pytest.mark.django_db(transaction=True)
def test_two_previews_in_one_process_take_turns(topic: Topic) -> None:
    make.turn(make.conference(), "They saw rockets.")

    def look() -> tuple[int, int]:
        try:
            return counts(preview(topic, Phrase(topic.pk, "rocket")))
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as editor:
        with ONE_AT_A_TIME:  # as another one's preview does: spaCy would mix up the words of both
            seen = editor.submit(look)
            assert wait([seen], timeout=1).not_done
        assert seen.result(timeout=30) == (1, 0)
