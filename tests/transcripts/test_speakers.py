"""Who is behind a label: from the header, from other labels, from the speech; rather nobody than the wrong one."""

import pytest

from apps.transcripts import Transcript, parse
from apps.transcripts.speakers.calls import calls
from apps.transcripts.speakers.introductions import introduces_self
from apps.transcripts.speakers.names import written

LONG = "We have worked on this for many months with all the parties, and it was not easy. " * 20


def transcript(*turns: str, title: str = "Press briefing") -> Transcript:
    return parse("\n\n".join([title, *turns, ""]).encode())


def speakers(*turns: str, title: str = "Press briefing") -> list[str | None]:
    return [turn.speaker for turn in transcript(*turns, title=title).turns]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ANA RUIZ", "Ana Ruiz"), ("McADAM", "McAdam"), ("MCADAM", "McAdam"), ("SEAN O’NEIL", "Sean O’Neil"),
        ("JO VAN DER LIND", "Jo van der Lind"), ("MAY JEAN-PAUL", "May Jean-Paul"),
        ("Ana Ruiz", "Ana Ruiz"), ("KIM BERG III", "Kim Berg III"),
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_written_as_people_write_it(printed: str, name: str) -> None:
    assert written(printed) == name


@pytest.mark.parametrize(
    ("title", "label", "name", "role"),
    [
        ("Briefing by NATO Secretary General Ana Ruiz", "Ruiz", "Ana Ruiz", "NATO Secretary General"),
        ("Briefing by NATO Secretary General Ana Ruiz", "SG", "Ana Ruiz", "NATO Secretary General"),
        ("Briefing by NATO Secretary General Ana Ruiz", "THE SECRETARY GENERAL", "Ana Ruiz", "NATO Secretary General"),
        ("Briefing by Press Secretary Ana Ruiz Aboard Air Force One", "MS. RUIZ", "Ana Ruiz", "Press Secretary"),
        ("Briefing with the Prime Minister of Norland, Ana Ruiz", "PM", "Ana Ruiz", "Prime Minister of Norland"),
        ("Remarks by President Ruiz", "THE PRESIDENT", "Ruiz", "President"),
        ("PRESS BRIEFING BY PRESS SECRETARY ANA RUIZ", "MS. RUIZ", "Ana Ruiz", "Press Secretary"),
        ("Briefing by Secretary Tom Berg, Director Ana Ruiz, and Chief Kim Dahl", "MS. RUIZ", "Ana Ruiz", "Director"),
        (
            "Briefing by Under Secretary for Fish and Timber Tom Berg, Ana Ruiz, and others",
            "MS. RUIZ",
            "Ana Ruiz",
            None,
        ),
        ("Briefing by Ana Ruiz, Mayor of Lund", "RUIZ", "Ana Ruiz", "Mayor of Lund"),
        ("Chair Ruiz’s Press Conference", "CHAIR RUIZ", "Ruiz", "Chair"),
    ],
)
def test_a_label_is_resolved_by_the_title(title: str, label: str, name: str, role: str | None) -> None:
    turn = transcript("Q: Why?", f"{label}: So.", title=title).turns[1]
    assert (turn.speaker, turn.role) == (name, role)


def test_one_persons_aliases_merge() -> None:
    names = speakers(
        "MAYOR ANA RUIZ: Good day.", "Q: Why?", "MAYOR RUIZ: So.", "Q: And?", "THE MAYOR: No.", "Q: Yes?", "RUIZ: No."
    )
    assert [name for name in names if name] == ["Ana Ruiz"] * 4


def test_the_speech_spells_out_a_first_name() -> None:
    names = speakers("MAYOR BERG: Here is Dr. Ana Ruiz.", "DR. RUIZ: Good day.", "Q: Why?", "DR. RUIZ: So.")
    assert names[1] == "Ana Ruiz"


