"""The first slide: the council, the title, and what is known of the meeting.

Its one rule: all of the title block stands on it, whatever its length.
"""

from reports.paper import Paper

from .elements import Element, paragraph, run, spaced
from .fitting import EMU_A_POINT, largest
from .package import FRONT
from .slides import Slides, placeholder

_FRONT_WIDE, _TITLE_TALL, _BLOCK_TALL = 10_392_000 / EMU_A_POINT, 130.0, 225.0
_TITLE_SIZES, _BLOCK_SIZES = (36, 30, 26, 22, 18, 14, 12), (16, 14, 12, 11, 10, 9)


def add_front(slides: Slides, paper: Paper) -> None:
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
