"""The Markdown that an author writes: what is marked up, and what is just words.

HTML, code, pictures, rules and references are none of it, so that what looks like them stays as it
is typed. Its one rule: what the parser would leave out is not given to it.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

DEEPEST = 24
"""Levels of lists and quotes that are read; a text with more is taken as plain paragraphs."""

MOST_BRACKETS = 1000
"""With more, links take the parser a time that grows with their square."""

LINKS = ("http://", "https://", "mailto:")

NAME = re.compile(r"\[([^\[\]\n]{1,300})\]")
"""A figure or a part: its name in square brackets."""

_AS_TYPED = (
    "code", "fence", "html_block", "reference", "hr", "lheading",
    "backticks", "image", "entity", "html_inline",
)  # fmt: skip


def tree_of(text: str) -> SyntaxTreeNode | None:
    """The text as a tree; None where it is nested too deep or has too many brackets for that."""
    if text.count("[") > MOST_BRACKETS:
        return None
    tokens = _PARSER.parse(_clean(text))
    if any(token.level >= DEEPEST for token in tokens):
        return None
    return SyntaxTreeNode(tokens)


def inline_of(text: str) -> SyntaxTreeNode:
    """The words of one paragraph as a tree."""
    return SyntaxTreeNode(_PARSER.parseInline(_clean(text)))


def _clean(text: str) -> str:
    """The text with each sort of end of line as one, so that lines are counted alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_name(found: re.Match[str]) -> bool:
    """Whether what stands in brackets can be a name: “[1]” is none."""
    return any(map(str.isalpha, found[1]))


def _figure(state: StateInline, silent: bool) -> bool:
    """A name in brackets; where it is the text of a link, the link has been read before."""
    found = NAME.match(state.src, state.pos, state.posMax)
    if found is None or not is_name(found):
        return False
    if not silent:
        state.push("figure", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _is_allowed(url: str) -> bool:
    return url.strip().casefold().startswith(LINKS)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * DEEPEST})
    parser.enable("table").disable(_AS_TYPED)
    parser.inline.ruler.after("link", "figure", _figure)
    parser.validateLink = _is_allowed  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
