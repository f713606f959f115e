"""The panel beside a chart: all that is known of one unit or post, each with its paragraph.

Its one rule: what the paper does not state is said to be not stated, and never left to be guessed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from divisions.apart import in_turn
from posts.naming import TITLE_NOT_STATED, line_name, post_title, unit_name
from posts.snapshot import (
    COUNCIL,
    LINE_NONE,
    LINE_OUTSIDE,
    NEW,
    ORIGIN_NOT_STATED,
    OUTSIDE,
    STATED,
    UNPLACED,
    Origin,
    Post,
    Snapshot,
    Unit,
)

ALWAYS = ("grade", "fte", "state", "statutory")
"""What is said of every post, if only that it is not stated."""

WORDS = {
    "category": "Category", "grade": "Grade", "fte": "FTE", "state": "State",
    "statutory": "Statutory role", "filled_by": "How filled", "contract": "Contract",
    "post_number": "Post number", "cost_centre": "Cost centre", "location": "Location",
    "responsibilities": "Responsibilities", "phase": "Phase", "effective": "In force",
}  # fmt: skip
PLACES = {COUNCIL: "in the council", OUTSIDE: "outside the council", UNPLACED: "place not stated"}
SHARES = {"whole": "", "mostly": "mostly ", "part": "partly "}
MOST = 12

Called = Mapping[str | None, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said of a fact: words, of which `key` makes a link, with words before and after."""

    text: str | None
    key: str | None = None
    before: str = ""
    after: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under its heading; no items: not stated.

    `field`: what of the unit or post it is, if it is changed in place; `act`: if by an act.
    """

    term: str
    items: tuple[Item, ...] = ()
    field: str | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A unit or post as the panel shows it."""

    key: str
    name: str | None
    what: str
    facts: tuple[Fact, ...]
    sources: tuple[str, ...]
    certainty: str | None
    note: str | None
    not_stated: str


def panel(snapshot: Snapshot, key: str, called: Called) -> Panel | None:
    """All that is known of a unit or post; None if there is none with this key.

    `called`: what was called what, by key, in the structure before.
    """
    if unit := snapshot.units.get(key):
        facts = (*_unit_facts(snapshot, unit), *_shared_facts(snapshot, unit, called))
        return _panel(unit, unit_name(unit), _place(snapshot, unit), facts, "")
    if post := snapshot.posts.get(key):
        facts = (*_post_facts(snapshot, post), *_shared_facts(snapshot, post, called))
        name = post_title(post) if post.title else None
        return _panel(post, name, _tier(snapshot, post), facts, _silent(post))
    return None


def _panel(part: Unit | Post, name: str | None, what: str, facts: Iterable, silent: str) -> Panel:
    certainty = part.certainty if part.certainty != STATED else None
    return Panel(part.key, name, what, tuple(facts), part.sources, certainty, part.note, silent)


def _place(snapshot: Snapshot, unit: Unit) -> str:
    kind = unit.kind or "kind not stated"
    return kind if unit.parent else f"{kind}, {PLACES[snapshot.place_of(unit.key)]}"


def _tier(snapshot: Snapshot, post: Post) -> str:
    tier = snapshot.tier_of(post.key)
    return f"post, tier {tier}" if tier else "post, tier not stated"


def _unit_facts(snapshot: Snapshot, unit: Unit) -> Iterator[Fact]:
    if unit.parent:
        yield Fact("Stands under", (_unit(snapshot, unit.parent),), act="move-unit")
    for how, term in (("head", "Head"), ("acting head", "Acting head"), ("leads", "Led by")):
        leads = [lead for lead in snapshot.leads_of.get(unit.key, ()) if lead.how == how]
        needed = "leads" if unit.is_function else "head"
        if leads or how == needed:
            items = tuple(_post(snapshot, lead.post) for lead in leads)
            yield Fact(term, items, act="head")
    yield Fact("Remit", _said(unit.remit), "remit")
    if units := snapshot.units_under.get(unit.key, ()):
        yield Fact("Units below", _some(units, lambda below: Item(unit_name(below), below.key)))
    if posts := snapshot.posts_in.get(unit.key, ()):
        yield Fact("Posts in it", _some(posts, lambda post: _in_it(snapshot, post)))


