"""Undo an act by a new one, or put one back from the history.

Its one rule: an act is undone as long as each field that it wrote still has the value it gave, and
the structure is sound without it. Else nothing is written, and what stands in the way is named:
which thing, and whose act.
"""

from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Q, Subquery
from django.db.models.functions import Coalesce

from divisions import errors
from divisions.models import Act, Structure
from posts import delta, heads, reading, recorded, writing
from posts.heads import NotPutBackHere
from posts.in_the_way import Obstacle, obstacles, undone_already
from posts.models import Post
from posts.redrawing.holders import FILL, OF_HOLDERS, PAY, VACATE, handed_over_since, take_back
from posts.refs import POST
from posts.up_to_date import COUNTED, lock
from posts.up_to_date import VERB as BROUGHT

UNDO, REDO, PUT_BACK = "undo", "redo", "put back"
_OF_THE_BASE = (BROUGHT, COUNTED, UNDO, REDO, PUT_BACK)
"""What may change what a draft is drawn from, and nothing else of it as a whole."""


class StandsInTheWay(errors.RuleBroken):
    """What was done since stands in the way of an undoing: all `obstacles`; it says the first."""

    def __init__(self, found: list[Obstacle]):
        self.obstacles = found
        super().__init__(found[0].says)


@transaction.atomic
def undo(act, user, reason="", verb=UNDO, handover=None):
    """Undo an act, and give the act that undoes it; StandsInTheWay if it no longer applies.

    What filled or vacated a post is undone only with its `handover`, which no history has.

    What brought a draft up to date is undone with what the draft then stood on: all structures of
    the council are locked first, in their order.
    """
    _must_be_of_parts(act, handover)
    if head := heads.heads([act]).get(act.pk):
        heads.must_be_put_back(act, act.structure, head)
        lock(act.structure.council)
    with act.structure.editing(user, verb, reason) as editing:
        if other := Act.objects.filter(undoes=act).select_related("user").first():
            raise StandsInTheWay([undone_already(act, other)])
        found = heads.put_back(editing, act, head) if head else []
        current = reading.read(editing.structure)
        change = delta.reverse(recorded.changes(editing.structure, [act])[act.pk])
        _must_leave_the_held(editing.structure, change)
        wanted = delta.apply(_in_todays_order(change, current), current)
        found = [*found, *obstacles(editing, act, change, current, wanted)]
        if found := [*found, *_handed_over_since(act, handover)]:
            raise StandsInTheWay(found)
        writing.write(editing, current, wanted)
        if handover is not None:
            take_back(act, handover)
        editing.act.undoes = act
        editing.act.says = _told(act)
        editing.act.save(update_fields=["undoes", "says"])
        return editing.act


def _must_be_of_parts(act, handover):
    """Refuse what is no act on units and posts alone, but for a handover that can be taken back."""
    if act.structure is None:
        raise NotPutBackHere(
            f"“{act}” was done to the council's papers. Correct the paper itself instead."
        )
    if is_of_holders(act) and (handover is None or act.verb not in (FILL, VACATE)):
        raise NotPutBackHere(
            f"“{act}” was about who holds a post, which is in no history. Vacate the post, fill "
            "it or record the pay instead."
        )


def is_of_holders(act):
    """Whether an act, or what it undoes, was about who holds a post."""
    return act.verb in OF_HOLDERS or (act.undoes_id and act.undoes.verb in OF_HOLDERS)


def _handed_over_since(act, handover):
    """That who holds the post of an act has changed since, if it has."""
    if handover is None or not (found := handed_over_since(act, handover)):
        return []
    post, other = found
    if other is not None and other.verb == PAY:
        return [Obstacle.of(other, f"What a holder of {post} is paid was recorded since")]
    return [Obstacle.of(other, f"Who holds {post} has changed since")]


