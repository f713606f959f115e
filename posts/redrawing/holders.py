"""Who holds a post: filled, vacated, erased, and a filling or vacating taken back at once.

What is said ahead of its day changes no state before: `handing_over` sees to it on the day. Its one
rule: who holds a post is in no history, no act and no sentence.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from divisions import errors
from divisions.dates import in_words
from divisions.models import Act
from posts.models import Holding, Post
from posts.states import spelt

FILLED, VACANT = "filled", "vacant"
FILL, VACATE, ERASE = "fill a post", "vacate a post", "erase who held a post"
PAY = "record what a holder is paid"
OF_HOLDERS = (FILL, VACATE, ERASE, PAY)
"""What is not put back from the history, since the name would not go and come with it."""


@dataclass(frozen=True, slots=True)
class Handover:
    """Which holdings an act began, and which it ended and on what day, by their numbers.

    It is in no history: only who did the act has it, for as long as they stay signed in.
    """

    begun: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()
    day: date | None = None


def held(post):
    """The holdings of a post that have no end yet."""
    return Holding.objects.filter(post=post, held_until=None)


def fill(
    post, person, payroll_number="", held_from=None, *, pounds=None, instead_of=None, beside=False,
    on=None,
):  # fmt: skip
    """Let somebody hold a post, which is filled then; gives the holding.

    Where somebody holds it already, in place of one of them, who leaves the day before; or beside
    them, as in a job share. `pounds` is what they are paid for full time in a year. `on`: the day
    on which this is said; None: on that day itself.
    """
    with post.structure.editing(verb=FILL) as editing:
        post = editing.fresh(post)
        says = _make_room(post, held_from, instead_of, beside)
        holding = Holding.objects.create(
            post=post, person=person, payroll_number=payroll_number, held_from=held_from,
            pounds=pounds,
        )  # fmt: skip
        if _is_ahead(held_from, on):
            touch(post)
            editing.tell(f"{post.called} is to be filled from {in_words(held_from)}{says}.")
            return holding
        post.change(state=spelt(editing.structure.council, FILLED))
        editing.tell(f"{post.called} filled{says}.")
        return holding


def _is_ahead(day, on):
    return None not in (day, on) and day > on


def _make_room(post, held_from, instead_of, beside):
    """End the holding in whose place somebody comes; gives what the sentence says of that."""
    there = held(post)
    if instead_of is not None:
        if held_from is None:
            raise errors.NotSound(f"Say from when {post.called} is held in place of who held it.")
        _end(post, there.filter(pk=instead_of.pk), held_from - timedelta(days=1))
        return " in place of who held it"
    if not there.exists():
        return ""
    if not beside:
        raise errors.StillNeeded(
            f"Somebody holds {post.called} already. Say whether the new holder comes in their "
            "place, or beside them."
        )
    return " beside who holds it already"


def vacate(post, held_until=None, holding=None, *, on=None):
    """End a holding, or all of a post, on a day; the post is vacant when nobody holds it.

    `on`: the day on which this is said; None: when nobody holds it any more.
    """
    with post.structure.editing(verb=VACATE) as editing:
        post = editing.fresh(post)
        there = held(post)
        ending = there if holding is None else there.filter(pk=holding.pk)
        if holding is not None or ending.exists():
            _end(post, ending, held_until)
        if there.exists():
            touch(post)
            editing.tell(f"One of those who held {post.called} left it.")
            return
        if last := _last_day(post, on):
            touch(post)
            editing.tell(f"{post.called} falls vacant on {in_words(last + timedelta(days=1))}.")
            return
        post.change(state=spelt(editing.structure.council, VACANT))
        editing.tell(f"{post.called} vacated.")


def _last_day(post, on):
    """The last day on which somebody holds a post, if that is to come."""
    to_come = Holding.objects.filter(post=post, held_until__gt=on) if on else Holding.objects.none()
    return to_come.aggregate(last=Max("held_until"))["last"]


def _end(post, ending, day):
    """End holdings on a day; refused where they had not begun, or have an end already."""
    if not ending.exists():
        raise errors.AlreadyThere(f"Who held {post.called} has left it already.")
    if day is None:
        raise errors.NotSound(f"Say until which day {post.called} was held.")
    if ending.filter(held_from__gt=day).exists():
        raise errors.NotSound(
            f"{post.called} was not held yet on {in_words(day)}. Choose a later day."
        )
    ending.update(held_until=day)


def record_pay(holding, pounds):
    """Record what a holder is paid for full time in a year; None: that is not known.

    The amount is in no history, as little as the name.
    """
    with holding.post.structure.editing(verb=PAY) as editing:
        post = editing.fresh(holding.post)
        if not held(post).filter(pk=holding.pk).update(pounds=pounds):
            raise errors.AlreadyThere(f"Who held {post.called} has left it already.")
        touch(post)
        editing.tell(f"What a holder of {post.called} is paid was recorded.")


def touch(post):
    """Let the history say that an act was about a post, of which nothing that it keeps differs."""
    post.save(update_fields=["state"])


def erase_holder(holding):
    """Erase who held a post, as a person may ask, also where the structure cannot be edited.

    The post's state stays as it is, and no act tells of it.
    """
    holding.delete()


# Taken back at once.


def handed_over_since(act, handover):
    """Whether who holds a post or what they are paid has changed since an act on it, and by which.

    Gives None, or the post's name and the act or None.
    """
    post = _post_of(act)
    written = Post.history.filter(structure=act.structure, key=post.key).values("act_id")
    since = Act.objects.filter(pk__gt=act.pk, pk__in=written, verb__in=OF_HOLDERS, undone_by=None)
    other = since.order_by("pk").first()
    return (post, other) if other or not _stands(handover) else None


def take_back(act, handover):
    """Let who held a post before an act hold it again, and forget whom the act put there."""
    Holding.objects.filter(pk__in=handover.begun).delete()
    Holding.objects.filter(pk__in=handover.ended).update(held_until=None)
    touch(_post_of(act))


def _post_of(act):
    key = Post.history.filter(act_id=act.pk).values_list("key", flat=True).first()
    return act.structure.posts.get(key=key)


def _stands(handover):
    """Whether the holdings are still as an act left them."""
    begun = Holding.objects.filter(pk__in=handover.begun, held_until=None)
    ended = Holding.objects.filter(pk__in=handover.ended, held_until=handover.day)
    return (begun.count(), ended.count()) == (len(handover.begun), len(handover.ended))
