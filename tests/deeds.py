"""What tests of acts share: finding things in the draft, and what an act did."""


def unit(key, **facts):
    """Whether a unit says so in the end."""
    return lambda now: {name: getattr(now.units[key], name) for name in facts} == facts


def post(key, **facts):
    return lambda now: {name: getattr(now.posts[key], name) for name in facts} == facts


def named(name):
    """Whether a unit or post is called so, where its key is not known."""
    return lambda now: (
        name in {each.name for each in now.units.values()} | {p.title for p in now.posts.values()}
    )


def gone(key):
    return lambda now: key not in now.units and key not in now.posts
