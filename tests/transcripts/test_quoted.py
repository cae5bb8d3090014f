"""What has the form of a label and belongs to the speech around it, each on a short page by invented people."""

import pytest

from apps.transcripts import Transcript, parse

HEAD = "Press conference with President Ana Ruiz\n4 May 2019\n\nPRESIDENT RUIZ: Good morning. I read you a leaflet.\n\n"
TAIL = "\n\nQ: When?\n\nPRESIDENT RUIZ: In May.\n\nQ: Really?\n\nPRESIDENT RUIZ: Yes.\n"


def read(text: str) -> Transcript:
    return parse(text.encode())


@pytest.mark.parametrize(
    "leaflet",
    [
        "Question: When does the harbour open? Answer: In May.",
        "Question: When?\n\nAnswer: In May.\n\nQuestion: Who pays?\n\nAnswer: The town.",
    ],
)
def test_questions_and_answers_read_aloud_stay_in_the_speech(leaflet: str) -> None:
    turns = read(HEAD + leaflet + "\n\nThat is so." + TAIL).turns
    assert [turn.label for turn in turns] == ["PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ"]
    assert turns[0].text.endswith("That is so.")


def test_the_one_written_question_at_the_end_is_none_that_is_read_aloud() -> None:
    text = "Press conference\n4 May 2019\n\n" + "".join(
        f"{who}: {said}\n\n"
        for who, said in [("Reuters", "When?"), ("Ana Ruiz", "In May."), ("AFP", "Why?"), ("Ana Ruiz", "So."),
                          ("Follow-up", "So?"), ("Ana Ruiz", "Yes."), ("Q", "And then?"), ("A", "June.")]
    )  # fmt: skip
    assert [turn.label for turn in read(text).turns][-2:] == ["Q", "A"]


def test_a_quotation_under_a_name_met_once_is_no_turn() -> None:
    text = (
        "Press conference\n4 May 2019\n\nAna Ruiz: Good morning. I close with words that I love.\n\n"
        "Abraham Lincoln: “The best way to predict the future is to make it.”\n\nThank you.\n\n"
        "Jo Lind: When does it open?\n\nAna Ruiz: In May.\n\nJo Lind: Really?\n\nAna Ruiz: Yes.\n"
    )
    transcript = read(text)
    assert {turn.speaker for turn in transcript.turns} == {"Ana Ruiz", "Jo Lind"}
    assert any(note.line == 6 and "Abraham Lincoln" in note.message for note in transcript.notes)


def test_an_outlet_where_a_wrapped_line_goes_on_asks_nothing() -> None:
    text = (
        "Press conference with President Ana Ruiz\n4 May 2019\n\n"
        "PRESIDENT RUIZ: Good morning. I read it this morning in the report that came from\n"
        "Reuters: it says that the harbour will open in May, and that is quite right, as I\n"
        "have said here before, and as the mayor of the town has told you as well in public,\n"
        "and so we will keep our word and open it in the month of May, and see who comes to\n"
        "the town.\n\nQ: When?\n\nPRESIDENT RUIZ: In May.\n"
    )
    transcript = read(text)
    assert [turn.label for turn in transcript.turns] == ["PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ"]
    assert not any("Reuters" in note.message for note in transcript.notes)


def test_heads_of_sections_inside_a_speech_are_no_speakers() -> None:
    heads = "**On the budget**\n\nWe spend nine million.\n\n**Fish and Timber**\n\nWe sold more fish."
    assert [turn.label for turn in read(HEAD + heads + TAIL).turns][:2] == ["PRESIDENT RUIZ", "Q"]


def test_the_items_of_a_list_that_a_speaker_announces_are_no_turns() -> None:
    speech = "Fishing Boats pay. Here is who it hurts:\n\nFishing Boats: no licence.\nFarmers: no rain.\nTowns: no bus."
    text = f"Briefing on Fishing Boats\n\nMS. RUIZ: {speech}\n\nQ: And then?\n\nMS. RUIZ: Nothing.\n"
    assert [turn.label for turn in parse(text.encode()).turns] == ["MS. RUIZ", "Q", "MS. RUIZ"]


