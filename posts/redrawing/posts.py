"""Posts, one or many at once: created, changed, moved, deleted, and whom they report to.

Its one rule: however many posts an act touches, it asks and writes as often as for one.
"""

from divisions import errors, sentences, successions, tree
from divisions.keys import new_key
from divisions.models.act import CHANGED, remember
from posts.models import Post, namesakes

LINE = Post.Line

_COPIED = (
    "title", "category", "grade", "number", "fte", "contract", "cost_centre", "location",
    "responsibilities", "filled_by", "tier", "phase", "effective",
)  # fmt: skip
"""What a duplicate has of its original: not its number, its holder, nor a role of one alone."""


def create_posts(
    structure, title, number_of_rows=1, *, unit=None, reports_to=None, after=None, origins=None,
    **facts,
):  # fmt: skip
    """Create a post, or several alike, each by itself; new unless origins are given."""
    with structure.editing(verb="create a post") as editing:
        here = editing.structure
        if number_of_rows > 1 and facts.get("post_number"):
            raise errors.KeyTaken("A post number belongs to one post. Leave it out.")
        unit = editing.fresh(unit) if unit else None
        manager = editing.fresh(reports_to) if reports_to else None
        facts |= {"line": LINE.STATED} if manager else {}
        posts = [
            Post(structure=here, key=new_key(title), title=title, unit=unit, **facts)
            for _ in range(number_of_rows)
        ]
        posts[0].must_keep_the_rules()
        posts[0].must_say_whom_it_reports_to(manager)
        successions.must_be_sound(here, posts[0], origins or successions.new())
        tree.plant_all(posts, manager, after)
        successions.record(here, {post.key: _alike(origins) for post in posts})
        where = unit and f"in {unit.called}"
        editing.tell(sentences.created_alike(str(posts[0]), number_of_rows, where))
        return posts


def _alike(origins):
    """Origins for one more of several posts alike."""
    return successions.copied(origins) if origins is not None else successions.new()


def duplicate(post, number_of_rows=1):
    """Create posts alike to one, drawn after it: vacant or filled, numbered or not, is not said."""
    with post.structure.editing(verb="duplicate a post") as editing:
        post = editing.fresh(post)
        facts = {name: getattr(post, name) for name in _COPIED}
        at_top = post.line != LINE.STATED
        facts |= {"line": post.line, "reports_to_other": post.reports_to_other} if at_top else {}
        return create_posts(
            editing.structure,
            facts.pop("title"),
            number_of_rows,
            unit=post.unit,
            reports_to=None if at_top else post.parent,
            after=post,
            **facts,
        )


def change_posts(posts, **facts):
    """Retitle, regrade, or change any other facts of several posts alike, but their place."""
    posts = list(posts)
    if len(posts) == 1:
        posts[0].change(**facts)
        return
    Post.must_be_no_place(facts)
    with _structure_of(posts).editing(verb="change posts") as editing:
        rows = editing.fresh_all(posts, *(["grade"] if "grade" in facts else []))
        if len(rows) > 1 and facts.get("post_number"):
            raise errors.KeyTaken("A post number belongs to one post. Give it to one.")
        differ = [(row, row.set_facts(facts)) for row in rows]
        if "grade" in facts:
            rows[0].must_have_a_grade_of_the_council()
        _write([row for row, how in differ if how], **facts)
        editing.tell(_told_together(differ))


def _told_together(differ):
    """What changed on several posts: as it was where all had one value, and as it became."""
    facts = {}
    for _, how in differ:
        for name, (was, becomes) in how.items():
            facts.setdefault(name, (set(), becomes))[0].add(was)
    ends = {
        name: (next(iter(was)) if len(was) == 1 else None, becomes)
        for name, (was, becomes) in facts.items()
    }
    return sentences.several_changed(len([how for _, how in differ if how]), ends)


def move_posts(posts, unit):
    """Let posts sit in another unit; whom they report to stays as it was."""
    with _structure_of(posts).editing(verb="move posts") as editing:
        rows = editing.fresh_all(posts, "unit")
        unit = editing.fresh(unit) if unit else None
        moving = [row for row in rows if row.unit != unit]
        if not moving:
            there = unit.called if unit else "no unit"
            raise errors.AlreadyThere(f"{_named(rows)} in {there} already. Choose another unit.")
        was = {row.unit for row in moving}
        for row in moving:
            row.unit = unit
        _write(moving, unit=unit)
        names = sentences.several(_called(moving, how=namesakes.called_on_the_way))
        one = next(iter(was)) if len(was) == 1 else None
        editing.tell(sentences.moved_together(names, one and one.called, unit and unit.called))


