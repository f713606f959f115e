"""Text on slides: paragraphs, lists, terms and recommendations, as many as there is room for.

Its one rule: the text of the paper is on its slides in full, over as many as it takes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.formats.texts import safe_part
from reports.sections.blocks import (
    Block,
    Bullets,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Recommendations,
    Run,
)

from .elements import Element, el, paragraph, spaced
from .fitting import EMU_A_POINT, STEP, in_pieces, lines
from .package import WORDS
from .slides import ROOM_TALL, ROOM_WIDE, Slides, placeholder

_SIZE, _SMALL, _APART, _INDENT = 16.0, 13.0, 6.0, 17.4
_SMALLER = (_SIZE, 15.0, 14.0)
_DEEPEST = 8
_ROOM = ROOM_TALL / EMU_A_POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph of a slide: its words, how deep it stands in a list, how it is set.

    `number` is that of a numbered line. The next one must stand on the same slide where it `holds`.
    """

    text: str
    runs: tuple[Run, ...] = ()
    depth: int = 0
    size: float = _SIZE
    bold: bool = False
    italic: bool = False
    number: int | None = None
    holds: bool = False
    is_heading: bool = False

    @property
    def width(self) -> float:
        return ROOM_WIDE / EMU_A_POINT - _INDENT * (self.depth or (2 if self.number else 0))

    @property
    def height(self) -> float:
        """How tall it stands, in points."""
        bold = self.bold or any(each.bold for each in self.runs)
        count = len(lines(self.text, self.size, self.width, bold=bold))
        return count * self.size * STEP + _APART


def pieces(block: Block) -> Iterator[Piece]:
    """What a block says, paragraph by paragraph."""
    match block:
        case Heading(text=text):
            yield Piece(text=text, bold=True, holds=True, is_heading=True)
        case Paragraph(text=text, runs=runs, number=number):
            yield _led(number, text, runs)
        case Note(text=text, runs=runs):
            yield Piece(text=text, runs=runs, size=_SMALL, italic=True)
        case Definitions(items=items):
            yield from (replace(_term(*item), holds=True) for item in items[:-1])
            yield from (_term(*item) for item in items[-1:])
        case Bullets(lines=listed, is_ordered=is_ordered):
            yield from _listed(listed, is_ordered)
        case Recommendations(lead=lead, items=items, number=number, first=first):
            yield replace(_led(number, lead, ()), bold=True, holds=True)
            yield from (Piece(text=text, number=n) for n, text in enumerate(items, start=first))


def _led(number: str | None, text: str, runs: tuple[Run, ...]) -> Piece:
    """A paragraph after its number, if it has one."""
    if not number:
        return Piece(text=text, runs=runs)
    shown = (Run(text=f"{number}  "), *runs) if runs else ()
    return Piece(text=f"{number}  {text}", runs=shown)


def _listed(listed: Sequence[Line], is_ordered: bool) -> Iterator[Piece]:
    count = 0
    for line in listed:
        is_numbered = is_ordered and not line.depth
        count += is_numbered
        yield Piece(
            text=line.text, runs=line.runs, depth=0 if is_numbered else line.depth + 1,
            number=count if is_numbered else None,
        )  # fmt: skip


def _term(term: str, words: str) -> Piece:
    runs = Run(text=f"{term}: ", bold=True), Run(text=words)
    return Piece(text=f"{term}: {words}", runs=runs)


def add_words(slides: Slides, heading: str, above: str, said: Sequence[Piece]) -> None:
    """Paragraphs on slides under one heading, each with as many as have room.

    What nearly has room on one slide has it in smaller letters.
    """
    pages = list(_paged(list(_short_enough(_in_smaller_letters(said)))))
    for number, page in enumerate(pages, start=1):
        of = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        slide = slides.add(WORDS, f"{heading}{of}", above)
        held = placeholder(6, "Text", "body", 1, [_set(piece) for piece in page])
        slide.shapes._spTree.append(held)


def _in_smaller_letters(said: Sequence[Piece]) -> Sequence[Piece]:
    """The paragraphs in letters in which they have room on one slide; as they are if in none."""
    for size in _SMALLER:
        smaller = [replace(each, size=min(each.size, size)) for each in said]
        if fits(smaller):
            return smaller
    return said


def fits(said: Sequence[Piece]) -> bool:
    """Whether paragraphs have room on one slide."""
    return sum(piece.height for piece in said) <= _ROOM


def _short_enough(said: Iterable[Piece]) -> Iterator[Piece]:
    """Paragraphs as they are; one that is taller than a slide in pieces, without its manners."""
    for piece in said:
        if piece.height <= _ROOM:
            yield piece
            continue
        most = int(_ROOM / (piece.size * STEP)) - 1
        for number, text in enumerate(in_pieces(piece.text, piece.size, piece.width, most)):
            yield replace(piece, text=text, runs=(), number=None if number else piece.number)


def _paged(said: Sequence[Piece]) -> Iterator[list[Piece]]:
    page: list[Piece] = []
    used = 0.0
    for number, piece in enumerate(said):
        follows = sum(each.height for each in _held(said, number))
        if page and used + piece.height + follows > _ROOM:
            yield page
            page, used = [], 0.0
        page.append(piece)
        used += piece.height
    yield page


def _held(said: Sequence[Piece], number: int) -> Sequence[Piece]:
    """What must stand on the slide of a paragraph: below a heading its terms, if they fit."""
    end = number
    while said[end].holds and end + 1 < len(said):
        end += 1
    held = said[number + 1 : end + 1]
    return held if fits(said[number : end + 1]) else held[:1]


def _set(piece: Piece) -> Element:
    runs = piece.runs or (Run(text=piece.text),)
    size = None if piece.size == _SIZE else round(piece.size * 100)
    drawn = [
        spaced(
            safe_part(each.text), sz=size, b=1 if piece.bold or each.bold else None,
            i=1 if piece.italic or each.italic else None,
        )
        for each in runs
    ]  # fmt: skip
    if piece.number is None:
        return paragraph(drawn, level=min(piece.depth, _DEEPEST))
    start = el("a:buAutoNum", type="arabicPeriod", startAt=piece.number)
    count = el("a:buFont", typeface="+mj-lt"), start
    indent = round(2 * _INDENT * EMU_A_POINT)
    return paragraph(drawn, *count, marL=indent, indent=-indent)
