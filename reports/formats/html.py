"""A paper as one page that stands alone: read on any screen, printed as a paper, with no script.

Its one rule: nothing is fetched from anywhere, and the page itself forbids it.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from posts.svg import file_styles
from reports.formats.status import DRAFT, marks_of
from reports.formats.web.body import Body, definitions, numbered
from reports.formats.web.elements import Html, element, words
from reports.paper import Paper
from reports.sections.blocks import Section

_STYLES = Path(__file__).parent / "web"
_START = "paper"


def write(paper: Paper) -> bytes:
    """The paper as the bytes of an .html file: the same paper, the same bytes."""
    page = element("html", _head(paper), _body(paper), lang=paper.language)
    return f"<!doctype html>\n{page}\n".encode()


@cache
def _styles() -> Html:
    """The style sheet of the file; no text of a paper is ever in it."""
    sheets = (_STYLES / name for name in ("paper.css", "file.css"))
    return Html("\n".join([*(each.read_text("utf-8") for each in sheets), file_styles()]))


@cache
def _policy() -> str:
    """Nothing may be fetched, sent or run; of styles, only ours are allowed."""
    digest = b64encode(sha256(_styles().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(paper: Paper) -> Html:
    """What the file says of itself; the author is a post or the council, never a person."""
    facts = {
        "viewport": "width=device-width, initial-scale=1",
        "referrer": "no-referrer",
        "author": paper.report_of or paper.council,
        "description": paper.subject,
    }
    return element(
        "head",
        element("meta", charset="utf-8"),
        # Quotes may stand in an attribute as they are, and some readers of the policy want them.
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'),
        *(element("meta", name=name, content=said) for name, said in facts.items()),
        element("title", words(paper.title) or "Report"),
        element("style", _styles()),
    )


def _body(paper: Paper) -> Html:
    marks = marks_of(paper)
    return element(
        "body",
        element("a", "Skip to the report", href=f"#{_START}", class_="skip"),
        _on_every_page(marks),
        _front(paper, marks),
        _main(paper),
        element("footer", element("p", f"{paper.council}: {paper.title}")),
        class_="paper marked" if marks else "paper",
    )


def _on_every_page(marks: Sequence[str]) -> Html:
    """What is printed at the head of each page; on the screen it stands once, above the title."""
    if not marks:
        return Html("")
    return element("p", " · ".join(marks), class_="every-page", aria_hidden="true")


def _front(paper: Paper, marks: Sequence[str]) -> Html:
    shown = (element("p", mark, class_="draft" if mark == DRAFT else None) for mark in marks)
    return element(
        "header",
        element("div", *shown, class_="marks") if marks else Html(""),
        element("p", paper.council, class_="council-name"),
    )


def _main(paper: Paper) -> Html:
    body = Body(taken=(_START,))
    sections = [body.section(each) for each in paper.sections]
    return element(
        "main",
        element("h1", words(paper.title) or "Report"),
        definitions(paper.title_block),
        _contents(body.contents),
        element("div", *sections, id=_START),
    )


def _contents(sections: Sequence[tuple[str, Section]]) -> Html:
    """The headings of the paper, each leading to its section, those within others below them."""
    if not sections:
        return Html("")
    heading = element("h2", "Contents", id="paper:contents")
    listed = element("ol", *_entries(sections))
    return element("nav", heading, listed, class_="contents", aria_labelledby="paper:contents")


def _entries(sections: Sequence[tuple[str, Section]]) -> Iterator[Html]:
    """An entry a section of the first level, with a list of the others up to the next."""
    starts = [at for at, (_, each) in enumerate(sections) if not at or each.level == 1]
    for start, end in zip(starts, [*starts[1:], len(sections)], strict=True):
        within = [_entry(*each) for each in sections[start + 1 : end]]
        below = element("ol", *(element("li", each) for each in within)) if within else Html("")
        yield element("li", _entry(*sections[start]), below)


def _entry(ident: str, section: Section) -> Html:
    return element("a", numbered(section), href=f"#{ident}")
