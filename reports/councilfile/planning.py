"""What loading a council file would change, and which of it people changed themselves.

People's own is what differs now from what a file last held. That is remembered thing by thing
(the council's own facts, each grade, structure and restructure): as it stood after the last loading
that wrote it, whatever other files were loaded since. A loading therefore also writes a thing that
it holds as people left it (`Plan.adopted`); from then on it is the file's.

Its one rule: nothing is written here. Of what the file does not hold nothing is said, but that it
stays.
"""

from dataclasses import dataclass, fields, is_dataclass

from divisions import errors
from divisions.models import Council, Structure
from posts import delta
from posts.positions import STEP, settled
from posts.snapshot import Snapshot

from . import live

_STRUCTURE = (
    "status", "drawn_from", "in_force_from", "approved_by", "approved_on", "minute", "sources",
    "note",
)  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One fact that the file says otherwise than the tables: of which thing, and the two values.

    `what` is council, grade, structure, restructure, or a kind of record of the structure `within`.
    `field` is None where the whole thing is new (`was` None) or gone (`becomes` None).
    """

    what: str
    key: str
    field: str | None
    was: object
    becomes: object
    within: str | None = None

    def __str__(self):
        where = f" of {self.within}" if self.within else ""
        if self.field is None:
            verb = "is new" if self.was is None else "is no longer in the file"
            return f"{self.what} {self.key}{where} {verb}"
        was, becomes = _in_words(self.was), _in_words(self.becomes)
        return f"{self.what} {self.key}{where}: {self.field} {was} becomes {becomes}"

    @property
    def thing(self):
        """What the difference is about."""
        return (self.what, self.key, self.within)


def _in_words(value):
    """A value as one line that a person can read."""
    if value is None or value == () or value == {}:
        return "not stated"
    if isinstance(value, tuple):
        said = [_in_words(part) for part in value]
        return f"{len(said)} lines" if sum(map(len, said)) > 200 else "; ".join(said)
    if is_dataclass(value):
        return " ".join(_plainly(part) for part in fields_of(value).values() if part)
    return f"“{value}”"


def _plainly(part):
    """A part of a record within the line of the whole."""
    if isinstance(part, tuple):
        return f"({', '.join(map(_plainly, part))})"
    if isinstance(part, dict):
        return f"({', '.join(f'{name} {value}' for name, value in part.items())})"
    return _in_words(part) if is_dataclass(part) else str(part)


@dataclass(frozen=True)
class Plan:
    """What loading a file would change, and which of it people changed themselves since.

    `adopted`: the file holds what people changed as they left it, and no loading says so yet.
    `staying`: what the council has and the file does not hold, a phrase each.
    """

    council: Council | None
    live: object
    differences: tuple[Difference, ...]
    overwritten: tuple[Difference, ...]
    adopted: tuple[Difference, ...] = ()
    staying: tuple[str, ...] = ()


class TwoInForce(errors.RuleBroken):
    """With the file loaded, the council would have two structures in force."""


def plan(file):
    """Say what loading a file would change; TwoInForce if that cannot be."""
    council = Council.objects.filter(slug=file.slug).first()
    if council is None:
        return Plan(None, None, tuple(_differences(None, file)), ())
    now, then = live.council_file(council), live.as_loaded(council)
    _must_leave_one_in_force(now, file)
    differences = (*_differences(now, file), *_out_of_order(now, file))
    since = tuple(_differences(then, now))
    own = _touched(since)
    return Plan(
        council,
        now,
        differences,
        overwritten=tuple(change for change in differences if _is_own(change, own)),
        adopted=tuple(_held(since, file)),
        staying=tuple(_staying(now, file)),
    )


def _must_leave_one_in_force(now, file):
    held = {structure.snapshot.key for structure in file.structures}
    wanted = [each for each in file.structures if each.status == Structure.Status.IN_FORCE]
    for structure in now.structures:
        other = structure.status == Structure.Status.IN_FORCE and structure.snapshot.key not in held
        if other and wanted:
            title, key = structure.snapshot.title, structure.snapshot.key
            raise TwoInForce(
                f"“{title}” ({key}) is in force in {now.name}, and the file, which does not hold "
                f"it, has “{wanted[0].snapshot.title}” in force. Add {key} to the file, as "
                "superseded, say."
            )


def _held(changes, file):
    """The changes that are about something that the file holds."""
    things = _heads(file)
    for change in changes:
        if ("structure", change.within) in things or (change.what, change.key) in things:
            yield change


def _staying(now, file):
    """What the council has and the file does not hold: a phrase for each."""
    held = _heads(file)
    for grade in now.grades:
        if ("grade", grade.name) not in held:
            yield f"grade {grade.name}"
    for structure in now.structures:
        if ("structure", structure.snapshot.key) not in held:
            yield f"structure {structure.snapshot.key} ({structure.snapshot.title})"
    for proposal in now.proposals:
        if ("restructure", proposal.key) not in held:
            yield f"restructure {proposal.key} ({proposal.title})"


def _touched(changes):
    """The fields that people changed, by thing."""
    touched = {}
    for change in changes:
        touched.setdefault(change.thing, set()).add(change.field)
    return touched


def _is_own(change, own):
    """Whether people changed the same field, or the thing as a whole."""
    touched = own.get(change.thing, ())
    return bool(touched) and (change.field is None or None in touched or change.field in touched)


def _differences(now, wanted):
    """How a file differs from what there is; of what it does not hold, nothing is said."""
    before, after = _heads(now) if now else {}, _heads(wanted)
    for thing, facts in after.items():
        yield from _of_fields(*thing, None, before.get(thing), facts)
    contents = {file.snapshot.key: file.snapshot for file in (now.structures if now else ())}
    for file in wanted.structures:
        current = contents.get(file.snapshot.key, Snapshot(file.snapshot.key, ""))
        yield from _of_contents(current, delta.settle_positions(current, file.snapshot))


def _of_fields(what, key, within, before, after):
    if before is None or after is None:
        yield Difference(what, key, None, before, after, within)
        return
    for field in after:
        if before[field] != after[field]:
            yield Difference(what, key, field, before[field], after[field], within)


def _of_contents(current, wanted):
    for ref, (old, new) in delta.delta(current, wanted).items():
        key = " ".join([ref.key, *filter(None, ref.apart)])
        yield from _of_fields(ref.kind, key, wanted.key, fields_of(old), fields_of(new))
    for key in delta.reordered(current, wanted):
        kind = "unit" if key in wanted.units else "post"
        yield Difference(kind, key, "order", "as it was", "as in the file", wanted.key)


def fields_of(record):
    """A record's fields by name; None of none."""
    return record and {field.name: getattr(record, field.name) for field in fields(record)}


