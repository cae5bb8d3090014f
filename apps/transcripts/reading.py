"""From bytes to text: what encoding it is, and whether it is text at all."""

import codecs
import re

from .transcript import TranscriptError

MAX_BYTES = 10 * 1024 * 1024
"""The longest briefings known have 0.3 MB; thirty times that is a wrong file, not a longer conference."""

FOREIGN_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"<?xml", "an XML file"),
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.02


def read(data: bytes) -> str:
    """The text of a file, with ``\\n`` line ends and without control characters.

    UTF-8 with or without byte order mark, UTF-16, UTF-32, and Windows-1252 (also mixed into UTF-8) are read.
    Raises TranscriptError for what is empty, larger than ``MAX_BYTES`` or no text.
    """
    if len(data) > MAX_BYTES:
        raise TranscriptError(
            f"The file has {len(data) / 2**20:.0f} MB, more than the {MAX_BYTES // 2**20} MB of the longest "
            "transcript imaginable; split it or check that it is the right file."
        )
    _refuse_foreign_formats(data)
    text = _decode(data)
    controls = len(CONTROLS.findall(text))
    if controls > MAX_CONTROL_SHARE * len(text):
        raise TranscriptError(
            "The file is binary, not text; save the transcript as plain text (UTF-8) and import that."
        )
    if controls:
        text = CONTROLS.sub("", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\u200b \t\n\x0b\x0c\u00a0"):
        raise TranscriptError("The file is empty; there is nothing to import.")
    return text


def _refuse_foreign_formats(data: bytes) -> None:
    start = data[:1024].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    for signature, what in FOREIGN_FORMATS:
        if start.startswith(signature.lower()):
            raise TranscriptError(
                f"The file is {what}, not plain text; save the transcript as plain text (UTF-8) and import that."
            )


def _decode(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return data.decode(_unmarked_encoding(data), errors="windows-1252-bytes")


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


def _windows_1252_bytes(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are Windows-1252: pages pasted together often mix the two."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding.startswith("utf-16"):
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("windows-1252-bytes", _windows_1252_bytes)
