"""The sentence that a councillor reads for each change, in the council's words.

Its one rule: a sentence says no more than is known. What is not stated is said to be not stated,
and what is uncertain to be uncertain.
"""

from collections.abc import Callable, Mapping

from posts.naming import Mark
from posts.snapshot import ACCOUNTABLE, COUNCIL, Post, Snapshot, Unit
from reports.calling import capital, is_many, plural
from reports.change import (
    ADDED,
    CLOSED,
    CREATED,
    DELETED,
    FATE_NOT_STATED,
    FORMED_FROM,
    HOURS,
    JOINS,
    LEAVES,
    MERGED,
    MOVED,
    NUMBER,
    ORIGIN_NOT_STATED,
    REGRADED,
    REMOVED,
    RENAMED,
    REPORTS_TO,
    RESPONSIBILITIES,
    RETITLED,
    SPLIT,
    STATE,
    UNDECIDED,
    Change,
)
from reports.compare import LineChange
from reports.labels import Marks, mark, marks_after, marks_before
from reports.making import home, shares, taken_in
from reports.paragraphs import KindCount, kinds, made_up
from reports.telling import Telling, circumstances, note

__all__ = [
    "KindCount", "Mark", "Marks", "kinds", "made_up", "mark", "marks_after", "marks_before",
    "sentence",
]  # fmt: skip


def sentence(change: Change, before: Snapshot, after: Snapshot) -> str:
    """Say one change: “Early Years moves from Resources to Children and Families (phase two).”"""
    telling = Telling(change, before, after)
    said = _SAID[change.kind](telling)
    return f"{capital(said)}{circumstances(change)}.{note(telling)}"


def _created(telling: Telling) -> str:
    if isinstance(telling.part, Post) and telling.part.title is None:
        return telling.verb("is new", "are new")
    return telling.verb(f"is a new {telling.what}", f"are new {plural(telling.what)}")


def _gone(telling: Telling) -> str:
    is_post = telling.change.kind == DELETED
    ends = telling.verb(*(("is deleted", "are deleted") if is_post else ("closes", "close")))
    where = _went_to(telling)
    return f"{ends}; {where}" if where else ends


def _went_to(telling: Telling) -> str | None:
    """Where most of a thing that has gone went, and where parts of it did."""
    change = telling.change
    rest = telling.names([key for key in change.others if key != change.becomes_key])
    if change.becomes_key is None:
        return f"parts of it go to {rest}" if rest else None
    most = f"most of it goes to {change.becomes}"
    return f"{most}, and parts of it to {rest}" if rest else most


def _origin_not_stated(telling: Telling) -> str:
    if telling.is_post:
        which = "posts, if any, become" if is_many(telling.part) else "post, if any, becomes"
        return f"It is not stated which existing {which} {telling.name}"
    return f"Where {telling.verb('comes', 'come')} from is not stated"


def _fate_not_stated(telling: Telling) -> str:
    where = _went_to(telling)
    if where is None and telling.is_post:
        which = "posts" if is_many(telling.part) else "post"
        becomes = telling.verb("becomes", "become")
        return f"It is not stated which proposed {which}, if any, {becomes}"
    if where is None:
        return f"What becomes of {telling.name} is not stated"
    return f"Of {telling.name}, {where}; what becomes of the rest is not stated"


def _renamed(telling: Telling) -> str:
    change = telling.change
    verb = "renamed" if change.kind == RENAMED else "retitled"
    if change.becomes is None:
        return f"{telling.verb(f'is {verb}', f'are {verb}')}; how is not stated"
    return f"{telling.was_named} {telling.either('is', 'are')} {verb} {change.becomes}"


def _moved(telling: Telling) -> str:
    change = telling.change
    moves = f"{telling.name_on_the_way} {telling.either('moves', 'move')}"
    match change.was, change.becomes:
        case None, None:
            return f"{moves}; from where to where is not stated"
        case None, to:
            return f"{moves} to {to}{_from_nowhere(telling)}"
        case where, None:
            return f"{moves} out of {where}{_to_nowhere(telling)}"
        case where, to:
            return f"{moves} from {where} to {to}"


def _from_nowhere(telling: Telling) -> str:
    """What to say of where it was, if it stood in no unit: nothing if that was its place."""
    was, key = telling.before, telling.change.key
    stood = (key in was.units or key in was.posts) and was.place_of(key) == COUNCIL
    return "" if stood else "; where it was is not stated"


def _to_nowhere(telling: Telling) -> str:
    becomes, part = telling.after, telling.part
    stands = home(part) is None and becomes.place_of(part.key) == COUNCIL
    return "" if stands and part.key in becomes.units else "; where to is not stated"


