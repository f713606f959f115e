"""Who holds a post: filled, vacated, and erased.

Its one rule: who holds a post is in no history, no act and no sentence.
"""

from divisions import errors
from divisions.dates import in_words
from posts.models import Holding

FILLED, VACANT = "filled", "vacant"
FILL, VACATE = "fill a post", "vacate a post"
"""What is not undone, since the name would not go and come with it."""


def fill(post, person, payroll_number="", held_from=None):
    """Let somebody hold a post, which is filled then; gives the holding."""
    with post.structure.editing(verb=FILL) as editing:
        post = editing.fresh(post)
        holding = Holding.objects.create(
            post=post, person=person, payroll_number=payroll_number, held_from=held_from
        )
        post.change(state=FILLED)
        editing.tell(f"{post} filled.")
        return holding


def vacate(post, held_until, holding=None):
    """End a holding, or all of a post, on a day; the post is vacant when nobody holds it."""
    with post.structure.editing(verb=VACATE) as editing:
        post = editing.fresh(post)
        held = Holding.objects.filter(post=post, held_until=None)
        ending = held if holding is None else held.filter(pk=holding.pk)
        if ending.filter(held_from__gt=held_until).exists():
            raise errors.NotSound(
                f"{post} was not held yet on {in_words(held_until)}. Choose a later day."
            )
        ending.update(held_until=held_until)
        if held.exists():
            editing.tell(f"One of those who held {post} left it.")
            return
        post.change(state=VACANT)
        editing.tell(f"{post} vacated.")


def erase_holder(holding):
    """Erase who held a post, as a person may ask, also where the structure cannot be edited.

    The post's state stays as it is, and no act tells of it.
    """
    holding.delete()