def test_a_surname_with_two_holders_stays_as_printed_and_is_noted() -> None:
    told = transcript("MR. BERG: Here are Ana Ruiz and Tom Ruiz.", "MS. RUIZ: Good day.", "Q: Why?", "MS. RUIZ: So.")
    assert told.turns[1].speaker == "Ruiz"
    assert any("Ana Ruiz or Tom Ruiz" in note.message for note in told.notes)


def test_a_presidents_family_does_not_lend_its_first_names() -> None:
    names = speakers(
        "THE PRESIDENT: I thank Tom Ruiz, my son.", "Q: Why?", "THE PRESIDENT: So.", title="Remarks by President Ruiz"
    )
    assert names[0] == "Ruiz"


def test_an_office_that_nobody_is_named_for_stays_unknown() -> None:
    assert speakers("Q: Why?", "THE MINISTER: So.") == [None, None]


def test_two_holders_of_one_office_are_not_told_apart() -> None:
    names = speakers("Q: Why?", "PRESIDENT: So.", title="Remarks by President Ana Ruiz and President Tom Berg")
    assert names == [None, None]


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Jo Lind, Daily Post.  Will it rain?", "Jo Lind", "Daily Post"),
        ("Thank you.  I’m Jo Lind with the Daily Post.  Will it?", "Jo Lind", "Daily Post"),
        ("Mr. Chairman, Jo Lind from the Daily Post.  Will it?", "Jo Lind", "Daily Post"),
        ("Mr. Chairman, Jo Lind.  In the past, it rained.", "Jo Lind", None),
        ("Hi, Jo Lind here with CNN.  Will it?", "Jo Lind", "CNN"),
        ("Buenos días. Ana Ruiz, de Código Lunar. ¿Por qué?", "Ana Ruiz", "Código Lunar"),
        ("Thank you. I'm with the Lund News Agency. Mayor, will it?", None, "Lund News Agency"),
        ("My name is Jo Lind. I'm from Reuters. Will it?", "Jo Lind", "Reuters"),
    ],
)
def test_a_reporter_who_says_so_is_named(words: str, name: str | None, outlet: str | None) -> None:
    said = introduces_self(words)
    assert said is not None
    assert (said.name, said.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "words",
    [
        "You spoke to Ana Ruiz of the Daily Post. Why?",
        "This question is from Jo Lind with the Daily Post, who could not come.",
        "Good evening, doctor Tom Berg. Why is it so?",
        "Tom Berg, a CNN guest, said that it rains. Is it so?",
        "Mr. President, what about North Korea, CNN asks.",
        "Jo Lind from Texas. Will it rain?",
        "On the T-TIP, what do you say?",
        "Thank you, Mr. President. You know the leader, Tom Berg. Why?",
    ],
)
def test_somebody_who_is_only_spoken_of_is_not_the_asker(words: str) -> None:
    assert introduces_self(words) is None


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("We will see. Jo, of Bloomberg.", "Jo", "Bloomberg"),
        ("Now, how about Jo with the Associated Press?  First question.", "Jo", "Associated Press"),
        ("May I invite Ms. Jo Lind, from national broadcaster Lund News? Jo, please.", "Jo Lind", "Lund News"),
        ("For the last question, we’ll go to Jo Lind at NPR.", "Jo Lind", "NPR"),
        ("Thank you. Jo Lind.", "Jo Lind", None),
        ("The first question will go to DPA, please. Nick?", None, "DPA"),
        ("Europa Press, lady in the fifth row.", None, "Europa Press"),
        ("Next question, sorry, was Bloomberg.", None, "Bloomberg"),
    ],
)
def test_a_reporter_who_is_called_is_named(words: str, name: str | None, outlet: str | None) -> None:
    said = calls(words)
    assert said is not None
    assert (said.name, said.outlet) == (name, outlet)


@pytest.mark.parametrize(
    "words",
    [
        "We spoke about it with Ana Ruiz.",
        "That is the Secret Service.",
        "I watched it on Fox.",
        "It is in North Korea.",
        "Tom Berg, but he is with the INE.",
    ],
)
def test_an_answer_that_ends_with_a_name_calls_nobody(words: str) -> None:
    assert calls(words) is None


