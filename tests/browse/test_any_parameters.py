"""Whatever an address holds, a page answers, or a file."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.browse.facets import FACETS
from apps.browse.urls import urlpatterns
from apps.browse.word_filters import ConcordanceFilter, TrendsFilter
from tests import make
from tests.browse.long_talks import FEW, long_talk
from tests.browse.pages import Page

TURN = "0123456789"
ANYTHING = st.text(max_size=30) | st.sampled_from(
    [
        *("banana", "missiles", "missile", "2019-05-04", "0001-01-01", "9999-12-31", "2019", "9999", "0", "00001"),
        *("\0", "-1", "1e9", "9" * 30, "²", '"', '"(', "%", "☃", "x" * 10_000, "'; DROP TABLE turns; --"),
        *("\N{RIGHT-TO-LEFT OVERRIDE}x", "<b>", "best", "suggested", "question", "person", *FACETS),
        *("left", "right", "speaker", "month", "quarter", "year", "rate", "number", "topic:missiles"),
        *('missile OR -"a range"~5', "speaker:nobody before:x kind:question", "title:(((", "misile~ mis* NOT x"),
        *(TURN, f"{TURN}.2", f"{TURN}.²", f"{TURN}\0", "t.9999999999", "all", "2", "01234567", "0123456x"),
    ]
)
LISTS = ["conferences", "passages", "concordance", "trends"]
FILES = ["concordance_csv", "trends_csv"]
OTHERS = [route.name for route in urlpatterns if route.name not in {*LISTS, *FILES, "judge_turn"}]  # which is posted to
NAMES = [
    *{**ConcordanceFilter.base_filters, **TrendsFilter.base_filters},
    *("page", "facet", "starts", "open", "turn", "part", "v", "sent", "other"),
]
PARAMETERS = st.lists(st.tuples(st.sampled_from(NAMES), ANYTHING), max_size=6)
READ = re.compile(r'request\.GET(?:\.get(?:list)?\(|\[)"(\w+)"|"(\w+)" in request\.GET')
ALL_AS_THEY_ARE = re.compile(r"request\.GET\.urlencode\(\)|[Ff]ilters?\(request\.GET\)")


def address(name: str | None) -> str:
    """Of something that is there, where the page is of something."""
    conference = long_talk(6) if name == "conference" else make.conference()
    turn = make.turn(
        conference, "A missile.", public_id=TURN, speaker=make.speaker(), organisation=make.organisation("Gazette")
    )
    make.tag(turn, topic := make.topic())
    make.mention(turn, entity := make.entity("Port Calder"))
    undated = make.conference(day=None)
    day = conference.event_date
    dated = {"year": day.year, "month": day.month, "day": day.day, "slug": conference.slug} if day else {}
    without_day, said = {"slug": undated.slug}, {"public_id": turn.public_id}
    of: dict[str | None, Any] = {
        **dict.fromkeys(("conference", "source_text"), dated),
        **dict.fromkeys(("undated_conference", "undated_source_text"), without_day),
        **dict.fromkeys(("turn", "cite_turn", "report_turn"), said),
        "report_conference": {"pk": conference.pk},
        "entity": {"pk": entity.pk},
        "speaker": {"slug": turn.speaker and turn.speaker.slug},
        "organisation": {"slug": turn.organisation and turn.organisation.slug},
        "topic": {"slug": topic.slug},
    }
    return reverse(f"browse:{name}", kwargs=of.get(name))


def several(parameters: list[tuple[str, str]]) -> dict[str, list[str]]:
    query: dict[str, list[str]] = {}
    for name, value in parameters:
        query.setdefault(name, []).append(value)
    return query


class AnyParametersTest(TestCase):
    @pytest.fixture(autouse=True)
    def _in_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("apps.browse.parts.LONGEST", FEW)

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(LISTS), PARAMETERS)
    def test_any_parameters_give_a_list(self, name: str, parameters: list[tuple[str, str]]) -> None:
        response = self.client.get(address(name), several(parameters))
        assert response.status_code == 200
        Page(response.content.decode())

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(FILES), PARAMETERS)
    def test_any_parameters_give_a_file(self, name: str, parameters: list[tuple[str, str]]) -> None:
        response = self.client.get(address(name), several(parameters))
        assert response.status_code == 200
        assert b"".join(response).decode("utf-8-sig").splitlines()

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(OTHERS), PARAMETERS)
    def test_any_parameters_give_any_other_page(self, name: str, parameters: list[tuple[str, str]]) -> None:
        response = self.client.get(address(name), several(parameters), follow=True)
        assert response.status_code == 200
        if response["Content-Type"].startswith("text/html"):
            Page(response.content.decode())

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ANYTHING)
    def test_any_words_can_be_marked_in_a_transcript(self, words: str) -> None:
        conference = make.conference()
        make.turn(conference, f"Missile, {words.replace(chr(0), ' ')}")
        response = self.client.get(conference.get_absolute_url(), {"q": words})
        assert response.status_code == 200
        Page(response.content.decode())


def test_these_are_all_the_parameters_that_a_page_reads() -> None:
    """A page that begins to read another one has it written here too, or not in a way that is seen at once."""
    for folder in ("apps/browse", "templates"):
        for file in (Path(site.BASE_DIR) / folder).rglob("*.*[yl]"):
            source = ALL_AS_THEY_ARE.sub("", file.read_text())
            read = [one or other for one, other in READ.findall(source)]
            assert {*read} <= {*NAMES}, file
            assert len(read) == source.count("request.GET"), f"{file} reads a parameter in another way"
