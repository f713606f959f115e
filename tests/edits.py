"""A machine that edits a structure and a plain model of it alike, and holds each against the other.

Its one rule: after every step the structure is sound and says what the model says, and at the end
the past at each act is what it was then.
"""

from dataclasses import replace
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from divisions import errors, tree
from divisions.models import Structure, Unit
from posts import checking, delta, reading, recorded, writing
from posts.models import Grade, Post
from tests import edited
from tests.cast import council
from tests.edited import Order
from tests.outlines import post, unit
from tests.twists import TWISTS

TOPS = [str(place) for place in Unit.Place.values]
FREE_LINES = ["none", "not stated", "outside"]
TITLES = st.sampled_from(["Director", "Head of Service", "Adviser", None])


class Edits(RuleBasedStateMachine):
    """Every verb, on a structure and on the model, with what each must refuse."""

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.structure = Structure(council=council("borough", "The Borough"), key="d", title="D")
        Structure.objects.bulk_create([self.structure])
        Grade.objects.bulk_create([Grade(council=self.structure.council, name="PO1")])
        self.units, self.posts, self.sits_in = Order(), Order(), {}
        self.past, self.made = [], 0

    def teardown(self):
        try:
            for act, was in self.past[::3]:
                assert reading.read_past(self.structure, act) == was
            self.what_each_act_wrote_is_what_differs()
        finally:
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

    @initialize()
    def two_units_and_a_post(self):
        self.create_unit("council", None)
        self.create_unit("unit-1", None)
        self.create_post("unit-2", "none", "Director", None)

    # What the tables must say after each step.

    @invariant()
    def the_structure_is_sound(self):
        assert list(checking.faults(self.structure)) == []

    @invariant()
    def it_says_what_the_model_says(self):
        now = reading.read(self.structure)
        self.past.append((self.structure.acts.first(), now))
        units = Order((u.key, u.name, u.parent or u.place) for u in now.units.values())
        posts = Order((p.key, p.title, p.reports_to or p.line) for p in now.posts.values())
        assert units.lines() == self.units.lines()
        assert posts.lines() == self.posts.lines()
        assert list(posts.under) == list(self.posts.under)
        assert {post.key: post.unit for post in now.posts.values()} == self.sits_in

    def what_each_act_wrote_is_what_differs(self):
        copies = {act.pk: (act, now) for act, now in self.past}
        written = recorded.changes(self.structure, [act for act, _ in copies.values()][1:])
        for (_, was), (act, now) in pairwise(copies.values()):
            differs = delta.delta(was, now)
            assert written[act.pk].items() >= differs.items()
            order = {ref.key for ref in written[act.pk].keys() - differs.keys()}
            assert order <= {*delta.reordered(was, now)} <= {ref.key for ref in written[act.pk]}

    # The verbs on units.

    @rule(data=st.data())
    def create_a_unit(self, data):
        self.create_unit(*self._somewhere(data, self.units, TOPS))

    def create_unit(self, under, after):
        key = self._new("unit")
        top = under in TOPS
        where = {"place": under} if top else {"under": unit(self.structure, under)}
        self._did(
            lambda: Unit.create(self.structure, key, key=key, after=self._after(after), **where)
        )
        self.units.put(key, key, under, after)

    @rule(data=st.data())
    def create_a_unit_whose_key_is_taken(self, data):
        key = data.draw(self._any(self.units) | self._any(self.posts))
        with pytest.raises(errors.KeyTaken):
            Unit.create(self.structure, "Twin", key=key)

    @precondition(lambda self: self.units.names)
    @rule(data=st.data())
    def move_a_unit(self, data):
        key = data.draw(self._any(self.units))
        under, after = self._somewhere(data, self.units, TOPS, but=key)
        moved = unit(self.structure, key)
        if under in TOPS:
            self._did(lambda: moved.move_to_top(under, after=self._after(after)))
        elif self.units.is_below(under, key):
            with pytest.raises(errors.WouldLoop):
                moved.move_under(unit(self.structure, under))
            return
        else:
            parent = unit(self.structure, under)
            self._did(lambda: moved.move_under(parent, after=self._after(after)))
        self.units.move(key, under, after)

    @precondition(lambda self: self.units.names)
    @rule(data=st.data())
    def rename_a_unit(self, data):
        key, name = data.draw(self._any(self.units)), self._new("name")
        self._did(lambda: unit(self.structure, key).rename(name))
        self.units.names[key] = name

    @precondition(lambda self: self.units.names)
    @rule(data=st.data())
    def close_a_unit(self, data):
        key = data.draw(self._any(self.units))
        closing = unit(self.structure, key)
        if self.units.below(key) or key in self.sits_in.values():
            with pytest.raises(errors.StillNeeded):
                closing.take_out()
            return
        self._did(closing.take_out)
        self.units.drop(key)

    # The verbs on posts.

    @rule(data=st.data(), title=TITLES)
    def create_a_post(self, data, title):
        under, after = self._somewhere(data, self.posts, FREE_LINES)
        self.create_post(data.draw(self._any(self.units) | st.none()), under, title, after)

    def create_post(self, sits_in, under, title, after):
        key = self._new("post")
        facts = {"unit": sits_in and unit(self.structure, sits_in), "after": self._after(after)}
        free = under in FREE_LINES
        line = {"line": under} if free else {"reports_to": post(self.structure, under)}
        self._did(lambda: Post.create(self.structure, title, key=key, **facts, **line))
        self.posts.put(key, title, under, after)
        self.sits_in[key] = sits_in

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data())
    def change_whom_a_post_reports_to(self, data):
        key = data.draw(self._any(self.posts))
        under, after = self._somewhere(data, self.posts, FREE_LINES, but=key)
        moved = post(self.structure, key)
        if under in FREE_LINES:
            self._did(lambda: moved.report_to_no_post(under, after=self._after(after)))
        elif self.posts.is_below(under, key):
            with pytest.raises(errors.WouldLoop):
                moved.report_to(post(self.structure, under))
            return
        else:
            manager = post(self.structure, under)
            self._did(lambda: moved.report_to(manager, after=self._after(after)))
        self.posts.move(key, under, after)

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data())
    def move_a_post(self, data):
        key = data.draw(self._any(self.posts))
        to = data.draw(self._any(self.units) | st.none())
        self._did(lambda: post(self.structure, key).move_to_unit(to and unit(self.structure, to)))
        self.sits_in[key] = to

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data(), title=TITLES, number=st.sampled_from(["N1", "N2", None]))
    def change_a_post(self, data, title, number):
        key = data.draw(self._any(self.posts))
        others = Post.objects.filter(structure=self.structure).exclude(key=key)
        changing = post(self.structure, key)
        if number and others.filter(post_number=number).exists():
            with pytest.raises(errors.KeyTaken):
                changing.change(title=title, post_number=number)
            return
        self._did(lambda: changing.change(title=title, post_number=number))
        self.posts.names[key] = title

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data())
    def delete_a_post(self, data):
        key = data.draw(self._any(self.posts))
        deleting = post(self.structure, key)
        if self.posts.below(key):
            with pytest.raises(errors.StillNeeded):
                deleting.delete_from_structure()
            return
        self._did(deleting.delete_from_structure)
        self.posts.drop(key)
        del self.sits_in[key]

    # Many rows at once, as a file, an undo or a merge writes them.

    @rule(data=st.data(), times=st.integers(1, 4))
    def write_what_differs(self, data, times):
        current = reading.read(self.structure)
        wanted = current
        for _ in range(times):
            wanted = data.draw(st.sampled_from(TWISTS))(self, data, wanted)
        wanted = delta.settle_positions(current, wanted)
        if delta.faults(wanted):
            with pytest.raises(errors.NotSound):
                self._write(current, wanted)
            assert reading.read(self.structure) == current
            return
        self._did(lambda: self._write(current, wanted))
        assert _unordered(reading.read(self.structure)) == _unordered(wanted)
        self.units = Order((u.key, u.name, u.parent or u.place) for u in wanted.units.values())
        self.posts = Order((p.key, p.title, p.reports_to or p.line) for p in wanted.posts.values())
        self.sits_in = {post.key: post.unit for post in wanted.posts.values()}

    def _write(self, current, wanted):
        with self.structure.editing(verb="write") as editing:
            writing.write(editing, current, wanted)

    # What the rules above share.

    def _did(self, verb):
        """Do it: one act more."""
        before = self.structure.revision
        verb()
        self.structure.refresh_from_db()
        assert self.structure.revision == before + 1

    def _new(self, what):
        self.made += 1
        return f"{what}-{self.made}"

    @staticmethod
    def _any(order):
        return st.sampled_from(sorted(order.names)) if order.names else st.nothing()

    def _somewhere(self, data, order, tops, but=None):
        """What to stand under, and where among those who stand there: last, first or after one."""
        under = data.draw(st.sampled_from(tops) | self._any(order))
        siblings = [key for key in order.below(under) if key != but]
        return under, data.draw(st.sampled_from([None, edited.FIRST, *siblings]))

    def _after(self, after):
        if after is None or after is edited.FIRST:
            return after and tree.FIRST
        return self._part(after)

    def _part(self, key):
        return (unit if key in self.units.names else post)(self.structure, key)


def _unordered(snap):
    """A structure whose leads, lines, origins and endings are in no order."""
    return replace(
        snap,
        leads=frozenset(snap.leads),
        lines=frozenset(snap.lines),
        origins=frozenset(snap.origins),
        endings=frozenset(snap.endings),
    )
