"""Two of one name whom an import took for one become two again, on one page, as one act."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from apps.conferences.admin import splitting
from apps.conferences.importing import find_files, import_files
from apps.conferences.merging.split import NothingToSplitError, split
from apps.conferences.models import Conference, Conflict, DistinctSpeakers, Organisation, Speaker, Turn
from apps.history.models import Act
from apps.history.undo import undo
from tests import make
from tests.browse.pages import Page
from tests.conferences.transcripts import TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

HARBOUR = briefing(
    "FOREIGN MINISTER JOHN LIND: The ferry sails again from Monday, twice a day, with room for forty cars.",
    "Q: When does it sail, Minister Lind?",
    "FOREIGN MINISTER JOHN LIND: At seven in the morning, and again at noon, in all weathers.",
)
STEEL = briefing(
    "MAYOR JOHN LIND: Steel is what we talk of, my friends, and it is dear in this town.",
    "Q: And what of bread, Mayor Lind?",
    "MAYOR JOHN LIND: Bread is another matter, of which I say nothing before the council meets.",
    title="Steel briefing",
    day="5 May 2023",
)


def url(row: Any) -> str:
    return reverse(f"admin:conferences_{row._meta.model_name}_split", args=[row.pk])


def two_in_one(tmp_path: Path) -> tuple[Speaker, Conference]:
    """One speaker of two conferences, who are two, and the conference of the other one."""
    import_one(write(tmp_path, HARBOUR, "a.txt", "Valdria"))
    steel = import_one(write(tmp_path, STEEL, "b.txt", "Valdria"))
    assert steel.conference
    return Speaker.objects.get(), steel.conference


def by_conference() -> dict[str, set[str | None]]:
    turns = Turn.objects.filter(label__contains="LIND").values_list("conference__title", "speaker__slug")
    found: dict[str, set[str | None]] = {}
    for title, slug in turns:
        found.setdefault(title, set()).add(slug)
    return found


def test_the_page_shows_what_stands_beside_the_name_in_each_conference(admin_client: Client, tmp_path: Path) -> None:
    lind, _ = two_in_one(tmp_path)
    text = Page(admin_client.get(url(lind)).content.decode()).text
    assert "5 May 2023: Steel briefing Valdria Mayor 2" in text
    assert text.index("Steel briefing") < text.index("4 May 2019")
    assert "Split…" in admin_client.get(reverse("admin:conferences_speaker_change", args=[lind.pk])).content.decode()


def test_a_split_is_one_act_that_holds_when_the_files_come_again(admin_client: Client, tmp_path: Path) -> None:
    lind, steel = two_in_one(tmp_path)
    page = Page(admin_client.post(url(lind), {"conference": steel.pk, "into": "new"}, follow=True).content.decode())
    assert "2 turns now of this “John Lind”, who is not the other one. See or undo it" in page.text
    apart = {"Press conference by Secretary General Elena Marsh": {"john-lind"}, "Steel briefing": {"john-lind-2"}}
    assert by_conference() == apart
    assert DistinctSpeakers.objects.get().one == lind
    write(tmp_path, HARBOUR.replace("forty", "fifty"), "a.txt", "Valdria")
    write(tmp_path, STEEL.replace("dear", "very dear"), "b.txt", "Valdria")
    list(import_files(find_files([tmp_path])))
    list(import_files(find_files([tmp_path]), again=True))
    assert by_conference() == apart
    assert not Conflict.objects.exists()
    assert Speaker.objects.count() == 2


def test_the_office_tells_which_of_the_two_a_later_file_means(tmp_path: Path) -> None:
    lind, steel = two_in_one(tmp_path)
    other, _ = split(lind, [steel.pk], User.objects.create_user("editor"))
    later = STEEL.replace("5 May 2023", "9 June 2023").replace("Steel", "Iron").replace("bread", "wool")
    result = import_one(write(tmp_path, later, "c.txt", "Valdria"))
    assert result.outcome == "created"
    assert by_conference()["Iron briefing"] == {other.slug}


def test_an_undone_split_leaves_one_speaker_and_follows_the_source_again(admin_client: Client, tmp_path: Path) -> None:
    lind, steel = two_in_one(tmp_path)
    before = list(Turn.objects.order_by("pk").values())
    admin_client.post(url(lind), {"conference": steel.pk, "into": "new"})
    act = Act.objects.get(metadata__act="Split “John Lind”")
    page = Page(admin_client.post(reverse("admin:history_act_undo", args=[act.pk]), follow=True).content.decode())
    assert "Left alone" not in page.text
    assert list(Turn.objects.order_by("pk").values()) == before
    assert list(Speaker.objects.all()) == [lind]
    assert not DistinctSpeakers.objects.exists()
    again = Act.objects.get(metadata__act="Undo: Split “John Lind”")
    undo(again)
    assert by_conference()["Steel briefing"] == {"john-lind-2"}


def test_another_conference_can_go_to_the_one_that_was_split_off_before(admin_client: Client) -> None:
    one, other = make.organisation("The Gazette"), make.organisation("The Gazette")
    turns = [make.turn(make.conference(), organisation=one) for _ in range(3)]
    admin_client.post(url(one), {"conference": turns[0].conference_id, "into": other.pk})
    assert [Turn.objects.get(pk=turn.pk).organisation for turn in turns] == [other, one, one]
    assert Organisation.objects.count() == 2


@pytest.mark.parametrize("chosen", ["none", "all", "others", "nonsense"])
def test_some_conferences_are_chosen_but_not_all(admin_client: Client, chosen: str) -> None:
    speaker = make.speaker()
    turns = [make.turn(make.conference(), speaker=speaker) for _ in range(2)]
    elsewhere = make.turn(make.conference())
    pks: dict[str, list[Any]] = {
        "none": [],
        "all": [turn.conference_id for turn in turns],
        "others": [elsewhere.conference_id],
        "nonsense": ["x", "9" * 30, "-1"],
    }
    page = Page(admin_client.post(url(speaker), {"conference": pks[chosen], "into": "new"}).content.decode())
    assert "some, but not all" in page.text
    assert Speaker.objects.get() == speaker


def test_a_conference_whose_turns_went_elsewhere_meanwhile_splits_nothing() -> None:
    with pytest.raises(NothingToSplitError):
        split(make.speaker(), [make.conference().pk], User.objects.create_user("editor"))
    assert Speaker.objects.count() == 1


def test_what_a_person_said_of_a_turns_speaker_before_is_still_the_sources_beside_it(tmp_path: Path) -> None:
    lind, steel = two_in_one(tmp_path)
    marsh, user = make.speaker("Elena Marsh"), User.objects.create_user("editor")
    turn = steel.turns.filter(speaker=lind).first()
    assert turn
    turn.decide(["speaker"])
    turn.source_values = {"speaker": marsh.pk}
    turn.save()
    split(lind, [steel.pk], user)
    turn.refresh_from_db()
    assert turn.source_values == {"speaker": marsh.pk}


def test_a_speaker_of_one_conference_has_nothing_to_split(admin_client: Client, tmp_path: Path) -> None:
    import_one(write(tmp_path, briefing(*TURNS)))
    assert "nothing to split" in Page(admin_client.get(url(Speaker.objects.get(name="Ana Ruiz"))).content.decode()).text


def test_new_turns_with_the_label_are_of_whom_the_split_gave_the_conference_to(
    admin_client: Client, tmp_path: Path
) -> None:
    lind, steel = two_in_one(tmp_path)
    admin_client.post(url(lind), {"conference": steel.pk, "into": "new"})
    apart = by_conference()
    more = "Q: And butter?\n\nMAYOR JOHN LIND: Butter is dearer than both, as it has been ever since the war.\n"
    path = write(tmp_path, f"{STEEL}\n{more}", "b.txt", "Valdria")
    import_one(path)
    assert Turn.objects.standing().filter(conference=steel).count() == 5
    assert by_conference() == apart
    [again] = import_files(find_files([path]), again=True)
    assert (again.outcome, by_conference()) == ("unchanged", apart)


def test_so_many_conferences_that_a_form_could_not_hold_them_are_split_page_by_page(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splitting, "A_PAGE", 2)
    one, other = make.organisation("The Gazette"), make.organisation("The Gazette")
    turns = [make.turn(make.conference(f"Briefing {n}"), organisation=one) for n in range(3)]
    first, second = (Page(admin_client.get(url(one), {"p": p}).content.decode()) for p in (1, 2))
    assert "3 conferences, the newest first, on 2 pages" in first.text
    on_page = [turn.conference for turn in turns if turn.conference.title in second.text]
    assert len(on_page) == 1
    admin_client.post(f"{url(one)}?p=2", {"conference": on_page[0].pk, "into": other.pk})
    assert other.turns.get().conference == on_page[0]
