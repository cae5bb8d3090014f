"""What is marked in a turn's words stays with the words, whoever changes them."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.annotations.annotating import annotate_pending
from apps.annotations.entity_decisions import judge_mentions
from apps.annotations.models import AnnotatedTurn, Entity, Mention, Tag
from apps.conferences.models import Turn
from apps.history.undo import undo
from tests import make
from tests.admin_form import filled_in
from tests.browse.pages import get
from tests.conferences.transcripts import QUESTION, briefing, import_path, write
from tests.history.acting import act_called, acting

pytestmark = pytest.mark.django_db


def marked(tag: Tag, words: str) -> Tag:
    """The tag with the first occurrence of these words of its turn as evidence."""
    start = Turn.objects.get(tags=tag).text.index(words)
    tag.evidence = [[start, start + len(words)]]
    tag.save()
    return tag


def words_of(tag: Tag) -> list[str]:
    text = Turn.objects.get(tags=tag).text
    tag.refresh_from_db()
    return [text[start:end] for start, end in tag.evidence]


def bare(words: str) -> str:
    return " ".join(words.split())


def say(turn: Turn, text: str) -> None:
    Turn.objects.filter(pk=turn.pk).update(text=text)


@pytest.mark.parametrize(
    ("before", "after", "evidence", "moved"),
    [
        ("The ferry sails.", "Today the ferry sails.", [[4, 9]], [[10, 15]]),
        ("The ferry sails.", "The ferry sails, and back.", [[4, 9]], [[4, 9]]),
        ("The ferry sails.", "A big ferry sailed.", [[4, 9]], [[6, 11]]),
        ("The ferry sails.", "The boat sails.", [[4, 9]], []),
        ("The ferry", "The ferryman", [[4, 9]], []),
        ("ferry", "a superferry", [[0, 5]], []),
        ("A ferry and a ferry.", "One ferry or one ferry!", [[14, 19]], [[17, 22]]),
        ("A ferry and a ferry.", "One ferry!", [[2, 7], [14, 19]], [[4, 9]]),
        ("Tëa 🚢 (at $5.00?) now", "Wïth 🚢 we drink tëa: Tëa 🚢 (at $5.00?) there", [[5, 17]], [[26, 38]]),
        ("two\nlines", "these two\nlines", [[0, 9]], [[6, 15]]),
        ("words", "other words", [["a", 1], 5, [3], [1.5, 2], [2, 1], [0, 99], [-1, 2], None], []),
        ("words", "other words", [], []),
        ("A cyber attack hit Paris.", "So A CYBER\nATTACK hit Paris!", [[2, 14]], [[5, 17]]),
        ("A cyber\u00a0attack.", "One cyber  attack.", [[2, 14]], [[4, 17]]),
        ("The ‘anti-ship’ missile", "An 'Anti‐Ship’ missile", [[4, 15]], [[3, 14]]),
        ("A cyber attack.", "One cyber\u2028attack.", [[2, 14]], [[4, 16]]),
        ("Il café noir.", "Un cafe\u0301 noir.", [[3, 7]], [[3, 8]]),
        ("Il cafe\u0301 noir.", "Un CAFÉ noir.", [[3, 8]], [[3, 7]]),
        ("Il cafe noir.", "Un cafe\u0301 noir.", [[3, 7]], []),
        ("A us\\b (x) [it]", "Now US\\B (X) [IT]!", [[2, 15]], [[4, 17]]),
    ],
)
def test_evidence_moves_with_its_words_or_goes(before: str, after: str, evidence: object, moved: object) -> None:
    turn = make.turn(make.conference(), before)
    tag = make.tag(turn, make.topic(), evidence=evidence)
    say(turn, after)
    tag.refresh_from_db()
    assert tag.evidence == moved


class AnyChange(TestCase):
    @settings(deadline=None)
    @given(st.text("ab .", max_size=12), st.text("ab .", max_size=12), st.integers(0, 11), st.integers(1, 12))
    def test_no_other_words_are_ever_marked(self, before: str, after: str, start: int, length: int) -> None:
        turn = make.turn(make.conference(), before)
        tag = make.tag(turn, make.topic(), evidence=[[start, start + length]])
        say(turn, after)
        words = before[start : start + length]
        assert after == before or {bare(each) for each in words_of(tag)} <= {bare(words)}
        Turn.objects.filter(pk=turn.pk).delete()
        tag.topic.delete()


def test_a_confirmed_tag_shows_the_words_that_were_confirmed_after_an_import_changed_the_turn(
    tmp_path: Path, client: Client
) -> None:
    import_path(write(tmp_path))
    turn = Turn.objects.get(text=QUESTION)
    user = User.objects.create_user("edith")
    tag = marked(make.tag(turn, make.topic("Money"), origin="rule", status="suggested"), "fares")
    Tag.objects.filter(pk=tag.pk).confirm(user)
    import_path(
        write(tmp_path, briefing().replace("Will the fares stay", "Tell us whether it is so that the fares stay"))
    )
    assert words_of(tag) == ["fares"]
    page = get(client, turn.conference.get_absolute_url()).html
    assert re.findall(r"""class="evidence"[^>]*>(.*?)<""", page) == ["fares"]


def test_evidence_of_a_decided_tag_comes_back_with_its_words() -> None:
    turn, user = make.turn(make.conference(), "A cyber attack on the ferry."), User.objects.create_user("edith")
    make.topic("Cyber").phrases.create(text="cyber attack")
    annotate_pending()
    tag = Tag.objects.get()
    Tag.objects.all().confirm(user)
    for text, words in (
        ("A CYBER ATTACK on the ferry.", ["CYBER ATTACK"]),
        ("A fire on the ferry.", []),
        ("Nothing.", []),
        ("One ferry, one cyber\nattack.", ["cyber\nattack"]),
        ("A cyber attack.", ["cyber attack"]),
    ):
        say(turn, text)
        annotate_pending()
        assert words_of(tag) == words
    assert tag.lost_words is None


def test_a_suggestion_remembers_no_words_that_are_gone() -> None:
    turn = make.turn(make.conference(), "The ferry sails.")
    tag = make.tag(turn, make.topic(), origin="rule", status="suggested", evidence=[[4, 9]])
    say(turn, "The boat sails.")
    say(turn, "The ferry sails.")
    assert words_of(tag) == []


def test_undoing_a_change_of_the_words_brings_every_mark_back() -> None:
    turn = make.turn(make.conference(), "The ferry sails to the islands.")
    tag = make.tag(turn, make.topic(), evidence=[[4, 9], [23, 30]])
    with acting():
        say(turn, "From now on the ferry stays.")
    assert words_of(tag) == ["ferry"]
    undo(act_called("Test"))
    assert words_of(tag) == ["ferry", "islands"]


def test_a_form_that_changes_the_words_and_the_tag_leaves_the_marks_with_the_words(admin_client: Client) -> None:
    turn = make.turn(make.conference(), "The ferry sails.")
    tag = make.tag(turn, make.topic(), origin="rule", status="suggested", evidence=[[4, 9]])
    address = reverse("admin:conferences_turn_change", args=[turn.pk])
    data = filled_in(admin_client.get(address).content)
    assert data["tags-0-status"] == "suggested"
    data |= {"text": "Today the ferry sails.", "tags-0-status": "confirmed"}
    assert admin_client.post(address, data).status_code == 302
    tag.refresh_from_db()
    assert (tag.status, words_of(tag)) == ("confirmed", ["ferry"])


def naming(text: str, *names: str, decided: bool = True) -> tuple[Turn, list[Mention]]:
    """A turn with mentions of these words, confirmed by a person where ``decided``."""
    turn = make.turn(make.conference(), text)
    user = User.objects.get_or_create(username="edith")[0]
    by = {"status": "confirmed", "decided_by": user, "decided_at": timezone.now()} if decided else {}
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append(make.mention(turn, make.entity(f"{name} {at}"), start=at, end=at + len(name), **by))
        at += len(name)
    return turn, found


def named(turn: Turn) -> list[str]:
    """What each mention marks, in the order in which they were made; what it lost in brackets."""
    rows = Mention.objects.filter(turn=turn).order_by("pk")
    text = Turn.objects.get(pk=turn.pk).text
    return [f"({row.lost_words})" if row.start is None else text[row.start : row.end] for row in rows]


class TestMentions:
    def test_they_move_with_their_words_even_to_a_place_that_another_leaves(self) -> None:
        turn, _ = naming("UK UK, US and UK.", "UK", "UK", "US", "UK")
        for text in ("xx UK UK, US and UK.", "US UK, UK and UK.", "UK UK, US and UK."):
            say(turn, text)
            assert named(turn) == ["UK", "UK", "US", "UK"]
            assert Mention.objects.values("start").distinct().count() == 4

    @pytest.mark.parametrize("decided", [True, False])
    def test_whose_words_are_gone_has_no_place_until_they_come_back(self, decided: bool) -> None:
        turn, _ = naming("Poland and Norway.", "Poland", "Norway", decided=decided)
        say(turn, "Norway alone.")
        assert named(turn) == ["(Poland)", "Norway"]
        assert [row.entity.name for row in Mention.objects.shown()] == ["Norway 11"]
        say(turn, "Norway and Poland.")
        assert named(turn) == ["Poland", "Norway"]

    def test_what_a_person_decided_stands_before_what_a_machine_found(self) -> None:
        turn, [decided] = naming("Poland.", "Poland")
        say(turn, "Pol.")
        make.mention(turn, make.entity("Poland, Ohio"), start=0, end=3)
        say(turn, "Poland, Pol.")
        assert named(turn) == ["Poland", "Pol"]
        Mention.objects.exclude(pk=decided.pk).update(start=None, end=None, lost_words="Poland")
        say(turn, "In Poland.")
        assert named(turn) == ["Poland", "(Poland)"]

    def test_a_decision_holds_after_the_words_changed_and_were_annotated_again(self, tmp_path: Path) -> None:
        import_path(write(tmp_path, briefing().replace("Will the fares", "Will Poland say whether the fares")))
        annotate_pending()
        mention = Mention.objects.get(entity__name="Poland")
        user = User.objects.create_user("edith")
        judge_mentions([mention], "rejected", user)
        for said in (
            "Today, will Poland say whether the fares",
            "Will the fares",
            "Will they in Poland say that fares",
        ):
            import_path(write(tmp_path, briefing().replace("Will the fares", said)))
            annotate_pending()
            mention.refresh_from_db()
            assert mention.status == "rejected"
            assert named(mention.turn) == ["Poland" if "Poland" in said else "(Poland)"]
            assert not Mention.objects.shown().filter(turn=mention.turn).exists()

    @pytest.mark.parametrize(
        ("before", "name", "after", "then"),
        [
            ("In Paris.", "Paris", "We were in PARIS!", "PARIS"),
            ("Susan\u00a0Whitfield spoke.", "Susan\u00a0Whitfield", "Then Susan Whitfield said.", "Susan Whitfield"),
            ("Susan Whitfield spoke.", "Susan Whitfield", "Then SUSAN\nWHITFIELD said.", "SUSAN\nWHITFIELD"),
            ("The US agreed.", "US", "He told us.", "(US)"),
            ("The WHO agreed.", "WHO", "Who told us?", "(WHO)"),
            ("With Turkey.", "Turkey", "We ate turkey.", "(Turkey)"),
        ],
    )
    def test_they_are_found_in_other_spacing_and_capitals_but_not_in_other_words(
        self, before: str, name: str, after: str, then: str
    ) -> None:
        turn, _ = naming(before, name)
        say(turn, after)
        assert named(turn) == [then]

    @pytest.mark.parametrize(
        "text",
        [
            "Yesterday I met Susan Whitfield in Paris.",
            "Yesterday I met SUSAN WHITFIELD in PARIS.",
            "Yesterday I met Susan\nWhitfield in Paris.",
        ],
    )
    def test_rejected_ones_do_not_come_back_in_other_spacing_or_capitals(self, text: str) -> None:
        turn = make.turn(make.conference(), "Yesterday I met Susan\u00a0Whitfield in Paris.")
        annotate_pending()
        assert judge_mentions(list(Mention.objects.all()), "rejected", User.objects.create_user("edith")) == 2
        say(turn, text)
        annotate_pending()
        assert Mention.objects.filter(status="rejected", start__isnull=False).count() == 2
        assert not Mention.objects.shown().exists()

    @pytest.mark.parametrize(
        ("lost", "text"), [("POLAND", "In Poland."), ("the Republic of Poland", "In Warsaw's Poland.")]
    )
    def test_one_that_lost_its_words_takes_the_place_of_what_the_machine_finds_anew(self, lost: str, text: str) -> None:
        turn = make.turn(make.conference(), "In Poland.")
        annotate_pending()
        mention = Mention.objects.get()
        judge_mentions([mention], "rejected", User.objects.create_user("edith"))
        Mention.objects.update(start=None, end=None, lost_words=lost)
        if lost == "POLAND":
            make.mention(turn, mention.entity, start=3, end=9)
        AnnotatedTurn.objects.all().delete()
        say(turn, text + " It is.")
        annotate_pending()
        there = [row.status for row in Mention.objects.filter(entity=mention.entity)]
        assert there == ["rejected"]
        assert named(turn)[0] == "Poland"

    def test_a_rejected_one_that_lost_its_words_leaves_others_of_its_entity_alone(self) -> None:
        turn = make.turn(make.conference(), "Britain and the UK agree.")
        annotate_pending()
        judge_mentions([Mention.objects.get(start=0)], "rejected", User.objects.create_user("edith"))
        say(turn, "They and the UK agree.")
        annotate_pending()
        assert [row.status for row in Mention.objects.order_by("pk")] == ["rejected", "suggested"]
        assert named(turn) == ["(Britain)", "UK"]

    def test_undoing_the_change_brings_them_back(self) -> None:
        turn, _ = naming("Poland and Norway.", "Poland", "Norway")
        with acting():
            say(turn, "Norway alone.")
        undo(act_called("Test"))
        assert named(turn) == ["Poland", "Norway"]

    def test_an_editor_is_told_that_the_words_are_gone(self, admin_client: Client) -> None:
        turn, [mention] = naming("Poland.", "Poland")
        say(turn, "Nothing of it.")
        for name, args in (("changelist", []), ("change", [mention.pk])):
            page = admin_client.get(reverse(f"admin:annotations_mention_{name}", args=args)).content.decode()
            assert "“Poland” is no longer found in the turn." in page


class AnyChangeOfMentions(TestCase):
    @settings(deadline=None)
    @given(st.text("ab .", max_size=12), st.text("ab .", max_size=12), st.text("ab .", max_size=12), st.data())
    def test_no_other_words_are_ever_marked(self, before: str, then: str, after: str, data: st.DataObject) -> None:
        turn = make.turn(make.conference(), before)
        places = st.integers(0, 11).flatmap(lambda start: st.tuples(st.just(start), st.integers(start + 1, start + 3)))
        said = {}
        for start, end in data.draw(st.lists(places, max_size=4, unique=True)):
            if end <= len(before):
                mention = make.mention(turn, make.entity(f"{start} {end}"), start=start, end=end)
                said[mention.pk] = before[start:end]
        for text in (then, after):
            say(turn, text)
            for row in Mention.objects.filter(turn=turn):
                assert bare(text[row.start : row.end] if row.spans else row.lost_words) == bare(said[row.pk])
        Turn.objects.filter(pk=turn.pk).delete()
        Entity.objects.all().delete()
