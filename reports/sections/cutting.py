"""A part of a structure as a structure of its own, so that it can be drawn on a page of its own.

Its one rule: a line that leads out of the part still says where to.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from posts.families import BY_LINE
from posts.naming import TITLE_NOT_STATED
from posts.snapshot import LEADS, LINE_NONE, LINE_STATED, Post, ReportingLine, Snapshot


def cut_out(snapshot: Snapshot, by: str, keys: Collection[str], tops: Iterable[str]) -> Snapshot:
    """The structure with nothing in it but some units or posts, of which some stand at the top."""
    return _posts(snapshot, keys, tops) if by == BY_LINE else _units(snapshot, keys, tops)


def without_posts(
    part: Snapshot, full: Collection[str | None] = (), kept: Collection[str] = ()
) -> Snapshot:
    """A structure without posts, but for those that head a unit, and those `kept`.

    `full` are units that keep all their posts, None those that stand in no unit.
    """
    leads = tuple(lead for lead in part.leads if lead.how != LEADS or lead.unit in full)
    heads = {lead.post for lead in leads}
    posts = {
        key: post
        for key, post in part.posts.items()
        if key in heads or key in kept or post.unit in full
    }
    return replace(part, leads=leads, posts=posts, lines=_lines(part, posts))


def _units(snapshot: Snapshot, keys: Collection[str], tops: Iterable[str]) -> Snapshot:
    units = {key: unit for key, unit in snapshot.units.items() if key in keys}
    for key in tops:
        if key in units:
            units[key] = replace(units[key], parent=None, place=snapshot.place_of(key))
    leaders = {lead.post for lead in snapshot.leads if lead.unit in units}
    posts = {
        key: post
        for key, post in snapshot.posts.items()
        if post.unit in units or key in keys or key in leaders
    }
    return replace(snapshot, units=units, posts=posts, lines=_lines(snapshot, posts))


def _posts(snapshot: Snapshot, keys: Collection[str], tops: Iterable[str]) -> Snapshot:
    posts = {key: post for key, post in snapshot.posts.items() if key in keys}
    for key in tops:
        if key in posts:
            line = LINE_NONE if posts[key].line == LINE_STATED else posts[key].line
            posts[key] = replace(posts[key], reports_to=None, line=line)
    return replace(snapshot, posts=posts, lines=_lines(snapshot, posts))


def _lines(snapshot: Snapshot, posts: Mapping[str, Post]) -> tuple[ReportingLine, ...]:
    """The lines of the posts that are left; one to a post that is not goes to its title."""
    return tuple(
        replace(line, to=None, to_other=snapshot.name_of(line.to) or TITLE_NOT_STATED)
        if line.to is not None and line.to not in posts
        else line
        for line in snapshot.lines
        if line.post in posts
    )
