"""Mappings, lists and texts as a person would write them: one key a line, quotes only where needed.

Its one rule: what is written here, our reader reads back as the same text.
"""

import re
from collections.abc import Iterator

from .fields import Written
from .prose import NO_TEXT, Prose

WIDTH = 100

_PLAIN = re.compile(
    r"(?:[^ \-?:,\[\]{}#&*!|>'\"%@`]|-(?=[^ \-]))(?:[^ :#]|:(?=[^ ])|(?<! )#| (?=.))*"
)
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAKS = re.compile(r"(?<=\S) (?=\S)")


def block(mapping: dict[str, Written], spaced: frozenset[str]) -> str:
    """Write a mapping; between the things in the lists under `spaced` keys stands an empty line."""
    return "\n".join(_mapping(mapping, "", "", spaced)) + "\n"


def text(words: str, indent: int, used: int) -> str:
    """Write one text after `used` columns; its further lines begin after `indent`."""
    words = NO_TEXT.sub("", words)
    if _PLAIN.fullmatch(words) and not _HIDDEN.search(words):
        return _folded(words, indent, used)
    if "\n" in words and _is_plain_block(words):
        margin = "\n" + " " * indent
        return "|-" + "".join(margin + line if line else "\n" for line in words.split("\n"))
    if ('"' in words or "\\" in words) and not _HIDDEN.search(words):
        return _folded("'" + words.replace("'", "''") + "'", indent, used)
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return _folded('"' + _HIDDEN.sub(_escape, escaped) + '"', indent, used)


def prose(words: str, indent: int, used: int) -> str:
    """Write an author's text below its key, whatever it begins with and however long it is."""
    words = NO_TEXT.sub("", words)
    if _HIDDEN.search(words.replace("\n", "").replace("\t", "")):
        return text(words, indent, used)
    margin = "\n" + " " * indent
    mark = "|2" if words[:1] in (" ", "\t") else "|"
    return mark + "".join(margin + line if line else "\n" for line in words.split("\n"))


def _mapping(
    mapping: dict[str, Written], first: str, indent: str, spaced: frozenset[str]
) -> Iterator[str]:
    """The lines of a mapping; the first of them begins with `first`, the others with `indent`."""
    margin = first
    for key, value in mapping.items():
        if isinstance(value, str):
            start = f"{margin}{key}: "
            write = prose if isinstance(value, Prose) else text
            yield start + write(value, len(indent) + 2, len(start))
        else:
            yield f"{margin}{key}:"
            yield from _below(value, indent + "  ", spaced, key in spaced)
        margin = indent


def _below(value: Written, indent: str, spaced: frozenset[str], with_space: bool) -> Iterator[str]:
    """The lines of what stands below a key."""
    if isinstance(value, dict):
        yield from _mapping(value, indent, indent, spaced)
        return
    between = False
    for item in value:
        if with_space and between:
            yield ""
        between = True
        if isinstance(item, dict):
            yield from _mapping(item, indent + "- ", indent + "  ", spaced)
        else:
            yield f"{indent}- " + text(str(item), len(indent) + 2, len(indent) + 2)


def _folded(written: str, indent: int, used: int) -> str:
    """Break a long text at single spaces, which is where reading puts a space again."""
    if used + len(written) <= WIDTH:
        return written
    lines, room = [""], WIDTH - used
    for part in _BREAKS.split(written):
        if lines[-1] and len(lines[-1]) + 1 + len(part) > room:
            lines.append(part)
            room = WIDTH - indent
        else:
            lines[-1] = f"{lines[-1]} {part}" if lines[-1] else part
    return ("\n" + " " * indent).join(lines)


def _is_plain_block(words: str) -> bool:
    return words == words.strip() and not any(
        line.endswith(" ") or _HIDDEN.search(line) for line in words.split("\n")
    )


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(found[0])
    return short or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")
