"""Merging and un-merging in the admin: a look first, one act, undone as one, and nothing lost."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from apps.conferences.models import DistinctSpeakers, Organisation, Speaker, Turn
from apps.history.models import Act
from tests import make
from tests.admin_form import filled_in
from tests.browse.pages import Page
from tests.conferences.transcripts import ANSWER, TURNS, briefing, import_one, write

pytestmark = pytest.mark.django_db

MERGE = "/admin/conferences/speaker/merge/"


def unmerge_url(row: Speaker | Organisation) -> str:
    return reverse(f"admin:conferences_{row._meta.model_name}_unmerge", args=[row.pk])


def merge(client: Client, into: Speaker | Organisation, *others: Speaker | Organisation) -> Page:
    url = reverse(f"admin:conferences_{into._meta.model_name}_merge")
    data = {"row": [row.pk for row in (into, *others)], "into": into.pk}
    return Page(client.post(url, data, follow=True).content.decode())


def test_the_preview_shows_what_each_has_and_proposes_the_one_heard_most(admin_client: Client) -> None:
    once, often = make.speaker("E. J. Marsh", aliases=["Ellie Marsh"]), make.speaker("Elena Marsh")
    for speaker in (once, often, often):
        make.turn(make.conference(), speaker=speaker, role="Chair")
    response = admin_client.get(f"{MERGE}?row={once.pk}&row={often.pk}")
    assert filled_in(response.content)["into"] == str(often.pk)
    text = Page(response.content.decode()).text
    assert "E. J. Marsh Ellie Marsh 1 turn in 1 conference, 4 May 2019 Chair" in text
    assert "2 turns in 2 conferences" in text
    assert "3 turns in 3 conferences, and all names and pages, then lead to the one that stays" in text
    assert Speaker.objects.filter(merged_into=None).count() == 2


def test_a_merge_is_one_act_that_is_undone_as_one(admin_client: Client) -> None:
    a, b, c = (make.speaker(name) for name in ("Elena Marsh", "E. J. Marsh", "Helena Marsh"))
    page = merge(admin_client, a, b, c)
    assert "Merged “E. J. Marsh” and “Helena Marsh” into “Elena Marsh”. See or undo it" in page.text
    assert set(Speaker.objects.filter(merged_into=a)) == {b, c}
    act = Act.objects.get(metadata__act__startswith="Merge ")
    admin_client.post(reverse("admin:history_act_undo", args=[act.pk]))
    assert not Speaker.objects.exclude(merged_into=None).exists()


def test_readers_see_the_merged_as_one_and_earlier_pages_lead_there(admin_client: Client, client: Client) -> None:
    a, b = make.organisation("Harbour Gazette"), make.organisation("The Gazette")
    for outlet in (a, b):
        make.turn(make.conference(), organisation=outlet, speaker=make.speaker())
    merge(admin_client, a, b)
    assert client.get(b.get_absolute_url())["Location"] == a.get_absolute_url()
    text = Page(client.get(a.get_absolute_url()).content.decode()).text
    assert "Also printed as The Gazette" in text
    assert "2 conferences" in text


def test_the_next_import_follows_the_merge_and_an_un_merge_gives_each_its_turns(
    admin_client: Client, tmp_path: Path
) -> None:
    import_one(write(tmp_path))
    elena, chair = Speaker.objects.get(name="Elena Marsh"), make.speaker("Elena J. Marsh")
    merge(admin_client, chair, elena)
    import_one(write(tmp_path, briefing(*TURNS, "Elena Marsh: That is all."), name="ferry.txt"))
    import_one(write(tmp_path, briefing(title="Weekly briefing"), source="Harbour Board"))
    assert Turn.objects.said_by(chair).filter(text__startswith="That is all").exists()
    assert Speaker.objects.count() == 3
    heard = Turn.objects.said_by(chair).count()
    assert heard == 6
    admin_client.post(unmerge_url(elena))
    assert Turn.objects.said_by(elena).count() == heard
    assert Turn.objects.said_by(chair).count() == 0


def test_an_un_merge_restores_the_row_after_later_edits_and_says_which_turns_stay_elsewhere(
    admin_client: Client, tmp_path: Path
) -> None:
    import_one(write(tmp_path))
    elena, helen, other = Speaker.objects.get(name="Elena Marsh"), make.speaker("Helen Marsh"), make.speaker("Jo Lind")
    merge(admin_client, helen, elena)
    turn = Turn.objects.get(text=ANSWER)
    for row, values in ((turn, {"speaker": other.pk}), (elena, {"aliases": "Ellie Marsh"})):
        url = reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])
        assert admin_client.post(url, {**filled_in(admin_client.get(url).content), **values}).status_code == 302
    page = Page(admin_client.get(unmerge_url(elena)).content.decode())
    assert "What a person attributed otherwise since stays there: 1 turn" in page.text
    assert str(turn) in page.text
    assert "2 turns in 1 conference would be under “Elena Marsh” again" in page.text
    page = Page(admin_client.post(unmerge_url(elena), follow=True).content.decode())
    assert "“Elena Marsh” stands for itself again. See or undo it" in page.text
    elena.refresh_from_db()
    turn.refresh_from_db()
    assert (elena.merged_into, elena.aliases, turn.speaker) == (None, ["Ellie Marsh"], other)
    assert DistinctSpeakers.objects.count() == 1


def test_an_un_merge_in_the_middle_of_a_chain_takes_along_what_was_merged_into_it(admin_client: Client) -> None:
    last = make.speaker("Elena Marsh")
    middle = make.speaker("Helen Marsh", merged_into=last)
    first = make.speaker("Ellie Marsh", merged_into=middle)
    make.turn(make.conference(), speaker=first)
    assert "1 turn in 1 conference would be under “Helen Marsh”" in Page(
        admin_client.get(unmerge_url(middle)).content.decode()
    ).text.replace("  ", " ")
    admin_client.post(unmerge_url(middle))
    assert Turn.objects.said_by(middle).count() == 1


@pytest.mark.parametrize("data", [{}, {"row": "1"}, {"row": ["x", "9" * 30, "-1"], "into": "x"}])
def test_a_merge_of_fewer_than_two_does_nothing_and_says_what_is_missing(
    admin_client: Client, data: dict[str, str]
) -> None:
    make.speaker()
    text = Page(admin_client.post(MERGE, data).content.decode()).text
    assert "Choose two or more, and which one stays." in text or "Meanwhile one of them was merged or deleted." in text
    assert not Act.objects.filter(metadata__act__startswith="Merge").exists()


def test_what_was_merged_meanwhile_is_said_and_nothing_is_done(admin_client: Client) -> None:
    a, b, c = (make.speaker(name) for name in ("Elena Marsh", "E. J. Marsh", "Helena Marsh"))
    merge(admin_client, c, b)
    assert "Meanwhile one of them was merged or deleted." in merge(admin_client, a, b).text
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.merged_into, b.merged_into) == (None, c)


def test_another_one_is_looked_for_by_any_part_of_a_name(admin_client: Client) -> None:
    a, b = make.speaker("Elena Marsh"), make.speaker("Helen Marsh")
    page = Page(admin_client.get(MERGE, {"row": a.pk}).content.decode())
    assert f"?row={a.pk}&row={b.pk}&q=" in page.links
    page = Page(admin_client.get(MERGE, {"row": str(a.pk), "q": "nobody\0"}).content.decode())
    assert "Nobody else is called “nobody”." in page.text


def test_ticked_rows_are_merged_from_the_list(admin_client: Client) -> None:
    a, b = make.speaker("Elena Marsh"), make.speaker("Helen Marsh")
    url = reverse("admin:conferences_speaker_changelist")
    response = admin_client.post(url, {"action": "merge_selected", "_selected_action": [a.pk, b.pk]}, follow=True)
    assert "Elena Marsh" in Page(response.content.decode()).text
    assert filled_in(response.content)["into"] == str(min(a.pk, b.pk))
    response = admin_client.post(url, {"action": "merge_selected", "_selected_action": [a.pk]}, follow=True)
    assert "Choose at least two and at most 20" in response.content.decode()


def test_a_merged_row_is_not_deleted_nor_offered_for_a_turn(admin_client: Client) -> None:
    elena = make.speaker("Elena Marsh")
    helen = make.speaker("Helen Brace", merged_into=elena)
    assert admin_client.post(reverse("admin:conferences_speaker_delete", args=[helen.pk])).status_code == 403
    query: dict[str, str] = {"app_label": "conferences", "model_name": "turn", "field_name": "speaker", "term": "brace"}
    offered = admin_client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [one["text"] for one in offered] == ["Elena Marsh"]


def test_the_page_of_a_row_says_what_it_is_merged_into_and_offers_the_way_back(admin_client: Client) -> None:
    elena = make.speaker("Elena Marsh")
    helen = make.speaker("Helen Brace", merged_into=elena)
    url = reverse("admin:conferences_speaker_change", args=[helen.pk])
    assert unmerge_url(helen) in admin_client.get(url).content.decode()
    url = reverse("admin:conferences_speaker_change", args=[elena.pk])
    page = admin_client.get(url).content.decode()
    assert f"{MERGE}?row={elena.pk}" in page
    assert f"/admin/conferences/speaker/{helen.pk}/change/" in page


def test_the_list_shows_those_that_stand_for_themselves_or_those_that_are_merged(admin_client: Client) -> None:
    make.speaker("Helen Brace", merged_into=make.speaker("Elena Marsh"))
    for merged, expected in (("no", "1 speaker"), ("yes", "1 speaker"), ("", "2 speakers")):
        url = reverse("admin:conferences_speaker_changelist")
        assert expected in Page(admin_client.get(url, {"merged": merged}).content.decode()).text
