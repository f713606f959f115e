"""What a box in a chart says: labels of change, name, who leads it, its other posts.

A Cell is the words, a Sheet the words broken into lines with the size that they need. Its one
rule: what a box has no room for is still in its full words.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posts.lettering import clean, wrap
from posts.naming import (
    Mark,
    leading_words,
    line_words,
    post_state,
    post_title,
    post_words,
    unit_name,
)
from posts.snapshot import COUNCIL, LEADS, LINE_OUTSIDE, Leads, Post, Snapshot, Unit

Marks = Mapping[str, Sequence[Mark]]

TITLE, PLAIN, QUIET, UNKNOWN, LABEL = "t", "s", "s q", "s u", "l"
_MOST_POSTS = 12


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a box in one of the five styles; a label has the kind of its mark."""

    words: str
    style: str = PLAIN
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one box says, and in full words for those who hear it."""

    key: str
    texts: tuple[Text, ...]
    words: str
    marks: tuple[Mark, ...] = ()
    shape: str = "unit"


def unit_cell(snapshot: Snapshot, unit: Unit, marks: Marks) -> Cell:
    """The box of a unit: its name, its heads, then its other posts."""
    leads, others = unit_posts(snapshot, unit.key)
    texts = [*_labels(marks, unit.key), Text(unit_name(unit), TITLE)]
    for lead in leads:
        texts += _lead_texts(snapshot, lead, marks)
    if not leads and not others and _is_led(snapshot, unit):
        texts.append(Text("head: not stated", UNKNOWN))
    texts += _other_texts(others, marks)
    own = tuple(marks.get(unit.key, ()))
    words = _unit_words(snapshot, unit, leads, others, marks)
    return Cell(unit.key, tuple(texts), words, own, "work" if unit.is_function else "unit")


def _is_led(snapshot: Snapshot, unit: Unit) -> bool:
    """Whether somebody must head it: one of the council's own units with units below it."""
    own = snapshot.place_of(unit.key) == COUNCIL
    return own and unit.key in snapshot.units_under and not unit.is_function


def unit_posts(snapshot: Snapshot, key: str) -> tuple[list[Leads], list[Post]]:
    """Who leads a unit, and the other posts in it: but for those that head a unit elsewhere."""
    leads = snapshot.leads_of.get(key, [])
    heads = snapshot.units_headed
    others = [post for post in snapshot.posts_in.get(key, ()) if post.key not in heads]
    led_here = {lead.post for lead in leads}
    return leads, [post for post in others if post.key not in led_here]


def _labels(marks: Marks, key: str) -> list[Text]:
    return [Text(mark.words, LABEL, mark.kind) for mark in marks.get(key, ())]


def _lead_texts(snapshot: Snapshot, lead: Leads, marks: Marks) -> list[Text]:
    post = snapshot.posts[lead.post]
    texts = _labels(marks, post.key) if lead.how != LEADS else []
    texts.append(Text(leading_words(lead.how, post), UNKNOWN if post.title is None else PLAIN))
    if lead.how != LEADS:
        texts += _detail(snapshot, post)
        texts += [
            Text(words, QUIET) for words in line_words(snapshot, post) if not _is_plain(words)
        ]
    return texts


def _is_plain(words: str) -> bool:
    return words.startswith("reports to: ")


def _detail(snapshot: Snapshot, post: Post) -> Iterator[Text]:
    if post.grade:
        yield Text(post.grade, QUIET)
    if state := post_state(post):
        yield Text(state, PLAIN)


def _other_texts(posts: Sequence[Post], marks: Marks) -> Iterator[Text]:
    """Posts as lines, alike ones together, those with a change each by itself."""
    alike: Counter[tuple[str | None, str | None]] = Counter()
    lines: list[Text] = []
    for post in posts:
        if post.key in marks or post.number is None:
            lines += [*_labels(marks, post.key), *_post_line(post_title(post), post)]
        else:
            alike[post.title, post_state(post)] += post.number
    for (title, state), number in alike.items():
        like = Post(key="", title=title, number=number, state=state)
        lines += _post_line(post_title(like), like)
    yield from lines[:_MOST_POSTS]
    if len(lines) > _MOST_POSTS:
        yield Text(f"and {len(lines) - _MOST_POSTS} more lines", QUIET)


def _post_line(words: str, post: Post) -> list[Text]:
    state = post_state(post)
    return [Text(f"{words}, {state}" if state else words, UNKNOWN if post.title is None else PLAIN)]


