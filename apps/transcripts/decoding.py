"""Bytes -> characters.  What is guessed is told in a note."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import CharsetMatch, from_bytes

from .mojibake import mend
from .transcript import Note

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_ENCODINGS = {
    "koi8_r": "KOI8-R", "cp1251": "Windows-1251", "iso8859_2": "ISO 8859-2", "cp1250": "Windows-1250",
    "mac_roman": "Mac Roman", "cp1253": "Windows-1253", "cp1256": "Windows-1256", "cp1255": "Windows-1255",
    "cp932": "Shift-JIS", "euc_jp": "EUC-JP", "gb18030": "GB 18030", "big5": "Big5", "euc_kr": "EUC-KR",
}  # fmt: skip
NO_UTF_8 = re.compile("[\udc80-\udcff]")
ODD = re.compile(
    r"(?<=[^\W\d_])[¡¿¢£¤¥¦§©¬¯±²³µ¶¸¹¼½¾†‡‰‹€„˜](?=[^\W\d_])"  # a sign within a word
    r"|(?<=[a-zß-ÿ])[À-ÖØ-ÞŠŽŒŸ]"  # a capital behind a small letter
    r"|[À-ÖØ-öø-ÿŠŽŒšžœŸ]{4}|[\ufffdƒ\x80-\x9f]"
    r"|(?<=[A-Za-z])[\u0370-\u06ff]|(?<=[\u0370-\u06ff])[A-Za-z]"  # two scripts in a word
)
MOST_ODD = 0.05
"""Of the letters beyond ASCII; more, and the text is evidently in another encoding."""


class Decoded(NamedTuple):
    """A text, and notes about what was guessed."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of these bytes, with letters that were encoded twice mended."""
    text, guessed = _decode(data)
    text, mended = mend(text)
    return Decoded(text, guessed + mended)


def _decode(data: bytes) -> Decoded:
    """UTF-8, UTF-16 and UTF-32 are known; what is none of them is Windows-1252, unless that makes no words."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace"))
    encoding = _unmarked_encoding(data)
    if encoding != "utf-8":
        return Decoded(data.decode(encoding, errors="replace"))
    text = data.decode(errors="surrogateescape")
    first = NO_UTF_8.search(text)
    if first is None:
        return Decoded(text)
    line = 1 + len(re.findall(r"\r\n|\r|\n", text[: first.start()]))
    bad = len(NO_UTF_8.findall(text))
    pasted = NO_UTF_8.sub(lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", errors="replace"), text)
    if len(re.findall(r"[^\x00-\x7f]", text)) >= 2 * bad:
        what = "A byte that is no UTF-8 was" if bad == 1 else f"{bad} bytes, here first, that are no UTF-8 were"
        return Decoded(pasted, (Note(line, "", f"{what} read as Windows-1252, the rest as UTF-8."),))
    return _guessed(data, pasted)


def _guessed(data: bytes, as_windows_1252: str) -> Decoded:
    if _oddness(as_windows_1252) <= MOST_ODD:
        return Decoded(as_windows_1252, (Note(1, "", "The file is no UTF-8; it was read as Windows-1252."),))
    found = from_bytes(data, cp_isolation=list(OTHER_ENCODINGS))
    best = min(found, key=_unlikeliness, default=None)
    if best is None or _oddness(str(best)) > MOST_ODD:
        message = "The file's encoding cannot be told; it was read as Windows-1252: save it as UTF-8 and import that."
        return Decoded(as_windows_1252, (Note(1, "", message),))
    name = OTHER_ENCODINGS[best.encoding]
    message = f"The file is no UTF-8; it was read as {name}, which is a guess: look whether the letters are right."
    return Decoded(str(best), (Note(1, "", message),))


def _unlikeliness(match: CharsetMatch) -> tuple[float, bool, float, float]:
    """By letters alone Windows-1250 always can be ISO 8859-2; bytes that only the former has make the latter odd."""
    return _oddness(str(match)), match.encoding != "iso8859_2", -match.coherence, match.chaos


def _oddness(text: str) -> float:
    """How many of the letters beyond ASCII stand where no language has them, from 0 to 1."""
    return len(ODD.findall(text)) / max(1, len(re.findall(r"[^\x00-\x7f]", text)))


def _unmarked_encoding(data: bytes) -> str:
    """UTF-16 without a mark shows as NUL in every other byte of its spaces and Latin letters."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    few = len(sample) // 50
    if odd > few and odd > 10 * even:
        return "utf-16-le"
    if even > few and even > 10 * odd:
        return "utf-16-be"
    return "utf-8"
