"""The sentences in which acts are told: past tense, both ends named.

Its one rule: a sentence is made of names and words alone, and knows no tables.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

TOPS = {
    "council": "the top of the council",
    "outside": "outside the council",
    "unplaced": "a place not stated",
}
"""What a unit stands in that stands in no other."""

AT_TOPS = {
    "council": "at the top of the council",
    "outside": "outside the council",
    "unplaced": "in a place not stated",
}
"""Where a unit stands that stands in no other."""

LONG = frozenset(("remit", "note", "responsibilities", "sources", "other_names", "changed"))
"""Facts too long to be told in a sentence: only that they changed."""

WORDS = {
    "fte": "hours", "number": "number of posts", "statutory": "statutory role",
    "post_number": "post number", "cost_centre": "cost centre", "filled_by": "how it is filled",
    "other_names": "other names", "changed": "what is stated to change", "effective": "date",
}  # fmt: skip
"""What a fact is called, where that is not the name of its column."""

FEW = 3
"""So many posts are told by their names."""

Ends = tuple[Any, Any]


def created(name: str, where: str | None = None) -> str:
    return f"{name} created {where}." if where else f"{name} created."


def created_alike(name: str, number: int, where: str | None) -> str:
    return created(name, where) if number == 1 else created(f"{name}: {number} posts", where)


def moved(name: str, was: str | None, becomes: str | None) -> str:
    """What moved, from where and to where; None for a unit that is not stated."""
    if was == becomes:
        return f"{name} moved within {was or 'the posts whose unit is not stated'}."
    return f"{name} moved from {was or 'a unit not stated'} to {becomes or 'a unit not stated'}."


def moved_together(names: str, was: str | None, becomes: str | None) -> str:
    """Several that moved at once, from where if they all stood in one unit."""
    from_ = f" from {was}" if was else ""
    return f"{names} moved{from_} to {becomes or 'a unit not stated'}."


def reports_to(names: list[str], to: str | None, line: str = "stated") -> str:
    """To whom posts report now; in words where that is no post."""
    who, verb = several(names), "reports" if len(names) == 1 else "report"
    if to is not None:
        return f"{who} now {verb} to {to}."
    if line == "not stated":
        return f"To whom {who} {verb}: no longer stated."
    return f"{who} now {verb} to {'nobody' if line == 'none' else 'somebody outside'}."


def led(unit: str, posts: list[str], how: str) -> str:
    """Who heads a unit now, is its acting head, or leads it."""
    if not posts:
        return f"{unit} left without {'anybody who leads it' if how == 'leads' else f'{_a(how)}'}."
    if how == "leads":
        return f"{unit} now led by {listed(posts)}."
    return f"{listed(posts)} named {how} of {unit}."


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def line_added(kind: str, post: str, to: str) -> str:
    return f"{_a(kind).capitalize()} line added from {post} to {to}."


def line_removed(kind: str, post: str, to: str) -> str:
    return f"The {kind} line from {post} to {to} removed."


def reordered(name: str, direction: str) -> str:
    return f"{name} moved {direction}."


def changed(name: str, facts: Mapping[str, Ends]) -> str:
    """What was renamed, regraded or otherwise changed: each fact as it was and as it became."""
    said = [phrase(fact, was, becomes) for fact, (was, becomes) in facts.items()]
    if not said:
        return f"{name} left as it was."
    if len(said) == 1 and said[0].startswith(("re", "no longer")):
        return f"{name} {said[0]}."
    return f"{name}: {'; '.join(said)}."


def phrase(fact: str, was: Any, becomes: Any) -> str:
    """One fact as it was and as it became."""
    if fact in ("name", "title"):
        return f"{'renamed' if fact == 'name' else 'retitled'} {value(becomes)}"
    if fact in LONG:
        return f"{WORDS.get(fact, fact)} changed"
    if fact == "grade" and None not in (was, becomes):
        return f"regraded from {value(was)} to {value(becomes)}"
    return f"{WORDS.get(fact, fact)} changed from {value(was)} to {value(becomes)}"


def several_changed(number: int, facts: Mapping[str, Ends]) -> str:
    """What changed on several posts at once: the value each had, if they all had one."""
    said = []
    for fact, (was, becomes) in facts.items():
        if fact == "grade" and becomes is not None:
            from_ = f" from {value(was)}" if was is not None else ""
            said.append(f"regraded{from_} to {value(becomes)}")
        elif fact in LONG:
            said.append(f"{WORDS.get(fact, fact)} changed")
        else:
            from_ = f" from {value(was)}" if was is not None else ""
            said.append(f"{WORDS.get(fact, fact)} changed{from_} to {value(becomes)}")
    if len(said) == 1 and said[0].startswith("regraded"):
        return f"{number} posts {said[0]}."
    return f"{number} posts: {'; '.join(said)}."


def merged(names: Iterable[str], into: str) -> str:
    return f"{listed(names)} merged into {into}."


def split(name: str, into: Iterable[str]) -> str:
    return f"{name} split into {listed(into)}."


def formed(name: str, sources: Iterable[tuple[str, str]]) -> str:
    """What a unit was formed from: shares and names."""
    return f"{name} formed {_from(sources)}."


def made_up(name: str, sources: Iterable[tuple[str, str]]) -> str:
    return f"{name} said to be made up {_from(sources)}."


def _from(sources: Iterable[tuple[str, str]]) -> str:
    words = {"mostly": "mostly from", "part": "partly from", "whole": "wholly from"}
    return listed(f"{words[share]} {source}" for share, source in sources)


def closed(name: str, went: Iterable[str] = ()) -> str:
    """What was closed, and where what it had went."""
    return f"{name} closed{''.join(f'; {words}' for words in went)}."


def closed_with(name: str, units: int, posts: int) -> str:
    """What was closed with all below it."""
    below = [(units, "unit"), (posts, "post")]
    said = listed(counted(number, noun) for number, noun in below if number)
    return f"{name} closed with {said} below it." if said else f"{name} closed."


def deleted(names: list[str]) -> str:
    return f"{several(names)} deleted."


def several(names: list[str]) -> str:
    """A few by their names, many by their number."""
    return listed(names) if len(names) <= FEW else f"{len(names)} posts"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(names: Iterable[str]) -> str:
    """Names as a list in a sentence: “A, B and C”."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def value(value: Any) -> str:
    """A value in words: a number without noughts at its end, “not stated” for none."""
    if value is None or value == "":
        return "not stated"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
