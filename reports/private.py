"""Who holds posts of a council and what they are paid: for looking whether a paper tells it.

Its one rule: it is asked for to hold something back, and never goes into a paper.
"""

from collections import Counter, defaultdict

from django.db.models import DecimalField, IntegerField, TextField, Value
from django.db.models.functions import Cast

from posts.models import Grade, Holding
from reports.held_back import Private
from reports.singles import singles
from reports.told import Names

_HELD, _GRADED = 0, 1
POUNDS = DecimalField(max_digits=18, decimal_places=6)


def private_of(restructure, comparison):
    """What is known of the people of a restructure’s council, in one query."""
    held, grades = _known(restructure.council_id)
    alone = singles(comparison)
    named = {*_of_one_post(comparison.before), *_of_one_post(comparison.after)}
    single = {pounds for key, _, _, pounds in held if key in alone and pounds is not None}
    single |= {pounds for name in named for pounds in _spot(grades.get(name, ()))}
    paid = {pounds for *_, pounds in held if pounds is not None}
    paid |= {pounds for rows in grades.values() for *_, pounds in rows}
    people, numbers = {person for _, person, _, _ in held}, {number for _, _, number, _ in held}
    return Private(names=Names(people, numbers), single_pay=frozenset(single), pay=frozenset(paid))


def _of_one_post(snapshot):
    """The grades that one post alone is on: what they are paid is what its holder is paid."""
    posts = Counter()
    for post in snapshot.posts.values():
        posts[post.grade] += post.number or 1
    return (grade for grade, number in posts.items() if grade is not None and number == 1)


def _spot(rows):
    """What is paid on a grade, where that is one amount and no range."""
    return [pounds for lowest, highest, pounds in rows if highest in (None, lowest)]


def _known(council):
    """Each holding as key, person, payroll number and pay; what is paid on each grade, by name."""
    held, grades = [], defaultdict(list)
    for what, name, person, number, pounds, lowest, highest, point, of_point in _rows(council):
        if what == _HELD:
            held.append((name, person, number, pounds))
            continue
        if pounds is not None:
            grades[name].append((None, None, pounds))
        top = lowest if highest is None else highest
        if None not in (point, lowest) and lowest <= point <= top:
            grades[name].append((lowest, top, of_point))
    return held, grades


def _rows(council):
    """All who hold or have held a post of the council, and its grades with their points."""
    no_text, no_number = _nothing(TextField()), _nothing(IntegerField())
    held = Holding.objects.filter(post__structure__council=council).order_by()
    held = held.annotate(what=Value(_HELD), none=no_number, two=no_number, three=no_number)
    held = held.annotate(four=_nothing(POUNDS)).values_list(
        "what", "post__key", "person", "payroll_number", "pounds", "none", "two", "three", "four"
    )
    graded = Grade.objects.filter(council=council).order_by()
    graded = graded.annotate(what=Value(_GRADED), one=no_text, two=no_text).values_list(
        "what", "name", "one", "two", "pounds", "lowest", "highest",
        "spine__points__point", "spine__points__pounds",
    )  # fmt: skip
    return held.union(graded, all=True)


def _nothing(field):
    return Cast(Value(None), field)
