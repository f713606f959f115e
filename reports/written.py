"""The sections of a paper, made out of what their authors wrote.

Hidden sections and those of other editions are left out. Its one rule: no heading stands over
nothing; where nobody has written anything, that is said, and is a fault.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.comparison import Comparison
from reports.editions import Edition
from reports.known import known_of
from reports.markdown import Fault, read
from reports.proposal import Report, Written
from reports.sections.blocks import Block, Paragraph, Section

NOTHING = "Nothing is stated."

Made = tuple[Section, bool]
"""A section, and whether it is to be numbered."""


def sections_of(
    comparison: Comparison, report: Report, edition: Edition
) -> tuple[list[Made], tuple[Fault, ...]]:
    """The sections that the edition has, in order, and what is wrong in their texts."""
    shown = list(_shown(report.sections, edition))
    making = _Making(comparison, report)
    appendices = {each.key: making.made(each, False) for each in shown if each.is_appendix}
    making.known.parts.list_appendices(tuple(_headings(shown, appendices)))
    made = list[Made]()
    for written, following in zip(shown, [*shown[1:], None], strict=False):
        is_above = written.level == 1 and following is not None and following.level > 1
        section = appendices.get(written.key) or making.made(written, is_above)
        if section.blocks or is_above:
            made.append((section, written.is_numbered))
    return list(_with_own_keys(made)), tuple(making.faults)


def _shown(sections: Sequence[Written], edition: Edition) -> Iterator[Written]:
    """What is neither hidden, nor for other editions, nor within what is."""
    is_shown = True
    for written in sections:
        if written.level == 1 or is_shown:
            fits = written.is_shown and (not written.editions or edition.key in written.editions)
            is_shown = fits if written.level == 1 else is_shown
            if fits:
                yield written


def _headings(shown: Sequence[Written], made: dict[str, Section]) -> Iterator[str]:
    """The appendices as they are listed: “Appendix 1: Sources”."""
    number = 0
    for written in shown:
        if written.key in made and made[written.key].blocks and written.level == 1:
            number += written.is_numbered
            yield (
                f"Appendix {number}: {written.heading}" if written.is_numbered else written.heading
            )


class _Making:
    """The sections of one paper being made: the names that they may use, the faults so far."""

    def __init__(self, comparison: Comparison, report: Report) -> None:
        self.known = known_of(comparison, report.paper_size)
        self.faults: list[Fault] = []

    def made(self, written: Written, is_above: bool) -> Section:
        """A section with its blocks; `is_above` where others follow within it."""
        text = read(
            written.text, section=written.key, names=self.known,
            heading=written.heading, level=written.level,
        )  # fmt: skip
        self.faults += text.faults
        blocks = text.blocks
        if not written.text.strip() and not is_above:
            blocks = (self._nothing(written),)
        return Section(
            key=written.key,
            heading=written.heading,
            blocks=blocks,
            level=written.level,
            is_appendix=written.is_appendix,
        )

    def _nothing(self, written: Written) -> Paragraph:
        says = f"Nothing is written under “{written.heading}”."
        self.faults.append(Fault(section=written.key, place=1, text="", says=says))
        return Paragraph(key=f"{written.key}.nothing", text=NOTHING)


def _with_own_keys(made: Sequence[Made]) -> Iterator[Made]:
    """A part that stands in a paper twice has a key of its own each time."""
    used = Counter[str]()
    for section, is_numbered in made:
        blocks = list[Block]()
        for block in section.blocks:
            used[block.key] += 1
            again = used[block.key]
            blocks.append(block if again == 1 else replace(block, key=f"{block.key}#{again}"))
        yield replace(section, blocks=tuple(blocks)), is_numbered
