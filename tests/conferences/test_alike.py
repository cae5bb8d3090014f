"""Names are found whatever accents and capitals they are written with."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.annotations.models import Entity, Topic
from apps.conferences.alike import plain
from apps.conferences.models import Organisation, Source, Speaker
from apps.conferences.querysets import SourceQuerySet
from tests import make

pytestmark = pytest.mark.django_db

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("María García", "garcia"),
        ("Maria Garcia", "GARCÍA"),
        ("Mari\u0301a Garci\u0301a", "maría garcia"),
        ("Łukasz Größe", "grosse lukasz"),
        ("Lukasz Grosse", "größe łukasz"),
        ("Ærø Øst", "aero ost"),
        ("Άννα Λάζου", "αννα ΛΑΖΟΥ"),
        ("Фёдор Чайкин", "федор чайкин"),
        ("İpek Yıldız", "ipek yildiz"),
        ("한 지민", "한"),
    ],
)
def test_a_speaker_is_found_with_accents_and_without(name: str, typed: str) -> None:
    speaker = make.speaker(name)
    make.speaker("Elena Marsh")
    assert list(Speaker.objects.matching(typed)) == [speaker]


def test_so_are_outlets_sources_topics_and_entities_by_any_of_their_names() -> None:
    outlet = make.organisation("Gazette", aliases=["La Época"])
    source = Source.objects.create(name="Consejo de Évora", slug="evora")
    topic = make.topic("Énergie")
    entity, merged = make.entity("Évora"), make.entity("Ebora")
    merged.merged_into = entity
    merged.save()
    assert list(Organisation.objects.matching("epoca")) == [outlet]
    assert list(SourceQuerySet(Source).matching("EVORA")) == [source]
    assert list(Topic.objects.matching("energie")) == [topic]
    assert set(Entity.objects.called("evora")) == {entity}
    assert set(Entity.objects.called("ÉBORA")) == {entity, merged}


def test_marks_of_a_pattern_are_read_as_they_are() -> None:
    speaker = make.speaker("A. (Tony) O'Neil*")
    make.speaker("Anthony Neil")
    for typed in ("a. (tony)", "o'neil*", "."):
        assert list(Speaker.objects.matching(typed)) == [speaker]
    for typed in (".*", "***:x", "(?i)", "[a-z]", "\\w"):
        assert not Speaker.objects.matching(typed)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, NAMES, NAMES)
def test_a_name_is_found_by_any_part_of_it_however_that_is_written(before: str, part: str, after: str) -> None:
    name, part = (unicodedata.normalize("NFC", text) for text in (before + part + after, part))
    Speaker.objects.filter(slug="the-one").delete()
    make.speaker(name, slug="the-one")
    for typed in (part, plain(part)):
        assert Speaker.objects.matching(typed).filter(slug="the-one").exists()


def test_a_word_of_any_length_is_looked_for() -> None:
    speaker = make.speaker("oe" * 60)
    assert list(Speaker.objects.matching("oe" * 60)) == [speaker]
    assert not Speaker.objects.matching("aeoess" * 2_000)
    assert connection.is_usable()
