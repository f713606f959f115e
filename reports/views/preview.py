"""What the report will say once an act is done, while it is still being chosen.

It takes what the form of the act holds, by the names that the fields have there. Its one rule:
nothing is written, and what cannot be done yet is answered with nothing.
"""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from divisions.access import council_for
from posts.acts.splitting import goes, names_in
from posts.views.finding import structure_of
from reports import doing
from reports.assemble import snapshots_so_far
from reports.previews import would_say

MOST = 3
"""Of more things than this the first are told, and how many more there are."""


@login_required
@require_GET
def preview(request, council, structure):
    """Say what the report will say of an act on a draft."""
    council = council_for(request.user, council)
    structure = structure_of(council, structure)
    page = {"council": council, "section": "structures", "structure": structure}
    return render(request, "preview.html", page | _said(structure, request.GET))


def _said(structure, asked):
    """The sentences, and whether there is anything to say them of."""
    act, keys = ACTS.get(asked.get("act")), list(dict.fromkeys(asked.getlist("of")))
    if act is None or not keys or structure.based_on is None:
        return {}
    before, draft = snapshots_so_far(structure)
    if any(key not in draft.units and key not in draft.posts for key in keys):
        return {}
    after, about = act(asked, keys, before, draft) or (None, ())
    if after is None:
        return {}
    said = [words for key in about[:MOST] if (words := would_say(before, after, key))]
    return {"is_possible": True, "says": " ".join(said), "more": max(len(about) - MOST, 0)}


def _move_units(asked, keys, before, draft):
    to = asked.get("to", "")
    is_there = to in doing.AT_THE_TOP or to in draft.units
    if not is_there or not _are_units(draft, keys) or _is_below(draft, to, keys):
        return None
    return doing.move_units(draft, keys, to), keys


def _move_posts(asked, keys, before, draft):
    to = asked.get("to", "")
    if (to != ":none" and to not in draft.units) or not draft.posts.keys() >= set(keys):
        return None
    return doing.move_posts(draft, keys, to), keys


def _rename(asked, keys, before, draft):
    name = asked.get("to_name", "").strip()
    return (
        (doing.rename(draft, keys[0], name), keys[:1]) if name and _are_units(draft, keys) else None
    )


def _merge(asked, keys, before, draft):
    name = asked.get("to_name", "").strip()
    if not name or len(keys) < 2 or not _are_units(draft, keys):
        return None
    after, new = doing.merge(before, draft, keys, name), doing.new_key(0)
    kind = asked.get("to_kind") or after.units[new].kind
    return replace(after, units=after.units | {new: replace(after.units[new], kind=kind)}), [new]


def _split(asked, keys, before, draft):
    names = names_in(asked.get("into", ""))
    if len(names) < 2 or not _are_units(draft, keys):
        return None
    units = [unit.key for unit in draft.units_under.get(keys[0], ())]
    posts = [(post.key, post.title) for post in draft.posts_in.get(keys[0], ())]
    where = {key: min(nth, len(names) - 1) for key, nth in goes(asked, units, posts).items()}
    after = doing.split(before, draft, keys[0], names, where)
    new = [doing.new_key(nth) for nth in range(len(names))]
    return after, [keys[0]] if keys[0] in before.units else new


def _close(asked, keys, before, draft):
    to = asked.get("to")
    if not _are_units(draft, keys) or _is_below(draft, to or "", keys):
        return None
    if to == ":all":
        return doing.close_with_all_below(before, draft, keys[0]), keys[:1]
    return doing.close(before, draft, keys[0], to), keys[:1]


def _are_units(draft, keys):
    return all(key in draft.units for key in keys)


def _is_below(draft, to, keys):
    """Whether a unit is one of these, or stands below one of them."""
    return to in keys or (to in draft.units and any(unit.key in keys for unit in draft.above(to)))


ACTS = {
    "move-unit": _move_units,
    "move-posts": _move_posts,
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "close": _close,
}
"""The acts that are told of beforehand: each gives the draft as it would stand and what to tell of,
or None as long as it cannot be done."""