def _unit_words(
    snapshot: Snapshot, unit: Unit, leads: Sequence[Leads], others: Sequence[Post], marks: Marks
) -> str:
    parts = [marked(marks, unit.key, unit_name(unit))]
    if unit.kind:
        parts[0] += f", {unit.kind}"
    for lead in leads:
        post = snapshot.posts[lead.post]
        parts.append(f"{lead.how}: {marked(marks, post.key, post_words(post))}")
        parts += [words for words in line_words(snapshot, post) if not _is_plain(words)]
    parts += [marked(marks, post.key, post_words(post)) for post in others]
    return clean("; ".join(parts))


def marked(marks: Marks, key: str, words: str) -> str:
    """Words after the labels of change that belong to them."""
    labels = ", ".join(mark.words for mark in marks.get(key, ()))
    return f"{labels}: {words}" if labels else words


def post_cell(snapshot: Snapshot, post: Post, marks: Marks) -> Cell:
    """The box of a post: its title, its unit, grade and state, and lines no connector shows."""
    texts = [*_labels(marks, post.key)]
    texts.append(Text(post_title(post), TITLE, "" if post.title else "unknown"))
    unit = snapshot.units[post.unit].name if post.unit else None
    if unit and unit.casefold() not in (post.title or "").casefold():
        texts.append(Text(unit, QUIET))
    texts += _detail(snapshot, post)
    lines = list(line_words(snapshot, post))
    if post.line != LINE_OUTSIDE and post.key not in snapshot.reports_of:
        lines = [words for words in lines if not _is_plain(words)]
    texts += [Text(words, UNKNOWN if _is_plain(words) else QUIET) for words in lines]
    parts = [marked(marks, post.key, post_words(post)), *filter(None, [unit]), *lines]
    return Cell(post.key, tuple(texts), clean("; ".join(parts)), tuple(marks.get(post.key, ())))


def beyond_cell(name: str, lines: Sequence[str]) -> Cell:
    """The grey box of somebody outside the chart to whom its lines lead."""
    texts = [Text(name, TITLE), Text("outside this chart", UNKNOWN)]
    texts += [Text(line, QUIET) for line in lines[:_MOST_POSTS]]
    return Cell(f"beyond {name}", tuple(texts), clean("; ".join((name, texts[1].words, *lines))))


@dataclass(frozen=True, slots=True)
class Label:
    """A label of change: its kind, where it begins and ends, its lines with their baselines."""

    kind: str
    top: float
    height: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cell broken into lines for a width: `lines` are style, baseline and words."""

    cell: Cell
    item: bool
    inset: float
    labels: tuple[Label, ...]
    lines: tuple[tuple[str, float, str], ...]
    width: float
    height: float
    cut: bool


_SIZES = {TITLE: (13.5, True, 16.0), LABEL: (11.5, True, 14.0)}
_MOST_LINES = {TITLE: 5, LABEL: 6}


def fit(cell: Cell, width: float, *, item: bool, room_below: float = 0) -> Sheet:
    """Break a cell into lines for a box of this width; an item of a list is set closer."""
    inset = (7.0 if item else 9.0) + (4 if any(mark.kind == "moved" for mark in cell.marks) else 0)
    room = width - inset - (7 if item else 9)
    y, labels, lines, cut, above = 1.5, [], [], False, ""
    for text in cell.texts:
        size, bold, step = _style(text, item)
        broken = wrap(text.words, size, room, bold=bold, most=_MOST_LINES.get(text.style, 4))
        cut = cut or (broken[-1].endswith("…") and not text.words.endswith("…"))
        if text.style == LABEL:
            y += 3 if above not in ("", LABEL) else 0
            height = 6 + step * len(broken)
            baselines = tuple((y + 13.5 + step * n, words) for n, words in enumerate(broken))
            labels.append(Label(text.kind, y, height, baselines))
            y += height
        else:
            y += _lead(above, item) if above != text.style[0] else 0
            for words in broken:
                y += step
                lines.append((_classes(text), y - 3.5, words))
        above = text.style[0] if text.style != LABEL else LABEL
    height = y + (5.5 if item else 9) + (3 if cell.marks else 0) + room_below
    return Sheet(cell, item, inset, tuple(labels), tuple(lines), width, height, cut)


def _style(text: Text, item: bool) -> tuple[float, bool, float]:
    if text.style == TITLE and item:
        return 13.0, False, 16.0
    return _SIZES.get(text.style, (12.5, False, 15.5))


def _lead(above: str, item: bool) -> float:
    """The white between what is above and a text of another style."""
    if above == LABEL:
        return 5 if item else 7
    return {"": 5.0 if item else 7.0}.get(above, 1.5)


def _classes(text: Text) -> str:
    return f"{text.style} u" if text.kind == "unknown" else text.style