def _post_facts(snapshot: Snapshot, post: Post) -> Iterator[Fact]:
    unit = (_unit(snapshot, post.unit),) if post.unit else ()
    yield Fact("In", unit, act="move-posts")
    yield Fact("Reports to", _reports_to(snapshot, post), act="report-to")
    if lines := snapshot.lines_of.get(post.key):
        yield Fact("Other lines", tuple(_line(snapshot, line) for line in lines))
    led = [lead for lead in snapshot.leads if lead.post == post.key]
    if led:
        items = (_unit(snapshot, lead.unit, f"{lead.how} of ", lead.how) for lead in led)
        yield Fact("Leads", tuple(items))
    if below := snapshot.reports_of.get(post.key):
        yield Fact("Manages", _some(below, lambda other: _post(snapshot, other.key)))
    for name, term in WORDS.items():
        value = getattr(post, name)
        if name not in ("phase", "effective") and (value is not None or name in ALWAYS):
            yield Fact(term, _said(value), name)


def _shared_facts(snapshot: Snapshot, part: Unit | Post, called: Called) -> Iterator[Fact]:
    if part.number != 1:
        yield Fact("How many alike", _said(part.number), "number")
    if part.other_names:
        names = (Item(f"“{name.name}”", sources=name.sources) for name in part.other_names)
        yield Fact("Also called", tuple(names))
    if origins := snapshot.origins_of.get(part.key):
        yield Fact("Comes from", tuple(_origin(origin, called) for origin in origins))
    if part.changed:
        yield Fact("Said to change", _said(", ".join(part.changed)))
    for name in ("phase", "effective"):
        if value := getattr(part, name):
            yield Fact(WORDS[name], _said(value), name)


def _silent(post: Post) -> str:
    """What the paper does not say of a post, in one line, where it is not said already."""
    names = [term for name, term in WORDS.items() if getattr(post, name) is None]
    shown = {WORDS[name] for name in (*ALWAYS, "phase", "effective")}
    return ", ".join(term.lower() for term in names if term not in shown)


def _reports_to(snapshot: Snapshot, post: Post) -> tuple[Item, ...]:
    if post.reports_to:
        return (_post(snapshot, post.reports_to),)
    if post.line == LINE_OUTSIDE:
        return (Item(post.reports_to_other, after=", outside this structure"),)
    return (Item("nobody"),) if post.line == LINE_NONE else ()


def _line(snapshot: Snapshot, line) -> Item:
    reason = f". Reason: {line.reason}" if line.reason else ""
    before = f"{line_name(line.kind).capitalize()} to "
    if line.to is None:
        return Item(line.to_other, None, before, reason, line.sources)
    return Item(_title(snapshot, line.to), line.to, before, reason, line.sources)


def _origin(origin: Origin, called: Called) -> Item:
    if origin.share == NEW:
        return Item("new", sources=origin.sources)
    if origin.share == ORIGIN_NOT_STATED:
        return Item(None, sources=origin.sources)
    where = origin.outside or called.get(origin.came_from) or f"“{origin.came_from}”"
    return Item(where, before=SHARES[origin.share], sources=origin.sources)


def _said(value) -> tuple[Item, ...]:
    return () if value is None else (Item(str(value)),)


def _some(parts: list, item: Callable) -> tuple[Item, ...]:
    items = [item(part) for part in parts]
    turns = in_turn([each.text for each in items])
    named = zip(items[:MOST], turns, strict=False)
    items = tuple(replace(each, text=text) for each, text in named)
    more = len(parts) - len(items)
    return (*items, Item(f"and {more} more")) if more > 0 else items


def _unit(snapshot: Snapshot, key: str, before: str = "", how: str = "") -> Item:
    name = unit_name(snapshot.units[key], snapshot.called(key))
    return Item(name, key, before if how != "leads" else "")


def _post(snapshot: Snapshot, key: str) -> Item:
    return Item(_title(snapshot, key), key)


def _in_it(snapshot: Snapshot, post: Post) -> Item:
    """A post in the unit that is shown, which need not be told by where it stands."""
    calling = snapshot.calling
    number = None if calling.is_alone(post.key) else calling.thing(post.key).by_number
    return Item(post_title(post, number) if post.title else TITLE_NOT_STATED, post.key)


def _title(snapshot: Snapshot, key: str) -> str:
    post = snapshot.posts[key]
    return post_title(post, snapshot.called(key)) if post.title else TITLE_NOT_STATED
