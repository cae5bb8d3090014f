"""The footer: the end mark and what stands below it are nobody's speech, and are kept in a note."""

import pytest

from apps.transcripts import parse

BODY = "Press briefing\n\n4 March 2019\n\nQ: Why?\n\nMS. RUIZ: Because.  Thank you.\n\n"


@pytest.mark.parametrize(
    "footer",
    [
        "END  2:29 P.M. EST", "END\n\n2:29 P.M. EST", "2:29 P.M. EST", "###", "* * *", "-30-",
        "Find out more\n\n• Calendar\n\nLund Bank\nHarbour 1, Lund\nTel.: 555 0100, e-mail: press@example.org",
    ],
)  # fmt: skip
def test_a_footer_is_kept_in_notes_and_out_of_the_speech(footer: str) -> None:
    transcript = parse((BODY + footer + "\n").encode())
    assert transcript.turns[-1].text == "Because.  Thank you."
    kept = "\n".join(note.text for note in transcript.notes if note.text)
    assert kept.split() == footer.split()


def test_a_short_last_sentence_is_no_footer() -> None:
    transcript = parse((BODY + "See you at 10:30 tomorrow.\n").encode())
    assert transcript.turns[-1].text.endswith("See you at 10:30 tomorrow.")
