"""From bytes to text, and whether it is text at all."""

import codecs
import re

from .decoding import Decoded, decode
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
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.02
TAGS = re.compile(r"</?(?:b|strong|i|em|u|p|br|span|font|div)(?: [^<>\n]{0,200})?/?>", re.I)
"""Marks of a web page that were left in its text: ``<b>Jo Lind:</b>``."""
LEAST_TAGS = 4


def read(data: bytes) -> Decoded:
    """The text of a file, with ``\\n`` line ends, without control characters and marks of web pages.

    Raises TranscriptError for what is empty, larger than ``MAX_BYTES`` or no text.
    """
    if len(data) > MAX_BYTES:
        raise TranscriptError(
            f"The file has {len(data) / 2**20:.0f} MB, more than the {MAX_BYTES // 2**20} MB of the longest "
            "transcript imaginable; split it or check that it is the right file."
        )
    _refuse_foreign_formats(data)
    text, notes = decode(data)
    controls = len(CONTROLS.findall(text))
    if controls > MAX_CONTROL_SHARE * len(text):
        raise TranscriptError(
            "The file is binary, not text; save the transcript as plain text (UTF-8) and import that."
        )
    if controls:
        text = CONTROLS.sub("", text)
    if len(TAGS.findall(text)) >= LEAST_TAGS:
        text = TAGS.sub("", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\u200b \t\n\x0b\x0c\u00a0"):
        raise TranscriptError("The file is empty; there is nothing to import.")
    return Decoded(text, notes)


def _refuse_foreign_formats(data: bytes) -> None:
    start = data[:1024].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    for signature, what in FOREIGN_FORMATS:
        if start.startswith(signature.lower()):
            raise TranscriptError(
                f"The file is {what}, not plain text; save the transcript as plain text (UTF-8) and import that."
            )
