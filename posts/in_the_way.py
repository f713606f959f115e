"""What stands in the way when an act is to be undone: which thing, which field, whose act.

Its one rule: each sentence names the thing and, wherever one can be found, the act that did it and
who did that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.timezone import localtime

from divisions.dates import in_words
from divisions.models import Act
from posts import delta, recorded
from posts.field_by_field import FIELDS, KINDS
from posts.refs import POST, UNIT, Ref, records, ref_of
from posts.soundness import GONE, LOOP, POST_NUMBER


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way: of which unit or post, which field (None: all of it), whose act."""

    key: str
    field: str | None
    act: Act | None
    says: str

    @classmethod
    def of(cls, act, says):
        """What stands in the way of the whole act, and the act since that did it, if any."""
        return cls("", None, act, f"{says}{_told(act)}.")


def obstacles(editing, act, change, current, wanted):
    """What stands in the way of a change that undoes an act and leads to `wanted`, if anything."""
    clashes = delta.misfits(change, current)
    faults = [] if clashes else delta.faults(wanted)
    if not clashes and not faults:
        return []
    since = _Since(editing, act, current)
    if clashes:
        return [_clash(since, clash, current) for clash in clashes]
    return list(dict.fromkeys(_fault(since, fault, current, wanted) for fault in faults))


def undone_already(act, other):
    """That somebody has undone the act before."""
    return Obstacle("", None, other, f"“{act}” is undone already{_by(other)}.")


def acts_since(editing, act):
    """The acts on a structure since an act, newest first, without the one that is going on."""
    acts = editing.structure.acts.filter(pk__gt=act.pk).exclude(pk=editing.act.pk)
    return list(acts.select_related("user"))


class _Since:
    """What was written since an act, and what everything was called."""

    def __init__(self, editing, act, current):
        self.acts = acts_since(editing, act)
        found = recorded.recorded(editing.structure, [*self.acts, act])
        self.changes, self.called = found.changes, found.called
        self.called |= {key: current.called(key) for key in (*current.units, *current.posts)}

    def wrote(self, *refs, field=None) -> Act | None:
        """The newest act that wrote one of some records, or one field of it."""
        for act in self.acts:
            written = (self.changes[act.pk].get(ref) for ref in refs)
            if any(each and _changes(each, field) for each in written):
                return act
        return None

    def name(self, key):
        """What a unit or post is called."""
        return self.called.get(key) or f"the post {key}"


def _changes(difference, field):
    """Whether a field differs, or (None) any; of what was made or is gone, every field does."""
    if field is None or None in difference:
        return difference.old != difference.new
    return field in delta.fields(*difference)


def _clash(since, clash, current):
    act = since.wrote(clash.ref, field=clash.field)
    thing = _thing(since, clash.ref)
    if clash.field is not None:
        says = f"The {FIELDS[clash.field]} of {thing} has changed since"
    elif clash.theirs is None:
        says = f"{_upper(thing)} is gone since"
    elif clash.base is None:
        says = f"{_upper(thing)} has been made again since"
    else:
        says = f"{_upper(thing)} has changed since"
    return Obstacle(clash.ref.key, clash.field, act, f"{says}{_told(act)}.")


def _thing(since, ref):
    """A unit or post by its name; what is said of one by what it is, too."""
    name = since.name(ref.key)
    return name if ref.kind in (UNIT, POST) else f"the {KINDS[ref.kind]} of {name}"


def _fault(since, fault, current, wanted):
    """What would not be sound, and the act since because of which."""
    key = fault.ref.key
    if fault.rule == GONE:
        gone = next(iter(_missing(fault.ref, wanted)), key)
        if gone in current.units or gone in current.posts:
            act = since.wrote(fault.ref)
            says = f"{fault.name} needs {since.name(gone)}, which would go"
        else:
            act = since.wrote(Ref(UNIT, gone), Ref(POST, gone))
            says = f"{fault.name} would need {since.name(gone)}, which is gone"
    elif fault.rule == LOOP:
        act = since.wrote(fault.ref)
        says = f"{fault.name} would stand below itself"
    else:
        act = since.wrote(*_alike(fault, wanted))
        says = f"Then {fault.name} {fault.says}"
    return Obstacle(key, None, act, f"{says}{_told(act)}.")


def _missing(ref, wanted) -> Iterator[str]:
    """The keys that a record names and that would not be there."""
    record = records(wanted).get(ref)
    there = wanted.units.keys() | wanted.posts.keys()
    yield from (key for key in recorded.named(record) if key not in there)


def _alike(fault, wanted):
    """The records that a fault is about: of two posts with one number, both."""
    if fault.rule != POST_NUMBER:
        return [fault.ref, Ref(UNIT, fault.ref.key), Ref(POST, fault.ref.key)]
    number = wanted.posts[fault.ref.key].post_number
    return [ref_of(post) for post in wanted.posts.values() if post.post_number == number]


def _upper(text):
    return text[:1].upper() + text[1:]


def _told(act):
    """What was done since, by whom and when."""
    return f": {(act.says or act.verb).rstrip('.')}{_by(act)}" if act else ""


def _by(act):
    when = localtime(act.moment)
    who = f"{act.user.get_username()}, " if act.user else ""
    return f" ({who}{in_words(when.date())}, {when:%H:%M})"