def test_a_bare_q_without_any_name_stays_unknown() -> None:
    told = transcript("Q: Why?", "MS. RUIZ: So.")
    assert (told.turns[0].speaker, told.turns[0].organisation) == (None, None)


def test_who_is_asked_is_never_the_asker() -> None:
    told = transcript("MS. ANA RUIZ: Good day. Ana Ruiz, Daily Post.", "Q: Why?", "MS. ANA RUIZ: So.")
    assert told.turns[1].speaker is None


@pytest.mark.parametrize(
    ("label", "organisation", "role"),
    [
        ("ANA RUIZ (NATO Secretary General)", "NATO", "NATO Secretary General"),
        ("ANA RUIZ (Spokesman, Lund Council)", "Lund Council", "Spokesman, Lund Council"),
        ("Ana Ruiz (Daily Post)", "Daily Post", None),
        ("Ana Ruiz (inaudible)", None, None),
        ("ANA RUIZ, GOVERNOR OF SCANIA", None, "Governor of Scania"),
    ],
)
def test_an_affiliation_is_an_outlet_a_role_or_a_remark(label: str, organisation: str | None, role: str | None) -> None:
    turn = transcript(f"{label}: Good day.", "Q: Why?").turns[0]
    assert (turn.speaker, turn.organisation, turn.role) == ("Ana Ruiz", organisation, role)


@pytest.mark.parametrize(
    ("label", "said", "name"),
    [
        ("SECRETARY RUIZ", "With us is Secretary Ana Ruiz.", "Ana Ruiz"),
        ("AMBASSADOR O’DAHL", "My adviser Kim O’Dahl is here.", "Kim O’Dahl"),
        ("Chief Ruiz", "We hear from Chief Engineer Ana Ruiz now.", "Ana Ruiz"),
        ("PRESIDENT RUIZ", "I welcome President Ana Ruiz.", "Ana Ruiz"),
        ("PRESIDENT RUIZ", "Her brother Tom Ruiz is here.", "Ruiz"),
        ("SECRETARY RUIZ", "I remember President Tom Ruiz.", "Ruiz"),
        ("SECRETARY RUIZ", "Ana Ruiz and Tom Ruiz are here.", "Ruiz"),
        ("SECRETARY RUIZ", "It is Norland’s Ruiz.", "Ruiz"),
    ],
)
def test_an_office_holders_first_name_comes_from_the_speech_but_a_relatives_does_not(
    label: str, said: str, name: str
) -> None:
    assert speakers(f"TOM BERG: {said}", "Q: Why?", f"{label}: So.")[2] == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ABT. WESSEL", "Wessel"), ("CHR. BERG", "Chr. Berg"), ("MR.BERG", "Berg"), ("Berg2", "Berg"),
        ("DON BERG", "Don Berg"), ("SRI BERG", "Sri Berg"),
    ],
)  # fmt: skip
def test_titles_are_taken_off_a_name_but_first_names_are_not(label: str, name: str) -> None:
    assert speakers("Q: Why?", f"{label}: So.", "Q: And?", f"{label}: No.")[1] == name


def test_in_spanish_don_is_a_title() -> None:
    said = "Buenos días a todos, que es una reunión por la paz y no por la guerra en el mundo."
    assert speakers("PREGUNTA: ¿Por qué?", f"DON BERG: {said}")[1] == "Berg"


def test_commas_in_an_office_name_no_body_and_a_press_office_no_outlet() -> None:
    turns = transcript(
        "ANA RUIZ, SECRETARIA DE PESCA, BOSQUES Y MINAS: Bien.", "TOM BERG, PUBLIC AFFAIRS: Welcome to this briefing."
    ).turns
    assert [turn.organisation for turn in turns] == [None, None]
    assert turns[1].role == "Public Affairs"


