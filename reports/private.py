"""Who holds posts of a council and what they are paid: for looking whether a paper tells it.

Its one rule: it is asked for to hold something back, and never goes into a paper.
"""

from posts.models import Holding
from reports.edition_pay import amounts_of_one, known_amounts, or_rounded
from reports.held_back import Private
from reports.money import terms_of
from reports.singles import singles


def private_of(restructure, comparison):
    """What is known of the people of a restructure’s council, in one query."""
    held, alone = list(_holdings(restructure.council_id)), singles(comparison)
    own = {pounds for key, _, _, pounds in held if key in alone and pounds is not None}
    paid = {pounds for *_, pounds in held if pounds is not None}
    return Private(
        people=tuple(dict.fromkeys(person for _, person, _, _ in held)),
        numbers=tuple(dict.fromkeys(number for _, _, number, _ in held if number)),
        single_pay=or_rounded(amounts_of_one(comparison, terms_of(comparison.proposal)) | own),
        pay=or_rounded(known_amounts(comparison) | paid),
    )


def _holdings(council):
    """All who hold or have held a post of the council: key, name, payroll number, pay."""
    holdings = Holding.objects.filter(post__structure__council=council).order_by("person")
    return holdings.values_list("post__key", "person", "payroll_number", "pounds").distinct()
