"""An author's text: Markdown of many lines, written below its key as it would be typed.

Its one rule: line ends, and white space before the first and after the last line, are no part of a
text; everything else is.
"""

import re

from .places import Scalar
from .texts import OneText

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""What no page can show, and no file holds."""

_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


class Prose(str):
    """A text that is written as a block whatever is in it."""

    __slots__ = ()


def tidy(text: str) -> str:
    """A text as a file has it, whoever typed it where."""
    lines = NO_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return _BLANK_LINES.sub("", lines).rstrip()


def _tidy(scalar: Scalar) -> str:
    return tidy(scalar.text)


PROSE = OneText("a text", _tidy, Prose, blank="")