@pytest.mark.parametrize(
    ("words", "name", "outlet"),
    [
        ("Next up, we’ll go to the line of Jo Lind.", "Jo Lind", None),
        ("Our last question will go to the line of Jo Lind.", "Jo Lind", None),
        ("With that I will take questions, and I will start with Jo Lind.", "Jo Lind", None),
        ("That is so.\n\nJo Lind. How are you?", "Jo Lind", None),
        ("That is so.\n\nJo Lind, last question.", "Jo Lind", None),
        ("Jo. Jo Lind.", "Jo Lind", None),
        ("Reuters, Jo Lind.", "Jo Lind", "Reuters"),
        ("Jo Lind. Reuters.", "Jo Lind", "Reuters"),
        ("Jo Lind, with NBC — CBS. Hey, Jo.", "Jo Lind", "CBS"),
        ("Jo, Radio Norland.", "Jo", "Radio Norland"),
        ("I want to call on Jo Lind.", "Jo Lind", None),
        ("April Lind.", "April Lind", None),
        ("It is so.\n\nJo Lind, Ytterbium.", "Jo Lind", None),
    ],
)
def test_the_floor_is_given_in_many_words(words: str, name: str | None, outlet: str | None) -> None:
    said = calls(words)
    assert said is not None
    assert (said.name, said.outlet) == (name, outlet)


@pytest.mark.parametrize("words", ["On the Hill. With the Hill.", "I spoke for the Corporation for Public News."])
def test_a_place_or_body_that_is_spoken_of_is_not_called(words: str) -> None:
    assert calls(words) is None


@pytest.mark.parametrize(
    ("before", "call", "question"),
    [
        ("Did he?", "Sleepy Joe.", "Q: — saying that he did?"),
        ("What is her name?", "Kim Lind.", "Q: And then?"),
        ("Why?", "Kim Lind. That is who did it.", "INTERVENCIÓN: No."),
    ],
)
def test_a_name_that_is_no_call_is_given_to_nobody(before: str, call: str, question: str) -> None:
    assert speakers(f"Q: {before}", f"MAYOR ANA RUIZ: {call}", question)[2] is None


@pytest.mark.parametrize("words", ["Traditionally, the EITC has been large.", "Ana, I come here from the IMF."])
def test_what_only_sounds_like_an_introduction_is_none(words: str) -> None:
    assert introduces_self(words) is None


@pytest.mark.parametrize(
    ("label", "said", "outlet"),
    [
        ("JO LIND", "Chair Ruiz, Jo Lind with the Daily Post. Why?", "Daily Post"),
        ("JO LIND", "Hi. Jo Lind, Timber Quarterly. Why?", "Timber Quarterly"),
        ("JO LIND-BERG", "Thank you. Jo Lind- Berg with Marketplace. Why?", "Marketplace"),
        ("PREGUNTA", "Buenos días. Jo Lind, de Voces en Marcha. ¿Por qué?", "Voces en Marcha"),
        ("PREGUNTA", "Buenos días. Jo Lind, de Santa Ana. ¿Por qué?", None),
    ],
)
def test_an_asker_tells_the_outlet_after_address_and_courtesy(label: str, said: str, outlet: str | None) -> None:
    turns = transcript(f"CHAIR RUIZ: {LONG}", f"{label}: {said}", f"CHAIR RUIZ: {LONG}").turns
    assert turns[1].organisation == outlet


def test_a_reporter_may_have_the_moderators_surname() -> None:
    names = speakers("KIM BERG: Next we’ll go to Tom Berg.", "Q: Why?", "CHAIR RUIZ: So.", "KIM BERG: Thank you.")
    assert names[1] == "Tom Berg"


def test_a_counted_voice_is_one_person_and_a_bare_question_is_not() -> None:
    said = ("Jo Lind, Channel 6. Why?", "So you knew?")
    assert speakers(f"SPEAKER 4: {said[0]}", f"CHIEF RUIZ: {LONG}", f"SPEAKER 4: {said[1]}")[2] == "Jo Lind"
    assert speakers(f"Q: {said[0]}", "CHIEF RUIZ: So.", f"Q: {said[1]}")[2] is None
