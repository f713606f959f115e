"""The acts of the board, by name: all that an officer does to units and posts.

A new act is a class in one of these modules, and a line in this list, which is also the order of
their buttons.
"""

from django.urls import reverse

from posts.acts import facts, holders, lines, posts, reshaping, splitting, units
from posts.acts.act import POST, UNIT

ACTS = {
    act.slug: act
    for act in (
        units.NewUnit,
        units.NewUnits,
        posts.NewPost,
        units.MoveUnits,
        posts.MovePosts,
        units.RenameUnit,
        posts.RetitlePost,
        facts.ChangeFacts,
        facts.ChangeGrade,
        reshaping.Close,
        posts.DeletePosts,
        reshaping.Merge,
        splitting.Split,
        posts.ReportTo,
        units.NameHead,
        reshaping.SayOrigins,
        lines.AddLine,
        lines.RemoveLine,
        holders.Fill,
        holders.Vacate,
        holders.RecordPay,
        holders.EraseHolder,
        posts.Duplicate,
        units.MoveUp,
        units.MoveDown,
    )
}


def acts_by_key(structure):
    """The addresses of the acts that a key presses on a unit and on a post, for the script."""
    return {
        kind: {
            act.key: reverse("act", args=[structure.council.slug, structure.key, act.slug])
            for act in ACTS.values()
            if act.key and kind in act.of
        }
        for kind in (UNIT, POST)
    }


def acts_on(snapshot, key):
    """The acts on one unit or one post."""
    kind = UNIT if key in snapshot.units else POST
    acts = [act for act in ACTS.values() if kind in act.of and act.least == 1 and act.is_for_one]
    return [act for act in acts if act.fits(snapshot, key)]


def keys_listed():
    """What each key presses, a key with its acts in words: on a unit, on a post."""
    keys = {}
    for act in ACTS.values():
        if act.key:
            keys.setdefault(act.key_name(), []).append(act.label.removesuffix("…"))
    return [(key, " or ".join(dict.fromkeys(labels))) for key, labels in keys.items()]


def acts_on_many():
    """The acts on whatever is ticked."""
    return [act for act in ACTS.values() if act.most is None]
