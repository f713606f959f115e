"""What may stand in a field: one text, a list of them, another mapping, or a list of mappings.

A type reads a node of the tree into a value and writes the value back. Its one rule: reading never
stops at a fault; it notes it and goes on, with a blank where the value should be.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Protocol

from .everyday import meant_by
from .faults import FaultList, did_you_mean, quoted
from .places import Listing, Mapping, Node, Refused, Scalar
from .texts import REFERENCE, TEXT, OneText

NOT_STATED = "not stated"
_BLANK = ("", NOT_STATED)
_EMPTY: tuple[Any, ...] = ((), [], {})

Written = str | Sequence["Written"] | dict[str, "Written"]


class Record(dict[str, Any]):
    """A mapping of the file, read: values by the attribute they are for, and where it stood."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node

    @property
    def line(self) -> int:
        return self.node.line

    @property
    def column(self) -> int:
        return self.node.column


class Type(Protocol):
    """What may stand in a field."""

    @property
    def words(self) -> str:
        """What it is, after “takes”: a whole number."""

    def read(self, node: Node, key: str, faults: FaultList) -> Any:
        """Read a node; None, with its fault noted, where it is not of this type."""

    def written(self, value: Any) -> Written:
        """Write a value of this type back."""


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """One of a type, or a list of them; always a tuple once read."""

    one: OneText

    @property
    def words(self) -> str:
        return f"{self.one.words}, or a list of them"

    def read(self, node: Node, key: str, faults: FaultList) -> Any:
        nodes = node.items if isinstance(node, Listing) else [node]
        values = [self.one.read(each, key, faults) for each in nodes if not _is_blank(each)]
        return tuple(value for value in values if value is not None)

    def written(self, value: Any) -> Written:
        texts = [self.one.written(each) for each in value]
        return texts[0] if len(texts) == 1 else texts


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of mappings."""

    shape: "Shape"

    @property
    def words(self) -> str:
        return f"a list, each line of which begins {self.shape.name} with “- ”"

    def read(self, node: Node, key: str, faults: FaultList) -> Any:
        if isinstance(node, Refused):
            return ()
        if not isinstance(node, Listing):
            faults.add(node, f"{quoted(key)} takes {self.words}.")
            return () if isinstance(node, Scalar) else self.records([node], faults)
        return self.records(node.items, faults)

    def records(self, nodes: Iterable[Node], faults: FaultList) -> tuple[Record, ...]:
        """Read each of the mappings."""
        records = [self.shape.read(each, faults) for each in nodes]
        return tuple(record for record in records if record is not None)

    def written(self, value: Any) -> Written:
        return [self.shape.written(each) for each in value]


@dataclass(frozen=True, slots=True)
class One:
    """One mapping."""

    shape: "Shape"

    @property
    def words(self) -> str:
        return f"{self.shape.name}, its keys on the lines below, indented"

    def read(self, node: Node, key: str, faults: FaultList) -> Any:
        return self.shape.read(node, faults)

    def written(self, value: Any) -> Written:
        return self.shape.written(value)


@dataclass(frozen=True, slots=True)
class WordOrListOf:
    """One of some words, alone, or a list of mappings."""

    allowed: tuple[str, ...]
    shape: "Shape"

    @property
    def words(self) -> str:
        return f"{', '.join(map(quoted, self.allowed))} or {ListOf(self.shape).words}"

    def read(self, node: Node, key: str, faults: FaultList) -> Any:
        if not isinstance(node, Scalar):
            return ListOf(self.shape).read(node, key, faults)
        if node.text in self.allowed:
            return node.text
        near = did_you_mean(faults.nearest(node.text, self.allowed))
        near = near or f" If it is an id, write “- id: {node.text[:40]}” on the next line."
        faults.add(node, f"{quoted(key)} takes {self.words}. {quoted(node.text)} is neither.{near}")
        return None

    def written(self, value: Any) -> Written:
        return value if isinstance(value, str) else ListOf(self.shape).written(value)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping, what may stand there, and the attribute that it is read into.

    Left out, the value is `default`. `none_is_said`: None is not the default, and is written out.
    """

    key: str
    type: Type
    attribute: str = ""
    required: bool = False
    default: Any = None
    none_is_said: bool = False
    keeps: str | None = None

    @property
    def into(self) -> str:
        return self.attribute or self.key

    @property
    def blank(self) -> Any:
        """What reading goes on with where the field is missing."""
        return getattr(self.type, "blank", None)


