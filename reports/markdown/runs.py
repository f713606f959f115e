"""The words of a paragraph as runs: plain, bold, italic, links, and figures in their places.

Its one rule: the words of all runs together are the text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from reports.markdown.names import Names
from reports.markdown.parser import NAME, is_name
from reports.markdown.sentences import begins_a_sentence, capitalised
from reports.sections.blocks import Run


@dataclass
class Inline:
    """Reads the words of one text; `on_unknown` is told each name that nothing has.

    `is_within` where the text goes on a sentence that has begun before it.
    """

    names: Names
    on_unknown: Callable[[str], None]
    is_within: bool = False
    runs: list[Run] = field(default_factory=list)

    def read(self, node: SyntaxTreeNode) -> tuple[Run, ...]:
        """The runs of a tree of words."""
        self._walk(node.children, Run(text=""))
        return tuple(_joined(self.runs))

    def read_plain(self, text: str) -> tuple[Run, ...]:
        """The runs of a text in which nothing is marked up but figures."""
        last = 0
        for found in filter(is_name, NAME.finditer(text)):
            self.runs.append(Run(text=text[last : found.start()]))
            self._figure(found[1], Run(text=""))
            last = found.end()
        self.runs.append(Run(text=text[last:]))
        return tuple(_joined(self.runs))

    def _walk(self, nodes: Sequence[SyntaxTreeNode], manner: Run) -> None:
        for node in nodes:
            match node.type:
                case "strong":
                    self._walk(node.children, _like(manner, bold=True))
                case "em":
                    self._walk(node.children, _like(manner, italic=True))
                case "link":
                    self._link(node, manner)
                case "softbreak" | "hardbreak":
                    self.runs.append(_like(manner, text=" "))
                case "figure":
                    self._figure(node.content, manner)
                case _ if node.children:
                    self._walk(node.children, manner)
                case _:
                    self.runs.append(_like(manner, text=node.content))

    def _link(self, node: SyntaxTreeNode, manner: Run) -> None:
        """A link; its title, which no format shows, stands after it."""
        self._walk(node.children, _like(manner, link=str(node.attrs.get("href", ""))))
        if not node.children:
            self.runs.append(_like(manner, text=str(node.attrs.get("href", ""))))
        if title := node.attrs.get("title"):
            self.runs.append(_like(manner, text=f" ({title})"))

    def _figure(self, name: str, manner: Run) -> None:
        said = self.names.figure(name)
        if said is None:
            self.on_unknown(name)
            self.runs.append(_like(manner, text=f"[{name}]"))
            return
        if begins_a_sentence(text_of(self.runs), is_within=self.is_within):
            said = capitalised(said)
        self.runs.append(_like(manner, text=said, figure=" ".join(name.split())))


def _like(
    run: Run,
    *,
    text: str = "",
    bold: bool | None = None,
    italic: bool | None = None,
    link: str | None = None,
    figure: str | None = None,
) -> Run:
    return Run(
        text=text,
        bold=run.bold if bold is None else bold,
        italic=run.italic if italic is None else italic,
        link=link or run.link,
        figure=figure,
    )


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Neighbours in one manner as one run; a figure stays by itself."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last is not None and _is_alike(last, run):
            last = _like(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _is_alike(one: Run, other: Run) -> bool:
    return (
        one.figure is None
        and other.figure is None
        and (one.bold, one.italic, one.link) == (other.bold, other.italic, other.link)
    )


def text_of(runs: Sequence[Run]) -> str:
    """The words of runs, without their manner."""
    return "".join(run.text for run in runs)


def unless_plain(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a text, or none where all of it is plain."""
    plain = all(run == Run(text=run.text) for run in runs)
    return () if plain else runs
