"""How many posts or units some rows stand for, in words.

Its one rule: a row of which it is not stated how many it stands for counts as at least one.
"""

from collections.abc import Collection

from posts.snapshot import Post, Unit


def number(parts: Collection[Post | Unit]) -> str:
    """How many they are: “52”, or “at least 52”."""
    total = f"{_total(parts):,}"
    return f"at least {total}" if any(part.number is None for part in parts) else total


def how_many(parts: Collection[Post | Unit], name: str) -> str:
    """The same with the name of what they are: “at least 52 posts”."""
    return f"{number(parts)} {name}{'' if _total(parts) == 1 else 's'}"


def _total(parts: Collection[Post | Unit]) -> int:
    return sum(part.number or 1 for part in parts)
