"""The list by who vouches for its topics."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from apps.annotations.models import Tag
from tests import make
from tests.browse.pages import get

pytestmark = pytest.mark.django_db


class TestStatus:
    @pytest.mark.parametrize(
        ("status", "left"),
        [("source", ["By source"]), ("confirmed", ["By editor"]), ("suggested", ["By rule"])],
    )
    def test_the_list_shows_only_conferences_whose_topics_stand_so(
        self, client: Client, status: str, left: list[str]
    ) -> None:
        arms = make.topic("Arms", slug="arms")
        make.tag(make.turn(make.conference("By source")), arms)
        make.tag(make.turn(make.conference("By rule")), arms, origin="rule", status="suggested", score=0.5)
        make.tag(make.turn(make.conference("By editor")), arms, origin="rule", status="suggested", score=0.5)
        edited = Tag.objects.filter(conference__title="By editor")
        edited.confirm(User.objects.create_user("edna"))
        make.tag(make.conference("Untouched"), make.topic("Cyber"))
        make.conference("No topic")
        for query in (f"?status={status}&topic=arms", f"?status={status}&q=By"):
            page = get(client, f"/conferences/{query}")
            assert [title for title in ("By source", "By editor", "By rule") if title in page.text] == left
            assert "Untouched" not in page.text

    def test_a_status_that_is_none_is_left_out_and_said(self, client: Client) -> None:
        make.conference("Talks")
        page = get(client, "/conferences/?status=maybe")
        assert "“maybe” is no status of a topic" in page.text
        assert "Talks" in page.text
