"""A restructure, or a draft so far, from the tables as a Comparison: what pages and papers show.

Its one rule: the number of queries is the same whatever the size of the two structures.
"""

from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Q, Subquery

from divisions import life
from divisions.models import Act
from posts import reading, soundness
from posts.standing import standing_all
from posts.up_to_date import Kin, behind
from reports import proposal
from reports.comparison import Comparison
from reports.councilfile.live import read_proposal, read_proposals
from reports.pay_tables import with_pay
from reports.restructures import papers_of
from reports.tiers import with_tiers_open


def comparison_of(restructure, *said):
    """Read a restructure, its two structures and what its paper says, or that of it which is named.

    What a draft was drawn from is read as it was recorded then: what has changed in it since is no
    change that the draft proposes, until the draft is brought up to date.
    """
    proposal = read_proposal(restructure, said) if said else read_proposal(restructure)
    comparison = comparison_with(restructure, proposal)
    return comparison if said and "report" not in said else with_pay(comparison, restructure)


def comparison_with(restructure, proposal):
    """Read the two structures of a restructure of which it is known what its paper says."""
    (comparison,) = _compared(restructure.council, [(restructure, proposal)])
    return replace(comparison, behind=behind(restructure.after))


def comparisons_from(before, restructures):
    """Read the restructures from one structure, each with its scope, in as many queries as one.

    One that was brought up to date since with what took that structure's place is told from this.
    """
    structures = [before, *(restructure.after for restructure in restructures)]
    if not restructures:
        return []
    keys = {structure.pk: structure.key for structure in structures}
    proposals = read_proposals(restructures, keys, ["scope"])
    found = _compared(before.council, list(zip(restructures, proposals, strict=True)))
    kin = None if before.status == before.Status.IN_FORCE else Kin(before.council)
    return [
        replace(comparison, behind=behind(restructure.after, kin))
        for comparison, restructure in zip(found, restructures, strict=True)
    ]


def _compared(council, proposed):
    """Restructures, each with what was drawn beside what it was drawn from."""
    sides = [(restructure.existing, restructure.after) for restructure, _ in proposed]
    for before, after in sides:
        after.based_on = before if after.based_on_id == before.pk else after.based_on
        before.council = after.council = council
    acts = _drawn_at(sides)
    befores = [(before, acts[after.pk]) for before, after in sides]
    wanted = dict.fromkeys([*befores, *((after, None) for _, after in sides)])
    read = dict(zip(wanted, standing_all(*wanted), strict=True))
    return [
        _comparison(was[0], each, proposal, read[was], read[each.after, None])
        for was, (each, proposal) in zip(befores, proposed, strict=True)
    ]


def _comparison(before, restructure, proposal, was, becomes):
    after = restructure.after
    becomes = with_sources_of_its_own(after, was, becomes)
    proposal = replace(proposal, effective=restructure.in_force)
    return Comparison(before.council.name, proposal, was, becomes, _is_drawn(after, before))


def _is_drawn(structure, before):
    """Whether it is known that a structure was drawn here from another, and from what state."""
    return structure.based_on_id == before.pk and structure.based_on_revision is not None


def _drawn_at(sides):
    """The act up to which a structure had come when another was drawn from it; None: as it is.

    By the number of what was drawn.
    """
    drawn = {
        after.pk: (before.pk, after.based_on_revision)
        for before, after in sides
        if _is_drawn(after, before) and after.based_on_revision != before.revision
    }
    wanted = (Q(structure=pk, revision=revision) for pk, revision in drawn.values())
    acts = _with_more(Act.objects.filter(reduce(or_, wanted))) if drawn else ()
    found = {(act.structure_id, act.revision): act for act in acts}
    acts = {after.pk: found.get(drawn.get(after.pk)) for _, after in sides}
    for before, after in sides:
        if acts[after.pk] is not None:
            before.last_change = acts[after.pk].last_change or 0
    return acts


def _with_more(acts):
    """Acts with what else is asked of their structures: their heads then, their last change."""
    others = Act.objects.filter(structure=OuterRef("structure")).exclude(verb__in=life.VERBS)
    last = others.order_by("-revision").values("revision")[:1]
    return reading.with_heads(acts).annotate(last_change=Subquery(last))


def comparison_so_far(structure):
    """Read a draft beside what it was drawn from, as that was recorded when it was drawn.

    Where a restructure leads from the one to the other, with its scope.
    """
    sides = snapshots_so_far(structure)
    is_drawn = structure.based_on_revision is not None
    return Comparison(structure.council.name, proposed(structure), *sides, is_drawn)


def snapshots_so_far(structure):
    """Read what a draft was drawn from, as that was recorded when it was drawn, and the draft."""
    base = structure.based_on
    base.council = structure.council
    was, becomes = standing_all((base, structure.drawn_at), (structure, None))
    return was, with_sources_of_its_own(structure, was, becomes)


def with_sources_of_its_own(structure, was, becomes):
    """A draft drawn here without the paragraphs that it has from its base.

    They say that a unit or post was there, and not what somebody has changed of it since.
    """
    if structure.based_on_revision is None:
        return becomes
    return with_tiers_open(
        was,
        replace(
            becomes,
            units=_without_those_of(was.units, becomes.units),
            posts=_without_those_of(was.posts, becomes.posts),
        ),
    )


def _without_those_of(was, becomes):
    return {
        key: replace(part, sources=())
        if part.sources and key in was and part.sources == was[key].sources
        else part
        for key, part in becomes.items()
    }


def proposed(structure, papers=None):
    """What is proposed by a draft: its restructure's name and scope, where it is part of one."""
    papers = papers_of(structure) if papers is None else papers
    found = next((paper for paper in papers if paper.leads_here), None)
    return proposal.Proposal(
        key=found.key if found else structure.key,
        title=found.title if found else structure.title,
        before=structure.based_on.key,
        after=structure.key,
        scope=found.scope if found else (),
    )


def labels_so_far(structure, before, snapshot, papers=None):
    """The labels that a draft carries, by key, for the changes so far; none while it is unsound."""
    if soundness.faults(snapshot) or soundness.faults(before):
        return {}
    snapshot = with_sources_of_its_own(structure, before, snapshot)
    name, is_drawn = structure.council.name, structure.based_on_revision is not None
    return Comparison(name, proposed(structure, papers), before, snapshot, is_drawn).marks_after
