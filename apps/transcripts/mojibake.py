"""Letters that were encoded twice (``donâ€™t``, ``cafÃ©``), mended where nothing else can be meant."""

import re

from .transcript import Note

_CONTROLS = {chr(byte): byte for byte in range(0x80, 0xA0)}
_BYTES = _CONTROLS | {bytes([b]).decode("cp1252", errors="ignore") or chr(b): b for b in range(0x80, 0x100)}
"""Each sign of Windows-1252, and of Latin 1, with its byte."""
_GOES_ON = "".join(re.escape(sign) for sign, byte in _BYTES.items() if byte < 0xC0)
_QUOTES = "‘’“”…–—•\xa0"
_NEVER_WRITTEN = re.compile(
    rf"Ã(?![{_QUOTES}])[{_GOES_ON}]|Â[¡-¿]|â€[{_GOES_ON}]|â[„‚][{_GOES_ON}]|ðŸ[{_GOES_ON}]{{2}}"
)
"""UTF-8 read as Windows-1252, in pairs of signs that no language writes."""
_ELSEWHERE_WRITTEN = re.compile(rf"Ã[{_QUOTES}]|Â\xa0|[ÄÅ][{_GOES_ON}]")
"""The same in pairs that may be meant (``IRMÃ”``), unless the text has others."""
_CUT_OFF = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
"""A closing quotation mark whose last byte, which Windows-1252 has not, was dropped."""
_SIGNS = ("Ã", "Â", "â€", "â„", "â‚", "â\x80", "Ð", "ðŸ")
LEAST = 2
MOST_TIMES = 3
"""A text may have gone through the same fault again."""


def mend(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text with letters that were encoded twice as they were, and a note with the first line where that is so."""
    mended = text
    for _ in range(MOST_TIMES):
        again = _once(mended)
        if again == mended:
            break
        mended = again
    if mended == text:
        return text, ()
    first = next(n for n, (was, now) in enumerate(zip(_rows(text), _rows(mended), strict=True), 1) if was != now)
    times = sum(was != now for was, now in zip(_rows(text), _rows(mended), strict=True))
    where = "On this line" if times == 1 else f"On {times} lines, here first,"
    message = f"{where} letters were encoded twice, as “Ã©” for “é”; they were mended."
    return mended, (Note(first, "", message),)


def _once(text: str) -> str:
    if not any(sign in text for sign in _SIGNS):
        return text
    times = len(_NEVER_WRITTEN.findall(text))
    if whole := _whole(text):
        return whole
    mended = _NEVER_WRITTEN.sub(_decoded, text)
    if times >= LEAST:
        mended = _ELSEWHERE_WRITTEN.sub(_decoded, mended)
        mended = _CUT_OFF.sub("”", mended) if "â€œ" in text else mended
    return mended


def _whole(text: str) -> str | None:
    """The text, if all of it is UTF-8 that was read as Windows-1252: too many pairs fit for chance."""
    signs = [sign for sign in text if sign > "\x7f"]
    if len(signs) < 2 * LEAST or not all(sign in _BYTES for sign in signs):
        return None
    try:
        return bytes(_BYTES.get(sign, ord(sign) & 0x7F) for sign in text).decode()
    except UnicodeDecodeError:
        return None


def _decoded(found: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[sign] for sign in found[0]).decode()
    except UnicodeDecodeError:
        return found[0]


def _rows(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)