def test_names_without_a_gap_below_a_head_with_a_colon_speak() -> None:
    said = ["Ana Ruiz: Good day.", "Jo Lind: Why?", "Tom Berg: So it is.", "Lea Roth: And then?", "Ana Ruiz: Yes."]
    head = "Press conference with Ana Ruiz, Jo Lind, Tom Berg and Lea Roth\n\nEvery word of it:\n\n"
    text = head + "\n".join(said) + "\n"
    assert [turn.label for turn in parse(text.encode()).turns if turn.label] == [one.split(":")[0] for one in said]


WRAPPED = (
    "Press conference by Mayor Ana Ruiz\n4 May 2019\n\n   MAYOR RUIZ:  Good morning.  I was with our old friend Chief\n"
    "{line}\n   Q    Kim Berg, Daily Post.  Why?\n   MAYOR RUIZ:  Because.\n   Q    And?\n   MR. LIND:  Last.\n"
)


@pytest.mark.parametrize(
    "line", ["Justice Berg: a good man.", "Justice Berg: He is a good man.", "Justice Jo Berg: no, really."]
)
def test_a_title_that_a_short_page_wraps_before_the_name_starts_no_turn(line: str) -> None:
    turns = read(WRAPPED.format(line=line)).turns
    assert [turn.label for turn in turns] == ["MAYOR RUIZ", "Q", "MAYOR RUIZ", "Q", "MR. LIND"]


def test_where_every_turn_begins_in_small_letters_one_of_them_does_not_go_on() -> None:
    text = "press briefing\n\nJo Berg: we go on\nAna Lind: yes we do\nJo Berg: so it is\nMayor Ruiz: no\nAna Lind: oh\n"
    assert [turn.label for turn in read(text).turns] == ["Jo Berg", "Ana Lind", "Jo Berg", "Mayor Ruiz", "Ana Lind"]


@pytest.mark.parametrize(
    "said",
    [
        "Jo Berg, Star. Follow-up: when?",
        "I have one. Question: who pays? And who asks?",
        "Two things. Press: are you free?",
        "Bonjour. Question : qui paie ?",
    ],
)
def test_a_word_for_a_question_in_mid_speech_is_no_other_asker(said: str) -> None:
    assert [turn.text for turn in read(HEAD + f"Q: {said}" + TAIL).turns][1] == said


def test_a_dialogue_that_is_quoted_over_paragraphs_belongs_to_the_speech() -> None:
    said = 'He wrote:\n\n"Q: Are you late?\n\nA: I am."\n\nHe went on: “Question: Why?\n\nAnswer: So.”\n\nWell.'
    turns = read(HEAD + said + TAIL).turns
    assert [turn.label for turn in turns] == ["PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ", "Q", "PRESIDENT RUIZ"]
    assert turns[0].text.endswith("Answer: So.”\n\nWell.")


def test_answers_outside_a_quotation_stay_answers() -> None:
    text = 'Press briefing\n\nQ: Why did he say "no?\n\nA: He did.\n\nQ: Who?\n\nA: He said "yes".\n'
    assert [turn.label for turn in read(text).turns] == ["Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "said",
    [
        "The Prime Minister of Norland: a good man.",
        "The Prime Minister of Norland: A good man.",
        "Chancellor Vogt: a friend of ours.",
        "Question 1: Who pays?\n\nQuestion 2: When?",
        "Question one: who pays? Question two: when?",
        "Question one: Who pays? Question two: When?",
        "Question: who pays? I will tell you.\n\nAnswer: we do.",
        "Question: Who pays? I will tell you.\n\nAnswer: We do.",
    ],
)
def test_who_is_told_of_and_questions_that_are_counted_begin_no_turn(said: str) -> None:
    page = f"Press conference by Prime Minister Ana Ruiz\n\nPRIME MINISTER: Good day. We have three aims.\n\n{said}\n\n"
    transcript = parse(f"{page}We will see.\n\nQ: Why?\n\nPRIME MINISTER: So.\n\nTHE GUEST: Yes.\n".encode())
    assert [turn.label for turn in transcript.turns][:3] == ["PRIME MINISTER", "Q", "PRIME MINISTER"]
    assert any(note.line == 5 and "left in the speech" in note.message for note in transcript.notes)


def test_an_office_in_small_letters_speaks_where_others_are_printed_so() -> None:
    page = "Briefing\n\nThe Minister: Good day.\n\nQ: Why?\n\nThe Minister: So.\n\nQ: And?\n\nThe Mayor: It is so.\n"
    assert [turn.label for turn in parse(page.encode()).turns][-1] == "The Mayor"
