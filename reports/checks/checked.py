"""What the checks of a report are given: the comparison that it is made of, and what it says.

Its one rule: each thing is worked out once, for all the checks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from posts.snapshot import Post, Snapshot, Unit
from reports.checks.said import Reading, Said, readings, recommended
from reports.comparison import Comparison
from reports.drafts import Draft
from reports.editions import EDITIONS, Edition, shown_in
from reports.figures import Figures
from reports.known import Known, known_of
from reports.paper import report_of
from reports.proposal import Report, Written


@dataclass(frozen=True)
class Checked:
    """A report to be checked.

    `holders` are the names of those who hold posts; `numbers` are those printed before the
    paragraphs of a made paper, by the keys of its blocks.
    """

    comparison: Comparison
    holders: tuple[str, ...] = ()
    numbers: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def before(self) -> Snapshot:
        return self.comparison.before

    @property
    def after(self) -> Snapshot:
        return self.comparison.after

    @cached_property
    def report(self) -> Report:
        return report_of(self.comparison)

    @cached_property
    def draft(self) -> Draft:
        """The proposed structure, as the checks of a draft are given it."""
        return Draft(self.comparison)

    @cached_property
    def is_sound(self) -> bool:
        """Whether the proposed structure holds together, so that it can be compared."""
        return not self.draft.faults

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.comparison)

    @cached_property
    def known(self) -> Known:
        """The figures and parts that a text may name; a part is made where it is asked for."""
        return known_of(self.comparison, self.report.paper_size)

    @cached_property
    def sections(self) -> tuple[Written, ...]:
        """The sections that any edition has, in order."""
        kept = {each.key for edition in EDITIONS.values() for each in self.in_edition(edition)}
        return tuple(each for each in self.report.sections if each.key in kept)

    def in_edition(self, edition: Edition) -> Iterator[Written]:
        """The sections that an edition has."""
        return shown_in(self.report.sections, edition)

    @cached_property
    def editions_of(self) -> Mapping[str, tuple[str, ...]]:
        """The editions that have a section, by its key."""
        found = dict[str, tuple[str, ...]]()
        for key, edition in EDITIONS.items():
            for each in self.in_edition(edition):
                found[each.key] = (*found.get(each.key, ()), key)
        return found

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The texts of the sections, read."""
        return readings(self.sections, self.figures, self.numbers)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """What the authors wrote: the sections, and the recommendations where they are printed."""
        found = list[Said]()
        for reading in self.readings:
            found += reading.said
            if reading.written == self.asking:
                found += recommended(self.comparison.proposal.recommendations, self.figures)
        return tuple(found)

    @cached_property
    def asking(self) -> Written | None:
        """The section that prints the recommendations."""
        return next((e for e in self.sections if names_part(e.text, "recommendations")), None)

    def has_part(self, *names: str) -> bool:
        """Whether some section has one of these parts."""
        return any(names_part(each.text, name) for each in self.sections for name in names)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts of both structures."""
        return (*self.before.posts.values(), *self.after.posts.values())

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units of both structures."""
        return (*self.before.units.values(), *self.after.units.values())


def names_part(text: str, name: str) -> bool:
    """Whether a part stands alone on a line of a text, with options or without."""
    lines = (line.strip().casefold() for line in text.splitlines())
    starts = f"[{name}]", f"[{name},"
    return any(line.startswith(starts) and line.endswith("]") for line in lines)