def _heads(file):
    """All that a file says besides the contents of its structures: things and their fields."""
    council = ("name", "other_names", "note", "kinds", "tiers")
    heads = {("council", file.slug): {name: getattr(file, name) for name in council}}
    for grade in file.grades:
        heads["grade", grade.name] = fields_of(grade)
    for structure in file.structures:
        facts = {name: getattr(structure, name) for name in _STRUCTURE}
        facts |= {name: getattr(structure.snapshot, name) for name in ("title", "complete_to_tier")}
        heads["structure", structure.snapshot.key] = facts
    for proposal in file.proposals:
        heads["restructure", proposal.key] = fields_of(proposal)
    return heads


def _out_of_order(now, file):
    """The grades, structures and restructures that the file has in another order."""
    for what, was in sequences(now).items():
        places = {key: STEP * nth for nth, key in enumerate(was, start=1)}
        for key, place in settled(places, sequences(file)[what]).items():
            if key in places and places[key] != place:
                yield Difference(what, key, "order", "as it was", "as in the file")


def sequences(file):
    """What a file lists besides the contents of its structures, in its order."""
    return {
        "grade": [grade.name for grade in file.grades],
        "structure": [structure.snapshot.key for structure in file.structures],
        "restructure": [proposal.key for proposal in file.proposals],
    }
