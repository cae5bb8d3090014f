"""Names as printed, and the people and outlets behind them."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from apps.conferences.importing.full_names import Called, is_full_name
from apps.conferences.importing.names import find_names
from apps.conferences.importing.people import find_people
from apps.conferences.models import Conflict, Organisation, Speaker, Turn
from apps.transcripts import parse
from tests import make
from tests.conferences.transcripts import ANSWER, TURNS, briefing, import_one, import_path, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name",
    [
        "Elena Marsh",
        "Ban Ki-moon",
        "Conor O'Neill",
        "Conor O\u2019Neill",
        "George W. Marsh",
        "Elena  van der Marsh",
        "Ben Marsh",
    ],
)
def test_two_names_tell_a_person(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Marsh",
        "Mr. Marsh",
        "MS. MARSH",
        "President Marsh",
        "Secretary General",
        "E. Marsh",
        "",
        " ",
        "Q 1",
        "long name " * 21,
    ],
)
def test_a_surname_an_office_or_an_initial_tells_nobody(name: str) -> None:
    assert not is_full_name(name)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("de Souza", "MS. DE SOUZA"),
        ("Van Hollen", "SEN. VAN HOLLEN"),
        ("von der Leyen", "PRESIDENT VON DER LEYEN"),
        ("Le Drian", "Le Drian"),
        ("El Sisi", "MR. EL SISI"),
        ("García Márquez", "MS. GARCÍA MÁRQUEZ"),
        ("García Márquez", "Q (Sra. García Márquez, Harbour Gazette)"),
        ("Ben Ali", "PRESIDENT BEN ALI"),
    ],
)
def test_a_surname_of_several_words_tells_nobody(name: str, label: str) -> None:
    assert not is_full_name(name, label)


@pytest.mark.parametrize("label", ["DR. ANA RUIZ", "PRESIDENT ANA RUIZ", "Q (Ana Ruiz, Harbour Gazette)", "ANA RUIZ"])
@pytest.mark.parametrize("text", ["Thank you, Dr. Ruiz.", "President Ruiz’s plan", "Mr. Lind and Ms. Ruiz, please."])
def test_two_words_tell_a_person_where_the_transcript_calls_them_by_the_last_one(label: str, text: str) -> None:
    assert is_full_name("Ana Ruiz", label, Called.in_text(text))


@pytest.mark.parametrize(
    ("name", "label", "text"),
    [
        ("García Márquez", "PRESIDENT GARCÍA MÁRQUEZ", "Thank you. President García Márquez: The ferry sails."),
        ("García Márquez", "DR. GARCÍA MÁRQUEZ", "The office of the president. Márquez is a town."),
        ("García Márquez", "GARCÍA MÁRQUEZ", "I thank Mr. García Márquez for this."),
        ("Cortez Masto", "SEN. CORTEZ MASTO", "Senator Cortez Masto, please."),
        ("Souza Lima", "THE PRIME MINISTER OF VALDRIA SOUZA LIMA", ""),
    ],
)
def test_two_words_that_may_be_a_surname_tell_nobody(name: str, label: str, text: str) -> None:
    assert not is_full_name(name, label, Called.in_text(text))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ana Ruiz", "MINISTER OF PORTS, ANA RUIZ"),
        ("Ana Ruiz", "Moderator (Ana Ruiz)"),
        ("Conor Marsh", "SIR CONOR MARSH"),
        ("Ana García Ruiz", "PRESIDENT ANA GARCÍA RUIZ"),
        ("Ana Ruiz", None),
    ],
)
def test_a_full_name_behind_a_comma_a_bracket_or_a_sir_needs_no_further_sign(name: str, label: str | None) -> None:
    assert is_full_name(name, label)


@pytest.mark.parametrize(
    "label", ["MS. DE SOUZA", "SEN. VAN HOLLEN", "MR. EL SISI", "MS. GARCÍA MÁRQUEZ", "PRESIDENT GARCÍA MÁRQUEZ"]
)
def test_a_surname_of_several_words_makes_nobody_and_finds_no_alias(tmp_path: Path, label: str) -> None:
    make.speaker("Ana Ruiz", aliases=["De Souza", "Van Hollen", "El Sisi", "García Márquez"])
    for source in ("Harbour Board", "Meridian Alliance"):
        turns = (f"MODERATOR: {TURNS[0]}", f"{label}: {ANSWER}", "MODERATOR: More?", f"{label}: Not today, thank you.")
        import_one(write(tmp_path, briefing(*turns, title=f"Briefing of the {source}"), source=source))
    assert Turn.objects.filter(label=label).count() == 4
    assert not Turn.objects.filter(label=label).exclude(speaker=None).exists()
    assert Speaker.objects.count() == 1


def test_a_surname_of_several_words_is_somebodys_whom_the_transcript_names_in_full() -> None:
    turn = parse(briefing().encode()).turns[0]
    turns = tuple(replace(turn, speaker="Ana Ruiz", label=label) for label in ("MS. ANA RUIZ", "Ana Ruiz"))
    people = find_people(replace(parse(briefing().encode()), turns=turns), sources=[None])
    people.create_unknown()
    assert [people.speaker(turn) for turn in turns] == [Speaker.objects.get()] * 2


def test_one_person_is_one_speaker_across_conferences_and_sources(tmp_path: Path) -> None:
    import_one(write(tmp_path))
    import_one(write(tmp_path, briefing(title="Weekly briefing"), source="Harbour Board"))
    assert sorted(Speaker.objects.values_list("slug", flat=True)) == ["ana-ruiz", "elena-marsh"]
    assert Organisation.objects.get().name == "Harbour Gazette"


@pytest.mark.parametrize(
    "printed", ["elena marsh", "ELENA MARSH", " Elena   Marsh ", "Elena\u00a0Marsh", "Lena Marsh", "LENA  MARSH"]
)
def test_a_name_is_found_whatever_its_capitals_and_spaces_and_by_its_aliases(printed: str) -> None:
    elena = make.speaker("Elena  Marsh", aliases=["Ellie Marsh", "Lena Marsh"])
    make.speaker("Elena Marshall")
    names = find_names(Speaker, [printed])
    assert names.get(printed) == elena
    assert names.unknown == {}


@pytest.mark.parametrize("name", ["İlham Çelik", "Æsa Ørsted", "Ἑλένη Μάρς", "ẞtefan Weiß"])
def test_a_name_with_letters_that_change_case_oddly_is_found_again(name: str) -> None:
    speaker = make.speaker(name)
    assert find_names(Speaker, [name]).get(name) == speaker


def test_a_merged_name_finds_its_own_row_which_leads_to_who_it_turned_out_to_be() -> None:
    ada = make.speaker("Ada Brace")
    ada_lind = make.speaker("Ada Lind", merged_into=ada)
    make.speaker("Adah Lind", merged_into=ada_lind)
    found = find_names(Speaker, ["Adah Lind"]).get("Adah Lind")
    assert found
    assert (found.name, found.present) == ("Adah Lind", ada)


def test_a_name_that_two_people_hold_names_neither_and_a_note_says_so(tmp_path: Path) -> None:
    make.speaker("Ana Ruiz")
    make.speaker("Ana María Ruiz", aliases=["Ana Ruiz"])
    result = import_one(write(tmp_path))
    assert not Turn.objects.filter(speaker__name__contains="Ana").exists()
    assert Turn.objects.filter(label="Ana Ruiz (Harbour Gazette)", speaker=None).count() == 2
    assert [(note.line, note.message) for note in result.notes] == [
        (7, "Several are called “Ana Ruiz”: no new turn is linked until an editor says which.")
    ]
    assert Speaker.objects.filter(name__startswith="Ana").count() == 2


def test_two_rows_that_were_merged_into_one_are_one_holder() -> None:
    ana = make.speaker("Ana Ruiz")
    make.speaker("Ana Ruiz", merged_into=ana)
    assert find_names(Speaker, ["Ana Ruiz"]).get("Ana Ruiz") == ana


def test_a_name_comes_before_an_alias_where_both_lead_to_one_person() -> None:
    ana = make.speaker("Ana Ruiz", aliases=["Anna Ruiz"])
    anna = make.speaker("Anna Ruiz", merged_into=ana)
    assert find_names(Speaker, ["Anna Ruiz"]).get("Anna Ruiz") == anna


@pytest.mark.parametrize("model", [Speaker, Organisation])
def test_among_5000_names_an_index_finds_those_of_a_file(model: type[Speaker] | type[Organisation]) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (name, slug, aliases)"
            " SELECT 'Ana Ruiz ' || n, 'ana-' || n, ARRAY['Anna Ruiz ' || n] FROM generate_series(1, 5000) n"
        )
        cursor.execute(f"ANALYZE {table}")
    names = [f"ANNA  ruiz {number}" for number in range(1, 40)]
    plan = model._default_manager.called(names).explain()
    assert f"Bitmap Index Scan on {model._meta.model_name}_by_spelling" in plan
    assert "Seq Scan" not in plan
    assert find_names(model, names).unknown == {}


def test_a_bare_surname_makes_and_matches_nobody_even_if_somebody_has_it_as_an_alias() -> None:
    make.speaker("Ana Ruiz", aliases=["Ruiz"])
    transcript = parse(briefing().encode())
    people = find_people(replace(transcript, turns=(replace(transcript.turns[0], speaker="Ruiz"),)), sources=[None])
    people.create_unknown()
    assert people.speakers.get("Ruiz") is None
    assert Speaker.objects.count() == 1


def test_an_outlet_may_be_one_word_and_is_found_again(tmp_path: Path) -> None:
    kept = make.organisation("Kestrel Wire", aliases=["Kestrel"])
    import_one(write(tmp_path, briefing(TURNS[0], "Ana Ruiz (KESTREL): Why?", f"Elena Marsh: {ANSWER}")))
    assert Turn.objects.get(speaker__name="Ana Ruiz").organisation == kept


def test_names_that_look_alike_in_an_address_are_numbered(tmp_path: Path) -> None:
    make.speaker("José Ruiz", slug="jose-ruiz")
    names = find_names(Speaker, ["Jose Ruiz", "Josè Ruiz", "王 小明", "李 小明"])
    names.create_unknown()
    assert sorted(Speaker.objects.values_list("slug", flat=True)) == [
        "jose-ruiz",
        "jose-ruiz-2",
        "jose-ruiz-3",
        "speaker",
        "speaker-2",
    ]
    assert names.get("李  小明") == Speaker.objects.get(name="李 小明")


@pytest.mark.parametrize("as_alias", [False, True])
def test_a_namesake_who_comes_later_takes_nobodys_turns_away(tmp_path: Path, as_alias: bool) -> None:
    import_one(write(tmp_path))
    elena, gazette = Speaker.objects.get(name="Elena Marsh"), Organisation.objects.get()
    decided = Turn.objects.get(text=ANSWER)
    decided.decide(["speaker"])
    decided.speaker = make.speaker("Ottoline Brace")
    decided.save()
    before = list(Turn.objects.values_list("public_id", "speaker", "organisation"))
    if as_alias:
        make.speaker("Elena Lind", aliases=["ELENA MARSH"])
        make.organisation("Evening Gazette", aliases=["Harbour Gazette"])
    else:
        make.speaker("Elena Marsh")
        make.organisation("Harbour Gazette")
    result = import_one(write(tmp_path, briefing(*TURNS, "Elena Marsh: Thank you all for coming here today.")))
    assert (
        list(Turn.objects.exclude(text__startswith="Thank").values_list("public_id", "speaker", "organisation"))
        == before
    )
    assert Turn.objects.get(text__startswith="Thank").speaker == elena  # whose office it is
    assert {"Several are called “Harbour Gazette”: no new turn is linked until an editor says which."} <= {
        note.message for note in result.notes
    }
    assert elena.turns.exists()
    assert gazette.turns.exists()
    assert not Conflict.objects.exists()


def test_a_new_name_is_spelt_as_the_first_file_of_a_batch_spells_it(tmp_path: Path) -> None:
    write(tmp_path, name="a.txt")
    shouting = [
        turn.replace("Elena Marsh", "ELENA MARSH").replace("Harbour Gazette", "HARBOUR GAZETTE") for turn in TURNS
    ]
    write(tmp_path, briefing(*shouting, title="Weekly briefing", day="11 May 2019"), name="b.txt")
    import_path(tmp_path)
    assert set(Speaker.objects.values_list("name", flat=True)) == {"Elena Marsh", "Ana Ruiz"}
    assert Organisation.objects.get().name == "Harbour Gazette"
