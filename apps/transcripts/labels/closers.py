"""What closes a label other than a colon, as data: a form of label is a line here and its evidence in ``evidence``."""

import re

CALM_DASH = "--"
"""The closer of ``Minister Ruiz - Good day.``: a dash behind words that are no capitals proves little."""

CALM_STOP = ".."
"""The closer of ``The President. Good day.``, where questions are marked ``Q.``: running text has it as well."""

_BRACKET = r"(?P<bracket>\s[(\[][^()\[\]]{1,110}[)\]])?"
STOP_AND_DASH = re.compile(rf"(?P<who>[^:()\[\]]{{1,60}}?){_BRACKET}\.\s?[-–—]{{1,2}}(?:\s+(?=\S)|$)")
"""``RUIZ.- And``, ``RUIZ.-`` at the end of a line"""
FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?P<who>Q|A|Qr)(?:\s{2,}|\t|\s(?=[A-ZÀ-Þ¿¡“\"(\[]))"), " "),
    (re.compile(r"(?P<who>Q[rs])\.\s+(?=\S)"), "."),
    (STOP_AND_DASH, ".-"),
    (re.compile(r"(?P<who>Qr?)(?:[-–—]|\))\s+(?=\S)"), CALM_DASH),
    (re.compile(r"<?(?P<who>[^:()\[\]<>]{1,60})>\s+(?=[^\s<>])"), ">"),
)
BRACKETED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\[(?P<who>[^:()\[\]]{1,80})\]:\s+(?=\S)"), ":"),
    (re.compile(r"(?P<who>\([^:()\[\]]{1,80}\)):\s+(?=\S)"), ":"),
    (re.compile(r"\[(?P<who>[^:()\[\]]{1,80})\]\s+(?=\S)"), "]"),
    (re.compile(r"\((?P<who>[^:()\[\]]{1,80})\)\s+(?=\S)"), ")"),
)
"""``Q   And?``, ``Qr. And?``, ``Q- And?``, ``Host> And``; of lines that begin with a bracket
``[Host]: And``, ``(Jo Lind): And``, ``[Host] And``, ``(Host) And``.
"""

COLUMN = (re.compile(r"(?P<who>[^:()\[\]\t]{1,60}?)(?:\t+| {3,})(?=\S)"), "|")
"""Labels that stand in a column of their own, which spaces or a tab end."""

STROKE = (re.compile(r"(?P<who>[^:()\[\]|]{2,60}?)\s+\|\s+(?=[^\s|][^|]*$)"), COLUMN[1])
"""``Host | And``"""
BOLD = (re.compile(r"(?P<who>[^:*]{1,80}?)\.?\*{2,3}\s+(?=[^\s*(\[–—-])"), "**")
"""``**Ana Ruiz.** Good day.``, behind the marks that open it."""

WEAK = ("]", ")", ">", COLUMN[1], BOLD[1], CALM_DASH, CALM_STOP)
"""Closers that other words have as well: they count where several labels come again in their form."""
