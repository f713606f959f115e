"""Job profiles: each proposed post with its lines and what it answers for, as recorded.

Its one rule: a post has a profile where its responsibilities are recorded, or functions that it is
sure to lead.
"""

from collections.abc import Iterator, Sequence

from posts.naming import line_words, unit_name
from posts.snapshot import LINE_STATED, UNCERTAIN, Post, Snapshot, Unit
from reports.calling import called
from reports.making import listed, name_of
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Bullets, Definitions, Heading, Line, Paragraph
from reports.sections.saying import capital, or_not_stated

TO_TIER = "to tier N"


def job_profiles(asked: Asked) -> list[Block]:
    """A heading, facts and responsibilities for each post that has any, down to a tier."""
    after, tier = asked.comparison.after, asked.number(TO_TIER)
    led = _led(after)
    described = [
        post
        for post in after.posts.values()
        if post.responsibilities or (post.key in led and post.certainty != UNCERTAIN)
    ]
    return [
        block
        for post in described
        if tier is None or _is_within(after, post, tier)
        for block in _profile(after, post, led.get(post.key, ()))
    ]


def _led(after: Snapshot) -> dict[str, list[Unit]]:
    """The functions that each post leads, by its key."""
    found = dict[str, list[Unit]]()
    for lead in after.leads:
        if after.units[lead.unit].is_function:
            found.setdefault(lead.post, []).append(after.units[lead.unit])
    return found


def _is_within(after: Snapshot, post: Post, tier: int) -> bool:
    """Whether a post is known to be of a tier, or of one above."""
    found = after.tier_of(post.key)
    return found is not None and found <= tier


def _profile(after: Snapshot, post: Post, led: Sequence[Unit]) -> Iterator[Block]:
    key = f"profile.{post.key}"
    yield Heading(key=key, text=capital(called(post)))
    yield Definitions(key=f"{key}.facts", items=tuple(_facts(after, post)))
    if post.responsibilities:
        yield Paragraph(key=f"{key}.text", text=f"Responsibilities: {post.responsibilities}")
    if led:
        yield Paragraph(key=f"{key}.leads", text="Leads:")
        lines = tuple(
            Line(0, f"{each.name}: {each.remit}" if each.remit else each.name) for each in led
        )
        yield Bullets(key=f"{key}.led", lines=lines)


def _remits(after: Snapshot, post: Post) -> str:
    """What the units that a post heads are there for."""
    headed = (after.units[key] for key in after.units_headed.get(post.key, ()))
    return " ".join(each.remit for each in headed if each.remit and not each.is_function)


def _units_within(after: Snapshot, post: Post) -> Iterator[str]:
    """What stands directly in the units that a post heads, without functions."""
    for key in after.units_headed.get(post.key, ()):
        under = after.units_under.get(key, ())
        yield from (unit_name(each) for each in under if not each.is_function)


def _facts(after: Snapshot, post: Post) -> Iterator[tuple[str, str]]:
    yield "Unit", or_not_stated(name_of(after, post.unit))
    if remit := _remits(after, post):
        yield "Remit", remit
    yield "Grade", or_not_stated(post.grade)
    if post.line == LINE_STATED and post.reports_to in after.posts:
        yield "Reports to", called(after.posts[post.reports_to])
    if within := listed(_units_within(after, post)):
        yield "Units within", within
    below = listed(called(each) for each in after.reports_of.get(post.key, ()))
    if below:
        yield "Direct reports", below
    if lines := "; ".join(line_words(after, post)):
        yield "Lines", lines
    if post.statutory:
        yield "Statutory role", post.statutory
