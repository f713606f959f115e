"""What goes on inside the editing of a structure: its act, and rows read again inside the lock.

Its one rule: a verb works on rows that it has read inside the lock, whatever it was handed.
"""

from contextlib import contextmanager

from divisions import errors, successions, telling, tree


class Editing:
    """A structure that is locked, the act that is going on, and rows read inside the lock."""

    def __init__(self, structure, act):
        self.structure, self.act = structure, act
        self._telling = telling.Telling(act.verb)

    @contextmanager
    def joined(self, verb):
        """Let a verb be part of the act, and of the verb that it is done by means of, if any."""
        self._telling.begin(verb)
        try:
            yield
        except BaseException:
            self._telling.fail()
            raise
        self._telling.end()

    def tell(self, says):
        """Say in a sentence what the verb that is going on has done."""
        self._telling.tell(says)

    def say(self):
        """Let the act say what its verbs have told, unless it was told what to say."""
        if not self.act.says and self._telling.says:
            self.act.says, self.act.verb = self._telling.says, self._telling.verb
            self.act.save(update_fields=["says", "verb"])

    def fresh(self, part):
        """Read a unit or post again; NotInStructure if it is gone or another structure's."""
        return self.fresh_all([part])[0]

    def fresh_all(self, parts, *along):
        """Read units or posts again, each once, in the order given, and what they name `along`."""
        parts = list(parts)
        if not parts:
            raise errors.NothingChosen("Nothing is chosen. Choose at least one.")
        found = type(parts[0]).objects.filter(structure=self.structure, parent__isnull=False)
        found = (
            (found.select_related(*along) if along else found)
            .order_by()
            .in_bulk([part.pk for part in parts])
        )
        for part in parts:
            if part.pk not in found:
                raise errors.NotInStructure(
                    f"“{part}” is not in {self.structure.title}. Choose one that is."
                )
            found[part.pk].structure = self.structure
        return list({part.pk: found[part.pk] for part in parts}.values())

    def must_be_free(self, *keys):
        """KeyTaken if a unit or post has one of the keys: they share one space of keys."""
        for parts in (self.structure.units, self.structure.posts):
            if taken := parts.filter(key__in=keys).first():
                raise errors.KeyTaken(
                    f"{self.structure.title} has “{taken}” under the key “{taken.key}” already. "
                    "Choose another key."
                )

    def take_out(self, part):
        """Take out a unit or post under which nothing stands, and say that it has ended."""
        successions.end(self.structure, [part])
        tree.take_out(part)

    def take_out_all(self, parts, **ending):
        """Take out several, under which nothing stands but others of them; `ending` says more."""
        successions.end(self.structure, parts, **ending)
        tree.take_out_all(parts)
