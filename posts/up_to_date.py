"""Bring a draft up to date with what it was drawn from, as that stands now.

What stands now in the place of the base: the structure in force, where it is the base or descends
from it; else the base itself. A base that was withdrawn is looked through to what it was drawn
from itself. A revised version is drawn from what the first was drawn from, as the first was then.
Its one rule: both structures are locked, in the order of their numbers, before either is read.

A draft and an approved structure are brought up to date; what is out for consultation stays as it
was sent out.
"""

from dataclasses import dataclass

from django.db import transaction

from divisions import errors
from divisions.models import Act, Structure
from divisions.sentences import counted
from posts import drift, writing
from posts.reading import past_head, read_moments
from posts.snapshot import Snapshot

VERB, COUNTED = "bring up to date", "count as drawn from"
_STATUS = Structure.Status
POSSIBLE = (_STATUS.DRAFT, _STATUS.APPROVED)
ON_ITS_WAY = (_STATUS.DRAFT, _STATUS.CONSULTATION, _STATUS.APPROVED)


@dataclass(frozen=True)
class Footing:
    """What a structure was drawn from, at which act, and what stands in that one's place now."""

    base: Structure
    act: Act
    now: Structure


@dataclass(frozen=True)
class Meeting:
    """The base as it was, the draft, what stands now, and the draft brought up to date with it."""

    footing: Footing
    base: Snapshot
    draft: Snapshot
    now: Snapshot
    brought: drift.Brought


class Kin:
    """The structures of a council, and which was drawn from which."""

    def __init__(self, council):
        self.all = {each.pk: each for each in Structure.objects.filter(council=council)}
        for each in self.all.values():
            each.council = council
        self.in_force = next((s for s in self.all.values() if s.status == _STATUS.IN_FORCE), None)

    def footing(self, structure):
        """What a structure stands on; NotKnown where that cannot be told."""
        base, act = self._drawn(structure.based_on_id, structure.based_on_revision, structure)
        passed = {structure.pk}
        while base.status == _STATUS.WITHDRAWN and base.based_on_id is not None:
            if base.pk in passed:
                raise errors.NotKnown(
                    f"“{structure}” was drawn from “{base}”, and that from “{structure}”. So "
                    "nobody can tell which came first."
                )
            passed.add(base.pk)
            head = past_head(base, act)
            base, act = self._drawn(head.based_on_id, head.based_on_revision, base)
        return Footing(base, act, self._now(base))

    def stands_on(self, structure):
        """The same in as few queries: the base, its revision then, and what stands for it now."""
        base = self.all[structure.based_on_id]
        if base.status != _STATUS.WITHDRAWN:
            return base, structure.based_on_revision, self._now(base)
        footing = self.footing(structure)
        return footing.base, footing.act.revision, footing.now

    def to_count_from(self, structure):
        """What a structure can be counted as drawn from, where what it was drawn from is of no use.

        That is where its footing is not known, or has nothing to do with what is in force.
        """
        try:
            footing = self.footing(structure)
        except errors.NotKnown:
            base = self.all.get(structure.based_on_id)
            gone = base is not None and base.status in (_STATUS.SUPERSEDED, _STATUS.WITHDRAWN)
            bases = (None if gone else base, self.in_force)
        else:
            fits = footing.now == self.in_force or footing.base.status in ON_ITS_WAY
            bases = () if fits else (self.in_force,)
        bases = [each for each in dict.fromkeys(bases) if each is not None]
        return [each for each in bases if not self.descends(each, structure)]

    def descends(self, structure, base):
        """Whether a structure is another, or was drawn from it, or from one that was.

        A council file can state that structures were drawn from each other in a ring: each of them
        is asked once.
        """
        passed = set()
        while structure is not None and structure.pk not in passed:
            if structure.pk == base.pk:
                return True
            passed.add(structure.pk)
            structure = self.all.get(structure.based_on_id)
        return False

    def _drawn(self, base, revision, structure):
        """The structure with a number, and its act with a revision."""
        base = self.all.get(base)
        if base is None:
            raise errors.NotKnown(f"“{structure}” was not drawn from another structure.")
        act = base.acts.filter(revision=revision).first() if revision is not None else None
        if act is None:
            raise errors.NotKnown(
                f"From which state of “{base}” the structure “{structure}” was drawn is not known, "
                "as it came with a council file. So nobody can tell what has changed since."
            )
        return base, act

    def _now(self, base):
        took_over = self.in_force is not None and (
            base.status == _STATUS.SUPERSEDED or self.descends(self.in_force, base)
        )
        return self.in_force if took_over else base


