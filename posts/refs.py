"""What each record of a structure is known by, so that two structures can be laid side by side.

Its one rule: a unit or post is its key, and everything else is what it says of a key. Nothing is
known by its name.
"""

from typing import NamedTuple

from posts.snapshot import Ending, Leads, Origin, Post, Record, ReportingLine, Snapshot, Unit

UNIT, POST, LEADS = "unit", "post", "leads"
LINE, ORIGIN, ENDING = "reporting line", "origin", "ending"


class Ref(NamedTuple):
    """A record's kind, the key of the unit or post it speaks of, and what else sets it apart."""

    kind: str
    key: str
    apart: tuple[str, ...] = ()


def ref_of(record: Record) -> Ref:
    """What a record is known by."""
    match record:
        case Unit():
            return Ref(UNIT, record.key)
        case Post():
            return Ref(POST, record.key)
        case Leads():
            return Ref(LEADS, record.post, (record.unit, record.how))
        case ReportingLine():
            return Ref(LINE, record.post, (record.kind, *_end(record.to, record.to_other)))
        case Origin():
            came_from = _end(record.came_from, record.outside) or (record.share,)
            return Ref(ORIGIN, record.key, came_from)
        case Ending():
            return Ref(ENDING, record.key)


def records(snapshot: Snapshot) -> dict[Ref, Record]:
    """Every record of a structure by what it is known by; of two known alike, the later."""
    found: dict[Ref, Record] = {Ref(UNIT, key): unit for key, unit in snapshot.units.items()}
    found |= {Ref(POST, key): post for key, post in snapshot.posts.items()}
    found |= {ref_of(record): record for record in beside(snapshot)}
    return found


def beside(snapshot: Snapshot) -> tuple[Leads | ReportingLine | Origin | Ending, ...]:
    """The records that are neither unit nor post but speak of them."""
    return (*snapshot.leads, *snapshot.lines, *snapshot.origins, *snapshot.endings)


def _end(key: str | None, words: str | None) -> tuple[str, ...]:
    """The other end of a line or an origin: a key, or words, never taken for each other."""
    return ("", key) if key is not None else (words,) if words is not None else ()
