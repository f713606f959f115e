"""What acts wrote of a structure as a whole: its title, its status, what it was drawn from.

Its one rule: of all this nothing is ever put back but what a draft was drawn from, and as that
stood when. That is what bringing it up to date changes besides its units and posts.
"""

from dataclasses import dataclass

from divisions import errors
from divisions.models import Structure
from posts.in_the_way import Obstacle, acts_since
from posts.up_to_date import Kin

_BASE = ("based_on_id", "based_on_revision")
_NAMES = [field.attname for field in Structure.history.model.tracked_fields]


class NotPutBackHere(errors.RuleBroken):
    """An act did what no undoing covers: it changed the structure's own title, status or date."""


@dataclass(frozen=True, slots=True)
class Head:
    """A structure's own row as it stood before an act, if it did, and after it."""

    old: dict | None
    new: dict

    @property
    def is_base_alone(self):
        """Whether nothing differs but what the structure was drawn from."""
        return self.old is not None and all(
            self.old[name] == self.new[name] for name in _NAMES if name not in _BASE
        )


def heads(acts):
    """What acts wrote of their structures as a whole, by the act's number; most wrote nothing."""
    numbers = {act.pk for act in acts}
    versions = Structure.history.filter(id__in={act.structure_id for act in acts} - {None})
    found, stands = {}, {}
    for row in versions.order_by("history_id").values("act_id", *_NAMES):
        act, was = row.pop("act_id"), stands.get(row["id"])
        if act in numbers:
            found[act] = Head(found[act].old if act in found else was, row)
        stands[row["id"]] = row
    return found


def may_be_put_back(structure, head):
    """Whether an act left a structure as a whole as it was, or only drawn from something else."""
    return head is None or (head.is_base_alone and structure.status == Structure.Status.DRAFT)


def must_be_put_back(act, structure, head):
    """NotPutBackHere unless what an act wrote of a structure as a whole may be put back."""
    if not may_be_put_back(structure, head):
        raise NotPutBackHere(
            f"“{act}” also changed what is said of {structure} as a whole: its title, its status "
            "or its date, or what it was drawn from before it was a draft no more. That is not "
            "put back here."
        )


def put_back(editing, act, head):
    """Let a draft be drawn from what it was before an act; gives what stands in the way."""
    structure = editing.structure
    must_be_put_back(act, structure, head)
    if any(getattr(structure, name) != head.new[name] for name in _BASE):
        return [_drawn_otherwise_since(editing, act)]
    kin = Kin(structure.council)
    base = kin.all.get(head.old["based_on_id"])
    if base is not None and kin.descends(base, structure):
        return [Obstacle("", None, None, f"“{base}” is itself drawn from “{structure}” by now.")]
    for name in _BASE:
        setattr(structure, name, head.old[name])
    structure.save(update_fields=["based_on", "based_on_revision"])
    return []


def _drawn_otherwise_since(editing, act):
    acts = acts_since(editing, act)
    written = heads(acts)
    other = next((each for each in acts if each.pk in written), None)
    return Obstacle.of(other, f"What “{editing.structure}” is drawn from has changed since")
