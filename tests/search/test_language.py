"""How a query is read, whatever a person types."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apps.search.language import read, read_each, written
from apps.search.language.expressions import (
    And,
    Before,
    Expression,
    From,
    Fuzzy,
    Near,
    Not,
    OfKind,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from apps.search.language.reading import LONGEST
from apps.search.language.tidying import MOST_WORDS
from apps.transcripts import Kind
from tests import make
from tests.search.typed import TYPED


@pytest.mark.parametrize(
    ("typed", "as_read"),
    [
        ("nuclear missile", "nuclear and missile"),
        ("nuclear AND missile", "nuclear and missile"),
        ("nuclear OR missile defence", "(nuclear or missile) and defence"),
        ("nuclear OR (missile defence)", "nuclear or (missile and defence)"),
        ("or not and", "or and not and and"),
        ("-drone", "everything, but not drone"),
        ("−drone NOT ferry", "everything, but not drone and not ferry"),
        ("a --drone", "a and not drone"),
        ("-(drone OR ferry) fares", "not (drone or ferry) and fares"),
        ("e-mail 10:30 U.S. (U.N.), v1.0.", "e-mail and 10:30 and U.S. and U.N. and v1.0"),
        ("“missile  defence”", "“missile defence”"),
        ("«missile defence»~1", "“missile” near “defence” (at most one other word between)"),
        ('"missile"~5', "“missile”"),
        ("mis*", "words that begin with “mis”"),
        ("misile~ misile~2", "words like “misile” and words like “misile”"),
        ("misile~0", "“misile”"),
        ('title:mis* TITLE: "ferry fares"', "words that begin with “mis” in the title and “ferry fares” in the title"),
        ("title:-ferry", "everything, but not ferry in the title"),
        ("missile -title: NOT ferry", "missile and not ferry in the title"),
        ("drone kind:-answer", "drone and not in an answer"),
        ("kind:Questions", "in a question"),
        ("-kind:answer", "everything, but not in an answer"),
        ("after:2019 before:2019-5", "from 1 January 2019 on and before 1 May 2019"),
        ("before:2019-05-04", "before 4 May 2019"),
        ("nuclear - missile, !!", "nuclear and missile"),
        ("re\u0301sume\u0301", "résumé"),
        ("mis\u00adsile \u200flaun\u200bch", "missile and launch"),
        ("שלום OR عالم", "שלום or عالم"),
        ("你好 Київ*", "你好 and words that begin with “Київ”"),
        ("ஏவுகணை, हिन्दी। тому\u0301", "ஏவுகணை and हिन्दी and тому\u0301"),
        ("'; DROP TABLE x; --", "DROP and TABLE and x"),
        ("", ""),
        ('  "" () -!  ', ""),
    ],
)
def test_what_is_typed_well_is_read_without_a_doubt(typed: str, as_read: str) -> None:
    reading = read(typed)
    assert (reading.as_read, reading.doubts) == (as_read, ())


@pytest.mark.parametrize(
    ("typed", "as_read", "doubt"),
    [
        (
            'missile "air def',
            "missile and air and def",
            "A quotation mark was not closed, so what follows it was read as words.",
        ),
        ("OR", "or", "“OR” stands alone, so it was read as words."),
        ("AND OR", "and and or", "“AND OR” stands alone, so it was read as words."),
        ("speaker:", "speaker", "“speaker:” stands alone, so it was read as words."),
        ("missile OR", "missile", "“OR” has nothing after it, so it was left out."),
        ("OR missile", "missile", "“OR” has nothing before it, so it was left out."),
        ("missile NOT", "missile", "“NOT” has nothing after it, so it was left out."),
        (
            "title:(press briefing)",
            "press and briefing",
            "“title:” takes one word, or several in quotation marks, so it was left out before the bracket.",
        ),
        ("title:", "title", "“title:” stands alone, so it was read as words."),
        ("infl?tion", "infl?tion", "“?” stands for no letter, so “infl?tion” was read as words side by side."),
        ("war or peace", "war and or and peace", "“or” was read as a word: in capitals, OR means one or the other."),
        (
            "-kind:noise ferry",
            "ferry",
            "There is no kind “noise”, so it was left out: kinds are statement, question, answer, moderator, other.",
        ),
        ("-after:may ferry", "ferry", "“may” is no date, so it was left out: write 2019, 2019-05 or 2019-05-04."),
        ("(missile", "missile", "A bracket was not closed, so it goes to the end."),
        ("missile)", "missile", "A closing bracket had no opening one, so it was left out."),
        ("place:calder", "place and calder", "There is nothing called “place:” to look in, so it was read as a word."),
        (
            'kind:"hot air"',
            "“hot air”",
            "There is no kind “hot air”, so it was read as words: "
            "kinds are statement, question, answer, moderator, other.",
        ),
        ("after:may", "may", "“may” is no date, so it was read as words: write 2019, 2019-05 or 2019-05-04."),
        (
            "before:2019-02-30",
            "2019-02-30",
            "“2019-02-30” is no date, so it was read as words: write 2019, 2019-05 or 2019-05-04.",
        ),
        ("m*", "m", "“m*” is too short to go on in any way, so it was read as “m”."),
        ("mis*le", "misle", "“*” only ends a word, so “mis*le” was read without it."),
        ("e-mail*", "e-mail", "“e-mail*” is more than one word, so it was read as these words side by side."),
        ("世界*", "世界", "“世界*” is more than one word, so it was read as these words side by side."),
        ("misile~3", "words like “misile”", "A word may differ by 2 letters at most, so “misile~3” was read so."),
        (
            '"a b"~99',
            "“a” near “b” (at most 50 other words between)",
            "Words are near each other with 50 others between them at most, so it was read so.",
        ),
        ("ferry 🙂", "ferry", "“🙂” has no letters or digits, so it was left out."),
        ("x" * 101, "", f"“{'x' * 39}…” is too long to be a word, so it was left out."),
        ("a " * 65, " and ".join("a" * 64), "Only the first 64 words and phrases were read."),
        ("(a OR (b " * 11, None, "Brackets go 20 deep at most; deeper ones were left out."),
        ("ferry" + " " * 10_000, "ferry", "Only the first 1,000 characters were read."),
    ],
)
def test_what_cannot_be_taken_as_typed_is_said_in_one_sentence(typed: str, as_read: str | None, doubt: str) -> None:
    reading = read(typed)
    assert doubt in reading.doubts
    assert as_read is None or reading.as_read == as_read


@pytest.mark.django_db
def test_a_name_is_looked_up_after_merges_and_an_exact_one_is_preferred() -> None:
    marsh = make.speaker("Elena Marsh")
    make.speaker("E. Marsh", merged_into=marsh, aliases=["Lena Marsh"])
    other = make.speaker("Elena Marshall")
    found = {
        text: read(text)
        for text in ('speaker:"elena marsh"', 'speaker:"LENA marsh"', "speaker:Marsh", 'speaker:"e. marsh"')
    }
    ids = {text: getattr(reading.expression, "ids", None) for text, reading in found.items()}
    assert list(ids.values()) == [(marsh.pk,), (marsh.pk,), (marsh.pk, other.pk), (marsh.pk,)]
    assert [reading.as_read for reading in found.values()] == [
        "said by Elena Marsh",
        "said by Elena Marsh",
        "said by one of 2 called “Marsh”",
        "said by Elena Marsh",
    ]


@pytest.mark.django_db
def test_a_name_is_known_with_accents_and_without() -> None:
    speaker, outlet = make.speaker("María García"), make.organisation("La Época")
    entity = make.entity("Évora", merged_into=make.entity("Ebora"))
    for text, pk in (
        ("speaker:garcia", speaker.pk),
        ('speaker:"MARIA GARCÍA"', speaker.pk),
        ("outlet:epoca", outlet.pk),
        ("entity:evora", entity.merged_into_id),
    ):
        assert getattr(read(text).expression, "ids", None) == (pk,)


@pytest.mark.django_db
def test_a_name_written_so_comes_before_one_of_which_it_is_a_part_whatever_the_accents() -> None:
    one, other = make.speaker("García"), make.speaker("Garcia")
    make.speaker("Ana García")
    assert getattr(read("speaker:garcía").expression, "ids", None) == (one.pk, other.pk)


@pytest.mark.django_db
def test_topics_outlets_entities_and_sources_are_known_by_part_of_their_names() -> None:
    make.topic("Missile defence", slug="shield")
    make.organisation("Harbour Gazette")
    make.entity("Port Calder", aliases=["Calder City"])
    make.entity("No such place", rejected=True)
    make.source("Meridian Alliance")
    reading = read('topic:shield topic:defence outlet:gazette entity:"calder city" source:meridian')
    assert reading.as_read == (
        "about Missile defence and about Missile defence and said for Harbour Gazette and naming Port Calder "
        "and from Meridian Alliance"
    )
    assert read('entity:"no such"').doubts == ("There is no entity called “no such”, so it was read as words.",)


@pytest.mark.django_db
def test_a_name_that_nobody_has_is_read_as_words() -> None:
    reading = read('speaker:"Nobody Here" ferry')
    assert reading.as_read == "“Nobody Here” and ferry"
    assert reading.doubts == ("There is no speaker called “Nobody Here”, so it was read as words.",)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "as_read"),
    [
        ("-speaker:powell", ""),
        ("-speaker:powell inflation", "inflation"),
        ("inflation -(speaker:powell OR ferry)", "inflation and not ferry"),
        ("inflation -(speaker:powell ferry)", "inflation"),
        ("inflation -(-(ferry late) OR speaker:powell)", "inflation and ferry and late"),
        ("inflation -(ferry -speaker:powell)", "inflation and not (ferry and not powell)"),
    ],
)
def test_a_name_that_nobody_has_excludes_nothing(typed: str, as_read: str) -> None:
    reading = read(typed)
    assert reading.as_read == as_read
    told = "read as words" if "powell" in as_read else "left out"
    assert reading.doubts == (f"There is no speaker called “powell”, so it was {told}.",)


@pytest.mark.django_db
def test_only_so_many_names_are_looked_up_in_one_query(django_assert_num_queries: pytest.FixtureRequest) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        reading = read(" ".join(f"speaker:nobody{number}" for number in range(20)))
    assert "Only the first 8 names were looked up." in reading.doubts


@pytest.mark.django_db
def test_names_of_every_kind_and_of_several_queries_are_looked_up_in_one(
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    marsh = make.speaker("Elena Marsh")
    topic, outlet, entity = make.topic("Harbour"), make.organisation("Harbour Gazette"), make.entity("Port Calder")
    one = "speaker:marsh topic:harbour outlet:gazette entity:calder source:nobody"
    with django_assert_num_queries(1):  # type: ignore[operator]
        first, second = read_each([one, "speaker:marsh -topic:gazette"])
    assert isinstance(first.expression, And)
    assert [getattr(part, "ids", part) for part in first.expression.parts] == [
        *((one.pk,) for one in (marsh, topic, outlet, entity)),
        Word("nobody"),
    ]
    assert second.as_read == "said by Elena Marsh"


@given(st.text(max_size=200) | TYPED)
@example("\0")
@example("((" * 6000)
@example("-(a OR " * 2000)
@example('"a"~99999999999999999999 b~99999999999999999999')
def test_any_text_is_read(text: str) -> None:
    reading = read(text)
    assert all(doubt.endswith(".") and len(doubt) < LONGEST + 100 for doubt in reading.doubts)
    assert bool(reading.as_read) == (reading.expression is not None)


@pytest.mark.django_db
@given(TYPED.map(lambda text: f"speaker:{text} topic:{text} entity:{text} outlet:{text} source:{text}"))
def test_any_name_is_looked_up(text: str) -> None:
    assert read(text)


WORDS = st.sampled_from(["missile", "ferry", "e-mail", "U.S", "Évora", "世界", "or", "2019-05", "speaker"])
LINES = st.lists(WORDS, min_size=2, max_size=4).map(" ".join)
SINGLE = st.sampled_from(["missile", "Évora", "हिन्दी"])
TEXTS: st.SearchStrategy[Expression] = st.one_of(
    WORDS.map(Word),
    SINGLE.map(Prefix),
    st.builds(Fuzzy, SINGLE, st.integers(1, 2)),
    LINES.map(Phrase),
    st.builds(Near, LINES, st.integers(1, 50)),
)
LEAVES = st.one_of(
    TEXTS,
    TEXTS.map(Title),  # type: ignore[arg-type]
    st.sampled_from(Kind).map(OfKind),
    st.dates().map(From),
    st.dates().map(Before),
)


def joined(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Of the shape that reading gives: nothing of one sort directly within the same sort."""

    def several(how: type[And] | type[Or]) -> st.SearchStrategy[Expression]:
        inner = parts.filter(lambda part: not isinstance(part, how))
        return st.lists(inner, min_size=2, max_size=4).map(lambda found: how(tuple(found)))

    return several(And) | several(Or) | parts.filter(lambda part: not isinstance(part, Not)).map(Not)


@given(st.recursive(LEAVES, joined, max_leaves=MOST_WORDS // 4))
def test_an_expression_written_as_a_query_reads_as_itself(expression: Expression) -> None:
    reading = read(written(expression))
    if len(written(expression)) <= LONGEST:
        assert reading.expression == expression
        assert {*reading.doubts} <= {"“or” was read as a word: in capitals, OR means one or the other."}