def meeting(structure, answers, footing=None):
    """Compare a draft, what it was drawn from, and what stands now; NotKnown if that cannot be."""
    footing = footing or Kin(structure.council).footing(structure)
    moments = (footing.base, footing.act), (structure, None), (footing.now, None)
    base, draft, now = read_moments(*moments)
    return Meeting(footing, base, draft, now, drift.bring(base, draft, now, answers))


@transaction.atomic
def bring_up_to_date(structure, answers, user=None, reason="", seen=None):
    """Take over what has changed, as the clashes are answered; ClashesOpen if one is not.

    `seen`: the revisions of the draft and of what stands now that the person had before them.
    """
    lock(structure.council)
    structure = Structure.objects.select_related("council").get(pk=structure.pk)
    structure.must_be(VERB, *POSSIBLE)
    found = meeting(structure, answers)
    if seen is not None and seen != (structure.revision, found.footing.now.revision):
        raise errors.ChangedMeanwhile(
            f"“{structure}” or “{found.footing.now}” has changed since you opened this."
        )
    with structure.editing(user, VERB, reason, even_frozen=True) as editing:
        take_over(editing, found)
        editing.act.tell(_told(editing.structure, found))
    return editing.act


def take_over(editing, found):
    """Write what was taken over, and that the draft is drawn from what stands now."""
    must_not_clash(found, editing.structure)
    writing.write(editing, found.draft, found.brought.snapshot)
    stand_on(editing.structure, found.footing.now)


def must_not_clash(found, structure):
    """ClashesOpen if nobody has chosen yet where the two clash."""
    if number := len(found.brought.clashes):
        raise errors.ClashesOpen(
            f"“{structure}” and what has changed in “{found.footing.now}” since clash in "
            f"{'one point' if number == 1 else f'{number} points'}. Bring it up to date first, and "
            "choose there which stands."
        )


def stand_on(structure, now):
    """Let a structure be drawn from another as it stands now."""
    structure.based_on, structure.based_on_revision = now, now.revision
    structure.save(update_fields=["based_on", "based_on_revision"])


@transaction.atomic
def count_as_drawn_from(structure, base, user=None, reason="", seen=None):
    """Count a structure as drawn from another as that stands now: how they differ, it proposes.

    NotKnown if it can no longer be counted so, or never could.
    """
    lock(structure.council)
    structure = Structure.objects.select_related("council").get(pk=structure.pk)
    structure.must_be(VERB, *POSSIBLE)
    kin = Kin(structure.council)
    if base not in kin.to_count_from(structure):
        raise errors.NotKnown(
            f"“{structure}” is not counted as drawn from “{base}”: it is known by now from what "
            "it was drawn, or something else is in force. Open this page again."
        )
    base = kin.all[base.pk]
    with structure.editing(user, COUNTED, reason, seen, even_frozen=True) as editing:
        stand_on(editing.structure, base)
        editing.act.tell(f"“{structure}” is counted as drawn from “{base}” as it stands now.")
    return editing.act


def behind(structure, kin=None):
    """That what a proposed structure was drawn from has changed since; None if it has not.

    None too where it is not known from what state of it the structure was drawn.
    """
    if not structure.is_proposed or structure.based_on_revision is None:
        return None
    base, revision, now = structure.based_on, structure.based_on_revision, structure.based_on
    if base.status != _STATUS.IN_FORCE:
        kin = kin or Kin(structure.council)
        try:
            base, revision, now = kin.stands_on(structure)
        except errors.NotKnown:
            return None
    if now != base:
        return f"“{now}” has taken the place of “{base}” since this was drawn."
    has_changed = base.revision > revision and base.last_change > revision
    return f"“{base}” has changed since this was drawn." if has_changed else None


def lock(council):
    """Lock all structures of a council, in the order of their numbers."""
    list(council.structures.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def changes(number):
    """So many changes, in words."""
    return counted(number, "change")


def _told(structure, found):
    """What was done, in a sentence."""
    taken, given_up = len(found.brought.taken), len(found.brought.given_up)
    says = f"“{structure}” was brought up to date with “{found.footing.now}”: "
    says += f"{changes(taken)} taken over" if taken else "nothing to take over"
    more = f", {changes(given_up)} of its own given up" if given_up else ""
    return f"{says}{more}."
