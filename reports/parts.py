"""The generated parts of a paper, by the name that stands alone on a line: `[existing chart]`.

Each is a function in `sections` that gives blocks, and one line here; `docs/figures.md` lists them
all. A figure that counts posts, alone on its line, is a part too: the list of those posts. Its one
rule: a part is only made when a paper asks for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from posts.spelling import fold
from reports.figures import Figures
from reports.figures.figure import key_of
from reports.sections import (
    changes,
    consultation,
    costs,
    counted,
    figures,
    front,
    lists,
    profiles,
    redundancy,
    schedule,
    scope,
    services,
    sources,
    spans,
    staff,
    statutory,
    structures,
    timetable,
)
from reports.sections.asked import Asked, matches
from reports.sections.blocks import Block, Paragraph
from reports.sections.tables import as_sourced

__all__ = ["PARTS", "Part", "Parts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part by its name, with what may be written after it.

    `none` is what it says where there is nothing to show; without one it then says nothing, and a
    section of nothing else is left out.
    """

    name: str
    says: str
    make: Callable[[Asked], Sequence[Block]]
    options: tuple[str, ...] = ()
    none: str | None = None


_ALL: tuple[Part, ...] = (
    Part(
        name="existing chart",
        says="The existing structure drawn, with what becomes of each thing, and as a list",
        make=structures.existing,
        options=structures.OPTIONS,
        none="Nothing of the existing structure is recorded.",
    ),
    Part(
        name="proposed chart",
        says="The proposed structure drawn, with where each thing comes from, and as a list",
        make=structures.proposed,
        options=structures.OPTIONS,
        none="Nothing of the proposed structure is recorded.",
    ),
    Part(
        name="changes on one chart",
        says="The proposed structure with its changes, and beside it a list of what is gone",
        make=structures.on_one_chart,
        options=structures.OPTIONS,
        none="Nothing of the proposed structure is recorded.",
    ),
    Part(
        name="where each service goes",
        says="A table of the services of the existing units and where each goes",
        make=services.where_each_goes,
        none="No unit is stated to move.",
    ),
    Part(
        name="made up from",
        says="A table of the proposed units and what each is made up from",
        make=services.made_up_from,
        none="No proposed unit is stated to be made up from another.",
    ),
    Part(
        name="what changes",
        says="How large both structures are, and how many things change in each way",
        make=changes.what_changes,
    ),
    Part(
        name="schedule of posts",
        says="Every post within the restructure, by what becomes of it, with grade and FTE",
        make=schedule.schedule,
        options=schedule.OPTIONS,
        none="No such post within the restructure is recorded in either structure.",
    ),
    Part(
        name="posts by tier",
        says="Posts in each tier before and after",
        make=counted.by_tier,
        none="No posts are recorded.",
    ),
    Part(
        name="posts by grade",
        says="Posts on each grade before and after",
        make=counted.by_grade,
        none="No grades of posts are recorded.",
    ),
    Part(
        name="posts by division",
        says="Posts in each division, with all below it, before and after",
        make=counted.by_division,
        none="No divisions are recorded.",
    ),
    Part(
        name="posts by category",
        says="Posts of each category before and after",
        make=counted.by_category,
        none="No categories of posts are recorded.",
    ),
    Part(
        name="staff affected",
        says="What becomes of whoever holds each existing post",
        make=staff.affected,
        none="What becomes of those who hold the existing posts is not recorded.",
    ),
    Part(
        name="how posts are filled",
        says="How each proposed post is to be filled",
        make=staff.filled,
        none="How the proposed posts are to be filled is not recorded.",
    ),
    Part(
        name="ring-fences",
        says="Who alone may apply for which posts: numbers of posts, people and places",
        make=staff.ring_fences,
    ),
    Part(
        name="section 188 information",
        says="What trade unions are told of proposed dismissals; in their edition alone",
        make=consultation.section_188,
    ),
    Part(
        name="cost",
        says="What posts cost before and after, by division and by phase, with the basis",
        make=costs.cost,
        options=costs.OPTIONS,
        none="No pay is recorded, so what the structures cost is not known.",
    ),
    Part(
        name="one-off costs",
        says="What is spent once, and after how many years it is saved",
        make=costs.one_off,
        none="No one-off costs are recorded.",
    ),
    Part(
        name="funding",
        says="What pays for what is spent once",
        make=costs.funding,
        none="No funding is recorded.",
    ),
    Part(
        name="grades",
        says="The grades that posts are on, with what each is paid",
        make=costs.grades,
        none="No pay of the grades of posts is recorded.",
    ),
    Part(
        name="redundancy consultation",
        says="What the rule on consulting before redundancies comes to, with its sources",
        make=redundancy.redundancy_consultation,
        none="How many dismissals are proposed is not recorded.",
    ),
    Part(
        name="phases",
        says="The phases of the restructure",
        make=timetable.phases,
    ),
    Part(
        name="timetable",
        says="The steps of the timetable, with dates as precise as they are",
        make=timetable.timetable,
        none="No timetable is recorded.",
    ),
    Part(
        name="recommendations",
        says="What the meeting is asked, by verb",
        make=front.recommendations,
        none="No recommendations are recorded: the paper, as recorded, makes none.",
    ),
    Part(
        name="spans and layers",
        says="How many tiers there are, and how many posts report to each manager",
        make=spans.spans_and_layers,
        options=spans.OPTIONS,
        none="Who reports to whom is not recorded.",
    ),
    Part(
        name="statutory posts",
        says="Which posts hold a statutory role before and after",
        make=statutory.statutory_posts,
        none="No post is recorded as statutory.",
    ),
    Part(
        name="job profiles",
        says="Each proposed post of which it is recorded what it answers for, with its lines",
        make=profiles.job_profiles,
        options=(profiles.TO_TIER,),
        none="No responsibilities of posts are recorded.",
    ),
    Part(
        name="stated figures",
        says="What the paper states in figures and the structures do not give",
        make=figures.stated_figures,
    ),
    Part(
        name="scope",
        says="What is out of scope, and what is not decided",
        make=scope.scope,
    ),
    Part(
        name="sources",
        says="The paragraphs of the paper that the report relies on",
        make=sources.sources,
    ),
    Part(
        name="appendices",
        says="The headings of the appendices",
        make=lists.appendices,
    ),
)

