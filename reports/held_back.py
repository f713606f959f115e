"""What holds an edition of a paper back, and what frees it.

Taken out is what is known to be of one person; what an author typed can still name them. Its one
rule: it says where a person is named, and never who, for not all who write know who holds what.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal

from posts.snapshot import Snapshot
from reports.calling import capital
from reports.checks import Checked, Finding, findings
from reports.comparison import Comparison
from reports.editions import EXEMPT, PUBLIC, STAFF, Edition, cut_for
from reports.told import Names, amounts_in

_PERSONS = "C14"


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """What is known of people: their names and payroll numbers, and what they are paid.

    `single_pay` are the amounts for posts with one holder, `pay` all that are known.
    """

    people: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    single_pay: Collection[Decimal] = field(default_factory=frozenset)
    pay: Collection[Decimal] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why an edition is held back: what is wrong, where, and what frees it.

    `section` is the key of the section in which it is; None: it is no section’s. `is_fact`: it is
    among the facts of the report.
    """

    says: str
    frees: str
    where: str
    section: str | None = None
    is_fact: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A text that was typed, and where it stands."""

    text: str
    where: str
    section: str | None = None


def obstacles(
    comparison: Comparison,
    edition: Edition,
    private: Private,
    found: Iterable[Finding] | None = None,
) -> list[Obstacle]:
    """All that holds an edition back, each once; the comparison is the whole one.

    `found` is what the checks find in it, where that is known: it is of every edition.
    """
    if found is None:
        found = found_in(comparison, private)
    found = [each for each in found if edition.key in each.holds_back]
    known = {key for each in found for key in each.sections if each.check == _PERSONS}
    told = (each for each in _told_of(comparison, edition, private) if each.section not in known)
    return [*map(_found, found), *_no_paragraph(comparison, edition), *dict.fromkeys(told)]


def found_in(comparison: Comparison, private: Private) -> list[Finding]:
    """What the checks find in a comparison and in what is written of it."""
    return findings(Checked(comparison, holders=private.people))


def _found(finding: Finding) -> Obstacle:
    """What a check finds, as what holds an edition back."""
    where = ", ".join(dict.fromkeys(place.words for place in finding.places))
    return Obstacle(
        says=" ".join(filter(None, (f"{finding.heading}.", capital(finding.text)))),
        frees=finding.mends[0].words if finding.mends else "See the checks of the report",
        where=where,
        section=next(iter(finding.sections), None),
    )


def _told_of(comparison: Comparison, edition: Edition, private: Private) -> Iterator[Obstacle]:
    """Where the texts of the edition tell of people what it must not have."""
    if edition not in (PUBLIC, STAFF):
        return
    is_public = edition == PUBLIC
    names = Names(private.people, private.numbers) if is_public else Names(())
    pay = private.single_pay if is_public else private.pay
    known = dict[str, tuple[bool, bool]]()
    for said in _typed(cut_for(comparison, edition)):
        if said.text not in known:
            known[said.text] = any(names.in_text(said.text)), any(amounts_in(said.text, pay))
        yield from _told(said, *known[said.text], is_public)


def _no_paragraph(comparison: Comparison, edition: Edition) -> Iterator[Obstacle]:
    report = comparison.proposal.report
    if edition == EXEMPT and (report is None or not report.exempt):
        yield Obstacle(
            says="No paragraph of Part 1 of Schedule 12A is chosen, and each page has to say by "
            "virtue of which it is withheld.",
            frees="Choose the paragraphs among the facts of the report",
            where="The facts of the report",
            is_fact=True,
        )


def _told(said: _Said, is_named: bool, is_paid: bool, is_public: bool) -> Iterator[Obstacle]:
    where, section = said.where, said.section
    frees = "Take it out there, or leave the section out of this edition"
    if section is None:
        frees = "Take it out there"
    if is_named:
        says = f"{where} names a person who holds a post."
        yield Obstacle(says=says, frees=frees, where=where, section=section)
    if is_paid:
        of = "one holder of a post" if is_public else "somebody"
        says = f"{where} has an amount in pounds that is what {of} is paid."
        yield Obstacle(says=says, frees=frees, where=where, section=section)


# ---- every text of a comparison ----


def _typed(comparison: Comparison) -> Iterator[_Said]:
    report = comparison.proposal.report
    for written in report.sections if report else ():
        where = f"“{written.heading}”"
        yield _Said(f"{written.heading}\n{written.text}", where, written.key)
    for text in _texts(comparison.proposal, without=("sections",)):
        yield _Said(text, "The title block, or a list of the paper,")
    for snapshot in (comparison.before, comparison.after):
        for text in dict.fromkeys(_of_structure(snapshot)):
            yield _Said(text, f"The structure “{snapshot.title}”")


def _of_structure(snapshot: Snapshot) -> Iterator[str]:
    yield snapshot.title
    records = snapshot.leads, snapshot.lines, snapshot.origins, snapshot.endings
    for each in (*snapshot.units.values(), *snapshot.posts.values(), *records):
        yield from _texts(each)


def _texts(value: object, without: Collection[str] = ()) -> Iterator[str]:
    """Every text in a value, however deep; amounts as they are printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Decimal):
        yield f"{value:f}"
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, without)
    elif value is not None:
        for name in _fields_of(type(value)):
            if name not in without:
                yield from _texts(getattr(value, name), without)


_FIELDS = dict[type, tuple[str, ...]]()


def _fields_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a record; none of what is no record."""
    if kind not in _FIELDS:
        names = (each.name for each in fields(kind)) if is_dataclass(kind) else ()
        _FIELDS[kind] = tuple(names)
    return _FIELDS[kind]
