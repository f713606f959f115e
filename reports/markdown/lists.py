"""A list as lines: how deep each stands, and its words.

Its one rule: a number that is not simply counted on is kept as it was typed.
"""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from reports.sections.blocks import Line, Run

LISTS = ("bullet_list", "ordered_list")

Words = Callable[[SyntaxTreeNode], tuple[Run, ...]]
"""What gives the runs of a paragraph or a heading."""


def is_counted(node: SyntaxTreeNode) -> bool:
    """Whether an ordered list counts 1, 2, 3 (or 1, 1, 1), and so can be numbered anew."""
    numbers = [item.info for item in node.children]
    counted = [str(number) for number in range(1, len(numbers) + 1)]
    return numbers in (counted, ["1"] * len(numbers))


def lines_of(node: SyntaxTreeNode, words: Words, depth: int = 0) -> Iterator[Line]:
    """The lines of a list, and of those within it. Numbers inside bullets stand as words."""
    as_typed = node.type == "ordered_list" and (depth > 0 or not is_counted(node))
    for item in node.children:
        marker = f"{item.info}{item.markup} " if as_typed else ""
        yield from _item(item, marker, words, depth)


def _item(item: SyntaxTreeNode, marker: str, words: Words, depth: int) -> Iterator[Line]:
    said = list[Run]()
    told = False
    for child in item.children:
        if child.type in LISTS:
            if said or marker or not told:
                yield from _line(depth, marker, said)
            said, marker, told = [], "", True
            yield from lines_of(child, words, depth + 1)
        else:
            said += [Run(text=" ")] if said else []
            said += words(child)
    if item.type == "list_item" and not item.children:
        marker = marker or (f"{item.info}{item.markup}" if item.info else "")
    if said or marker:
        yield from _line(depth, marker, said)


def _line(depth: int, marker: str, said: Sequence[Run]) -> Iterator[Line]:
    runs = (Run(text=marker), *said) if marker else tuple(said)
    text = "".join(run.text for run in runs).strip()
    if text:
        plain = all(run == Run(text=run.text) for run in runs)
        yield Line(depth, text, () if plain else runs)
