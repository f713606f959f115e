"""What section 188(4) of the Trade Union and Labour Relations (Consolidation) Act 1992 asks for.

The reasons; numbers and descriptions of those who may be dismissed, and the total of each
description; how they are selected; when dismissals, and the proposals, take effect; payments;
agency workers. Its one rule: what is not recorded reads “not stated”, for nobody is to take it for
none.
"""

from collections.abc import Iterator

from posts.naming import NOT_STATED
from posts.snapshot import Post, Snapshot
from reports.counting import post_count
from reports.counts import added
from reports.making import listed
from reports.proposal import CONTRACTS, PEOPLE, Fate, Proposal
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Definitions
from reports.sections.saying import title
from reports.sections.tables import Given, number, table_of, words
from reports.telling import in_phase

_AT_RISK = (
    words("Description", 6), number("Posts", 2), number("Total of that description", 3),
    number("People", 2), number("At risk", 2), number("Proposed dismissals", 3),
    words("How selected", 5),
)  # fmt: skip
_AGENCY, _POOL = "agency", "ring-fence"


def section_188(asked: Asked) -> list[Block]:
    """The numbers and descriptions in a table, and each other thing that has to be told."""
    comparison = asked.comparison
    rows = list(_rows(comparison.before, comparison.proposal))
    facts = tuple(_facts(comparison.before, comparison.proposal, are_listed=bool(rows)))
    blocks: list[Block] = [Definitions(key="s188.facts", items=facts)]
    if rows:
        caption = "Employees who may be dismissed as redundant"
        blocks.append(table_of("s188.numbers", caption, _AT_RISK, rows, total="Total"))
    return blocks


def _rows(before: Snapshot, proposal: Proposal) -> Iterator[tuple[Given, ...]]:
    """A row for each existing post whose holders may be dismissed."""
    for fate in proposal.fates:
        post = before.posts.get(fate.key)
        if post is None or not fate.may_lose_post:
            continue
        alike = [each for each in before.posts.values() if _description(each) == _description(post)]
        yield (
            title(post), post.number, added(map(post_count, alike)), fate.people, fate.at_risk,
            fate.dismissals, _selected(fate),
        )  # fmt: skip


def _description(post: Post) -> tuple[str | None, str | None]:
    """What employees are described by: their title and grade."""
    return post.title or post.category, post.grade


def _selected(fate: Fate) -> str | None:
    """“at risk: ring-fence Heads of Service”; that it is a ring-fence is said once."""
    name = fate.ring_fence
    if not name:
        return fate.outcome
    pool = name if _POOL in name.casefold() else f"{_POOL} {name}"
    return ": ".join(each for each in (fate.outcome, pool) if each and each != _POOL)


def _facts(before: Snapshot, proposal: Proposal, *, are_listed: bool) -> Iterator[tuple[str, str]]:
    yield "Reasons for the proposals", f"{proposal.title}, as set out in this report"
    stated = _stated(proposal)
    if stated or not are_listed:
        yield "Numbers stated for staff as a whole", stated or NOT_STATED
    yield "Method of selection", _fences(proposal) or NOT_STATED
    yield "When dismissals take effect", NOT_STATED
    yield "When the proposals take effect", _timing(proposal) or NOT_STATED
    yield "Basis of payments above the statutory minimum", NOT_STATED
    yield "Agency workers: number, where and for what", _agency(before) or NOT_STATED


def _stated(proposal: Proposal) -> str | None:
    """What is stated of people and contracts, of whatever posts."""
    found = (each for each in proposal.statements if each.counts in (PEOPLE, CONTRACTS))
    return "; ".join(each.says for each in found) or None


def _fences(proposal: Proposal) -> str | None:
    """The ring-fences, each with who may apply."""
    said = (
        ": ".join(filter(None, (each.name, (each.note or "").rstrip("."))))
        for each in proposal.ring_fences
    )
    return "; ".join(said) or None


def _timing(proposal: Proposal) -> str | None:
    phases = (f"{in_phase(each.name)}: {each.when}" for each in proposal.phases if each.when)
    return "; ".join(filter(None, (proposal.effective, *phases))) or None


def _agency(before: Snapshot) -> str | None:
    """The posts of which it is recorded that agency workers fill them."""
    found = [post for post in before.posts.values() if _is_agency(post)]
    return listed(f"{_number(post)} {title(post)}{_where(before, post)}" for post in found)


def _is_agency(post: Post) -> bool:
    return any(_AGENCY in (said or "").casefold() for said in (post.contract, post.state))


def _number(post: Post) -> str:
    return "some" if post.number is None else str(post.number)


def _where(before: Snapshot, post: Post) -> str:
    return f" in {before.units[post.unit].name}" if post.unit else ""
