"""What a column of an establishment list can be, and the headings it usually has.

Its one rule: a heading is compared by its words alone: capitals, spaces and signs make no
difference, nor does what stands in brackets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a column can say: what it is called, its longest text, its usual headings.

    The headings stand in order: of two columns that fit, the one with the earlier heading is it.
    """

    name: str
    label: str
    longest: int
    headings: tuple[str, ...]


def _field(name: str, label: str, longest: int, headings: str) -> Field:
    return Field(name, label, longest, tuple(headings.split(", ")))


LEVEL = "level: "
"""What the name of a column that holds one level of units begins with; the kind of unit follows."""

FIELDS = {
    field.name: field
    for field in (
        _field(
            "post_number", "Post number", 100,
            "post number, post no, post id, post ref, post reference, post unique reference, "
            "position number, position no, position id, position ref, position reference, "
            "position code, establishment number, establishment no, job number, job id",
        ),
        _field(
            "title", "Title", 500,
            "job title, post title, position title, role title, title, position name, post name, "
            "job name, generic job title, designation, job role, job, post, position, role",
        ),
        _field(
            "path", "Unit path, cut at > \\ or /", 2000,
            "unit path, path, org path, organisation path, hierarchy, unit hierarchy, "
            "organisation hierarchy, structure path",
        ),
        _field(
            "unit", "Unit, by its name alone", 500,
            "unit, unit name, org unit, organisation unit, organisational unit, business unit, "
            "work area",
        ),
        _field(
            "unit_kind", "Kind of unit", 100,
            "kind, kind of unit, unit kind, unit type, type of unit, org unit type",
        ),
        _field(
            "reports_to", "Reports to", 500,
            "reports to post number, reports to post no, reports to post id, reports to post, "
            "reports to position number, reports to position no, reports to position id, "
            "reports to position, reports to senior post, reporting senior post, "
            "line manager post number, line manager post no, line manager post id, "
            "line manager position number, line manager position no, line manager position id, "
            "manager post number, manager post no, manager post id, manager position number, "
            "manager position no, manager position id, parent post, parent position, "
            "parent position id, supervisor post, supervisor position, reports to, reports to id, "
            "reporting to, reports to title, reports to job title, line manager title, "
            "line manager job title, line manager post, manager title, manager job title, "
            "manager post, manager position, line manager, line manager name, manager, "
            "manager name, supervisor",
        ),
        _field(
            "reports_to_other", "Reports to, outside this list", 500,
            "reports to outside, reports to outside this list, reports to other",
        ),
        _field(
            "grade", "Grade", 200,
            "grade, grade or equivalent, post grade, pay grade, salary grade, grade name, "
            "pay band, band, pay scale, salary scale, scale",
        ),
        _field(
            "fte", "FTE", 40,
            "fte, wte, post fte, position fte, budgeted fte, establishment fte, fte budget, "
            "full time equivalent, whole time equivalent, number of posts in fte, contracted fte",
        ),
        _field(
            "number", "How many posts alike", 20,
            "number of posts, no of posts, how many posts, posts, quantity",
        ),
        _field(
            "state", "State", 100,
            "state, status, post status, post state, position status, occupancy status, occupancy, "
            "filled or vacant, filled vacant",
        ),
        _field("vacant", "Vacant? (yes or no)", 100, "vacant, vacancy, is vacant, vacant y n"),
        _field(
            "holder", "Holder", 300,
            "holder, post holder, postholder, holder name, post holder name, name of post holder, "
            "incumbent, current holder, occupant, employee name, name of employee, employee, "
            "staff name, full name, name, person",
        ),
        _field("forename", "Holder’s forename", 150, "forename, first name, given name, forenames"),
        _field("surname", "Holder’s surname", 150, "surname, last name, family name"),
        _field(
            "payroll_number", "Payroll number", 100,
            "payroll number, payroll no, payroll id, payroll ref, payroll reference, "
            "employee number, employee no, employee id, staff number, staff no, staff id, "
            "personnel number, pay number, pay reference, assignment number",
        ),
        _field(
            "holder_pay", "Holder’s full-time pay a year", 100,
            "full time pay, full time salary, full time equivalent salary, fte salary, salary fte, "
            "whole time salary, whole time pay, full time annual salary",
        ),
        _field(
            "held_from", "Held from", 100,
            "held from, holder from, in post since, in post from, start date in post, "
            "post start date, date started in post, date started, start date",
        ),
        _field(
            "held_until", "Held until", 100,
            "held until, holder until, in post until, end date in post, post end date, end date",
        ),
        _field(
            "contract", "Contract", 200,
            "contract, contract type, type of contract, contract basis, employment type, "
            "assignment type",
        ),
        _field(
            "cost_centre", "Cost centre", 100,
            "cost centre, cost center, cost centre code, cost code, budget code",
        ),
        _field(
            "location", "Location", 300,
            "location, work location, base, work base, site, workplace, office, building",
        ),
        _field(
            "statutory", "Statutory role", 300,
            "statutory role, statutory post, statutory officer, statutory",
        ),
        _field(
            "category", "Category of post", 200,
            "category, category of post, post category, post type, job category, staff category",
        ),
        _field("tier", "Tier", 20, "tier, tier number, tier no, management tier, level"),
        _field(
            "responsibilities", "Responsibilities", 10_000,
            "responsibilities, main responsibilities, main duties, duties, job purpose, "
            "job team function",
        ),
        _field("note", "Note", 10_000, "note, notes, comment, comments, remarks"),
    )
}  # fmt: skip
"""Every field by its name, in the order in which a page lists them."""

USUAL_KINDS = (
    "department", "directorate", "division", "branch", "group", "service", "service area",
    "section", "team", "sub team",
)  # fmt: skip
"""What levels of units are usually called, the highest first."""

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TWO_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")


def words_of(heading: str) -> str:
    """A heading's words alone: “JobTitle” and “Job_title (new)” are both “job title”."""
    return _words(_BRACKETED.sub(" ", heading)) or _words(heading)


def _words(heading: str) -> str:
    return _NO_WORD.sub(" ", _TWO_WORDS.sub(" ", heading[:200])).strip().casefold()


def ladder(kinds: Sequence[str]) -> list[str]:
    """The kinds of unit from the highest to the lowest: the council's own, the usual ones between.

    A usual kind that the council does not have stands below all those that usually stand above it.
    """
    found = list(kinds)
    for number, kind in enumerate(USUAL_KINDS):
        plain = [words_of(each) for each in found]
        if kind not in plain:
            above = [plain.index(each) + 1 for each in USUAL_KINDS[:number] if each in plain]
            found.insert(max(above, default=0), kind)
    return found
