"""Keys for sections that an author adds: made of the heading once, and then kept."""

from divisions.slugs import slug


def key_for(heading, taken):
    """A key after a heading that none of the others has."""
    plain = slug(heading)[:80] or "section"
    key, turn = plain, 1
    while key in taken:
        turn += 1
        key = f"{plain}-{turn}"
    return key
