"""The charts of a paper as files of their own, each under the status of the paper it is from.

Its one rule: a chart that is taken out of its paper still says that it is a draft.
"""

import re
from collections.abc import Callable, Iterator

from posts import svg
from posts.lettering import text_width, wrap
from reports.formats.packing import packed
from reports.formats.status import status
from reports.paper import Paper
from reports.sections.blocks import Chart, Picture

_BAND, _LINE, _SIZE, _EDGE, _LEAST = 12, 20, 14, 8, 480
_HEAD = re.compile(r'width="(\d+)" height="(\d+)" viewBox="0 0 \d+ \d+"')

Draw = Callable[[str], bytes]


def number(paper: Paper) -> int:
    """How many files the charts of a paper are; one that says so where it has none."""
    return max(sum(1 for _ in pictures(paper)), 1)


def pictures(paper: Paper) -> Iterator[Picture]:
    """The pages of its charts, in order."""
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Chart):
                yield from block.pages


def written(paper: Paper, extension: str, draw: Draw) -> bytes:
    """The one picture of a paper, or all of them as a zip, by number and key."""
    drawn = [(each.key, draw(marked(each.svg, status(paper)))) for each in pictures(paper)]
    if not drawn:
        return draw(marked(_nothing(paper), status(paper)))
    if len(drawn) == 1:
        return drawn[0][1]
    return packed(
        (f"{nth:02}-{_plain(key)}.{extension}", data) for nth, (key, data) in enumerate(drawn, 1)
    )


def marked(picture: str, words: str) -> str:
    """A stand-alone SVG with a line above it; as it is where there is nothing to say."""
    found = _HEAD.search(picture)
    if not words or found is None:
        return picture
    width, height = max(int(found[1]), _LEAST), int(found[2])
    lines = wrap(words, _SIZE, width - 2 * _EDGE, bold=True)
    band = _BAND + _LINE * len(lines)
    size = f'width="{width}" height="{height + band}" viewBox="0 {-band} {width} {height + band}"'
    said = "".join(
        svg.heading(line, _EDGE, _LINE * (nth + 1) - band) for nth, line in enumerate(lines)
    )
    return picture.replace(found[0], size, 1).removesuffix("</svg>") + f"{said}</svg>"


def _nothing(paper: Paper) -> str:
    words = "This paper has no chart."
    width = text_width(words, _SIZE) + 2 * _EDGE
    return svg.document(
        [svg.heading(words, _EDGE, 24, "note")],
        ident="none", title=paper.title, desc=words, width=width, height=40, stand_alone=True,
    )  # fmt: skip


def _plain(key: str) -> str:
    """A key as part of a file's name."""
    return re.sub(r"[^a-z0-9.]+", "-", key.lower()).strip("-.") or "chart"
