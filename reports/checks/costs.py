"""C12: which costs are not known, by name, so that none is taken to be nothing.

Its one rule: what is not stated is named and never nought.
"""

from collections.abc import Iterator

from posts.snapshot import OUTSIDE, Post
from reports.checks.checked import Checked
from reports.checks.finding import COST, GRADE, INFO, MONEY, PAY, Finding, Mend, Place
from reports.counting import post_count
from reports.counts import added
from reports.drafts.draft import named


def check(checked: Checked) -> Iterator[Finding]:
    """Grades without pay and posts without a grade; amounts that are not stated."""
    yield from _pay(checked)
    unknown = [cost for cost in checked.comparison.proposal.costs if cost.pounds is None]
    if unknown:
        number = len(unknown)
        yield Finding(
            severity=INFO,
            heading=f"{number} {'amount is' if number == 1 else 'amounts are'} not stated",
            text=f"{named(f'{cost.what} ({cost.kind})' for cost in unknown)}.",
            places=tuple(
                Place(kind=COST, words=cost.what, sources=cost.sources) for cost in unknown
            ),
            mends=(Mend(words="Open the costs", kind=MONEY),),
        )


def _pay(checked: Checked) -> Iterator[Finding]:
    """Which grades of the proposed structure have no pay, and how many posts have no grade."""
    posts = [post for post in checked.after.posts.values() if _is_paid_for(checked, post)]
    grades = dict.fromkeys(p.grade for p in posts if p.grade and p.grade not in checked.paid)
    bare = [post for post in posts if post.grade is None]
    if not grades and not bare:
        return
    says = [f"No pay is known of {named(filter(None, grades))}."] if grades else []
    if bare:
        total = added(map(post_count, bare))
        says.append(
            f"The grade of {total} {'post' if total.exact == 1 else 'posts'} is not stated."
        )
    yield Finding(
        severity=INFO,
        heading="Cost cannot be computed",
        text=" ".join(says),
        places=tuple(Place(kind=GRADE, words=grade, key=grade) for grade in grades if grade),
        mends=(Mend(words="Open pay and grades", kind=PAY),),
    )


def _is_paid_for(checked: Checked, post: Post) -> bool:
    return checked.after.place_of(post.key) != OUTSIDE and post.key not in checked.draft.out
