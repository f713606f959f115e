"""How wide a text is, and where its lines break, before any font is at hand.

The advances are those of Arial and Helvetica (which a page shows) or of Source Sans Pro (which a
picture is made with), whichever is wider, in hundredths of the font size, rounded up. Its one
rule: a line that fits here fits in both fonts.
"""

import re
import unicodedata
from functools import lru_cache

_REGULAR = {
    25: "'ij‘’", 26: "l|¦", 28: " ,.:;Iìíîïı", 29: "!", 30: "f", 31: "[]", 34: "()-t{}¡\xad·",
    35: "/\\r", 36: "•", 37: "²³¹º", 38: "ª", 40: "°", 42: "*", 43: '"“”', 50: "J^cksvxyz",
    55: "`¨±´¸÷≤≥", 56: "#$0123456789?L_abdeghnopqu¢£¤¥§«¯¶»ðþ–€†‡", 58: "µ", 59: "+<=>~¬×−",
    62: "FTZ¿ßø✓", 67: "&ABEKPSVXYÞ", 73: "CDHNRUwÐ", 74: "®", 75: "©", 78: "GOQØ", 84: "Mm¼½¾",
    89: "%æ", 95: "Wœ", 100: "Æ—…→←™Œ", 102: "@",
}  # fmt: skip
_BOLD = {
    28: " ij|¦ı", 29: "l", 30: "',.‘’", 31: "I", 34: "!-/:;\\¡\xad·", 35: "()[]f", 36: "•",
    38: "ª²³¹º", 39: "t{}", 40: "r°", 46: "*", 50: "z", 54: '"“”', 55: "±÷≤≥",
    56: "#$0123456789J_`aceksvxy¢£¤¥§¨«¯´¸»–€†‡", 59: "+<=>^~¬×−", 60: "µ",
    62: "?FLTZbdghnopqu¿ðøþ", 64: "¶ß", 65: "✓", 67: "EPSVXYÞ", 73: "&ABCDHKNRUÐ", 74: "®",
    75: "©", 78: "GOQwØ", 84: "M¼¾", 85: "½", 89: "%mæ", 95: "Wœ", 98: "@", 100: "Æ—…→←™Œ",
}  # fmt: skip
_ADVANCE = {
    weight: {letter: advance for advance, letters in table.items() for letter in letters}
    for weight, table in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN = 100
_CUT = "…"
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What no file may hold, and what would go on turning the text after it round."""

_WORD = re.compile(r"\S+(?: [/–—-](?= ))? ?")
_ENDS = re.compile(r"[aeiouy][^\W\daeiouy]\w{2}", re.IGNORECASE)
_AFTER = re.compile(r"(?<=[/–—-])(?=\w)")


@lru_cache(maxsize=20_000)
def clean(text: str) -> str:
    """The text on one line, without the characters that no drawing or page may hold."""
    return " ".join(_NOT_TEXT.sub("", text).split())


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text stands at a font size, in the same unit as the size."""
    return _hundredths(text, bold) * size / 100


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line must be for every word of a text to stand in it whole."""
    pieces = [part for word in _WORD.findall(clean(text)) for part in _AFTER.split(word)]
    return max((text_width(piece.rstrip(), size, bold=bold) for piece in pieces), default=0)


@lru_cache(maxsize=20_000)
def wrap(
    text: str, size: float, width: float, *, bold: bool = False, most: int = 1_000
) -> tuple[str, ...]:
    """Break a text into lines that fit, at most so many; what does not fit ends in an ellipsis."""
    lines, limit = [""], width * 100 / size
    for piece in _pieces(clean(text), limit, bold):
        if _hundredths((lines[-1] + piece).rstrip(), bold) <= limit:
            lines[-1] += piece
        elif len(lines) == most:
            return _cut(lines, limit, bold)
        else:
            lines.append(piece)
    return tuple(line.rstrip() for line in lines)


def _cut(lines: list[str], limit: float, bold: bool) -> tuple[str, ...]:
    last = lines[-1].rstrip()
    while last and _hundredths(last + _CUT, bold) > limit:
        last = last[:-1]
    return (*(line.rstrip() for line in lines[:-1]), last.rstrip(" ,;:") + _CUT)


def _pieces(text: str, limit: float, bold: bool) -> list[str]:
    """Words, each with the space or lone dash behind it; too long words in parts that fit."""
    pieces: list[str] = []
    for word in _WORD.findall(text):
        fits = _hundredths(word.rstrip(), bold) <= limit
        pieces += [word] if fits else _parts(word, limit, bold)
    return pieces


def _parts(word: str, limit: float, bold: bool) -> list[str]:
    parts: list[str] = []
    for part in _AFTER.split(word):
        fits = _hundredths(part.rstrip(), bold) <= limit
        parts += [part] if fits else _letters(part, limit, bold)
    return parts


def _letters(part: str, limit: float, bold: bool) -> list[str]:
    """A word too long for a line in parts that fit: with hyphens after a vowel near the end."""
    chunks = []
    while _hundredths(part, bold) > limit and len(part) > 1:
        end = 1
        while end < len(part) - 1 and _hundredths(part[: end + 1], bold) <= limit:
            end += 1
        near = [at for at in range(end - 1, max(end - 5, 2), -1) if _ENDS.match(part, at - 1)]
        chunks.append(f"{part[: near[0]]}-" if near else part[:end])
        part = part[near[0] if near else end :]
    return [*chunks, part]


@lru_cache(maxsize=50_000)
def _hundredths(text: str, bold: bool) -> int:
    table = _ADVANCE[bold]
    try:
        return sum([table[letter] for letter in text])
    except KeyError:
        return sum([_advance(letter, bold) for letter in text])


@lru_cache(maxsize=5_000)
def _advance(letter: str, bold: bool) -> int:
    """The advance of a letter; of its base for one with an accent; else a whole font size."""
    table = _ADVANCE[bold]
    if letter in table:
        return table[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return table.get(unicodedata.normalize("NFD", letter)[0], _UNKNOWN)
