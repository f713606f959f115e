"""A paper as a presentation: charts as boxes and lines that can be edited, tables, and the text.

Its one rule: it shows the paper it is given, in its order, and works nothing out.
"""

from itertools import zip_longest

from reports.formats.powerpoint.charts import add_chart
from reports.formats.powerpoint.elements import Element, paragraph, run, safe, spaced
from reports.formats.powerpoint.fitting import EMU_A_POINT, largest
from reports.formats.powerpoint.package import FRONT, WORDS, describe, new_presentation, saved
from reports.formats.powerpoint.slides import Slides, placeholder
from reports.formats.powerpoint.tables import add_table
from reports.formats.powerpoint.words import Piece, add_words, pieces
from reports.paper import Paper
from reports.sections.blocks import Chart, Section, Table

_FRONT_WIDE, _TITLE_TALL, _BLOCK_TALL = 10_392_000 / EMU_A_POINT, 130.0, 225.0
_TITLE_SIZES, _BLOCK_SIZES = (36, 30, 26, 22, 18, 14, 12), (16, 14, 12, 11, 10, 9)


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .pptx file: the same paper, the same bytes."""
    presentation = new_presentation()
    slides = Slides(presentation, paper)
    _add_front(slides, paper)
    within = ""
    for section, following in zip_longest(paper.sections, paper.sections[1:]):
        within = within if section.level > 1 else ""
        if not section.blocks and (following is None or following.level <= section.level):
            slides.add(WORDS, numbered(section), within)
        _add_section(slides, section, within)
        within = within or numbered(section)
    describe(
        presentation,
        title=safe(paper.title),
        subject=safe(paper.subject),
        author=safe(paper.report_of or paper.council),
        draft=paper.is_draft,
    )
    return saved(presentation)


def _add_front(slides: Slides, paper: Paper) -> None:
    """The first slide: council, title, title block."""
    slide = slides.presentation.slides.add_slide(slides.presentation.slide_layouts[FRONT])
    tree = slide.shapes._spTree
    for shape in list(tree.iter_ph_elms()):
        tree.remove(shape)
    size, title = largest(paper.title, _TITLE_SIZES, _FRONT_WIDE, _TITLE_TALL, bold=True)
    slides.titles[title] = 1
    words = [paragraph([run(title, sz=size * 100)])]
    tree.append(placeholder(2, "Title", "ctrTitle", None, words))
    tree.append(placeholder(3, "Council", "body", 13, [paragraph([run(paper.council)])]))
    tree.append(placeholder(6, "Title block", "subTitle", 1, _title_block(paper)))
    slides.mark(slide)


def _title_block(paper: Paper) -> list[Element]:
    """The lines of the title block, at a size at which all have room."""
    block = paper.title_block
    tall = _BLOCK_TALL / max(len(block), 1) - 6
    wide = _FRONT_WIDE - max(len(term) for term, _ in block) * 10
    size = min(largest(words, _BLOCK_SIZES, wide, tall)[0] for _, words in block)
    return [
        paragraph(
            [
                run(f"{term}:", b=1, sz=size * 100),
                spaced(f" {largest(words, (size,), wide, tall)[1]}", sz=size * 100),
            ]
        )
        for term, words in block
    ]


def _add_section(slides: Slides, section: Section, within: str) -> None:
    """The slides of a section: charts and tables on their own, the text between them together."""
    heading = numbered(section)
    waiting: list[Piece] = []
    for block in section.blocks:
        if isinstance(block, Chart | Table):
            above = _joined(within, heading, *_led(waiting))
            _flush(slides, heading, within, waiting)
            if isinstance(block, Chart):
                add_chart(slides, block, above)
            else:
                add_table(slides, block, above)
            continue
        waiting += pieces(block)
    _flush(slides, heading, within, waiting)


def _led(waiting: list[Piece]) -> list[str]:
    """The headings that stand right above a chart or table, which go with it."""
    led: list[str] = []
    while waiting and waiting[-1].is_heading:
        led.insert(0, waiting.pop().text)
    return led


def _flush(slides: Slides, heading: str, within: str, waiting: list[Piece]) -> None:
    if waiting:
        add_words(slides, heading, within, waiting)
        waiting.clear()


def numbered(section: Section) -> str:
    """The heading of a section with its number, if it has one."""
    return " ".join(filter(None, (section.number, section.heading)))


def _joined(*headings: str) -> str:
    return " › ".join(filter(None, headings))
