"""How sections and paragraphs are numbered: in the way of the council whose paper it is.

`1.1`: sections 1, 2 and in them paragraphs 1.1, 1.2. `1`: paragraphs 1, 2, 3 through the report,
and headings without numbers. `1. (1)`: sections 1., paragraphs (1), (2) in each. `1.0`: sections
1.0, paragraphs 1.1, after which sections within it count on, with paragraphs 1.3.1. `none`. Its one
rule: what is not to be numbered takes no number away from what is, but for an appendix that has its
number in its own heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.sections.blocks import Block, Paragraph, Recommendations, Section

_OWN = re.compile(r"Appendix (\d{1,3})\b")

SCHEMES = ("1.1", "1", "1. (1)", "1.0", "none")


@dataclass
class _Count:
    """Where the numbers have come to: sections, those within one, paragraphs in it, in all."""

    section: int = 0
    within: int = 0
    paragraph: int = 0
    through: int = 0
    appendix: int = 0


def numbered(sections: Sequence[tuple[Section, bool]], scheme: str) -> tuple[Section, ...]:
    """Sections with their numbers; each comes with whether it is to be numbered."""
    return tuple(_numbered(sections, scheme))


def _numbered(sections: Sequence[tuple[Section, bool]], scheme: str) -> Iterator[Section]:
    count = _Count()
    for section, is_numbered in sections:
        number = _of_section(count, section, is_numbered, scheme)
        has_numbers = is_numbered and not section.is_appendix and scheme != "none"
        blocks = _blocks(count, section, scheme) if has_numbers else section.blocks
        yield replace(section, number=number, blocks=blocks)


def _of_section(count: _Count, section: Section, is_numbered: bool, scheme: str) -> str | None:
    if section.is_appendix and not is_numbered and (own := _OWN.match(section.heading)):
        count.appendix = max(count.appendix, int(own[1]))
    if not is_numbered or scheme == "none":
        return None
    if section.is_appendix:
        if section.level > 1:
            return None
        count.appendix += 1
        return f"Appendix {count.appendix}:"
    if section.level > 1:
        return _of_one_within(count, scheme)
    count.section, count.within, count.paragraph = count.section + 1, 0, 0
    return {"1": None, "1.0": f"{count.section}.0", "1.1": f"{count.section}"}.get(
        scheme, f"{count.section}."
    )


def _of_one_within(count: _Count, scheme: str) -> str | None:
    """Only `1.0` numbers a section within another; its paragraphs then begin again.

    The first has the number after that of the last paragraph before it, which it would else repeat.
    """
    if scheme != "1.0":
        return None
    count.within, count.paragraph = (count.within or count.paragraph) + 1, 0
    return f"{count.section}.{count.within}"


def _blocks(count: _Count, section: Section, scheme: str) -> tuple[Block, ...]:
    return tuple(
        replace(block, number=_of_paragraph(count, scheme))
        if isinstance(block, Paragraph | Recommendations)
        else block
        for block in section.blocks
    )


def _of_paragraph(count: _Count, scheme: str) -> str:
    count.paragraph += 1
    count.through += 1
    if scheme == "1":
        return f"{count.through}"
    if scheme == "1. (1)":
        return f"({count.paragraph})"
    if count.within:
        return f"{count.section}.{count.within}.{count.paragraph}"
    return f"{count.section}.{count.paragraph}"
