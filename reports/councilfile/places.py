"""The text of a council file as a tree of texts, each with its line and column.

Every scalar stays text: what it is, is decided by the field that it stands in. Its one rule: what
a person would not see on the page (an alias, a tag, a key written twice) is refused with its
place, and no file, however odd, costs more than its size.
"""

import re
from typing import Any

import yaml

from .faults import FaultList, Place, Placed, quoted
from .parser_words import in_plain_words

LARGEST_MEGABYTES = 20
TOO_LARGE = f"The file is larger than {LARGEST_MEGABYTES} MB. A council file is no larger."
DEEPEST = 50
MOST_VALUES = 1_000_000

_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_UNESCAPED_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class _Marked:
    """Something that begins at the parser's mark, which counts lines and columns from 0."""

    __slots__ = ("mark",)

    @property
    def line(self) -> int:
        return int(self.mark.line) + 1

    @property
    def column(self) -> int:
        return int(self.mark.column) + 1

    def __init__(self, mark: Any) -> None:
        self.mark = mark


class Scalar(_Marked):
    """One text of the file, and where it begins."""

    __slots__ = ("text",)

    def __init__(self, text: str, mark: Any) -> None:
        self.text, self.mark = text, mark


class Mapping(_Marked):
    """Keys with their values, in the order of the file."""

    __slots__ = ("entries",)

    def __init__(self, mark: Any) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.mark = mark


class Listing(_Marked):
    """Values, one after the other."""

    __slots__ = ("items",)

    def __init__(self, mark: Any) -> None:
        self.items: list[Node] = []
        self.mark = mark


class Refused(_Marked):
    """A value that was refused; its fault is noted, so that nobody speaks of it again."""

    __slots__ = ()


Node = Scalar | Mapping | Listing | Refused
NOWHERE = Scalar("", yaml.Mark("", 0, 0, 0, "", 0))
"""What reading goes on with where an id is missing."""


def text_of(scalar: Scalar | None) -> str:
    return scalar.text if scalar is not None else ""


class _EndOfReading(Exception):
    """Nothing that comes after this fault can be read."""


def tree(data: bytes, faults: FaultList) -> Node | None:
    """Read a file into its tree; None where it cannot be read to its end. All faults are noted."""
    text = _decoded(data, faults)
    if text is None or not _is_clean(text, faults):
        return None
    try:
        return _Builder(text, faults).document()
    except _EndOfReading:
        return None
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        faults.add(Place(mark.line + 1, mark.column + 1), in_plain_words(error))
    except yaml.YAMLError:
        faults.add(Place(), "This cannot be read as a council file: it is not YAML.")
    return None


def _decoded(data: bytes, faults: FaultList) -> str | None:
    if len(data) > LARGEST_MEGABYTES * 1_000_000:
        faults.add(Place(), TOO_LARGE)
        return None
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        faults.add(
            _place_after(before),
            f"The file is not UTF-8: byte {error.start + 1} is {data[error.start]:#04x}. "
            "Save it as UTF-8 (in Notepad: Save as, Encoding).",
        )
        return None
    if not text.strip():
        faults.add(Place(), "The file is empty.")
        return None
    return text


def _is_clean(text: str, faults: FaultList) -> bool:
    """Refuse control characters, one message for a line that has any, and at most 20."""
    start, lines = 0, 0
    while lines < 20 and (found := _CONTROL.search(text, start)):
        lines += 1
        place = _place_after(text[: found.start()])
        faults.add(place, f"Character U+{ord(found[0]):04X} cannot be seen. Delete it.")
        end = _LINE_BREAK.search(text, found.end())
        start = end.end() if end else len(text)
    return not lines


def _place_after(text: str) -> Place:
    breaks = 0
    end = 0
    for found in _LINE_BREAK.finditer(text):
        breaks, end = breaks + 1, found.end()
    return Place(breaks + 1, len(text) - end + 1)