def let_report(posts, manager=None, line=LINE.NOT_STATED, other=None):
    """Let posts report to another, or in words to somebody else; they stay where they are drawn."""
    with _structure_of(posts).editing(verb="change whom posts report to") as editing:
        read = editing.fresh_all([*posts, manager] if manager else posts)
        rows = read if manager in posts else [row for row in read if row != manager]
        manager = read[read.index(manager)] if manager else None
        _hang(rows, manager, LINE.STATED if manager else line, None if manager else other)
        *names, to = _called(rows, manager) if manager else [*_called(rows), other]
        editing.tell(sentences.reports_to(names, to, line))


def _hang(rows, manager, line, other=None):
    """Give posts a manager, or None and a line to somebody who has no post here."""
    for row in rows:
        row.line, row.reports_to_other = line, other
        row.must_say_whom_it_reports_to(manager)
    also = ["line", "reports_to_other"]
    if len(rows) == 1:
        tree.move(rows[0], manager, tree.AS_DRAWN, also)
    else:
        tree.move_all(rows, manager, also)


def delete_posts(posts, reports_to=None, **ending):
    """Delete posts with their lines; who reported to them reports to another, or to whom they did.

    `ending` is what else is said of their end: phase, effective, certainty, sources, note.
    """
    with _structure_of(posts).editing(verb="delete posts") as editing:
        rows = editing.fresh_all(posts)
        called = _called(rows)
        take_out(editing, rows, reports_to, **ending)
        editing.tell(sentences.deleted(called))


def take_out(editing, rows, reports_to=None, **ending):
    """Delete posts, once those who report to them have been given somebody to report to."""
    Post.must_be_held_by_nobody(rows)
    gone = {row.pk: row for row in rows}
    orphans = Post.objects.filter(parent__in=gone).exclude(pk__in=gone)
    heirs = _heirs(editing, gone, list(orphans.order_by("position", "pk")), reports_to)
    for (manager, line, other), reports in heirs.items():
        _hang(editing.fresh_all(reports), manager and editing.fresh(manager), line, other)
    editing.take_out_all(rows, **ending)


def _heirs(editing, gone, orphans, reports_to):
    """Who are to report to whom: by manager, line and words, those whose manager is deleted."""
    if not orphans:
        return {}
    if reports_to is not None:
        manager = editing.fresh(reports_to)
        if manager.pk in gone:
            raise errors.StillNeeded(
                f"{manager.called} is deleted too. Choose another to report to."
            )
        return {(manager, LINE.STATED, None): orphans}
    heirs, stay = {}, {}
    for post in orphans:
        top = gone[post.parent_id]
        while top.parent_id in gone:
            top = gone[top.parent_id]
        stay[post.pk] = top
    managers = Post.objects.in_bulk({top.parent_id for top in stay.values()})
    for post in orphans:
        top = stay[post.pk]
        if top.line == LINE.STATED:
            line = managers[top.parent_id], LINE.STATED, None
        elif top.line == LINE.OUTSIDE:
            line = None, LINE.OUTSIDE, top.reports_to_other
        else:
            line = None, LINE.NOT_STATED, None
        heirs.setdefault(line, []).append(post)
    return heirs


def _structure_of(posts):
    """The structure of posts that are chosen; NothingChosen if none is."""
    if not posts:
        raise errors.NothingChosen("No post is chosen. Choose at least one.")
    return posts[0].structure


def _called(posts, *others, how=namesakes.called):
    """What posts are called, as far as a sentence will name them, and others that it will."""
    if len(posts) <= sentences.FEW:
        return how([*posts, *others])
    return [*map(str, posts), *(how(others) if others else [])]


def _write(rows, **alike):
    """Write columns in which all rows are alike now."""
    if rows:
        Post.objects.filter(pk__in=[row.pk for row in rows]).update(**alike)
        remember(rows, CHANGED)


def _named(posts):
    one = len(posts) == 1
    return f"{posts[0].called} is" if one else f"The {len(posts)} posts are"
