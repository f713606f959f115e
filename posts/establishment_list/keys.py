"""Keys for the units and posts of a list: short, readable, and nobody else's in the council.

Its one rule: a post has the key that its post number has in the council already; nothing else takes
the key of anything, since the same key would say that it is the same thing.
"""

from collections import Counter
from collections.abc import Mapping

from divisions.slugs import slug

WORDS = ("new", "none")
"""What means something else where a council file names a key."""


class Keys:
    """The keys given so far. `taken`: those of the council, each with its post number if any."""

    def __init__(self, taken: Mapping[str, str | None]) -> None:
        self.taken = {*taken, *WORDS}
        self.own = {number: key for key, number in taken.items() if number is not None}
        self.turns = Counter[str]()

    def of_number(self, number: str) -> str:
        """The key of the post with a number."""
        return self.own.get(number) or self.free(number)

    def free(self, name: str) -> str:
        """A key made from a name that nothing has yet."""
        plain = slug(name) or "unnamed"
        key = plain
        while key in self.taken:
            self.turns[plain] += 1
            key = f"{plain}-{self.turns[plain] + 1}"
        self.taken.add(key)
        return key
