"""What loading a council file would change, and which of it people changed themselves.

People's own is what differs now from what a file last held. That is remembered thing by thing
(the council's own facts, each spine, grade, template, structure, restructure and report): as it
stood after the last loading that wrote it, whatever other files were loaded since. A loading
therefore also writes a thing that it holds as people left it (`Plan.adopted`); from then on it is
the file's. The sections of a report are compared one by one.

Its one rule: nothing is written here. Of what the file does not hold nothing is said, but that it
stays.
"""

from dataclasses import dataclass

from divisions import errors
from divisions.models import Council, Structure
from posts import delta
from posts.positions import STEP, settled
from posts.snapshot import Snapshot

from . import live
from .differing import REPORT, RESTRUCTURE, SECTION, Difference, fields_of, of_fields, of_reports

_STRUCTURE = (
    "status", "drawn_from", "in_force_from", "approved_by", "approved_on", "minute", "sources",
    "note",
)  # fmt: skip


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
    _must_leave_what_is_published(now, differences)
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


class Published(errors.RuleBroken):
    """The file would change a report that is published."""


def _must_leave_what_is_published(now, differences):
    published = {
        proposal.key: proposal.title
        for proposal in now.proposals
        if proposal.report and proposal.report.is_published
    }
    for change in differences:
        key = change.within if change.what == SECTION else change.key
        if change.what in (RESTRUCTURE, REPORT, SECTION) and key in published:
            raise Published(
                f"“{published[key]}” ({key}) is published, and the file has it otherwise: "
                f"{change}. Leave it in the file as it was published."
            )


def _held(changes, file):
    """The changes that are about something that the file holds."""
    things = _heads(file) | dict.fromkeys((REPORT, key) for key, _ in _reports(file))
    return (change for change in changes if _holder(change) in things)


def _holder(change):
    """What a file holds that holds what is changed."""
    if change.within is None:
        return change.what, change.key
    return REPORT if change.what == SECTION else "structure", change.within


def _staying(now, file):
    """What the council has and the file does not hold: a phrase for each."""
    held = _heads(file)
    for what, key in _heads(now):
        if what in _WORDS and (what, key) not in held:
            yield f"{what} {key}"
    for structure in now.structures:
        if ("structure", structure.snapshot.key) not in held:
            yield f"structure {structure.snapshot.key} ({structure.snapshot.title})"
    for proposal in now.proposals:
        if ("restructure", proposal.key) not in held:
            yield f"restructure {proposal.key} ({proposal.title})"
    reports = dict(_reports(file))
    for key, _ in _reports(now):
        if (RESTRUCTURE, key) in held and key not in reports:
            yield f"report of {key}"


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
        yield from of_fields(*thing, None, before.get(thing), facts)
    reports = dict(_reports(now)) if now else {}
    for key, report in _reports(wanted):
        yield from of_reports(key, reports.get(key), report)
    contents = {file.snapshot.key: file.snapshot for file in (now.structures if now else ())}
    for file in wanted.structures:
        current = contents.get(file.snapshot.key, Snapshot(file.snapshot.key, ""))
        yield from _of_contents(current, delta.settle_positions(current, file.snapshot))


def _of_contents(current, wanted):
    for ref, (old, new) in delta.delta(current, wanted).items():
        key = " ".join([ref.key, *filter(None, ref.apart)])
        yield from of_fields(ref.kind, key, wanted.key, fields_of(old), fields_of(new))
    for key in delta.reordered(current, wanted):
        kind = "unit" if key in wanted.units else "post"
        yield Difference(kind, key, "order", "as it was", "as in the file", wanted.key)


def _heads(file):
    """All that a file says besides the contents of its structures: things and their fields."""
    council = ("name", "other_names", "note", "kinds", "tiers")
    heads = {("council", file.slug): {name: getattr(file, name) for name in council}}
    for what, key, thing in _words(file):
        heads[what, key] = fields_of(thing)
    for structure in file.structures:
        facts = {name: getattr(structure, name) for name in _STRUCTURE}
        facts |= {name: getattr(structure.snapshot, name) for name in ("title", "complete_to_tier")}
        heads["structure", structure.snapshot.key] = facts
    for proposal in file.proposals:
        facts = fields_of(proposal)
        heads[RESTRUCTURE, proposal.key] = {name: facts[name] for name in facts if name != REPORT}
    return heads


_WORDS = ("spine", "on-costs", "grade", "template")


def _words(file):
    """What a council has for all its structures: of what sort, under which name, and the thing."""
    yield from (("spine", spine.name, spine) for spine in file.pay.spines)
    yield from (("on-costs", costs.since, costs) for costs in file.pay.on_costs)
    yield from (("grade", grade.name, grade) for grade in file.grades)
    yield from (("template", template.slug, template) for template in file.templates)


def _reports(file):
    """The reports that a file holds, by restructure."""
    return ((each.key, each.report) for each in file.proposals if each.report is not None)


def _out_of_order(now, file):
    """The spines, grades, structures and restructures that the file has in another order."""
    for what, was in sequences(now).items():
        places = {key: STEP * nth for nth, key in enumerate(was, start=1)}
        for key, place in settled(places, sequences(file)[what]).items():
            if key in places and places[key] != place:
                yield Difference(what, key, "order", "as it was", "as in the file")


def sequences(file):
    """What a file lists besides the contents of its structures, in its order."""
    return {
        "spine": [spine.name for spine in file.pay.spines],
        "grade": [grade.name for grade in file.grades],
        "structure": [structure.snapshot.key for structure in file.structures],
        "restructure": [proposal.key for proposal in file.proposals],
    }
