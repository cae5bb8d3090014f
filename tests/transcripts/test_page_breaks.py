"""What stands between two pages: numbers, and that more follows."""

import pytest

from apps.transcripts import parse

PAGES = (
    "Press briefing by Ana Ruiz\nMarch 3, 2020\n\nMS. RUIZ:  Good morning.  The council believes that we should\n\n"
    "{first}\n\ngo on.  And so on.\n\nQ    Jo Lind, Star.  Why\n\n{second}\n\nnot?\n\nMS. RUIZ:  Because.\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [("- 2 -", "- 3 -"), ("MORE\n\n- 2 -", "MORE\n\n- 3 -"), ("-more-", "-more-"), ("(MORE)\n\n2", "(MORE)\n\n3")],
)
def test_page_numbers_between_dashes_and_more_below_a_page_are_no_speech(first: str, second: str) -> None:
    transcript = parse(PAGES.format(first=first, second=second).encode())
    assert [turn.text for turn in transcript.turns] == [
        "Good morning.  The council believes that we should go on.  And so on.",
        "Jo Lind, Star.  Why not?",
        "Because.",
    ]


def test_a_sentence_goes_on_in_capitals_behind_the_head_of_a_page() -> None:
    head = "Lunder Bank\nSeite {} von 3"
    page = (
        "Pressekonferenz mit Präsident Jo Lind\n3. März 2026\n\n"
        "Frage:  Ja, danke. Meine erste Frage an Sie ist eine sehr kurze. Herr\n\n{}\n\n"
        "Präsident, das Gold: Wie viel liegt noch in Lund, und haben Sie daran\n"
        "gedacht, es nach alledem, was in diesen Wochen gesagt worden ist, nach\nHause zu holen?\n\n"
        "Lind:  Es liegen dort zwölf Tonnen. Und das ist auch ganz gut so, denn der\n\n{}\n\n"
        "Tresor ist sicher, wie sich noch jeder überzeugen konnte, der dort war,\nund das waren nicht wenige.\n\n"
        "Frage:  Auch im nächsten Jahr noch, wenn alles anders wird und wir alle\nwieder älter sind?\n\nLind:  Ja.\n"
    )
    turns = parse(page.format(head.format(2), head.format(3)).encode()).turns
    assert [turn.label for turn in turns] == ["Frage", "Lind", "Frage", "Lind"]
    assert "Herr Präsident, das Gold: Wie" in turns[0].text
    assert "denn der Tresor ist sicher" in turns[1].text


def test_more_beside_one_page_number_is_enough() -> None:
    transcript = parse(PAGES.format(first="MORE\n\n- 2 -", second="and").encode())
    assert transcript.turns[0].text == "Good morning.  The council believes that we should go on.  And so on."


def test_more_in_an_answer_is_speech() -> None:
    text = "Press briefing\n\nQ: What do you want?\n\nRUIZ:\n\nMore.\n\nQ: And then?\n\nRUIZ:\n\nMore.\n"
    assert [turn.text for turn in parse(text.encode()).turns] == ["What do you want?", "More.", "And then?", "More."]


BROKEN = (
    "Press conference by Prime Minister Ana Ruiz\n3 March 2020\n\nRUIZ: We met with the ministers today and\n{}\n"
    "agreed on a plan.\n\nQ: Will the plan be\n{}\npaid for?\n\nRUIZ: Yes, it will be.\n{}\n\n"
    "Q: And then?\n\nRUIZ: We shall\n{}\nsee.\n"
)
SPOKEN = ["We met with the ministers today and agreed on a plan.", "Will the plan be paid for?", "Yes, it will be."]


