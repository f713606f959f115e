"""Names for places in a page, to link to: the same for the same paper, and none given twice.

No name has a colon: what stands in a place has the place's name, a colon and its own.
"""

import re
from collections.abc import Iterable


class Ids:
    """The names that are taken so far."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)

    def of(self, key: str) -> str:
        """A name after a key; one that is taken is counted on."""
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", key).strip("-.") or "part"
        name, again = plain, 1
        while name in self.taken:
            again += 1
            name = f"{plain}-{again}"
        self.taken.add(name)
        return name
