"""Posts that are filled or fall vacant on a day that was said ahead, once it has come.

Its one rule: each is handed over once. What somebody says of it afterwards is left alone.
"""

from datetime import date

from django.db.models import Max
from django.utils.timezone import localdate

from divisions import sentences
from posts.models import Holding, Post
from posts.redrawing.holders import FILLED, OF_HOLDERS, VACANT
from posts.states import plain, spelt

VERB, WHY = "hand over posts", "The day that was said has come"


def hand_over(structure, on):
    """Fill and vacate the posts whose day has come, as one act; None where there are none."""
    due = _due(structure, on)
    if not due:
        return None
    with structure.editing(verb=VERB, reason=WHY) as editing:
        names = {FILLED: [], VACANT: []}
        for post in editing.fresh_all(due):
            state = due[post]
            names[state].append(post.called)
            post.change(state=spelt(structure.council, state))
        editing.act.tell(_told(names))
    return editing.act


def _due(structure, on):
    """What the posts become whose day has come, if nobody has spoken of them since."""
    held = {}
    for holding in Holding.objects.filter(post__structure=structure).select_related("post"):
        held.setdefault(holding.post, []).append(holding)
    turned = {post: _turned(holdings, on) for post, holdings in held.items()}
    turned = {post: to for post, to in turned.items() if plain(post.state or "") != to[1]}
    said = _last_said(structure, [post.key for post in turned])
    return {
        post: state
        for post, (day, state) in turned.items()
        if post.key in said and said[post.key] < day
    }


def _turned(holdings, on):
    """Since when a post is held, or has not been, and what that makes of it."""
    now = [each for each in holdings if _began(each) <= on and not _has_left(each, on)]
    if now:
        return min(map(_began, now)), FILLED
    return max((each.held_until for each in holdings if _has_left(each, on)), default=on), VACANT


def _began(holding):
    return holding.held_from or date.min


def _has_left(holding, on):
    return holding.held_until is not None and holding.held_until < on


def _last_said(structure, keys):
    """The day on which somebody last said who holds a post, by the keys of those that are known."""
    versions = Post.history.filter(structure__council=structure.council_id, key__in=keys)
    versions = versions.filter(act__verb__in=(*OF_HOLDERS, VERB)).order_by()
    said = versions.values_list("key").annotate(last=Max("act__moment"))
    return {key: localdate(moment) for key, moment in said}


def _told(names):
    filled, vacant = names[FILLED], names[VACANT]
    parts = [f"{sentences.listed(filled)} filled"] if filled else []
    parts += [f"{sentences.listed(vacant)} vacated"] if vacant else []
    return f"{'; '.join(parts)}, as was said ahead."