class Shape:
    """A mapping: what it is called, and its fields in the order in which they are written.

    Things in a list of `spaced` mappings stand apart. Where nothing is known, `unknown` is the key
    that is written. `homes` knows for each key of the format a mapping that has it.
    """

    homes: ClassVar[dict[str, str]] = {}

    def __init__(self, name: str, *fields: Field, spaced: bool = False, unknown: str = "") -> None:
        self.name, self.fields, self.spaced = name, fields, spaced
        self.unknown = unknown or fields[0].key
        self.by_key = {field.key: field for field in fields}
        self.required = [field for field in fields if field.required]

    @classmethod
    def at_home(cls, shapes: Iterable["Shape"]) -> None:
        """Note which mapping has a key; of several, the first."""
        for shape in shapes:
            for key in shape.by_key:
                cls.homes.setdefault(key, shape.name)

    def add(self, field: Field) -> None:
        """Add a last field, one of this very shape."""
        self.fields = (*self.fields, field)
        self.by_key[field.key] = field

    def read(self, node: Node, faults: FaultList) -> Record | None:
        """Read a mapping; None, with its fault noted, where the node is none."""
        if not isinstance(node, Mapping):
            return self.refuse(node, faults)
        record = Record(node)
        by_key = self.by_key
        for key, (place, value) in node.entries.items():
            field = by_key.get(key)
            if field is None:
                self.refuse_key(place, faults)
            elif value.__class__ is Scalar and value.text in _BLANK and value.text != field.keeps:
                if field.none_is_said and value.text:
                    record[field.into] = None
            elif (read := field.type.read(value, key, faults)) is not None:
                record[field.into] = read
        self.require(record, node, faults)
        return record

    def refuse(self, node: Node, faults: FaultList) -> Record | None:
        """Refuse what is no mapping; a text is taken for its name, to which others may refer."""
        if isinstance(node, Refused):
            return None
        faults.add(node, f"Here stands {self.name}, written as “key: value” lines.")
        if not isinstance(node, Scalar) or not self.required:
            return None
        record = Record(node)
        for field in self.required:
            record[field.into] = node.text if field.blank == "" else field.blank
        return record

    def refuse_key(self, key: Scalar, faults: FaultList) -> None:
        """Say that there is no such key, and which is meant, or which there are."""
        home = self.homes.get(key.text)
        if home and not meant_by(key.text, self.by_key):
            what_to_do = f" It is a key of {home}: check how far this line is indented."
        else:
            what_to_do = did_you_mean(faults.nearest(key.text, self.by_key))
            what_to_do = what_to_do or f" It has: {', '.join(self.by_key)}."
        message = f"{quoted(key.text)} is not a key of {self.name}.{what_to_do}"
        faults.add(key, message, stands_alone=True)

    def require(self, record: Record, node: Mapping, faults: FaultList) -> None:
        """Refuse a mapping that lacks what it must have; reading goes on with a blank."""
        for field in self.required:
            if field.into in record:
                continue
            given = node.entries.get(field.key)
            if given is None or _is_blank(given[1]):
                faults.add(node, f"{_capital(self.name)} needs “{field.key}”: {field.type.words}.")
            record[field.into] = field.blank

    def written(self, value: Any) -> dict[str, Written]:
        """Write a value, or a record of its attributes, leaving out what is not stated."""
        given_for = value.get if isinstance(value, AnyMapping) else partial(getattr, value)
        texts: dict[str, Written] = {}
        for field in self.fields:
            given = given_for(field.into, field.default)
            if given == field.default or given in _EMPTY:
                continue
            texts[field.key] = NOT_STATED if given is None else field.type.written(given)
        return texts or {self.unknown: NOT_STATED}


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text in _BLANK


def written_at(record: Record, key: str) -> Node | None:
    """What is written at a key of a record, right or wrong; None where nothing is."""
    entries = record.node.entries if isinstance(record.node, Mapping) else {}
    node = entries[key][1] if key in entries else None
    return None if node is None or _is_blank(node) else node


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


TEXTS = OneOrMore(TEXT)
REFERENCES = OneOrMore(REFERENCE)
