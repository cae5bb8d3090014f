from datetime import date
from functools import partial
from typing import Any

import pytest
from django import template
from django.utils.html import escape

from apps.annotations.conference_topics import ConferenceTopic
from apps.annotations.models import Tag, Topic
from apps.browse.chart import Bar, Chart, Row
from apps.browse.concordance import Line
from apps.browse.context import Context
from apps.browse.evidence import Piece, Reason
from apps.browse.facets import Choice, Facet
from apps.browse.listed import ListedConference, ListedTurn
from apps.browse.passages import Beside, Passage, Passages
from apps.browse.periods import Period
from apps.browse.reading import Exchange
from apps.browse.shown_turns import ShownTurn
from apps.browse.templatetags import markup, passages, transcript
from apps.browse.vouchers import Shortlist

EVIL = """"><script>alert('&')</script>"""
BAR = Bar(3, 40, 1234, Period(date(2019, 1, 1), date(2019, 12, 31), EVIL, ""), f"?q={EVIL}")
TAG = ConferenceTopic(Topic(name=EVIL, slug="evil"), Tag.Origin.RULE, Tag.Status.SUGGESTED, 1)
TALK = ListedConference(1, "evil", EVIL, "", None, "", is_excerpt=False, language=EVIL, source="")
TURN = ListedTurn(1, EVIL, "answer", 0, EVIL, EVIL, None, TALK)
PARAGRAPH = [Piece(EVIL, EVIL), Piece(EVIL, is_marked=True)]
OF_SAID: dict[str, Any] = dict.fromkeys(ShownTurn._fields, EVIL)
REASON = Reason(Tag(topic=TAG.topic, origin="rule", status="suggested"), [EVIL])
SAID = ShownTurn(**OF_SAID | {"names": [], "paragraphs": [PARAGRAPH], "reasons": [REASON]})
EXCHANGE = Exchange(1, [SAID])
ASKED = Beside(1, EVIL, EVIL, EVIL)
PASSAGE = Passage(TURN, EVIL, [(EVIL, True), (EVIL, False)], EVIL, EVIL, ASKED, ASKED)
BELOW = Choice(2, EVIL, EVIL, 1, chosen=False)


@pytest.mark.parametrize(
    ("made", "of"),
    [
        (markup.choices, Facet("topic", "", [Choice(1, EVIL, EVIL, 2, chosen=True, below=[BELOW])], "", None, [])),
        (markup.bars, [BAR]),
        (markup.numbers, Chart("year", [Row("", [BAR])], [], 1, 1)),
        (markup.periods, [(BAR.period, 2000, [(1, 5.0)])]),
        (markup.in_lines, [Line(TURN, (0, 1), Context(EVIL, EVIL, EVIL), EVIL)]),
        (partial(markup.entry, topics=Shortlist([TAG], 1), title=[(EVIL, True)]), TALK),
        (markup.entry, TALK),
        (markup.tag_links, [TAG]),
        (passages.passage, PASSAGE),
        (passages.passages, Passages(1, [PASSAGE])),
        (partial(transcript.turns, template.Context({"conference": TALK})), EXCHANGE),
        (partial(transcript.in_exchanges, template.Context({"conference": TALK})), [EXCHANGE]),
        (partial(transcript.questions, language=EVIL), [EXCHANGE]),
        (markup.marked, [(EVIL, True), (EVIL, False)]),
    ],
)
def test_text_is_shown_as_it_is_and_becomes_no_html(made: Any, of: Any) -> None:
    assert escape(EVIL) in made(of)
    assert "script>" not in made(of)


def test_a_tick_stands_at_what_is_chosen_only() -> None:
    offered = [Choice(1, "a", "A", 2, chosen=True, below=[Choice(2, "b", "B", 1, chosen=False)])]
    html = markup.choices(Facet("topic", "", offered, "", None, []))
    assert html.count(" checked") == 1
    assert html.index(" checked") < html.index('value="b"')
