"""What becomes of whom, and how posts are filled, from records to values.

Its one rule: a fate is of a post before, a filling of a post after, and a ring-fence is listed.
"""

from collections.abc import Iterable
from typing import Any

from reports.proposal import Fate, Filling, RingFence

from .faults import FaultList, quoted
from .fields import Record
from .places import Scalar, text_of
from .references import check_known, check_unique


def read_people(record: Record, faults: FaultList) -> dict[str, Any]:
    """Read ring-fences, fates and fillings; what they name is checked but for the posts."""
    fences = tuple(RingFence(**each) for each in record.get("ring_fences", ()))
    check_unique(
        [(each["name"], each) for each in record.get("ring_fences", ())], "The ring-fence", faults
    )
    fates, fillings = record.get("fates", ()), record.get("fillings", ())
    named = [each["ring_fence"] for each in (*fates, *fillings) if "ring_fence" in each]
    check_known(
        named,
        {fence.name for fence in fences},
        lambda word: f"{quoted(word)} is not among the “ring_fences”. List it there.",
        faults,
    )
    return {
        "ring_fences": fences,
        "fates": tuple(Fate(**_with_texts(each)) for each in fates),
        "fillings": tuple(Filling(**_with_texts(each)) for each in fillings),
    }


def posts_of(records: Iterable[Record]) -> list[Scalar]:
    """The posts that fates or fillings are of, where they stand in the file."""
    return [each["key"] for each in records if each["key"] is not None]


def _with_texts(record: Record) -> dict[str, Any]:
    fields: dict[str, Any] = {**record, "key": text_of(record["key"])}
    if "ring_fence" in fields:
        fields["ring_fence"] = text_of(fields["ring_fence"])
    return fields
