"""The machine of edits with the verbs that take many units and posts at once.

Its one rule: the plain model does each thing by thing, in the way that could not be plainer.
"""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from divisions import errors
from posts import redrawing
from tests.edits import FREE_LINES, TOPS, Edits
from tests.outlines import post, unit


class Redrawings(Edits):
    """Every verb of the officers', on a structure and on the model."""

    @initialize()
    def two_units_and_a_post(self):
        """More to start from: two directorates, a team in each, and posts on three levels."""
        for under in ("council", "council", "unit-1", "unit-2", "unit-1"):
            self.create_unit(under, None)
        self.create_post("unit-1", "none", "Director", None)
        for home, under in (("unit-3", "post-6"), ("unit-4", "post-7"), ("unit-4", "post-8")):
            self.create_post(home, under, "Adviser", None)

    # Units.

    @precondition(lambda self: len(self.units.names) > 1)
    @rule(data=st.data())
    def merge_units(self, data):
        keys = data.draw(self._some(self.units, least=2))
        name, first = self._new("merged"), keys[0]
        while self.units.under[first] in keys:
            first = self.units.under[first]
        new = self._done(lambda: redrawing.merge(self._units(keys), name))
        self.units.put(new.key, name, self.units.under[first], after=first)
        for key in keys:
            self._empty(key, new.key, but=keys)
        for key in keys:
            self.units.drop(key)

    @precondition(lambda self: self.units.names)
    @rule(data=st.data())
    def split_a_unit(self, data):
        key = data.draw(self._any(self.units))
        inside = [*self.units.below(key), *self._sitting_in(key)]
        goes = {part: data.draw(st.integers(0, 1)) for part in inside}
        names = [self._new("half"), self._new("half")]
        new = self._done(lambda: redrawing.split(unit(self.structure, key), names, goes))
        under = self.units.under[key]
        self.units.put(new[0].key, names[0], under, after=key)
        self.units.put(new[1].key, names[1], under, after=new[0].key)
        for part in self.units.below(key):
            self.units.move(part, new[goes[part]].key)
        for part in self._sitting_in(key):
            self.sits_in[part] = new[goes[part]].key
        self.units.drop(key)

    @precondition(lambda self: self.units.names)
    @rule(data=st.data())
    def close_a_unit_and_move_what_is_in_it(self, data):
        key = data.draw(self._any(self.units))
        under, closing = self.units.under[key], unit(self.structure, key)
        if under in TOPS and self._sitting_in(key):
            with pytest.raises(errors.StillNeeded):
                redrawing.close(closing)
            return
        self._done(lambda: redrawing.close(closing))
        self._empty(key, under)
        self.units.drop(key)

    @precondition(lambda self: self.units.names)
    @rule(data=st.data())
    def close_a_branch(self, data):
        key = data.draw(self._any(self.units))
        closing = unit(self.structure, key)
        self._done(lambda: redrawing.close(closing, with_all_below=True))
        branch = [each for each in self.units.names if self.units.is_below(each, key)]
        self._delete([post for each in branch for post in self._sitting_in(each)])
        for each in branch:
            self.units.drop(each)

    @precondition(lambda self: self.units.names)
    @rule(data=st.data(), down=st.booleans())
    def draw_a_unit_up_or_down(self, data, down):
        key = data.draw(self._any(self.units))
        self._step(self.units, key, self.units.below(self.units.under[key]), down)

    # Posts.

    @rule(data=st.data(), number=st.integers(1, 3))
    def create_posts_alike(self, data, number):
        under, after = self._somewhere(data, self.posts, FREE_LINES)
        home = data.draw(self._any(self.units) | st.none())
        line = {"line": under} if under in FREE_LINES else {"reports_to": self._part(under)}
        facts = {"unit": home and self._part(home), "after": self._after(after), **line}
        new = self._done(lambda: redrawing.create_posts(self.structure, "Adviser", number, **facts))
        for each in new:
            self.posts.put(each.key, "Adviser", under, after)
            after = each.key
            self.sits_in[each.key] = home

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data())
    def delete_posts(self, data):
        keys = data.draw(self._some(self.posts))
        self._done(lambda: redrawing.delete_posts(self._posts(keys)))
        self._delete(keys)

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data())
    def move_posts(self, data):
        keys, to = data.draw(self._some(self.posts)), data.draw(self._any(self.units) | st.none())
        moving = [key for key in keys if self.sits_in[key] != to]
        posts, home = self._posts(keys), to and self._part(to)
        if not moving:
            with pytest.raises(errors.AlreadyThere):
                redrawing.move_posts(posts, home)
            return
        self._done(lambda: redrawing.move_posts(posts, home))
        self.sits_in |= dict.fromkeys(moving, to)

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data())
    def let_posts_report(self, data):
        keys = data.draw(self._some(self.posts))
        to = data.draw(st.sampled_from(FREE_LINES) | self._any(self.posts))
        posts = self._posts(keys)
        if to in FREE_LINES:
            self._done(lambda: redrawing.let_report(posts, line=to))
        elif any(self.posts.is_below(to, key) for key in keys):
            with pytest.raises(errors.WouldLoop):
                redrawing.let_report(posts, self._part(to))
            return
        else:
            self._done(lambda: redrawing.let_report(posts, self._part(to)))
        self.posts.under |= dict.fromkeys(keys, to)

    @precondition(lambda self: self.posts.names)
    @rule(data=st.data(), down=st.booleans())
    def draw_a_post_up_or_down(self, data, down):
        key = data.draw(self._any(self.posts))
        among = [each for each in self.posts.under if each in self._sitting_in(self.sits_in[key])]
        self._step(self.posts, key, among, down)

    # What the rules above share.

    def _done(self, verb):
        """Do it: one act more, which tells what was done; gives what the verb gives."""
        given = []
        self._did(lambda: given.append(verb()))
        assert self.structure.acts.first().says.endswith(".")
        return given[0]

    @staticmethod
    def _some(order, least=1):
        return st.lists(st.sampled_from(sorted(order.names)), min_size=least, unique=True)

    def _units(self, keys):
        return [unit(self.structure, key) for key in keys]

    def _posts(self, keys):
        return [post(self.structure, key) for key in keys]

    def _sitting_in(self, home):
        return [key for key, unit in self.sits_in.items() if unit == home]

    def _empty(self, key, to, but=()):
        """Let what is in a unit go to another, or to the top."""
        for part in self.units.below(key):
            if part not in but:
                self.units.move(part, to)
        for part in self._sitting_in(key):
            self.sits_in[part] = to

    def _delete(self, keys):
        """Delete posts; who reported to them reports to the first above them that stays."""
        for key, under in list(self.posts.under.items()):
            while under in keys:
                under = self.posts.under[under]
            gone = key not in keys and self.posts.under[key] != under
            self.posts.under[key] = "not stated" if gone and under == "none" else under
        for key in keys:
            self.posts.drop(key)
            del self.sits_in[key]

    def _step(self, order, key, among, down):
        """Draw a thing one up or down among some; AlreadyThere if it is the last of them."""
        to = among.index(key) + (1 if down else -1)
        part = self._part(key)
        step = part.move_down if down else part.move_up
        if to not in range(len(among)):
            with pytest.raises(errors.AlreadyThere):
                step()
            return
        self._done(step)
        order.step(key, among[to], down)
