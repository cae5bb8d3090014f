"""Whatever the input, header, turns and notes hold every line of it once and in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from apps.transcripts import TranscriptError, parse

from .conservation import lost_or_moved

PIECES = st.sampled_from(
    [
        *r"""Press conference
by Secretary General Ana Ruiz
4 March 2019
  • Last updated 05-Mar-2019 09:01
Topic:
  • Energy
(As delivered)
10:15 A.M. CET
Ruiz Hall, Lund
Good morning. We met today.
Q:  Why now?
Q   And then
QUESTION (Jo Lind of Daily Post): Is it so?
RUIZ: It is.
MS. RUIZ:  It is.
MR. McADAM:  Yes.
Ana Ruiz: (00:13)
[00:14] Ana Ruiz: Yes
Ana Ruiz (Daily Post): Yes
CHAIR RUIZ.  Good afternoon.
THE MINISTER - It is.
ANA RUIZ
**Q:** Really?
This includes:
Dear Jo,
1 of 20
2 of 20
3 of 20
\[Laughter.\]
See https://example.org/a:b and 10:30.
(00:13): what
::
Q:
A: B: C: D
---
...
END 2:29 P.M. EST
- Jo Lind: said - that
QUESTION (Jo Lind of the
Daily Post): Why so?
SENIOR ADMINISTRATION
OFFICIAL: Because.  Q: Really? RUIZ: Yes.
PRESS CONFERENCE FINAL
Press conference, 4 March 2019 - Page 2 of 4
3 | Ministry of Fish
Ana Ruiz (left) greets Jo Lind (right) in the hall of the harbour before
[Editor's note: it rained.]
Correction: the minister said 5.
This website uses cookies to make the harbour and its ferries better for
we go on with it
donâ€™t say cafÃ©
END
March 4, 2019
[1:27:13] Ana Ruiz: (01:26) Yes
” MS. RUIZ: Quoted.
Updated 4 JULİ 2019
The following is a transcript, lightly edited for clarity.
Tel.: 555 0100, e-mail: press@example.org
* * *
###
""".splitlines(),
        "\xa0\xa0Q\xa0\xa0\xa0 Why?",
        "\u200b",
        "\x0b",
        "\u2028Q: hm",
        "x" * 300,
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.just(""), st.text(max_size=40)), max_size=40).map("\n".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_line_of_any_text_is_held_once_and_in_order(text: str) -> None:
    try:
        transcript = parse(text.encode("utf-8", "surrogatepass"))
    except TranscriptError:
        return
    assert lost_or_moved(transcript) is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.one_of(PIECES, st.just("")), min_size=12, max_size=25), min_size=1, max_size=3))
def test_every_line_is_held_where_lines_are_numbered_at_the_margin(pages: list[list[str]]) -> None:
    rows = [f"{number:2}   {words}" for page in pages for number, words in enumerate(page, 1)]
    assert lost_or_moved(parse("\n".join(rows).encode())) is None


def test_an_accent_behind_an_invisible_character_is_not_lost() -> None:
    assert lost_or_moved(parse("Press conference\n\nMS. RUIZ: It is establ\u200b\u0301 so.\n".encode())) is None


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_transcript_or_in_one_sentence(data: bytes) -> None:
    try:
        assert lost_or_moved(parse(data)) is None
    except TranscriptError as error:
        message = str(error)
        if not message.endswith(".") or "\n" in message:
            raise AssertionError(f"not one sentence: {message}") from error