PARTS = {key_of(each.name): each for each in _ALL}


class Parts:
    """The parts of one comparison, by what an author writes."""

    def __init__(self, asked: Asked, figures: Figures) -> None:
        self.asked, self.figures = asked, figures

    def list_appendices(self, headings: tuple[str, ...]) -> None:
        """Tell the headings of the appendices, once these are made."""
        self.asked = replace(self.asked, appendices=headings)

    def blocks(self, written: str) -> Sequence[Block] | None:
        """The blocks of a part as it is written; None if there is no such part or option."""
        part, options = _parted(written)
        if part is None:
            return self._listed(written)
        if _unknown(part, options):
            return None
        made = part.make(replace(self.asked, options=tuple(map(fold, options))))
        if not made and part.none:
            return [Paragraph(key=f"{part.name.replace(' ', '-')}.none", text=part.none)]
        return made if self.asked.has_sources else as_sourced(made)

    def _listed(self, written: str) -> Sequence[Block] | None:
        """The posts that a figure counts, listed."""
        figure = self.figures.get(written)
        if figure is None or figure.posts is None:
            return None
        return lists.posts(self.asked.comparison, figure)

    def nearest(self, written: str) -> str | None:
        """What comes nearest to a part that is not there, or that has no such option."""
        part, options = _parted(written)
        if part is not None:
            wrong = _unknown(part, options)
            kept = [option for option in options if option not in wrong]
            meant = (get_close_matches(each, part.options, 1) for each in wrong)
            return ", ".join([part.name, *kept, *(near for found in meant for near in found)])
        return next(iter(get_close_matches(key_of(written)[:200], PARTS, 1)), None)


def _parted(written: str) -> tuple[Part | None, list[str]]:
    """The part that is meant, and what is written after it."""
    name, *options = (piece.strip() for piece in written.split(","))
    return PARTS.get(key_of(name)), [option for option in options if option]


def _unknown(part: Part, options: Sequence[str]) -> list[str]:
    return [
        option
        for option in options
        if not any(matches(pattern, fold(option)) for pattern in part.options)
    ]
