"""Mentions on turns, and the entities that they mean, beside what people decided."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from apps.annotations.annotating import annotate_pending
from apps.annotations.entities import entities_named
from apps.annotations.entity_decisions import save_entity
from apps.annotations.meaning import Named
from apps.annotations.mention_scores import mention_score
from apps.annotations.mentions import write_mentions
from apps.annotations.models import AnnotatedTurn, Entity, Mention, PendingAnnotation
from apps.conferences.models import Turn
from apps.history.undo import undo
from tests import make
from tests.history.acting import act_called, acting

MentionEvent: Any = Mention._meta.get_field("event").related_model
pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


@pytest.fixture
def turn() -> Turn:
    turn = make.turn(make.conference(), "Britain and the UK agree with Poland.")
    annotate_pending()
    return turn


def again() -> None:
    """As another version of the annotator would do it."""
    AnnotatedTurn.objects.all().delete()
    call_command("annotate", verbosity=0)


def decide(row: Entity | Mention, editor: User, **values: object) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**values, decided_by=editor, decided_at=timezone.now())


def mentions() -> list[tuple[str, str]]:
    return [(row.turn.text[row.start : row.end], row.entity.name) for row in Mention.objects.order_by("start")]


def test_mentions_of_one_country_lead_to_one_entity(turn: Turn) -> None:
    assert mentions() == [("Britain", "United Kingdom"), ("UK", "United Kingdom"), ("Poland", "Poland")]
    assert set(Mention.objects.values_list("label", "origin", "status")) == {("GPE", "rule", "suggested")}
    assert set(Entity.objects.values_list("kind", "name")) == {("country", "United Kingdom"), ("country", "Poland")}


def test_a_mention_scores_what_such_mentions_were_measured_to_be_worth(turn: Turn) -> None:
    assert set(Mention.objects.values_list("score", flat=True)) == {mention_score("rule", "GPE")}
    assert 0.5 == mention_score("model", "never seen") < mention_score("rule", "LAW") < mention_score("rule", "GPE") < 1


def test_other_scores_reach_what_stands_without_reading_it_again(turn: Turn, editor: User) -> None:
    decide(Mention.objects.get(entity__name="Poland"), editor, status="rejected")
    Mention.objects.update(score=None)
    before = AnnotatedTurn.objects.get(), MentionEvent.objects.count()
    call_command("annotate", verbosity=0)
    assert set(Mention.objects.values_list("score", flat=True)) == {mention_score("rule", "GPE")}
    assert (AnnotatedTurn.objects.get(), MentionEvent.objects.count()) == before
    with CaptureQueriesContext(connection) as queries:
        Mention.objects.score_again()
    assert len(queries) == 1


def test_mentions_follow_the_words(turn: Turn) -> None:
    turn.text = "Poland agrees."
    turn.save()
    changes = annotate_pending()
    assert mentions() == [("Poland", "Poland")]
    assert (changes.mentions_added, changes.mentions_changed, changes.mentions_removed) == (0, 0, 2)


def test_the_same_words_again_write_nothing(turn: Turn) -> None:
    before = list(Mention.objects.values())
    again()
    assert list(Mention.objects.values()) == before


def test_a_rejected_mention_stays_rejected(turn: Turn, editor: User) -> None:
    poland = Mention.objects.get(entity__name="Poland")
    decide(poland, editor, status="rejected")
    again()
    turn.text = "Nothing of it."
    turn.save()
    again()
    assert Mention.objects.values_list("pk", "status").get() == (poland.pk, "rejected")


@pytest.mark.parametrize(
    ("words", "status", "seen"),
    [
        ("Susan Whitfield of Port Calder", "rejected", []),
        ("Susan Whitfield of Port Calder", "confirmed", ["Susan Whitfield of Port Calder"]),
        ("Whitfield", "rejected", ["Susan Whitfield"]),
        ("Whitfield", "confirmed", ["Whitfield"]),
    ],
)
def test_no_name_is_put_over_a_decided_one_but_a_longer_one_over_a_rejected_one(
    words: str, status: str, seen: list[str], editor: User
) -> None:
    turn = make.turn(make.conference(), "I met Susan Whitfield of Port Calder.")
    start = turn.text.index(words)
    decide(make.mention(turn, make.entity("Decided"), start=start, end=start + len(words)), editor, status=status)
    write_mentions({turn.pk: [Named(6, 21, "PERSON", "model", "person", "Susan Whitfield")]})
    shown = Mention.objects.shown().values_list("start", "end")
    assert [turn.text[start:end] for start, end in shown] == seen


def test_a_renamed_entity_is_found_by_the_name_that_it_had(turn: Turn, editor: User) -> None:
    decide(Entity.objects.get(name="Poland"), editor, name="Republic of Poland", aliases=["Poland"])
    again()
    assert mentions()[-1] == ("Poland", "Republic of Poland")
    assert Entity.objects.count() == 2


def test_who_gives_an_entity_another_name_has_the_turns_read_again_and_so_has_who_takes_that_back(
    turn: Turn, editor: User
) -> None:
    norway = make.entity("Norway", kind="country")
    norway.aliases = ["POLAND"]
    with acting():
        save_entity(norway, ["aliases"], editor)
    annotate_pending()
    assert mentions()[-1] == ("Poland", "Norway")
    undo(act_called("Test"))
    annotate_pending()
    assert mentions()[-1] == ("Poland", "Poland")


def test_an_entity_that_a_person_adds_is_meant_where_another_had_its_name(turn: Turn, editor: User) -> None:
    save_entity(Entity(kind="country", name="Republic of Poland", aliases=["Poland"]), [], editor)
    annotate_pending()
    assert mentions()[-1] == ("Poland", "Republic of Poland")


def test_an_alias_is_whose_a_person_made_it_last_though_an_entity_of_that_name_was_rejected(editor: User) -> None:
    rejected, meant = make.entity("Marsh", kind="person"), make.entity("Elena Marsh", kind="person")
    rejected.rejected = True
    save_entity(rejected, ["rejected"], editor)
    assert entities_named({("person", "Marsh")}) == {("person", "Marsh"): rejected.pk}
    meant.aliases = ["Marsh"]
    save_entity(meant, ["aliases"], editor)
    assert entities_named({("person", "Marsh")}) == {("person", "Marsh"): meant.pk}


def test_undoing_another_kind_of_an_entity_parts_what_the_machine_tells_apart(turn: Turn, editor: User) -> None:
    entity = make.entity("Warsaw Group", kind="organisation")
    entity.kind = "group"
    with acting():
        save_entity(entity, ["kind"], editor)
    named = {turn.pk: [Named(30, 36, "ORG", "model", "organisation", "Warsaw Group")]}
    write_mentions(named)
    assert Mention.objects.get().entity == entity
    undo(act_called("Test"))
    assert PendingAnnotation.objects.exists()
    assert AnnotatedTurn.objects.get().version == ""


def test_a_renamed_and_rejected_entity_does_not_come_back_in_capitals(turn: Turn, editor: User) -> None:
    entity = make.entity("Susan Whitfield", kind="person")
    entity.name, entity.rejected = "S. Whitfield", True
    save_entity(entity, ["name", "rejected"], editor)
    assert entities_named({("person", "SUSAN WHITFIELD")}) == {("person", "SUSAN WHITFIELD"): entity.pk}
    turn.text = "I met SUSAN WHITFIELD yesterday."
    turn.save()
    annotate_pending()
    assert [row.entity for row in Mention.objects.all()] == [entity]
    assert not Mention.objects.shown().exists()


def test_a_retyped_entity_keeps_the_kind_that_a_person_gave_it(turn: Turn, editor: User) -> None:
    decide(Entity.objects.get(name="Poland"), editor, kind="place")
    again()
    assert Mention.objects.get(entity__name="Poland").entity.kind == "place"
    assert Entity.objects.count() == 2


def test_what_nobody_decided_is_told_apart_by_kind() -> None:
    names = entities_named({("country", "Georgia"), ("place", "Georgia")})
    assert len(set(names.values())) == 2
    assert entities_named({("country", "GEORGIA")}) == {("country", "GEORGIA"): names["country", "Georgia"]}
    assert Entity.objects.count() == 2


def test_a_rejected_or_merged_entity_is_not_made_anew(turn: Turn, editor: User) -> None:
    decide(Entity.objects.get(name="Poland"), editor, rejected=True)
    decide(Entity.objects.get(name="United Kingdom"), editor, merged_into=Entity.objects.get(name="Poland"))
    again()
    assert Entity.objects.count() == 2
    assert len(mentions()) == 3


def test_a_language_without_a_model_gets_topics_only_and_the_command_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make.topic("Missiles").phrases.create(text="misiles")
    make.turn(make.conference(language="es"), "No hay misiles en Polonia.")
    call_command("annotate")
    assert "1 turn in “es” got topics only" in capsys.readouterr().out
    assert (Mention.objects.count(), Turn.objects.get().tags.count()) == (0, 1)


def test_a_model_that_is_not_installed_is_told_in_a_sentence(settings: Settings) -> None:
    settings.SPACY_MODEL = "en_nowhere"
    make.turn(make.conference(), "Poland.")
    with pytest.raises(CommandError, match="SPACY_MODEL names “en_nowhere”, which is not installed"):
        call_command("annotate")
