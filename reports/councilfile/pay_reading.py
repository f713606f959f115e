"""What a council pays, from records to values: spines, their tables, on-costs, grades.

Its one rule: tables stand in the order of their days, and points in that of their numbers.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from divisions import dates

from .faults import Fault, FaultList, TooManyFaults, listed, quoted
from .fields import Record
from .places import text_of
from .references import check_known, check_unique
from .values import Grade, OnCosts, Pay, PayTable, Spine, SpinePoint


def read_pay(record: Record | None, faults: FaultList) -> Pay:
    """Read the spines and the on-costs of a council."""
    given: dict[str, Any] = record or {}
    spines, on_costs = given.get("spines", ()), given.get("on_costs", ())
    check_unique([(each["name"], each) for each in spines], "The spine", faults)
    _check_days(on_costs, "on-costs", faults)
    return Pay(
        spines=tuple(_spine(each, faults) for each in spines),
        on_costs=tuple(sorted((OnCosts(**_given(each)) for each in on_costs), key=_day)),
    )


def _spine(record: Record, faults: FaultList) -> Spine:
    tables = record.get("tables", ())
    _check_days(tables, f"tables of {quoted(record['name'])}", faults)
    fields = {
        **record,
        "tables": tuple(sorted((_table(each, faults) for each in tables), key=_day)),
    }
    return Spine(**fields)


def _table(record: Record, faults: FaultList) -> PayTable:
    points: Sequence[Record] = record["points"] or ()
    numbered = [(str(each["point"]), each) for each in points if each["point"] is not None]
    check_unique(numbered, "The point", faults)
    read = (SpinePoint(**each) for each in points if each["point"] is not None)
    return PayTable(
        since=record["since"] or "", points=tuple(sorted(read, key=lambda each: each.point))
    )


def _given(record: Record) -> dict[str, Any]:
    return {**record, "since": record["since"] or ""}


def _day(value: PayTable | OnCosts) -> str:
    return value.since


def _check_days(records: Iterable[Record], what: str, faults: FaultList) -> None:
    """Refuse two that begin on one day."""
    first: dict[str, int] = {}
    for record in records:
        if (day := record["since"]) is None:
            continue
        if day in first:
            said = dates.in_words(dates.exact(day))
            faults.add(
                record,
                f"There are two {what} since {said}: on line {first[day]} and here. Delete one.",
            )
        first.setdefault(day, record.line)


def read_grades(records: Sequence[Record], pay: Pay, faults: FaultList) -> list[Grade]:
    """Read grades; a range of points needs its spine, and runs from the lowest up."""
    spines = {spine.name for spine in pay.spines}
    named = [each["spine"] for each in records if "spine" in each]
    check_known(
        named,
        spines,
        lambda word: f"{quoted(word)} is not among the council’s spines. List it under “pay”.",
        faults,
    )
    for record in records:
        _check_range(record, faults)
    return [Grade(**_with_spine(each)) for each in records]


def _check_range(record: Record, faults: FaultList) -> None:
    given = [f"“{key}”" for key in ("lowest", "highest") if key in record]
    if given and "spine" not in record:
        faults.add(record, f"{listed(given, 'and')} given without “spine”.")
    if len(given) == 2 and record["lowest"] > record["highest"]:
        faults.add(record, "“lowest” is above “highest”. Exchange them.")


def _with_spine(record: Record) -> dict[str, Any]:
    if "spine" not in record:
        return dict(record)
    return {**record, "spine": text_of(record["spine"])}


def strange_points(records: Iterable[Record], pay: Pay, file: str) -> list[Fault]:
    """Warn of points of grades that no table of their spine has."""
    warnings = FaultList(file)
    paid = {spine.name: _points(spine) for spine in pay.spines}
    with suppress(TooManyFaults):
        for record in records:
            spine = text_of(record.get("spine"))
            for key in ("lowest", "highest"):
                if spine in paid and key in record and record[key] not in paid[spine]:
                    message = f"No table of {quoted(spine)} has point {record[key]}."
                    warnings.add(record, f"{message} What it is paid is not known.")
    return warnings.found


def _points(spine: Spine) -> set[int]:
    return {amount.point for table in spine.tables for amount in table.points}
