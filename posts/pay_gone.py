"""Pay taken out that was typed by mistake: a table of points, or on-costs.

Its one rule: no grade is left on a spine that has no table; the history keeps what was there.
"""

from divisions import dates, errors
from posts.models.pay import OnCosts, PaySpine

VERB = "take pay out"


def take_table_out(council, user, spine, since):
    """Take out the points of a spine from a day, and the spine with its last table; says so."""
    with council.editing(user, VERB) as council:
        spine = PaySpine.objects.get(pk=spine.pk)
        gone, is_last = spine.points.filter(since=since), not spine.points.exclude(since=since)
        grades = ", ".join(grade.name for grade in spine.grades.all()[:3])
        if is_last and grades:
            raise errors.StillNeeded(
                f"{spine} has no other table, and is the pay of grades: {grades}. "
                "Give them other pay first."
            )
        for row in [*gone, *([spine] if is_last else [])]:
            row.delete()
        return _told(council, f"{spine}: the table since {dates.in_words(since)} was taken out.")


def take_on_costs_out(council, user, since):
    """Take out what comes on top of pay from a day; says so."""
    with council.editing(user, VERB) as council:
        for row in OnCosts.objects.filter(council=council, since=since):
            row.delete()
        return _told(council, f"The on-costs since {dates.in_words(since)} were taken out.")


def _told(council, says):
    council.act.tell(says)
    return says
