"""Whatever an address holds, the lists answer with a page."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.browse.facets import FACETS
from apps.browse.word_filters import TrendsFilter
from tests import make
from tests.browse.pages import Page

ANYTHING = st.text(max_size=30) | st.sampled_from(
    [
        *("banana", "missiles", "missile", "2019-05-04", "0001-01-01", "9999-12-31", "2019", "9999", "0", "00001"),
        *("\0", "-1", "1e9", "9" * 30, "²", '"', '"(', "%", "☃", "x" * 10_000, "'; DROP TABLE turns; --"),
        *("\N{RIGHT-TO-LEFT OVERRIDE}x", "<b>", "best", "suggested", "question", *FACETS),
        *("left", "right", "speaker", "month", "quarter", "year", "rate", "number", "topic:missiles"),
        *('missile OR -"a range"~5', "speaker:nobody before:x kind:question", "title:(((", "misile~ mis* NOT x"),
    ]
)
FILES = ["/concordance/lines.csv", "/trends/counts.csv"]
PATHS = ["/conferences/", "/passages/", "/concordance/", "/trends/"]
NAMES = st.sampled_from([*TrendsFilter.base_filters, "page", "facet", "starts", "open", "other"])


class AnyParametersTest(TestCase):
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(PATHS), st.lists(st.tuples(NAMES, ANYTHING), max_size=6))
    def test_any_parameters_give_a_page(self, path: str, parameters: list[tuple[str, str]]) -> None:
        turn = make.turn(make.conference(), "A missile.", speaker=make.speaker())
        make.tag(turn, make.topic())
        query: dict[str, list[str]] = {}
        for name, value in parameters:
            query.setdefault(name, []).append(value)
        response = self.client.get(path, query)
        assert response.status_code == 200
        Page(response.content.decode())

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(FILES), st.lists(st.tuples(NAMES, ANYTHING), max_size=6))
    def test_any_parameters_give_a_file(self, path: str, parameters: list[tuple[str, str]]) -> None:
        turn = make.turn(make.conference(), "A missile.", speaker=make.speaker())
        make.tag(turn, make.topic())
        response = self.client.get(path, dict(parameters))
        assert response.status_code == 200
        assert b"".join(response).decode("utf-8-sig").splitlines()

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ANYTHING)
    def test_any_words_can_be_marked_in_a_transcript(self, words: str) -> None:
        conference = make.conference()
        make.turn(conference, f"Missile, {words.replace(chr(0), ' ')}")
        response = self.client.get(conference.get_absolute_url(), {"q": words})
        assert response.status_code == 200
        Page(response.content.decode())
