"""Who is affected: people, contracts, those at risk, and what the paper states in figures.

Its one rule: posts, people and contracts are counted apart, and none is reckoned from another; of
posts of which nothing is recorded, nothing is said, so that a number over them is “at least”.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial

from posts.snapshot import Post
from reports.calling import plural
from reports.comparison import Comparison
from reports.counting import post_count
from reports.counts import Count, added
from reports.figures.figure import Figure, Value, change_in_words
from reports.pay import pounds_in_words
from reports.people.by_post import by_post
from reports.proposal import CONTRACTS, DIFFERENCE, PEOPLE, POSTS, POUNDS, UNITS, Fate, Statement

_OF_STAFF = (
    ("people affected", "people", "People in the posts of which it is recorded what becomes"),
    ("contracts affected", "contracts", "Contracts of those posts"),
    ("people at risk", "at_risk", "People who are at risk of redundancy"),
    ("proposed dismissals", "dismissals", "Dismissals that are proposed"),
)

_FENCED = "ring-fence"
OUTCOMES = {
    "stays": "posts whose holders stay",
    "slotted in": "posts whose holders are slotted in",
    _FENCED: "posts whose holders are in a ring-fence",
    "at risk": "posts at risk",
    "redeployed": "posts whose holders are redeployed",
    "leaves by agreement": "posts whose holders leave by agreement",
    "vacancy deleted": "vacancies deleted",
}
WAYS = {
    "slotted in": "posts to be slotted into",
    "ring-fence": "posts to be filled from a ring-fence",
    "internal": "posts to be advertised internally",
    "external": "posts to be advertised externally",
    "held vacant": "posts to be held vacant",
}


def figures(comparison: Comparison) -> Iterator[Figure]:
    """Every figure of people, and every figure that the paper states."""
    fates = comparison.proposal.fates
    for name, field, says in _OF_STAFF:
        yield Figure(name=name, says=says, of=partial(total, fates, field))
    outcomes = {key: {each.outcome for each in of} for key, of in by_post(fates).items()}
    fenced = {key: {_or_fenced(each) for each in of} for key, of in by_post(fates).items()}
    for outcome, name in OUTCOMES.items():
        says, told = f"Existing posts: {outcome}", fenced if outcome == _FENCED else outcomes
        yield _posts(name, says, comparison.before.posts, told, outcome)
    fillings = by_post(comparison.proposal.fillings)
    ways = {key: {each.way for each in of} for key, of in fillings.items()}
    for way, name in WAYS.items():
        yield _posts(name, f"Proposed posts: {way}", comparison.after.posts, ways, way)
    yield from _stated(comparison)


def _or_fenced(fate: Fate) -> str | None:
    """What becomes of holders; whoever is in a ring-fence is so, at risk or not."""
    return _FENCED if fate.ring_fence else fate.outcome


def total(fates: Iterable[Fate], field: str) -> Count:
    """All that is recorded of one thing; at least that where it is not of some post."""
    numbers = [fate.counted(field) for fate in fates]
    known = sum(number for number in numbers if number is not None)
    return Count(known, known if numbers and None not in numbers else None)


def _posts(
    name: str, says: str, posts: Mapping[str, Post], told: Mapping[str, Set[str | None]], word: str
) -> Figure:
    """The posts that a word is of; one that is not stated is a word of its own, and may be any."""
    stated = {key for key, words in told.items() if None not in words}
    found = {key: post for key, post in posts.items() if word in told.get(key, ())}
    counts = [_part(post, len(told[key])) for key, post in found.items()]
    return Figure(
        name=name,
        says=says,
        of=lambda: _count(counts, is_whole=posts.keys() <= stated) if told else None,
        posts=lambda: [*found.values()],
    )


def _part(post: Post, words: int) -> Count:
    """How many of a post's places a word is of, where others of them have other words.

    Each word is of one at least, as far as there are so many, and are there for certain.
    """
    whole = post_count(post)
    if words == 1:
        return whole
    least = min(whole.low or 0, 1)
    if whole.high is None:
        return Count(least, None)
    most = max(whole.high - (words - 1), 1)
    return Count(least if whole.high >= words else 0, most)


def _count(counts: Iterable[Count], *, is_whole: bool) -> Count | None:
    """How many posts; at least so many where of some post it is not recorded, and not 0 then."""
    count = added(counts)
    if is_whole:
        return count
    return Count(count.low, None) if count.low else None


def _stated(comparison: Comparison) -> Iterator[Figure]:
    """The figures of the statements, and what those of a difference say in words."""
    about, counts = dict[str, list[Statement]](), dict[str, list[Statement]]()
    for statement in comparison.proposal.statements:
        if statement.value is not None and statement.about is not None:
            about.setdefault(statement.about, []).append(statement)
        if statement.value is not None and statement.counts in (CONTRACTS, PEOPLE):
            counts.setdefault(statement.counts, []).append(statement)
    for name, statements in about.items():
        yield Figure(
            name=f"stated: {name}",
            pattern="stated: ABOUT",
            says="What the paper states in figures, by what it is about",
            of=partial(_said, statements),
        )
        if {each.side for each in statements} == {DIFFERENCE} and _thing(statements[0]):
            yield Figure(
                name=f"stated change: {name}",
                pattern="stated change: ABOUT",
                says="The difference that the paper states, in words",
                of=partial(_change, statements),
            )
    for name in (CONTRACTS, PEOPLE):
        yield Figure(
            name=f"stated {name}",
            says=f"How many {name} the paper states",
            of=partial(_said, counts.get(name, [])),
        )


def _said(statements: list[Statement]) -> Value:
    """“22”, “£400,000”, or where the paper says both: “23 (L868) or 22 (L919)”."""
    if not statements:
        return None
    if len({statement.value for statement in statements}) == 1:
        return _value(statements[0])
    return " or ".join(_with_source(statement) for statement in statements)


def _value(statement: Statement) -> Count | str:
    if statement.counts == POUNDS:
        return pounds_in_words(statement.value)
    return Count(statement.value, statement.value)


def _with_source(statement: Statement) -> str:
    where = f" ({'; '.join(statement.sources)})" if statement.sources else ""
    return f"{_value(statement)}{where}"


def _thing(statement: Statement) -> str | None:
    """What is counted, where that can be said in a word or two: “Director post”, “division”."""
    if statement.counts == POSTS and set(statement.where) <= {"category"}:
        return " ".join(filter(None, (statement.where.get("category"), "post")))
    if statement.counts == UNITS and set(statement.where) <= {"kind"}:
        return str(statement.where.get("kind", "unit"))
    return None


def _change(statements: list[Statement]) -> Value:
    """“a reduction of two Director posts”."""
    thing, values = _thing(statements[0]), {statement.value for statement in statements}
    if thing is None or len(values) > 1:
        return _said(statements)
    value = statements[0].value
    return change_in_words(Count(value, value), thing, plural(thing))
