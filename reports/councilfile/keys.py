"""Keys for things without an id: made from where they stand, so that they match nowhere else.

Its one rule: the same structure, path and turn among namesakes always give the same key.
"""

import re
from collections import Counter
from collections.abc import Collection
from hashlib import sha1

from divisions.slugs import LONGEST_SLUG, OUR_OWN, SLUG, slug

__all__ = ["ID", "OUR_OWN", "SLUG", "DerivedKeys", "derived_key", "path_of", "slug"]

ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,199}")


def derived_key(path: str, turn: int = 1) -> str:
    """The key of a thing without id, by its path and its turn among those of the same path.

    The path is structure id / place / names of the units above / name.
    """
    structure, name = path[: path.index("/")], path[path.rindex("/") + 1 :]
    whole = path if turn == 1 else f"{path}#{turn}"
    digest = sha1(whole.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:8]
    return f"{structure[:LONGEST_SLUG]}.{slug(name) or 'unnamed'}.{digest}"


def path_of(above: str, name: str | None) -> str:
    """The path of a thing below another path; slashes are for paths alone."""
    return f"{above}/{(name or 'not stated').replace('/', ' ')}"


class DerivedKeys:
    """The derived keys of one structure; every unit and post takes its turn, in file order."""

    def __init__(self, ids: Collection[str] = ()) -> None:
        self.turns: Counter[str] = Counter()
        self.taken = set(ids)

    def in_turn(self, path: str) -> str:
        """The key that the next thing at this path has, if it has no id."""
        self.turns[path] += 1
        return derived_key(path, self.turns[path])

    def free(self, path: str) -> str:
        """Likewise, passing over what is the id of something else."""
        key = self.in_turn(path)
        while key in self.taken:
            key = self.in_turn(path)
        self.taken.add(key)
        return key
