"""C12: which costs are not known, by name, so that none is taken to be nothing.

Its one rule: what is not stated is named and never nought.
"""

from collections.abc import Iterator, Sequence

from posts.snapshot import OUTSIDE, Post
from reports.checks.checked import Checked
from reports.checks.finding import COST, GRADE, INFO, MONEY, Finding, Mend, Place
from reports.counting import post_count
from reports.counts import added
from reports.drafts.draft import named
from reports.money import terms_of
from reports.pay import Pay, pay_of


def check(checked: Checked) -> Iterator[Finding]:
    """Grades without pay, posts without a grade or hours, amounts that are not stated."""
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
    """What the cost of the proposed structure cannot be computed without."""
    posts = [post for post in checked.after.posts.values() if _is_paid_for(checked, post)]
    grades = [grade for grade in _grades(posts) if not _has_pay(checked, grade)]
    says = [
        f"No pay is known of {named(grades)}." if grades else "",
        _of_how_many("The grade of", [post for post in posts if post.grade is None]),
        _of_how_many("FTE of", [post for post in posts if post.fte is None]),
    ]
    if any(says):
        yield Finding(
            severity=INFO,
            heading="Cost cannot be computed",
            text=" ".join(filter(None, says)),
            places=tuple(Place(kind=GRADE, words=grade, key=grade) for grade in grades),
            mends=(Mend(words="Open the costs", kind=MONEY),),
        )


def _is_paid_for(checked: Checked, post: Post) -> bool:
    return checked.after.place_of(post.key) != OUTSIDE and post.key not in checked.draft.out


def _grades(posts: Sequence[Post]) -> list[str]:
    return list(dict.fromkeys(post.grade for post in posts if post.grade))


def _has_pay(checked: Checked, grade: str) -> bool:
    """Whether a table in force when the restructure takes effect gives an amount for a grade."""
    comparison = checked.comparison
    price = pay_of(comparison.pay or Pay(), grade, terms_of(comparison.proposal))
    return price.pounds is not None


def _of_how_many(what: str, posts: Sequence[Post]) -> str:
    """“The grade of 4 posts is not stated.”"""
    total = added(map(post_count, posts))
    return f"{what} {total} {'post' if total.low == 1 else 'posts'} is not stated." if posts else ""
