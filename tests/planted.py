"""A restructure with a secret in every place, and which of them each edition must not have.

What is expected is said here again, from the rules and not from the program: a post that one
person holds, or may; who is at risk; what is noted; what is paid.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from posts.snapshot import (
    Ending,
    Leads,
    Origin,
    OtherName,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)
from reports.comparison import Comparison
from reports.councilfile.values import Grade
from reports.pay import Pay
from reports.proposal import (
    Cost,
    Fate,
    Filling,
    Milestone,
    Proposal,
    Recommendation,
    Report,
    RingFence,
    Scope,
    Statement,
    Written,
)

EDITIONS = ("public", "exempt", "staff", "union")
SAFE = ("stays", "slotted in", "vacancy deleted")


@dataclass(frozen=True)
class Planted:
    """One existing post as it is drawn: how many, who holds it, what becomes of them."""

    number: int | None = 1
    state: str | None = None
    is_told: bool = True
    people: int | None = None
    is_safe: bool = False
    goes: bool = False

    @property
    def is_single(self):
        if self.is_told and self.people is not None:
            return self.people == 1
        return self.state != "vacant" and self.number in (None, 1)

    @property
    def is_at_risk(self):
        return self.is_told and not self.is_safe


def secret(what, nth=""):
    """A word that stands nowhere else."""
    return f"Qz{what}{'abcdefghij'[nth] if nth != '' else ''}qz"


def pounds(nth):
    return Decimal(f"6{nth}371.{nth}3")


def amounts(nth):
    """What a post is paid, as it may be printed, its commas left out."""
    return {f"{pounds(nth)}", f"£{pounds(nth)}"}


def comparison(posts):
    """The restructure of some posts: those that go are gone after, and all else stays."""
    known = {f"p{nth}": _post(nth, each) for nth, each in enumerate(posts)}
    stay = {f"p{nth}" for nth, each in enumerate(posts) if not each.goes}
    after = {key: post for key, post in known.items() if key in stay}
    new = Post(key="new", title="New Post", unit="u", note=secret("newnote"))
    return Comparison(
        "The Borough",
        _proposal(posts),
        _structure("existing", known),
        replace(
            _structure("proposed", after | {"new": new}),
            origins=(Origin(key="new", share="new", note=secret("originnote")),),
            endings=tuple(
                Ending(key=key, note=secret("endingnote")) for key in known if key not in stay
            ),
        ),
        pay=Pay(
            grades=tuple(
                Grade(name=secret("grade", nth), pounds=pounds(nth)) for nth in range(len(posts))
            )
        ),
    )


def _post(nth, planted):
    return Post(
        key=f"p{nth}", title=f"Officer {'ABCDEFGHIJ'[nth]}", unit="u", line="none", tier=1,
        grade=secret("grade", nth), number=planted.number, fte=Decimal(1),
        state=secret("state", nth) if planted.state == "ill" else planted.state,
        cost_centre=secret("ledger"), location=secret("room"), note=secret("postnote"),
    )  # fmt: skip


def _structure(key, posts):
    lines = [
        ReportingLine(post=each, kind="dotted", to_other="Members", note=secret("linenote"))
        for each in list(posts)[:1]
    ]
    unit = Unit(
        key="u", name="Children’s Services", place="council", other_names=(OtherName("Kids"),)
    )
    leads = tuple(Leads(post=each, unit="u") for each in list(posts)[:1])
    return Snapshot(
        key=key, title=key, complete_to_tier=9, units={"u": unit}, posts=posts, leads=leads,
        lines=tuple(lines),
    )  # fmt: skip


def _proposal(posts):
    told = [(nth, each) for nth, each in enumerate(posts) if each.is_told]
    return Proposal(
        key="plan", title="The plan", before="existing", after="proposed", body="Cabinet",
        paper=secret("file"), note=secret("papernote"), effective="1 April 2026",
        scope=(Scope(key="u", scope="in", why="all of it"),),
        milestones=(Milestone(what="Decide", when="1 March 2026"),),
        recommendations=(Recommendation(verb="agree", text="the plan"),),
        statements=(
            Statement(says="The budget is large", value=Decimal(90_000_000), counts="pounds",
                      note=secret("saidnote")),
        ),
        ring_fences=tuple(
            RingFence(name=secret("pool", nth), note=secret("poolnote")) for nth, _ in told
        ),
        fates=tuple(_fate(nth, each) for nth, each in told),
        fillings=(Filling(key="new", way="external", note=secret("fillnote")),),
        costs=(
            Cost(kind="one-off cost", what="Leaving", pounds=Decimal("48123.45"),
                 note=secret("costnote")),
            Cost(kind="funding", what="Reserves", pounds=Decimal("99123.45")),
        ),
        report=_report(),
    )  # fmt: skip


def _fate(nth, planted):
    return Fate(
        key=f"p{nth}", outcome="stays" if planted.is_safe else secret("fate", nth),
        ring_fence=None if planted.is_safe else secret("pool", nth), people=planted.people,
        note=secret("fatenote"),
    )  # fmt: skip


PARTS = (
    "existing chart", "proposed chart", "changes on one chart", "what changes",
    "schedule of posts", "posts by grade", "staff affected", "how posts are filled",
    "ring-fences", "section 188 information", "cost", "one-off costs", "funding", "grades",
    "stated figures", "sources", "scope",
)  # fmt: skip
FIGURES = ("people at risk", "posts at risk", "cost, existing", "cost, proposed", "one-off costs")


def _report():
    everything = "\n\n".join(f"[{each}]" for each in PARTS)
    figures = "; ".join(f"[{each}]" for each in FIGURES)
    only = (
        Written(key=f"only-{each}", heading=secret(f"head{each}"), text=secret(f"text{each}"),
                editions=(each,))
        for each in EDITIONS
    )  # fmt: skip
    hidden = Written(
        key="hidden", heading=secret("hidden"), text=secret("hiddentext"), is_shown=False
    )
    return Report(
        exempt=(1, 2),
        sections=(
            Written(key="all", heading="All", text=f"{figures}\n\n{everything}"),
            *only,
            hidden,
        ),
    )


# ---- what is expected ----


def forbidden(posts, edition):
    """What an edition must not have."""
    found = {secret("hidden"), secret("hiddentext")}
    for other in EDITIONS:
        if other != edition:
            found |= {secret(f"head{other}"), secret(f"text{other}")}
    if edition != "exempt":
        found |= {secret("fatenote"), secret("costnote")}
        found |= _states(posts)
    if edition == "public":
        found |= _internal() | _of_those_at_risk(posts)
    if edition in ("public", "union"):
        single = (nth for nth, each in enumerate(posts) if each.is_single)
        found |= {amount for nth in single for amount in amounts(nth)}
    if edition == "staff":
        found |= {amount for nth in range(len(posts)) for amount in amounts(nth)}
        found |= {"48123.45", "99123.45"}
    return found


def _states(posts):
    held = (nth for nth, each in enumerate(posts) if each.number in (None, 1))
    return {secret("state", nth) for nth in held}


def _internal():
    """What is noted by those who record, for those who decide."""
    notes = (
        "ledger", "room", "postnote", "newnote", "linenote", "originnote", "endingnote", "file",
        "papernote", "saidnote", "poolnote", "fillnote",
    )  # fmt: skip
    return {secret(each) for each in notes}


def _of_those_at_risk(posts):
    """What becomes of one holder who is at risk, and the grade of their post."""
    found = set()
    for nth, each in enumerate(posts):
        if each.is_single and each.is_at_risk:
            found |= {secret("fate", nth), secret("grade", nth), secret("pool", nth)}
    return found
