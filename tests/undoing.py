"""A machine that, besides every edit, undoes, does again and puts back, and holds all to copies.

Its one rule: what an undoing leads to is known beforehand from copies that the machine itself kept,
never from history.
"""

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from posts import delta, reading
from posts.undo import PUT_BACK, REDO, UNDO, StandsInTheWay, redoable, undo, undoable
from tests.cast import person
from tests.edited import Order
from tests.edits import Edits, _unordered


class Undoing(Edits):
    """Every edit is Amara’s, and so is every undoing."""

    def __init__(self):
        super().__init__()
        council = self.structure.council
        self.amara = person("Amara", council, "officer")
        self.since = timezone.now()
        self.done, self.undone = [], []

    def _did(self, verb):
        before = reading.read(self.structure)
        with self.structure.editing(self.amara):
            verb()
        self.structure.refresh_from_db()
        self.done.append(before)
        self.undone.clear()

    # The verbs on what was done.

    @rule()
    def undo_the_newest(self):
        self._step(undoable, UNDO, self.done, self.undone)

    @rule()
    def do_again_what_was_undone(self):
        self._step(redoable, REDO, self.undone, self.done)

    def _step(self, next_of, verb, pile, other):
        """Undo or do again; with nobody else about, all is then just as it was."""
        act = next_of(self.structure, self.amara, self.since)
        if not pile:
            assert act is None
            return
        now = reading.read(self.structure)
        undo(act, self.amara, verb=verb)
        wanted = pile.pop()
        other.append(now)
        stands = reading.read(self.structure)
        assert _unordered(stands) == _unordered(wanted)
        assert delta.reordered(wanted, stands) == []
        self._take_over(stands)

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def put_back_any_act(self, data):
        copies = dict(self.past)
        act = data.draw(st.sampled_from(sorted(copies, key=lambda act: act.pk)))
        before = [copy for other, copy in copies.items() if other.pk < act.pk]
        if not before:
            return
        now = reading.read(self.structure)
        change = delta.reverse(delta.delta(before[-1], copies[act]))
        wanted = delta.apply(change, now)
        act.refresh_from_db()
        if hasattr(act, "undone_by") or delta.misfits(change, now) or delta.faults(wanted):
            with pytest.raises(StandsInTheWay):
                undo(act, self.amara, verb=PUT_BACK)
            assert reading.read(self.structure) == now
            return
        undo(act, self.amara, "asked for", verb=PUT_BACK)
        self.done.append(now)
        self.undone.clear()
        stands = reading.read(self.structure)
        assert _unordered(stands) == _unordered(wanted)
        self._take_over(stands)

    def _take_over(self, stands):
        """Let the model say what stands."""
        self.units = Order((u.key, u.name, u.parent or u.place) for u in stands.units.values())
        self.posts = Order((p.key, p.title, p.reports_to or p.line) for p in stands.posts.values())
        self.sits_in = {post.key: post.unit for post in stands.posts.values()}
        self.structure.refresh_from_db()
