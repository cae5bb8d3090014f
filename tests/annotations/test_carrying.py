"""What people decided about words goes with them, however an import cuts the turns."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from apps.annotations.agreement import judged_suggestions
from apps.annotations.annotating import annotate_pending
from apps.annotations.decisions import judge, save_decision
from apps.annotations.entity_decisions import judge_mentions, save_mention
from apps.annotations.models import AnnotatedTurn, Mention, Tag, Topic
from apps.annotations.retag import Decision
from apps.conferences.importing.undoing import undo_import
from apps.conferences.models import ImportRun, Turn
from apps.history.undo import preview_undo, undo
from tests import make
from tests.conferences.transcripts import ANSWER, SECOND_ANSWER, TURNS, briefing, import_path, write
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db

GREETING, ASKED, ANSWERED, ASKED_AGAIN, ANSWERED_AGAIN = TURNS
REWORDED = (
    "Elena Marsh: Fares will stay as they are to the end of this year. Our landing stage gets paid out of the harbour"
    " fund."
)
CUT_OTHERWISE = {
    "joined": (GREETING, ASKED, f"{ANSWERED} {SECOND_ANSWER}", ASKED_AGAIN),
    "split": (
        GREETING,
        ASKED,
        "Elena Marsh: The fares stay as they are until the end of the year.",
        "Ana Ruiz (Harbour Gazette): And?",
        "Elena Marsh: The landing stage is paid for by the harbour fund.",
        ASKED_AGAIN,
        ANSWERED_AGAIN,
    ),
    "moved and reworded": (GREETING, ASKED_AGAIN, ANSWERED_AGAIN, ASKED, REWORDED),
    "moved under another label": (GREETING, ASKED_AGAIN, ANSWERED_AGAIN, ASKED, f"SG Marsh: {ANSWER}"),
}


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("edith")


def judged(folder: Path, editor: User, status: str) -> None:
    """An import with two suggestions, on the answers, both judged so."""
    import_path(write(folder))
    make.topic("Harbours").phrases.create(text="harbour fund")
    make.topic("Boats").phrases.create(text="boats themselves")
    annotate_pending()
    assert Tag.objects.update(status=status, decided_by=editor, decided_at=timezone.now()) == 2


@pytest.mark.parametrize("cut", CUT_OTHERWISE)
@pytest.mark.parametrize("status", ["rejected", "confirmed"])
def test_what_was_judged_stays_judged_however_an_import_cuts_or_moves_the_words(
    tmp_path: Path, editor: User, status: str, cut: str
) -> None:
    judged(tmp_path, editor, status)
    import_path(write(tmp_path, briefing(*CUT_OTHERWISE[cut])))
    annotate_pending()
    said = Tag.objects.filter(turn__withdrawn_at=None)
    assert {(tag.topic.name, tag.status, tag.decided_by) for tag in said} == {
        ("Harbours", status, editor),
        ("Boats", status, editor),
    }
    AnnotatedTurn.objects.update(version="")
    annotate_pending()
    assert not Tag.objects.filter(status="suggested").exists()


def test_a_topic_that_a_person_added_goes_along_without_any_phrase(tmp_path: Path, editor: User) -> None:
    import_path(write(tmp_path))
    annotate_pending()
    for number, words in enumerate((SECOND_ANSWER, ANSWER)):
        turn = Turn.objects.get(text=words)
        make.tag(turn, make.topic(f"Own {number}"), origin="human", decided_by=editor, decided_at=timezone.now())
    import_path(write(tmp_path, briefing(GREETING, f"{ASKED} {SECOND_ANSWER}", REWORDED, ASKED_AGAIN)))
    annotate_pending()
    said = Tag.objects.filter(turn__withdrawn_at=None)
    assert {(tag.topic.name, tag.origin, tag.decided_by) for tag in said} == {
        ("Own 0", "human", editor),
        ("Own 1", "human", editor),
    }
    said.delete()
    annotate_pending()
    assert not said.exists()


def test_other_words_of_the_same_topic_are_suggested_as_ever(tmp_path: Path, editor: User) -> None:
    judged(tmp_path, editor, "rejected")
    other = "Elena Marsh: Nobody but the ministers of all three islands can open the harbour fund before the winter."
    import_path(write(tmp_path, briefing(GREETING, ASKED, other, ASKED_AGAIN, ANSWERED_AGAIN, ASKED, other)))
    annotate_pending()
    new = Tag.objects.filter(status="suggested", turn__withdrawn_at=None)
    assert new.exists()
    assert {tag.topic.name for tag in new} == {"Harbours"}


def test_what_went_along_is_one_decision_for_the_figures_of_agreement(tmp_path: Path, editor: User) -> None:
    import_path(write(tmp_path))
    make.topic("Boats").phrases.create(text="boats themselves")
    annotate_pending()
    Tag.objects.all().confirm(editor)
    import_path(write(tmp_path, briefing(*CUT_OTHERWISE["joined"])))
    annotate_pending()
    assert Tag.objects.count() == 2
    assert [row.outcome.judged for row in judged_suggestions(Topic.objects.all(), "UTC")] == [1]


@pytest.mark.parametrize("status", ["rejected", "confirmed"])
def test_mentions_go_along_too(tmp_path: Path, editor: User, status: str) -> None:
    plain = SECOND_ANSWER.replace("on the boats", "on the boats to Norway")
    import_path(write(tmp_path, briefing(*TURNS[:-1], f"Elena Marsh: {plain}")))
    annotate_pending()
    assert judge_mentions(list(Mention.objects.filter(entity__name="Norway")), status, editor) == 1
    import_path(write(tmp_path, briefing(GREETING, ASKED, f"{ANSWERED} {plain}", ASKED_AGAIN)))
    annotate_pending()
    said = Mention.objects.get(entity__name="Norway", turn__withdrawn_at=None)
    assert (said.status, said.decided_by) == (status, editor)


JOINED = (GREETING, ASKED, f"{ANSWERED} {SECOND_ANSWER}", ASKED_AGAIN)


@pytest.mark.parametrize(("status", "way"), [("rejected", "another import"), ("confirmed", "an undone import")])
def test_what_was_judged_on_a_joined_turn_holds_where_the_withdrawn_one_comes_back(
    tmp_path: Path, editor: User, status: str, way: str
) -> None:
    to_norway = SECOND_ANSWER.replace("on the boats", "on the boats to Norway")
    apart = (*TURNS[:-1], f"Elena Marsh: {to_norway}")
    joined = (GREETING, ASKED, f"{ANSWERED} {to_norway}", ASKED_AGAIN)
    make.topic("Boats").phrases.create(text="boats")
    for turns in (apart, joined):
        import_path(write(tmp_path, briefing(*turns)))
        annotate_pending()
    here = {"turn__withdrawn_at": None}
    decision = {"status": status, "decided_by": editor, "decided_at": timezone.now()}
    assert Tag.objects.filter(**here).update(**decision) == 1
    assert Mention.objects.filter(entity__name="Norway", **here).update(**decision) == 1
    if way == "another import":
        import_path(write(tmp_path, briefing(*apart)))
    else:
        undo_import(ImportRun.objects.latest("pk"), None)
    annotate_pending()
    back = Turn.objects.get(text=to_norway)
    for judged in (back.tags.get(), back.mentions.get(entity__name="Norway")):
        assert (judged.status, judged.decided_by) == (status, editor)
    assert [row.outcome.judged for row in judged_suggestions(Topic.objects.all(), "UTC")] == [1]


def test_who_overruled_a_decision_that_went_along_has_overruled_it_where_it_was_made(
    tmp_path: Path, editor: User
) -> None:
    to_norway = SECOND_ANSWER.replace("on the boats", "on the boats to Norway")
    apart = (*TURNS[:-1], f"Elena Marsh: {to_norway}")
    make.topic("Boats").phrases.create(text="boats")
    later = User.objects.create_user("later")
    for turns, user, status in (
        (apart, editor, "confirmed"),
        ((GREETING, ASKED, f"{ANSWERED} {to_norway}", ASKED_AGAIN), later, "rejected"),
    ):
        import_path(write(tmp_path, briefing(*turns)))
        annotate_pending()
        decision = {"status": status, "decided_by": user, "decided_at": timezone.now()}
        assert Tag.objects.filter(turn__withdrawn_at=None).update(**decision) == 1
        Mention.objects.filter(turn__withdrawn_at=None, entity__name="Norway").update(**decision)
    import_path(write(tmp_path, briefing(*apart)))
    annotate_pending()
    back = Turn.objects.get(text=to_norway)
    for judged in (back.tags.get(), back.mentions.get(entity__name="Norway")):
        assert (judged.status, judged.decided_by) == ("rejected", later)


def test_another_topic_goes_with_the_words_that_it_was_given_for(tmp_path: Path, editor: User) -> None:
    make.topic("Boats").phrases.create(text="boats themselves")
    import_path(write(tmp_path, briefing(*JOINED)))
    annotate_pending()
    jobs = make.topic("Jobs")
    judge(Tag.objects.get().pk, "suggested", Decision.TOPIC, jobs, editor)
    import_path(write(tmp_path))
    annotate_pending()
    turn = Turn.objects.get(text=SECOND_ANSWER)
    said = {tag.topic.name: tag for tag in turn.tags.all()}
    assert {name: (tag.status, tag.decided_by) for name, tag in said.items()} == {
        "Boats": ("rejected", editor),
        "Jobs": ("confirmed", editor),
    }
    [[start, end]] = said["Jobs"].evidence
    assert turn.text[start:end] == "boats themselves"
    said["Jobs"].delete()
    annotate_pending()
    assert not turn.tags.filter(topic=jobs).exists()


def test_what_a_person_said_that_words_mean_goes_with_the_words(tmp_path: Path, editor: User) -> None:
    to_jordan = SECOND_ANSWER.replace("on the boats", "on the boats of Jordan Blake")
    import_path(write(tmp_path, briefing(GREETING, ASKED, f"{ANSWERED} {to_jordan}", ASKED_AGAIN)))
    annotate_pending()
    mention = Mention.objects.get(entity__name="Jordan Blake")
    mention.entity = country = make.entity("Jordan", "country")
    save_mention(mention, editor)
    import_path(write(tmp_path, briefing(*TURNS[:-1], f"Elena Marsh: {to_jordan}")))
    annotate_pending()
    turn = Turn.objects.get(text=to_jordan)
    [there] = turn.mentions.filter(start=to_jordan.index("Jordan"))
    assert (there.entity, there.status, there.decided_by) == (country, "confirmed", editor)
    assert not Mention.objects.filter(entity__name="Jordan Blake").exists()


@pytest.mark.parametrize("decision", [Decision.REJECT, Decision.TOPIC])
def test_an_undo_takes_back_what_went_along_too_and_counts_it(tmp_path: Path, editor: User, decision: Decision) -> None:
    make.topic("Boats").phrases.create(text="boats themselves")
    jobs = make.topic("Jobs")
    import_path(write(tmp_path, briefing(*JOINED)))
    annotate_pending()
    with acting("Judge"):
        judge(Tag.objects.get().pk, "suggested", decision, jobs, editor)
    import_path(write(tmp_path))
    annotate_pending()
    judged = Tag.objects.exclude(decided_at=None)
    copied = list(Turn.objects.get(text=SECOND_ANSWER).tags.values_list("topic__name", "status"))
    act = act_called("Judge")
    assert len(preview_undo(act).taken_back) == judged.count() == 2 * len(copied)
    with acting("Take it back", undoes=str(act.pk)):
        undo(act)
    assert not judged.exists()
    annotate_pending()
    assert [(tag.topic.name, tag.status, tag.turn and tag.turn.text) for tag in Tag.objects.all()] == [
        ("Boats", "suggested", SECOND_ANSWER)
    ]
    undo(act_called("Take it back"))
    assert list(Turn.objects.get(text=SECOND_ANSWER).tags.values_list("topic__name", "status")) == copied


def test_what_went_along_and_is_set_back_stays_undecided(tmp_path: Path, editor: User) -> None:
    make.topic("Boats").phrases.create(text="boats themselves")
    for turns in (TURNS, JOINED, TURNS):
        import_path(write(tmp_path, briefing(*turns)))
        annotate_pending()
        Tag.objects.filter(turn__withdrawn_at=None, turn__text__contains=f"{ANSWER} {SECOND_ANSWER}").reject(editor)
    there = Tag.objects.get(turn__text=SECOND_ANSWER)
    assert there.status == "rejected"
    there.status = "suggested"
    save_decision(there, ["status"], editor)
    annotate_pending()
    assert set(Tag.objects.values_list("turn__text", "status")) == {(ANSWER, "rejected"), (SECOND_ANSWER, "suggested")}


def test_an_undo_takes_back_the_meaning_of_a_name_that_went_along(tmp_path: Path, editor: User) -> None:
    to_jordan = SECOND_ANSWER.replace("on the boats", "on the boats of Jordan Blake")
    import_path(write(tmp_path, briefing(GREETING, ASKED, f"{ANSWERED} {to_jordan}", ASKED_AGAIN)))
    annotate_pending()
    mention = Mention.objects.get(entity__name="Jordan Blake")
    mention.entity = make.entity("Jordan", "country")
    with acting("Judge"):
        save_mention(mention, editor)
    import_path(write(tmp_path, briefing(*TURNS[:-1], f"Elena Marsh: {to_jordan}")))
    annotate_pending()
    undo(act_called("Judge"))
    annotate_pending()
    [there] = Mention.objects.filter(start=to_jordan.index("Jordan"))
    assert (there.entity.name, there.status, there.turn.text) == ("Jordan Blake", "suggested", to_jordan)
