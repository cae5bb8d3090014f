"""Entities in a text: what is known for certain first, then what the model sees."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.annotations.gazetteer import FILE, Known, gazetteer, gazetteer_version
from apps.annotations.known_names import known_names, names_in_labels
from apps.annotations.phrase_rules import Found, Phrase
from apps.annotations.reading import pieces, read
from tests import make

MARSH = Known("person", "Elena Marsh", (("Elena Marsh", "PERSON"),), short=("Marsh",))


def known_person() -> Known:
    """As the labels tell of one."""
    [person] = names_in_labels({(None, "Elena Marsh", None, "", "answer")}, "Harbour Gazette")
    return person


def named(text: str, *known: Known, language: str = "en") -> dict[str, tuple[str, str, str]]:
    [found] = read([text], language, (), known)
    return {text[each.start : each.end]: (each.origin, each.kind, each.name) for each in found.named}


@pytest.mark.parametrize("name", ["UK", "U.K.", "Britain", "Great Britain", "United Kingdom", "British"])
def test_one_country_is_meant_by_all_its_names(name: str) -> None:
    assert named(f"We spoke about the {name} yesterday.")[name] == ("rule", "country", "United Kingdom")


def test_the_longest_name_is_meant() -> None:
    found = named("The UN Security Council met the South Korean delegation about the INF Treaty and THAAD.")
    assert found["UN Security Council"] == ("rule", "organisation", "United Nations Security Council")
    assert found["South Korean"] == ("rule", "country", "South Korea")
    assert found["INF Treaty"] == ("rule", "treaty", "INF Treaty")
    assert found["THAAD"] == ("rule", "weapon", "THAAD")


@pytest.mark.parametrize(
    "name",
    [
        *("New Jersey", "New Mexico", "Northern Ireland", "Gulf of Mexico", "Sea of Japan", "Indian Ocean"),
        *("East China Sea", "Panama Canal", "MEXICO CITY", "West Germany", "British Columbia"),
    ],
)
def test_a_country_in_the_name_of_another_place_is_not_meant(name: str) -> None:
    assert list(named(f"We looked at the {name} yesterday.").items()) == [(name, ("rule", "place", name))]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bank of America", "organisation"),
        ("Reserve Bank of New Zealand", "organisation"),
        ("Times of Israel", "organisation"),
        ("China Airlines", "organisation"),
        ("Indian Health Service", "organisation"),
        ("American Red Cross", "organisation"),
        ("Russian Academy of Sciences", "organisation"),
        ("Asian Development Bank", "organisation"),
        ("American Indians", "group"),
        ("African American", "group"),
        ("Chinese Americans", "group"),
    ],
)
def test_nor_is_it_in_the_name_of_an_organisation_or_group(name: str, kind: str) -> None:
    assert [(text, each[1]) for text, each in named(f"Then the {name} spoke.").items()] == [(name, kind)]


@pytest.mark.parametrize(
    ("printed", "country"),
    [
        ("President of Mexico", "Mexico"),
        ("New Russian sanctions", "Russia"),
        ("American troops", "United States"),
        ("German Chancellor", "Germany"),
        ("Republic of Ireland", "Ireland"),
        ("Republic of Korea", "South Korea"),
        ("Republic of Austria", "Austria"),
        ("Peoples Republic of China", "China"),
        ("North Macedonia", "North Macedonia"),
        ("New Zealand", "New Zealand"),
        ("Eastern Ukraine", "Ukraine"),
        ("Swaziland", "Eswatini"),
        ("Cape Verde", "Cabo Verde"),
        ("Sino-Russian", "China"),
    ],
)
def test_a_country_is_meant_beside_other_capitals_and_by_its_official_and_former_names(
    printed: str, country: str
) -> None:
    found = [*named(f"{printed} came up there.").values()]
    assert found[0] == ("rule", "country", country)
    assert not [name for origin, _, name in found if origin == "model"]


def test_two_countries_joined_and_other_names_within_reach_are_no_longer_names() -> None:
    found = named("The US-China Council met the Palestinian West Bank mayors.")
    assert [name for origin, _, name in found.values() if origin == "rule"] == [
        *("United States", "China", "Palestine", "West Bank"),
    ]


def test_a_heading_in_capitals_makes_no_endless_name() -> None:
    found = named("Then " + "Quiet " * 100 + "Bank of America spoke.")
    assert found["America"] == ("rule", "country", "United States")


def test_half_a_name_a_number_and_a_prefix_are_no_names() -> None:
    found = named("The Republic of Ruritania paid ½ of the CR. It was anti-American, pro-Russian and non-NATO.")
    assert {name for _, _, name in found.values()} <= {
        "Ruritania",
        "Republic of Ruritania",
        "United States",
        "Russia",
    } | {"NATO"}


def test_jersey_is_a_country_only_where_nothing_speaks_of_new_jersey() -> None:
    assert named("Banks moved to Jersey and Guernsey.")["Jersey"] == ("rule", "country", "Jersey")
    assert named("We saw it in New Jersey. People in Jersey know.")["Jersey"][1] == "place"


def test_small_letters_name_no_country() -> None:
    assert named("Tell us about the turkey on the table.") == {}


def test_the_model_finds_what_no_list_knows() -> None:
    found = named("Yesterday I met John Smith in Brussels.")
    assert found == {"John Smith": ("model", "person", "John Smith"), "Brussels": ("model", "place", "Brussels")}


def test_a_speaker_is_known_by_the_full_name_and_by_the_surname_where_a_name_is_seen() -> None:
    found = named("Elena Marsh was there, and I asked Mrs. Marsh about the marsh.", MARSH)
    assert found == dict.fromkeys(("Elena Marsh", "Marsh"), ("source", "person", "Elena Marsh"))


def test_curly_quotes_and_line_ends_do_not_hide_a_name() -> None:
    found = named("Germany’s view of the European\nUnion.")
    assert found["Germany"] == ("rule", "country", "Germany")
    assert found["European\nUnion"] == ("rule", "organisation", "European Union")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We spoke with Ukraine, Moldova and Georgia about it.", "country"),
        ("Alabama votes tomorrow, and Georgia votes on Tuesday.", "place"),
        ("The voters in Georgia decide on Tuesday.", "place"),
    ],
)
def test_georgia_is_what_the_names_beside_it_are(text: str, kind: str) -> None:
    assert named(text)["Georgia"][1] == kind


def test_jordan_is_a_country_or_a_person_as_the_model_sees_it() -> None:
    assert named("We support our partners in Jordan and Tunisia.")["Jordan"] == ("rule", "country", "Jordan")
    assert named("I met Mike Jordan yesterday.") == {"Mike Jordan": ("model", "person", "Mike Jordan")}


def test_names_in_capitals_are_known() -> None:
    found = named("THE MINISTER SPOKE ABOUT RUSSIA WITH ELENA MARSH.", known_person())
    assert found["RUSSIA"] == ("rule", "country", "Russia")
    assert found["ELENA MARSH"] == ("source", "person", "Elena Marsh")


def test_an_outlet_of_one_word_is_known_where_it_is_no_other_word() -> None:
    assert named("According to Reuters it was late.")["Reuters"] == ("rule", "organisation", "Reuters")


def test_a_leader_is_known_by_the_surname_unless_another_bears_it_there() -> None:
    assert named("I called President Macron.")["Macron"] == ("rule", "person", "Emmanuel Macron")
    other = named("I met Jane Macron in Paris. President Macron was not there.")
    assert other["Macron"] == ("model", "person", "Macron")


def test_a_surname_means_whom_the_turn_names_in_full() -> None:
    found = named("I spoke with Peter Novak yesterday. Mr. Novak agreed.")
    assert found["Novak"] == ("model", "person", "Peter Novak")


def test_a_mention_is_the_name_alone() -> None:
    assert "Brussels" in named("We saw Brussels' streets and the “Brussels” sign.")
    assert named("The Harbour Council's vote in Lund.").keys() <= {"Harbour Council", "Lund"}


def test_offices_and_items_of_a_list_are_no_names() -> None:
    assert named("The Admiral is here.\n\n• Increased readiness\n\n(Laughs.)") == {}


def test_the_alliance_is_another_one_in_a_longer_name() -> None:
    alliance = Known("organisation", "NATO", (("Alliance", "ORG"),))
    assert named("A modern Alliance needs it.", alliance)["Alliance"] == ("source", "organisation", "NATO")
    assert "Alliance" not in named("The Northern Alliance took Kabul.", alliance)


def test_without_a_model_for_the_language_nothing_is_named() -> None:
    assert named("El Reino Unido y la OTAN.", language="es") == {}


def test_topics_are_found_in_the_same_pass() -> None:
    [found] = read(["No missiles for Poland."], "en", (Phrase(7, "missiles"),), ())
    assert found.topics == {7: Found([(3, 11)], 0.5)}
    assert [each.name for each in found.named] == ["Poland"]


def test_topics_are_found_again_in_the_next_conference() -> None:
    phrases = (Phrase(90210417, "quovadine shipments"), Phrase(90210418, "harbour levy"))
    for _ in range(3):
        [first, second] = read(["No quovadine shipments left.", "The harbour levy stands."], "en", phrases, (MARSH,))
        assert (first.topics, second.topics) == (
            {90210417: Found([(3, 22)], 0.5)},
            {90210418: Found([(4, 16)], 0.5)},
        )


def test_a_text_too_long_for_the_model_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "We met in Poland,\u00a0 and  then in Ukraine.\n\nNATO’s ministers met in Lisbon.\n\n" * 5
    [whole] = read([text], "en", (Phrase(7, "ministers"),), ())
    monkeypatch.setattr("apps.annotations.reading.LONGEST_TEXT", 120)
    [beside, cut] = read(["Poland.", text], "en", (Phrase(7, "ministers"),), ())
    assert cut == whole
    assert [text[each.start : each.end] for each in cut.named] == ["Poland", "Ukraine", "NATO", "Lisbon"] * 5
    assert [each.name for each in beside.named] == ["Poland"]


@given(st.text("Ab \n", min_size=1, max_size=60))
def test_nothing_is_lost_between_pieces(text: str) -> None:
    cut = list(pieces(text, 7))
    assert "".join(each[0] for each in cut) == text
    assert all(0 < len(each[0]) <= 7 for each in cut)


def test_no_name_of_the_gazetteer_means_two_things() -> None:
    names = [name for known in gazetteer() for name, _ in known.names]
    assert len(names) == len(set(names)) > 500


@pytest.mark.django_db
class TestKnownNames:
    def test_speakers_and_outlets_are_known_as_their_labels_print_them(self) -> None:
        conference = make.conference()
        make.turn(conference, speaker=make.speaker("Ana Ruiz"), organisation=make.organisation("Harbour Gazette"))
        make.turn(conference, speaker=make.speaker("Jo Lind"), organisation=make.organisation("Time"))
        make.turn(conference, speaker=make.speaker("Kim Lind", merged_into=make.speaker("Kim Aster")))
        known = {each.name: (each.names, each.short) for each in known_names(conference)}
        assert known == {
            "Ana Ruiz": ((("Ana Ruiz", "PERSON"), ("ANA RUIZ", "PERSON")), ("Ruiz",)),
            "Jo Lind": ((("Jo Lind", "PERSON"), ("JO LIND", "PERSON")), ()),  # two are called Lind
            "Kim Aster": ((("Kim Lind", "PERSON"), ("KIM LIND", "PERSON")), ()),
            "Harbour Gazette": ((("Harbour Gazette", "ORG"),), ()),
            "Time": ((), ("Time",)),  # an ordinary word as well
        }

    def test_the_alliance_is_nato_where_those_who_answer_speak_for_it(self) -> None:
        theirs, others = make.conference(), make.conference()
        make.turn(theirs, kind="answer", role="NATO Secretary General")
        make.turn(others, kind="question", role="NATO correspondent")
        said = "The Alliance is strong, and so is the Atlantic Alliance."
        assert named(said, *known_names(theirs))["Alliance"] == ("source", "organisation", "NATO")
        assert named(said, *known_names(theirs))["Atlantic Alliance"] == ("rule", "organisation", "NATO")
        assert named(said, *known_names(others)).get("Alliance", ("",))[0] != "source"


def test_the_gazetteers_version_is_that_of_the_names_that_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, version = gazetteer(), gazetteer_version()
    changed = tmp_path / "gazetteer.yaml"
    changed.write_text(FILE.read_text() + "# one more line")
    monkeypatch.setattr("apps.annotations.gazetteer.FILE", changed)
    assert gazetteer() is names
    assert gazetteer_version() == version
