"""Structures as literals: a tree that a person can read goes in, a Snapshot comes out.

    directorate cs | Children's Services
      - dcs | Director of Children's Services | tier=1
      division fam | Families
    @outside
    body lsc | Learning and Skills Council

A line is a unit (kind, key, name, fields) or, with a dash, a post of the unit above it. Its one
rule: nothing is there that is not written.
"""

from decimal import Decimal

from posts.snapshot import (
    COUNCIL,
    Ending,
    Origin,
    Post,
    ReportingLine,
    Snapshot,
    Unit,
)

NUMBERS = ("number", "tier", "position")
LISTS = ("changed", "sources")


def structure(text="", *, complete=None, key="s", origins=(), endings=(), lines=(), leads=()):
    units, posts, above, place = {}, {}, [], COUNCIL
    for line in filter(str.strip, text.splitlines()):
        depth, line = len(line) - len(line.lstrip()), line.strip()
        if line.startswith("@"):
            place, above = line[1:], []
            continue
        above = [(indent, key_of) for indent, key_of in above if indent < depth]
        parent = above[-1][1] if above else None
        head, name, *values = (part.strip() for part in line.split("|"))
        fields = dict(_field(value) for value in values)
        if head.startswith("-"):
            thing = head[1:].strip()
            posts[thing] = _post(thing, name, parent, fields)
            continue
        kind, thing = head.split()
        where = {"parent": parent} if parent else {"place": place}
        is_function = kind == "function"
        units[thing] = Unit(
            key=thing, name=name, kind=kind, is_function=is_function, **where, **fields
        )
        above.append((depth, thing))
    return Snapshot(
        key=key,
        title=key,
        complete_to_tier=complete,
        units=units,
        posts=posts,
        origins=tuple(came(each) for each in origins),
        endings=tuple(Ending(key=each) if isinstance(each, str) else each for each in endings),
        lines=tuple(ReportingLine(**each) for each in lines),
        leads=tuple(leads),
    )


def _post(key, title, unit, fields):
    if "reports_to" in fields:
        fields["line"] = "stated"
    if "reports_to_other" in fields:
        fields["line"] = "outside"
    return Post(key=key, title=None if title == "?" else title, unit=unit, **fields)


def _field(text):
    name, _, value = text.partition("=")
    if value == "?":
        return name, None
    if name in NUMBERS:
        return name, int(value)
    if name in LISTS:
        return name, tuple(value.split(", "))
    return name, Decimal(value) if name == "fte" else value


def came(text):
    """An origin as a line: “fam mostly css”, “fam part @LSC”, “fam new”, “fam not stated”."""
    if isinstance(text, Origin):
        return text
    key, share, *source = text.split(" ", 2)
    if share == "not":
        return Origin(key=key, share="not stated")
    if not source:
        return Origin(key=key, share=share)
    if source[0].startswith("@"):
        return Origin(key=key, share=share, outside=source[0][1:])
    return Origin(key=key, share=share, came_from=source[0])
