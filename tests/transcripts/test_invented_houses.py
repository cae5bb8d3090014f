"""What the invented houses taught, each as a rule with people of its own."""

import pytest

from apps.transcripts import parse
from apps.transcripts.labels.matching import match
from apps.transcripts.labels.outlets import looks_like_outlet
from apps.transcripts.speakers.people import named_in


def turns(text: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, organisation and kind of each turn."""
    return [(turn.speaker, turn.organisation, str(turn.kind)) for turn in parse(text.encode()).turns]


@pytest.mark.parametrize(
    "printed",
    [
        "The Right Hon. Ana Ruiz",
        "The Hon Ana Ruiz",
        "L'hon. Ana Ruiz",
        "Det. Sgt. Ana Ruiz",
        "Dep Gov Ana Ruiz",
        "PIO Ana Ruiz",
    ],
)
def test_a_title_of_several_words_is_no_part_of_the_name(printed: str) -> None:
    label = match(f"{printed}: Good day.")
    assert label
    assert (label.printed, label.name) == (printed, "Ana Ruiz")


@pytest.mark.parametrize("outlet", ["NHK", "Coast Evening", "Freelance"])
def test_an_outlet_may_stand_before_its_reporter(outlet: str) -> None:
    text = f"Press conference\n\nMayor Ruiz: Good day.\n\n{outlet}, Lind: Why?\n\nMayor Ruiz: So.\n"
    assert turns(text)[1] == ("Lind", outlet, "question")


def test_an_office_before_the_comma_is_no_outlet() -> None:
    label = match("Daily Post, Director: Why?")
    assert label is None or label.name != "Director"


def test_a_single_name_with_an_outlet_is_a_label() -> None:
    text = "Media briefing\n\nAna Ruiz, Mayor: Good day. Yes, Jo.\n\nJo, CoastNews: Why?\n\nAna Ruiz, Mayor: So.\n"
    assert turns(text)[1] == ("Jo", "CoastNews", "question")


def test_words_run_together_are_an_outlet_if_one_of_them_is_an_outlets() -> None:
    assert looks_like_outlet("CoastNews")
    assert not looks_like_outlet("CoastBay")


def test_an_office_that_belongs_to_anothers_is_no_name() -> None:
    label = match("Spokesperson for the General Assembly President: Good afternoon.")
    assert label
    assert (label.office, label.name) == ("spokesperson", None)


def test_an_office_in_small_letters_is_one_after_its_article() -> None:
    assert [one.name for one in named_in(["Déclarations de la porte-parole, Mme Ana Ruiz"])] == ["Ana Ruiz"]
    assert [one.name for one in named_in(["Conferencia del presidente del Gobierno, Ana Ruiz"])] == ["Ana Ruiz"]


def test_the_holder_of_an_office_may_stand_on_the_line_below_it() -> None:
    [person] = named_in(["Prime Minister", "The Hon Ana Ruiz MP"])
    assert (person.name, person.office) == ("Ana Ruiz", "prime minister")


def test_a_ministers_full_name_is_heard_after_the_whole_office() -> None:
    text = (
        "Press conference\n\nPRIME MINISTER: I'm joined by the Minister for Aged Care, Jo Berg-Lind.\n\n"
        "MINISTER BERG-LIND: Thanks.\n\nJOURNALIST: Why?\n\nMINISTER BERG-LIND: So.\n"
    )
    assert turns(text)[1][0] == "Jo Berg-Lind"


@pytest.mark.parametrize(
    "said",
    [
        "Thanks, Jo. Happy to take questions. Kim?",
        "Let's keep going. Kim, then I'll go to the phones.",
        "Anyone else on this? Okay, Kim.",
    ],
)
def test_whoever_answers_moderates_where_a_turn_only_hands_over(said: str) -> None:
    opening = "Briefing\n\nMAYOR RUIZ: We met.\n\nQ: Why?\n\nMAYOR RUIZ: So.\n\n"
    text = f"{opening}MAYOR RUIZ: {said}\n\nQ: And when?\n\nMAYOR RUIZ: Now.\n"
    assert [kind for _, _, kind in turns(text)] == [
        "statement", "question", "answer", "moderator", "question", "answer",
    ]  # fmt: skip


def test_to_take_a_question_oneself_is_no_handover() -> None:
    opening = "Briefing\n\nMAYOR RUIZ: We met.\n\nQ: Was it stolen?\n\n"
    text = f"{opening}SHERIFF BERG: I'll take that. It is the family's.\n\nQ: And?\n\nSHERIFF BERG: No.\n"
    assert turns(text)[2] == ("Berg", None, "answer")


def test_topics_may_stand_behind_their_key() -> None:
    text = "Press conference\n\n4 March 2019\n\nSUBJECTS: Cabinet; Aged care.\n\nMAYOR RUIZ: Good day.\n\nQ: Why?\n"
    assert parse(text.encode()).source_topics == ("Cabinet", "Aged care")


def test_a_slash_at_the_end_of_a_title_joins_the_next_line() -> None:
    title = "Mayor Ruiz speaks with media in Lund /\nLa maire Ruiz devant la presse"
    text = f"{title}\n\n4 March 2019\n\nMAYOR RUIZ: Good day.\n"
    assert parse(text.encode()).title == title.replace("\n", " ")


def test_a_surname_with_a_curved_apostrophe_is_doubted_like_any_other() -> None:
    text = "Briefing\n\nANA O’HARA: Good day.\n\nJO O’HARA: Yes.\n\nQ: Why?\n\nO’HARA: So.\n\nQ: And?\n\nO’HARA: Now.\n"
    assert any("could be" in note.message for note in parse(text.encode()).notes)
