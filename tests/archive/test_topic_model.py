"""What was learned moves with the record."""

from pathlib import Path

import pytest

from apps.annotations.annotating import annotate_pending
from apps.annotations.annotator import Annotator
from apps.annotations.learning.scoring import _load, current_model
from apps.annotations.learning.training import train
from apps.annotations.models import Tag
from tests import make
from tests.annotations.judged import BESIDE, LANGUAGE, OF_PORT, judged, said
from tests.archive.moving import move

pytestmark = pytest.mark.django_db


def test_a_site_that_an_archive_was_moved_to_goes_on_with_the_same_model(tmp_path: Path) -> None:
    topic = judged()
    make.turn(make.conference(language=LANGUAGE), said(BESIDE, OF_PORT, 3))
    annotate_pending()
    train()
    text = said(BESIDE, OF_PORT, 20)
    suggested, version, tags = (
        current_model().suggest(text, {}, LANGUAGE),
        Annotator.current().version,
        list(Tag.objects.values()),
    )
    assert set(suggested) == {topic.pk}
    move(tmp_path / "archive")
    _load.cache_clear()  # this is another site
    assert current_model().suggest(text, {}, LANGUAGE) == suggested
    assert Annotator.current().version == version
    annotate_pending()
    assert list(Tag.objects.values()) == tags
    assert not train().is_new