def _formed(telling: Telling) -> str:
    was = telling.change.was or "what is not named"
    if telling.is_post:
        return f"{telling.verb('is', 'are')} formed from {was}"
    return f"{_created(telling)}, largely made up from {was}"


def _merged(telling: Telling) -> str:
    return f"{telling.change.was or 'Units whose names are not stated'} merge into {telling.name}"


def _split(telling: Telling) -> str:
    split = telling.verb("is split", "are split")
    by_number = shares(telling.after, telling.change.others)
    return f"{split}: {by_number}" if by_number else f"{split} into {telling.change.becomes}"


def _joins(telling: Telling) -> str:
    change = telling.change
    if joining := taken_in(change, telling.before, telling.after):
        return f"{joining} joins {telling.name}"
    if telling.goes_with:
        joins = f"{telling.verb('joins', 'join')} the council with {telling.goes_with}"
        return f"{joins}, from {change.was}" if change.was != telling.goes_with else joins
    joins = f"{telling.verb('joins', 'join')} {change.becomes or 'the council'}"
    return f"{joins} from {change.was or 'outside'}"


def _leaves(telling: Telling) -> str:
    change = telling.change
    leaves = telling.verb("leaves", "leave")
    if telling.goes_with:
        out_of = f"{leaves} the council with {telling.goes_with}"
        return f"{out_of}, for {change.becomes}" if change.becomes else out_of
    out_of = f"{leaves} {change.was} and the council" if change.was else f"{leaves} the council"
    return f"{out_of} for {change.becomes}" if change.becomes else out_of


def _undecided(telling: Telling) -> str:
    if telling.change.was is None:
        return f"The destination of {telling.name} is not decided"
    if telling.goes_with:
        goes = telling.verb("goes", "go")
        return f"{goes} with {telling.goes_with}, whose destination is not decided"
    leaves = telling.verb("leaves", "leave")
    return f"{leaves} {telling.change.was}; the destination is not decided"


def _number(telling: Telling) -> str:
    """“Homelessness Officer: 6 posts, were 4”."""
    part, was = telling.part, telling.change.was
    if was is None or part.number is None or telling.change.becomes is None:
        return telling.between("number")
    were = f"{'was' if was == '1' else 'were'} {was}"
    if isinstance(part, Unit):
        return f"{part.name}: {part.number}, {were}"
    posts = "1 post" if part.number == 1 else f"{part.number} posts"
    return f"{part.title}: {posts}, {were}" if part.title else f"{telling.name}, {were}"


def _reports_to(telling: Telling) -> str:
    change = telling.change
    reports = telling.verb("reports", "report")
    was, becomes = change.was, change.becomes
    if was is None and becomes is None and change.becomes_key is None:
        return f"{reports} to another post; to which is not stated"
    untitled = "a post whose title is not stated"
    return f"{reports} to {becomes or untitled}, instead of {was or untitled}"


def _responsibilities(telling: Telling) -> str:
    if telling.change.others:
        taken = telling.names(telling.change.others) or "another"
        return f"{telling.verb('takes', 'take')} in part of {taken}"
    return f"The responsibilities of {telling.name} change"


_LINES: Mapping[str, str] = {ACCOUNTABLE: "line of accountability"}


def _line(telling: Telling) -> str:
    change = telling.change
    assert isinstance(change, LineChange)
    line = _LINES.get(change.line, f"{change.line} line" if change.line != "link" else "link")
    to = change.becomes or change.was or "a post whose title is not stated"
    reason = f": {change.reason}" if change.reason else ""
    if change.kind == REMOVED:
        return f"{telling.verb('loses', 'lose')} a {line} to {to}{reason}"
    if telling.stood:
        return f"{telling.verb('gains', 'gain')} a {line} to {to}{reason}"
    return f"{telling.verb('has', 'have')} a {line} to {to} in the proposed structure{reason}"


_SAID: Mapping[str, Callable[[Telling], str]] = {
    CREATED: _created,
    CLOSED: _gone,
    DELETED: _gone,
    RENAMED: _renamed,
    RETITLED: _renamed,
    MOVED: _moved,
    FORMED_FROM: _formed,
    MERGED: _merged,
    SPLIT: _split,
    JOINS: _joins,
    LEAVES: _leaves,
    UNDECIDED: _undecided,
    ORIGIN_NOT_STATED: _origin_not_stated,
    FATE_NOT_STATED: _fate_not_stated,
    REGRADED: lambda telling: telling.between("grade"),
    HOURS: lambda telling: telling.between("hours", " FTE"),
    NUMBER: _number,
    STATE: lambda telling: telling.between("state"),
    REPORTS_TO: _reports_to,
    RESPONSIBILITIES: _responsibilities,
    ADDED: _line,
    REMOVED: _line,
}
