"""Slugs: what addresses and keys are made of, in small letters, digits and hyphens.

Its one rule: no council has a slug that is the first word of one of the site's own addresses.
"""

import re
import unicodedata

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

OUR_OWN = frozenset({"new-council", "password", "sign-in", "sign-out", "static"})
"""The first words of addresses that are no council's."""

_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 80


def slug(name: str) -> str:
    """A name in small letters, digits and hyphens; nothing if it has no letter or digit of ours."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_IN_SLUGS.sub("-", name.lower()).strip("-")[:LONGEST_SLUG].strip("-")
