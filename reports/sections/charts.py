"""A structure as a block of the paper: its pages of charts, and the same in words.

Its one rule: what is neither drawn nor listed is said.
"""

from collections.abc import Iterator, Sequence

from posts.families import BY_UNIT
from posts.outline import Entry, Part, PostEntry, outline
from posts.snapshot import ACTING_HEAD, COUNCIL, HEAD, LEADS, Snapshot
from reports.sections.blocks import LANDSCAPE, Chart, Line, Picture
from reports.sections.paging import Marks, Page, Pages
from reports.sections.saying import things

MOST_DRAWN, MOST_LISTED, MOST_POSTS = 100, 300, 300
"""Boxes in all charts of a structure, units in its list, and posts that are listed one by one."""


def chart_of(
    snapshot: Snapshot,
    *,
    key: str,
    title: str,
    marks: Marks,
    existing: bool,
    paper_size: str = "A4",
    by_division: bool = False,
) -> Chart:
    """A structure drawn with its changes, by unit, or by line where it has no units."""
    is_large = len(snapshot.posts) > MOST_POSTS
    wide, tall = LANDSCAPE[paper_size]
    pages = Pages(snapshot, marks, existing, MOST_DRAWN, heads_only=is_large, wide=wide, tall=tall)

    def drawn_for(wide: float, tall: float) -> tuple[Picture, ...]:
        return _drawn(pages.for_room(wide, tall), key, title, by_division)

    return Chart(
        key=key,
        title=title,
        pages=_drawn(pages, key, title, by_division),
        words=tuple(_words(pages, is_large)),
        left_out=_left_out(pages, is_large),
        paper_size=paper_size,
        drawn_for=drawn_for,
    )


def _drawn(pages: Pages, key: str, title: str, by_division: bool) -> tuple[Picture, ...]:
    drawn = list(pages.by_division() if by_division else pages.pages())
    return tuple(_pictures(drawn, key, title))


def _pictures(drawn: Sequence[Page], key: str, title: str) -> Iterator[Picture]:
    for number, (names, chart) in enumerate(drawn, start=1):
        called = title if len(drawn) == 1 else f"{title}, page {number} of {len(drawn)}: {names}"
        yield Picture(
            key=f"{key}.{number}",
            title=called,
            svg=chart.svg,
            width=chart.width,
            height=chart.height,
            alt=f"{called}. A chart: {chart.words} It is listed in words under “Text version”.",
            drawing=chart,
        )


def _left_out(pages: Pages, is_large: bool) -> str | None:
    """What is not drawn, and what is not listed either."""
    drawn, listed = pages.deepest, pages.depth_for(MOST_LISTED)
    word = "unit" if pages.by == BY_UNIT else "post"
    said = []
    if not_drawn := sum(depth > drawn for depth in pages.depths.values()):
        said.append(
            f"The charts go down to level {drawn + 1}; below it {_are(not_drawn, word)} not drawn."
        )
    if not_listed := sum(depth > listed for depth in pages.depths.values()):
        said.append(
            f"The list goes down to level {listed + 1}; below it {_are(not_listed, word)} left out."
        )
    if is_large:
        said.append("Posts that head no unit are drawn only where they change, and counted here.")
    return " ".join(said) or None


def _are(count: int, word: str) -> str:
    return f"{things(count, word)} {'is' if count == 1 else 'are'}"


def _words(pages: Pages, is_large: bool) -> Iterator[Line]:
    parts = outline(pages.snapshot, by=pages.by, marks=pages.marks)
    deepest = pages.depth_for(MOST_LISTED)
    for part in parts:
        within = len(parts) > 1 or part.key != COUNCIL
        if within:
            yield Line(0, part.heading)
        yield from _part_words(part, 1 if within else 0, deepest, is_large)


def _part_words(part: Part, deeper: int, deepest: int, is_large: bool) -> Iterator[Line]:
    for entry in part.entries:
        if entry.depth <= deepest:
            depth = entry.depth + deeper
            yield Line(depth, _in_a_line(entry) if is_large else _entry_words(entry))
            if not is_large:
                own = (post for post in entry.posts if post.heads != LEADS)
                yield from (Line(depth + 1, _post_words(post)) for post in own)


def _entry_words(entry: Entry) -> str:
    """A unit or post, with who leads it: that post's own line stands where it has its place."""
    lines = entry.post.lines if entry.post else ()
    led_by = (f"led by {post.title}" for post in entry.posts if post.heads == LEADS)
    return "; ".join((entry.words, *lines, *led_by))


def _in_a_line(entry: Entry) -> str:
    """A unit with who heads it, and how many other posts it has."""
    heads = [_post_words(post) for post in entry.posts if post.heads in (HEAD, ACTING_HEAD)]
    others = [post for post in entry.posts if not post.heads]
    said = [_entry_words(entry), *heads]
    if others:
        number = things(sum(post.number or 1 for post in others), "other post")
        open_ended = any(post.number is None for post in others)
        said.append(f"at least {number}" if open_ended else number)
    return "; ".join(said)


def _post_words(post: PostEntry) -> str:
    heads = f"{post.heads}: " if post.heads else ""
    marks = f"[{'; '.join(post.marks)}] " if post.marks else ""
    return "; ".join((f"{heads}{marks}{post.words}", *post.lines))