class _Builder:
    """Builds the tree from the parser's events, which come one at a time and never run ahead."""

    def __init__(self, text: str, faults: FaultList) -> None:
        self.next: Any = yaml.CSafeLoader(text).get_event
        self.faults = faults
        self.has_escapes = "\\" in text
        self.values = 0

    def document(self) -> Node | None:
        """Read the one document of the file."""
        self.next()
        event = self.next()
        if event.__class__ is yaml.StreamEndEvent:
            self.faults.add(Place(), "The file is empty.")
            return None
        node = self.node(self.next(), 1)
        self.next()
        event = self.next()
        if event.__class__ is not yaml.StreamEndEvent:
            self.fault(event, "The file goes on after “---” or “...”. Delete that line.")
        return node

    def node(self, event: Any, depth: int) -> Node:
        """Read the value that begins with an event."""
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.AliasEvent:
            self.fault(event, _MARKED.format(f"*{event.anchor}", "*"))
            return Refused(event.start_mark)
        self.refuse_marks(event)
        if depth > DEEPEST:
            self.fault(event, f"This is nested deeper than {DEEPEST}; nothing below it was read.")
            raise _EndOfReading
        if kind is yaml.MappingStartEvent:
            return self.mapping(event, depth)
        return self.listing(event, depth)

    def scalar(self, event: Any) -> Scalar:
        """Read one text; the line break that a block (| or >) ends with is not part of it."""
        self.values += 1
        if self.values > MOST_VALUES:
            self.fault(event, f"The file has more than {MOST_VALUES:,} values.")
            raise _EndOfReading
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event)
        text = event.value
        if text[-1:] == "\n" and event.style in "|>":
            text = text.rstrip("\n")
        if self.has_escapes and event.style == '"' and _UNESCAPED_CONTROL.search(text):
            self.fault(event, "This text holds a character that cannot be seen. Delete its “\\…”.")
        return Scalar(text, event.start_mark)

    def mapping(self, start: Any, depth: int) -> Mapping:
        """Read keys and values up to the end of their mapping."""
        mapping = Mapping(start.start_mark)
        entries, following = mapping.entries, self.next
        node, scalar = self.node, self.scalar
        if start.flow_style:
            self.refuse_braces(mapping)
        while (event := following()).__class__ is not yaml.MappingEndEvent:
            key = self.key(event, depth)
            event = following()
            is_text = event.__class__ is yaml.ScalarEvent
            value = scalar(event) if is_text else node(event, depth + 1)
            if key is None:
                continue
            if key.text in entries:
                self.refuse_repeat(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        return mapping

    def listing(self, start: Any, depth: int) -> Listing:
        """Read values up to the end of their list."""
        listing = Listing(start.start_mark)
        while (event := self.next()).__class__ is not yaml.SequenceEndEvent:
            listing.items.append(self.node(event, depth + 1))
        return listing

    def key(self, event: Any, depth: int) -> Scalar | None:
        """Read a key; None, with its fault noted, where it is none."""
        is_text = event.__class__ is yaml.ScalarEvent
        node = self.scalar(event) if is_text else self.node(event, depth + 1)
        if not isinstance(node, Scalar):
            if not isinstance(node, Refused):
                self.faults.add(node, "A key is one word, not a list. Put it in quotes if it is.")
            return None
        if node.text == "<<":
            self.faults.add(node, "“<<” (merging) is not used here. Write the keys out.")
            return None
        if not node.text:
            self.faults.add(node, "There is no key before the colon.")
            return None
        return node

    def refuse_repeat(self, key: Scalar, first: Scalar) -> None:
        """Refuse a key that the mapping has already."""
        self.faults.add(
            key,
            f"{quoted(key.text)} is written twice: on line {first.line} and here. Delete one, or "
            "put “- ” before the line that begins the next thing.",
        )

    def refuse_braces(self, mapping: Mapping) -> None:
        self.faults.add(
            mapping,
            "Write each key on a line of its own, without braces: a comma within braces cuts a "
            "text short. A text that begins with “{” goes in quotes.",
        )

    def refuse_marks(self, event: Any) -> None:
        """Refuse an anchor or a tag, which a person would take for part of the text."""
        if event.anchor is not None:
            self.fault(event, _MARKED.format(f"&{event.anchor}", "&"))
        if event.tag is not None:
            self.fault(event, _MARKED.format(quoted(event.tag)[1:-1], "!"))

    def fault(self, event: Any, message: str) -> None:
        self.faults.add(_place_of(event), message)


_MARKED = "“{}” is read as a mark, not as text. Put a text that begins with “{}” in quotes."


def _place_of(event: Any) -> Placed:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)
