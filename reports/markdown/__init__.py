"""An author's text as blocks: Markdown, in which figures and generated parts stand by their names.

`[posts deleted]` in a sentence is a figure, `[existing chart]` alone on a line a part. Its one
rule: nothing that is typed ever fails or vanishes. What is not known stays as it was typed, and is
told as a fault.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.tree import SyntaxTreeNode

from reports.markdown.grids import CAPTION, table_of
from reports.markdown.lists import LISTS, is_counted, lines_of
from reports.markdown.names import Fault, Names, is_same, unknown
from reports.markdown.parser import NAME, inline_of, tree_of
from reports.markdown.runs import Inline, text_of, unless_plain
from reports.sections.blocks import Block, Bullets, Heading, Note, Paragraph, Run

__all__ = ["Fault", "Names", "Text", "read"]

_LOWEST = 3
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True)
class Text:
    """What a section's text comes to."""

    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...] = ()


def read(text: str, *, section: str, names: Names, heading: str = "Table", level: int = 1) -> Text:
    """Read an author's text, which stands under a heading of a level (1 or 2)."""
    reading = _Reading(section, heading, level, names, text.splitlines())
    tree = tree_of(text)
    if tree is None:
        reading.read_plain(text)
    else:
        reading.read(tree.children)
    return Text(tuple(reading.blocks), tuple(reading.faults))


@dataclass
class _Reading:
    """One text being read: its blocks and faults so far, and the line that it has come to."""

    section: str
    heading: str
    level: int
    names: Names
    source: list[str]
    blocks: list[Block] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    place: int = 1
    made: int = 0
    caption: str | None = None

    def __post_init__(self) -> None:
        self.last = self.level

    def read(self, nodes: Sequence[SyntaxTreeNode], *, quoted: bool = False) -> None:
        """Read what stands one below the other."""
        for node, following in zip(nodes, [*nodes[1:], None], strict=False):
            self.place = node.map[0] + 1 if node.map else self.place
            match node.type:
                case "heading":
                    self._heading(node)
                case "table":
                    self._table(node)
                case "blockquote":
                    self.read(node.children, quoted=True)
                case kind if kind in LISTS:
                    self._list(node)
                case _:
                    has_table = following is not None and following.type == "table"
                    words = node.children[0].content if node.children else node.content
                    self._paragraph(words, quoted, has_table)

    def read_plain(self, text: str) -> None:
        """Read a text that is nested too deep: paragraph by paragraph, as it is typed."""
        for paragraph in _BLANK.split(text):
            words = " ".join(paragraph.split())
            if words:
                runs = Inline(self.names, self._unknown).read_plain(words)
                self._add(runs, quoted=False)

    def _heading(self, node: SyntaxTreeNode) -> None:
        """A heading; no level is skipped, and the section's own is above it."""
        runs = self._runs(node.children[0])
        if not text_of(runs).strip():
            return
        wanted = self.level + max(1, int(node.tag[1]) - 2)
        self.last = min(wanted, self.last + 1, _LOWEST)
        self.blocks.append(Heading(key=self._key(), text=text_of(runs), level=self.last))
        if int(node.tag[1]) < _LOWEST:
            self._fault("A heading within a section begins with “###”.", text_of(runs))

    def _list(self, node: SyntaxTreeNode) -> None:
        lines = tuple(lines_of(node, self._any_words))
        is_ordered = node.type == "ordered_list" and is_counted(node)
        if lines and not is_ordered and node.type == "ordered_list":
            for line in lines:
                self.blocks.append(Paragraph(key=self._key(), text=line.text, runs=line.runs))
        elif lines:
            self.blocks.append(Bullets(key=self._key(), lines=lines, is_ordered=is_ordered))

    def _table(self, node: SyntaxTreeNode) -> None:
        caption, self.caption = self.caption, None
        key = self._key()
        table = table_of(
            node, key=key, caption=caption or self.heading, source=self.source, words=self._cell
        )  # fmt: skip
        if table is not None:
            self.blocks.append(replace(table, is_untitled=caption is None))
            return
        cells = (cell for part in node.children for row in part.children for cell in row.children)
        words = " | ".join(text_of(self._any_words(cell)) for cell in cells)
        self.blocks.append(Paragraph(key=key, text=words))

    def _paragraph(self, content: str, quoted: bool, has_table: bool) -> None:
        """A paragraph; before a table its last line may be the caption, and any line a part."""
        lines = content.split("\n")
        found = CAPTION.fullmatch(lines[-1].strip()) if has_table else None
        if found:
            self.caption = self._cell(found[1])
            lines = lines[:-1]
        words = list[str]()
        for line in lines:
            part = None if quoted else self._part(line)
            if part is None:
                words.append(line)
                continue
            self._words("\n".join(words), quoted)
            self._insert(part)
            words = []
        self._words("\n".join(words), quoted)

    def _part(self, line: str) -> Sequence[Block] | None:
        found = NAME.fullmatch(line.strip())
        return self.names.part(found[1].strip()) if found else None

    def _insert(self, part: Sequence[Block]) -> None:
        """The blocks of a part, its headings as deep as they stand here."""
        for block in part:
            if isinstance(block, Heading):
                block = replace(block, level=min(block.level + self.level - 1, _LOWEST))
                self.last = block.level
            self.blocks.append(block)

    def _words(self, content: str, quoted: bool) -> None:
        if not content.strip():
            return
        self._add(self._runs(inline_of(content)), quoted)

    def _add(self, runs: tuple[Run, ...], quoted: bool) -> None:
        text, runs = text_of(runs), unless_plain(runs)
        if quoted:
            self.blocks.append(Note(key=self._key(), text=text, runs=runs))
        else:
            self.blocks.append(Paragraph(key=self._key(), text=text, runs=runs))

    def _any_words(self, node: SyntaxTreeNode) -> tuple[Run, ...]:
        """The words of whatever stands in a list or a cell."""
        if node.type == "inline":
            return self._runs(node)
        found = (self._any_words(child) for child in node.children)
        return tuple(_spaced(runs for runs in found if runs))

    def _cell(self, content: str) -> str:
        return text_of(self._runs(inline_of(content))).strip()

    def _runs(self, node: SyntaxTreeNode) -> tuple[Run, ...]:
        return Inline(self.names, self._unknown).read(node)

    def _unknown(self, name: str) -> None:
        nearest = self.names.nearest(name)
        meant = nearest if nearest is None or not is_same(nearest, name) else None
        self._fault(unknown(name, nearest), name, nearest=meant, is_misnamed=True)

    def _fault(
        self, says: str, text: str, *, nearest: str | None = None, is_misnamed: bool = False
    ) -> None:
        fault = Fault(
            section=self.section, place=self.place, text=text, says=says,
            nearest=nearest, is_misnamed=is_misnamed,
        )  # fmt: skip
        if fault not in self.faults:
            self.faults.append(fault)

    def _key(self) -> str:
        self.made += 1
        return f"{self.section}.{self.made}"


def _spaced(several: Iterator[tuple[Run, ...]]) -> Iterator[Run]:
    for nth, runs in enumerate(several):
        if nth:
            yield Run(text=" ")
        yield from runs
