"""Ways in which a structure that is to be written may differ from what stands.

Pure. Some of them make nonsense, which must then be refused.
"""

from dataclasses import replace

from hypothesis import strategies as st

from posts import snapshot
from posts.refs import ref_of


def _pick(data, mapping):
    return mapping[data.draw(st.sampled_from(sorted(mapping)))] if mapping else None


def add_unit(edits, data, snap):
    key, under = edits._new("unit"), data.draw(st.sampled_from([None, *snap.units]))
    new = snapshot.Unit(key=key, name=key, parent=under, place=None if under else "council")
    return replace(snap, units=snap.units | {key: new})


def add_post(edits, data, snap):
    key, manager = edits._new("post"), data.draw(st.sampled_from([None, *snap.posts]))
    new = snapshot.Post(
        key=key,
        unit=data.draw(st.sampled_from([None, *snap.units])),
        line="stated" if manager else "not stated",
        reports_to=manager,
        grade="PO1",
        other_names=(snapshot.OtherName("The Post", ("¶1",)),),
    )
    return replace(snap, posts=snap.posts | {key: new})


def change_unit(edits, data, snap):
    if (old := _pick(data, snap.units)) is None:
        return snap
    under = data.draw(st.sampled_from([None, *snap.units]))
    name = data.draw(st.sampled_from(["Youth", "Adoption"]))
    new = replace(old, name=name, parent=under, place=None if under else "outside")
    return replace(snap, units=snap.units | {old.key: new})


def change_post(edits, data, snap):
    if (old := _pick(data, snap.posts)) is None:
        return snap
    manager = data.draw(st.sampled_from([None, *snap.posts]))
    new = replace(
        old,
        reports_to=manager,
        line="stated" if manager else "none",
        reports_to_other=None,
        number=data.draw(st.sampled_from([None, 1, 3])),
    )
    return replace(snap, posts=snap.posts | {old.key: new})


def drop_unit(edits, data, snap):
    old = _pick(data, snap.units)
    return replace(snap, units={k: unit for k, unit in snap.units.items() if unit is not old})


def drop_post(edits, data, snap):
    old = _pick(data, snap.posts)
    gone = old and old.key
    return replace(
        snap,
        posts={key: post for key, post in snap.posts.items() if key != gone},
        leads=tuple(lead for lead in snap.leads if lead.post != gone),
        lines=tuple(line for line in snap.lines if gone not in (line.post, line.to)),
    )


def reorder(edits, data, snap):
    keys = data.draw(st.permutations(list(snap.units)))
    return replace(snap, units={key: snap.units[key] for key in keys})


def say_beside(edits, data, snap):
    """A lead, a line, an origin and an end more, or said otherwise."""
    if not snap.units or not snap.posts:
        return snap
    unit, post = snap.units[min(snap.units)], snap.posts[max(snap.posts)]
    note = data.draw(st.sampled_from([None, "as the paper says", "as the chart says"]))
    return replace(
        snap,
        leads=_with(snap.leads, snapshot.Leads(post=post.key, unit=unit.key)),
        lines=_with(
            snap.lines,
            snapshot.ReportingLine(post=post.key, kind="dotted", to_other="Members", note=note),
        ),
        origins=_with(snap.origins, snapshot.Origin(key=post.key, share="new", note=note)),
        endings=_with(snap.endings, snapshot.Ending(key="long-gone", note=note, sources=("¶2",))),
    )


def say_less(edits, data, snap):
    return replace(
        snap, leads=snap.leads[1:], lines=snap.lines[1:], origins=snap.origins[:-1], endings=()
    )


def _with(records, new):
    """The records with one more, in place of what was said of the same thing."""
    return (*(old for old in records if ref_of(old) != ref_of(new)), new)


TWISTS = [
    add_unit,
    add_post,
    change_unit,
    change_post,
    drop_unit,
    drop_post,
    reorder,
    say_beside,
    say_less,
]