@pytest.mark.parametrize(
    "head",
    [
        "Transcript of the Prime Minister - Page {} of 4", "Office of the Prime Minister   {}", "{} | Ministry",
        "\f{}   Office of the Prime Minister", "https://pm.example.org/press/ruiz.html {}/4", "[Page {}]", "Page {}",
        "-{}- PRESS CONFERENCE OF MINISTER RUIZ", "Page {} of 4          Ruiz Press Conference", "- {} of 4 -", "{}",
        "Ruiz Press Conference, 3 March 2020\n- {} of 4 -", "Conférence de presse, page {} sur 4", "{} | P a g e",
        "3/3/2020, 10:12 AM   The ministry\nhttps://pm.example.org/a   {}/4", "**Seite {} von 4**",
        "PRIME MINISTER RUIZ PRESS CONFERENCE", "March 3, 2020\n\nRuiz’s Press Conference\n\nFINAL", "Ministry of Fish",
    ],
)  # fmt: skip
def test_a_page_head_is_no_speech_and_the_sentence_it_breaks_is_joined(head: str) -> None:
    heads = [head.format(page) for page in (1, 2, 3, 4)]
    transcript = parse(BROKEN.format(*heads).encode())
    assert [turn.text for turn in transcript.turns] == [*SPOKEN, "And then?", "We shall see."]
    assert transcript.title == "Press conference by Prime Minister Ana Ruiz"
    kept = [line for note in transcript.notes for line in note.text.split("\n") if line]
    assert kept == [line for head in heads for line in head.split("\n") if line]


@pytest.mark.parametrize("words", ["Thank you.", "(Applause)", "And no more,"])
def test_a_line_that_comes_again_because_people_say_it_is_speech(words: str) -> None:
    transcript = parse(BROKEN.format(*[words] * 4).encode())
    assert sum(turn.text.count(words) for turn in transcript.turns) == 4


def test_a_text_that_stands_twice_in_a_file_has_no_page_heads() -> None:
    page = "RUIZ: We go on with\nPress conferences. On Monday we\nmeet again with\nThe council and\nall of you.\n\n"
    transcript = parse(f"Press conference\n4 May 2019\n\n{page}Q: Why?\n\n{page}Q: When?\n".encode())
    assert not [note for note in transcript.notes if note.text]


def test_numbered_headings_that_no_page_has_stay_in_the_speech() -> None:
    parts = "".join(f"Question {n} of 3\n\nQ: Why?\n\nRUIZ: So.\n\n" for n in (1, 2, 3))
    assert not [note for note in parse(f"Press conference\n4 May 2019\n\n{parts}".encode()).notes if note.text]


@pytest.mark.parametrize("head", ["Seite {} von 3 | Pressekonferenz Ruiz", "Pressekonferenz von Ana Ruiz   {}"])
def test_a_sentence_that_goes_on_with_a_noun_is_joined_over_the_page(head: str) -> None:
    text = (
        f"Pressekonferenz\n3. März 2020\n\nRUIZ: Wir haben heute die\n{head.format(2)}\nMinister getroffen.\n\n"
        f"FRAGE: Warum ist der\n{head.format(3)}\nHafen zu?\n\nRUIZ: Darum.\n"
    )
    turns = parse(text.encode()).turns
    assert [turn.text for turn in turns] == [
        "Wir haben heute die Minister getroffen.",
        "Warum ist der Hafen zu?",
        "Darum.",
    ]


def test_one_page_head_with_its_number_in_mid_sentence_is_enough() -> None:
    text = "Press conference\n3 March 2020\n\nMS. RUIZ: We met and\nMinistry of Fish - Page 2 of 2\nagreed.\n\nQ: So?\n"
    transcript = parse(text.encode())
    assert (transcript.title, transcript.turns[0].text) == ("Press conference", "We met and agreed.")


def test_a_footnote_between_two_pages_does_not_go_on_with_the_sentence() -> None:
    page = "RUIZ: It is what you\n\n- {} -\n\n1 The minister meant the harbour.\n\nwould need.\n\nQ: Why?\n\n"
    transcript = parse(("Press conference\n3 March 2020\n\n" + page.format(2) + page.format(3)).encode())
    assert "you 1" not in transcript.turns[0].text