def _must_leave_the_held(structure, change):
    """Refuse to undo the making of a post that somebody holds by now."""
    gone = [ref.key for ref, (_, new) in change.items() if ref.kind == POST and new is None]
    if gone:
        Post.must_be_held_by_nobody(structure.posts.filter(key__in=gone))


def _in_todays_order(change, current):
    """Put back the order of those alone that nobody has put elsewhere since."""
    found = delta.records(current)
    return {ref: _kept_where_it_is(each, found.get(ref)) for ref, each in change.items()}


def _kept_where_it_is(difference, stands):
    old, new = difference
    if None in (old, new, stands) or not recorded.is_put_elsewhere(old, stands):
        return difference
    return difference._replace(new=replace(new, position=old.position))


def _told(act):
    """Say what is undone, or, where an undoing is, what is done again."""
    word = "Undone"
    while act.undoes is not None:
        act, word = act.undoes, "Done again" if word == "Undone" else "Undone"
    return f"{word}: {act.says or act.verb}"


# A person's own acts, the newest first.


@dataclass(frozen=True, slots=True)
class Steps:
    """The act that a person would undo next, and the undoing that would be undone next."""

    undo: Act | None = None
    redo: Act | None = None


def steps(structure, user, since, handed=()):
    """A person's next undo and redo among their own acts on a structure since a moment.

    `handed`: the numbers of those that filled or vacated a post and can be taken back.

    Whatever they have done goes on one pile and comes off it when it is undone; what is undone goes
    on another, which a new act clears. What somebody has put back meanwhile is passed over, and so
    is what was drawn before the structure came into force: that was approved.
    """
    if since is None:
        return Steps()
    acts = structure.acts.filter(Q(user=user) | Q(undoes__isnull=False), moment__gte=since)
    versions = Structure.history.filter(id=structure.pk).values("act_id")
    if structure.status == Structure.Status.IN_FORCE:
        in_force = versions.filter(status=Structure.Status.IN_FORCE).order_by("history_id")
        acts = acts.filter(pk__gt=Coalesce(Subquery(in_force[:1]), 0))
    of_the_whole = versions.exclude(act__verb__in=_OF_THE_BASE)
    of_holders = Q(verb__in=OF_HOLDERS) & ~Q(pk__in=handed)
    acts = list(acts.exclude(pk__in=of_the_whole).exclude(of_holders).order_by("pk"))
    chains = _Chains({act.undoes_id: act for act in acts if act.undoes_id})
    done, undone = [], []
    for act in acts:
        if act.user_id != user.pk:
            continue
        if act.verb == UNDO:
            chains.shift(act, done, undone)
        elif act.verb == REDO:
            chains.shift(act, undone, done)
        else:
            done.append(act)
            undone.clear()
    again = [act for act in undone if act.verb not in OF_HOLDERS]
    return Steps(chains.next(done, in_effect=True), chains.next(again, in_effect=False))


def undoable(structure, user, since, handed=()):
    """The newest of a person's own acts since a moment that is in effect; None if there is none."""
    return steps(structure, user, since, handed).undo


def redoable(structure, user, since, handed=()):
    """The newest of a person's own undoings after which they did nothing new; None if none."""
    return steps(structure, user, since, handed).redo


class _Chains:
    """What undoes what: an act, what undid it, what undid that."""

    def __init__(self, undone_by):
        self.undone_by = undone_by

    def of(self, act):
        """An act with all that undid it, and that, in turn."""
        chain = [act]
        while chain[-1].pk in self.undone_by:
            chain.append(self.undone_by[chain[-1].pk])
        return chain

    def shift(self, act, source, target):
        """Put what an undoing, or a doing again, was about from one pile on the other."""
        about = next((step for step in reversed(source) if act in self.of(step)), None)
        if about is not None:
            source.remove(about)
            target.append(about)

    def next(self, pile, in_effect):
        """What is to be undone for the topmost that is in effect, or is not."""
        chains = (self.of(step) for step in reversed(pile))
        return next((chain[-1] for chain in chains if len(chain) % 2 == in_effect), None)
