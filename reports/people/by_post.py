"""What is recorded of posts, post by post: of several alike, it may be several things.

Its one rule: several things of one post are of parts of it, and how many each is of is not stated.
"""

from collections.abc import Iterable
from typing import TypeVar

from reports.proposal import Fate, Filling

Record = TypeVar("Record", bound=Fate | Filling)


def by_post(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Fates, or fillings, by the key of the post, in the order in which they are recorded."""
    found = dict[str, list[Record]]()
    for record in records:
        found.setdefault(record.key, []).append(record)
    return found
