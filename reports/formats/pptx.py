"""A paper as a presentation: charts as boxes and lines that can be edited, tables, and the text.

Its one rule: it shows the paper it is given, in its order, and works nothing out.
"""

from dataclasses import dataclass, field
from itertools import zip_longest

from reports.formats.powerpoint.charts import add_chart
from reports.formats.powerpoint.front import add_front
from reports.formats.powerpoint.package import describe, new_presentation, saved
from reports.formats.powerpoint.slides import Slides
from reports.formats.powerpoint.tables import add_tables
from reports.formats.powerpoint.words import Piece, add_words, fits, pieces
from reports.formats.texts import safe
from reports.paper import Paper
from reports.sections.blocks import Chart, Heading, Recommendations, Section, Table

_MOST_NAMED = 3
"""So many headings of texts that share a slide stand in its title, and then how many more."""


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .pptx file: the same paper, the same bytes."""
    presentation = new_presentation()
    slides = Slides(presentation, paper)
    add_front(slides, paper)
    _Writing(slides).write(paper.sections)
    describe(
        presentation,
        title=safe(paper.title),
        subject=safe(paper.subject),
        author=safe(paper.report_of or paper.council),
        draft=paper.is_draft,
    )
    return saved(presentation)


@dataclass(frozen=True, slots=True)
class _Text:
    """Text under one heading that has no slide yet."""

    heading: str
    within: str
    pieces: list[Piece] = field(default_factory=list)

    def headed(self, above: str = "") -> list[Piece]:
        """The text under its headings but those `above`, for a slide that it shares."""
        headings = [self.within] if self.within not in ("", above) else []
        headings.append(self.heading)
        under = [piece for text in headings for piece in pieces(Heading(key="", text=text))]
        return [*under, *self.pieces]


class _Writing:
    """Slides as they are made; short texts that follow each other share one, and short tables."""

    def __init__(self, slides: Slides) -> None:
        self.slides, self.waiting = slides, list[_Text]()
        self.tables, self.above = list[Table](), list[str]()

    def write(self, sections: tuple[Section, ...]) -> None:
        within = ""
        for section, following in zip_longest(sections, sections[1:]):
            within = within if section.level > 1 else ""
            self._add(section, within)
            if not section.blocks and (following is None or following.level <= section.level):
                self._wait(_Text(numbered(section), within))
            within = within or numbered(section)
        self._flush()

    def _add(self, section: Section, within: str) -> None:
        """A section: each chart and table on slides of its own, the text between them together."""
        heading, text = numbered(section), None
        for block in section.blocks:
            if isinstance(block, Chart | Table):
                above = [within, heading, *(_led(text.pieces) if text else [])]
                if text and text.pieces:
                    self._wait(text)
                self._flush()
                self._add_drawn(block, list(filter(None, above)))
                text = None
            else:
                self._flush_tables()
                text = text or _Text(heading, within)
                text.pieces.extend(pieces(block))
        self._flush_tables()
        if text:
            self._wait(text)
        if any(isinstance(block, Recommendations) for block in section.blocks):
            self._flush()

    def _add_drawn(self, block: Chart | Table, above: list[str]) -> None:
        """A chart, or a table that waits for others under the same headings."""
        if isinstance(block, Chart) or above != self.above:
            self._flush_tables()
        if isinstance(block, Chart):
            add_chart(self.slides, block, " › ".join(above))
        else:
            self.tables.append(block)
            self.above = above

    def _flush_tables(self) -> None:
        tables, self.tables = self.tables, []
        if tables:
            add_tables(self.slides, tables, self.above)

    def _wait(self, text: _Text) -> None:
        """Let a text wait for others to share its slide; one that has no room there, for its own.

        What is asked of the meeting shares its slide with nothing.
        """
        together = _together([*self.waiting, text])
        if not fits(together) or any(piece.number for piece in text.pieces):
            self._flush()
        self.waiting.append(text)

    def _flush(self) -> None:
        waiting, self.waiting = self.waiting, []
        if len(waiting) == 1:
            add_words(self.slides, waiting[0].heading, waiting[0].within, waiting[0].pieces)
        elif waiting:
            headings = _list([text.heading for text in waiting])
            add_words(self.slides, headings, "", _together(waiting))


def _together(texts: list[_Text]) -> list[Piece]:
    """Texts that share a slide, each heading once."""
    found, above = list[Piece](), ""
    for text in texts:
        found += text.headed(above)
        above = text.within or text.heading
    return found


def _led(waiting: list[Piece]) -> list[str]:
    """The headings that stand right above a chart or table, which go with it."""
    led: list[str] = []
    while waiting and waiting[-1].is_heading:
        led.insert(0, waiting.pop().text)
    return led


def _list(headings: list[str]) -> str:
    """Headings as one title; of many the first, and how many more there are."""
    if len(headings) > _MOST_NAMED:
        headings = [*headings[:_MOST_NAMED], f"{len(headings) - _MOST_NAMED} more"]
    return f"{', '.join(headings[:-1])} and {headings[-1]}"


def numbered(section: Section) -> str:
    """The heading of a section with its number, if it has one."""
    return " ".join(filter(None, (section.number, section.heading)))
