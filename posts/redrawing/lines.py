"""Who heads a unit, and the dotted, joint and link lines of a post.

Its one rule: both ends stand in one structure, and nothing is said twice.
"""

from divisions import errors, sentences
from divisions.models.act import create_rows
from posts.models import Leads, ReportingLine

KINDS = [kind for kind, _ in ReportingLine.KINDS]


def name_head(unit, posts, how="head"):
    """Let these posts, and no others, be the heads of a unit, its acting heads, or lead it."""
    with unit.structure.editing(verb="name a head") as editing:
        unit = editing.fresh(unit)
        posts = editing.fresh_all(posts) if posts else []
        there = {lead.post_id: lead for lead in unit.led_by.filter(how=how)}
        stale = there.keys() - {post.pk for post in posts}
        unit.led_by.filter(pk__in=[there[post].pk for post in stale]).delete()
        new = [
            Leads(structure=editing.structure, post=post, unit=unit, how=how)
            for post in posts
            if post.pk not in there
        ]
        create_rows(new)
        editing.tell(sentences.led(unit.called, [post.called for post in posts], how))


def add_line(post, kind, to=None, to_other=None, reason=None, **sourced):
    """Add a line beside that of management, to a post or, in words, to somebody else."""
    with post.structure.editing(verb="add a line") as editing:
        post, to = editing.fresh(post), editing.fresh(to) if to else None
        _must_have_one_other_end(post, kind, to, to_other)
        if post.lines.filter(kind=kind, to=to, to_other=to_other).exists():
            end = to.called if to else to_other
            raise errors.AlreadyThere(f"{post.called} has a {kind} line to {end} already.")
        ends = {"post": post, "kind": kind, "to": to, "to_other": to_other, "reason": reason}
        line = ReportingLine(structure=editing.structure, **ends, **sourced)
        create_rows([line])
        editing.tell(sentences.line_added(kind, post.called, to.called if to else to_other))
        return line


def remove_line(line):
    """Remove a line beside that of management."""
    with line.structure.editing(verb="remove a line") as editing:
        row = editing.structure.lines.filter(pk=line.pk).first()
        if row is None:
            raise errors.NotInStructure(
                f"The {line.kind} line is no longer in {editing.structure.title}. Go back to see "
                "what lines there are."
            )
        row.delete()
        to = row.to.called if row.to else str(row.to_other)
        editing.tell(sentences.line_removed(row.kind, row.post.called, to))


def _must_have_one_other_end(post, kind, to, to_other):
    if kind not in KINDS:
        raise errors.NotSound(f"There is no {kind} line. Choose of {', '.join(KINDS)}.")
    if (to is None) == (not to_other):
        raise errors.NotSound(
            f"The {kind} line of {post.called} leads to a post, or to somebody in words. "
            "Give one of them."
        )
    if to is not None and to.pk == post.pk:
        raise errors.NotSound(f"{post.called} cannot have a line to itself. Choose another post.")
