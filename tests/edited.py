"""A structure as its simplest self, to hold the real one against: who stands under whom, in order.

Pure. Its one rule: it knows nothing of numbers, rows or databases, and does each verb in the way
that could not be plainer.
"""

FIRST = object()
TOPS = ("council", "unplaced", "outside", "none", "not stated")
"""What stands under these words stands at the top of one tree."""


class Order:
    """Things by key, each with a name and what it stands under, in one order for all."""

    def __init__(self, things=()):
        self.names, self.under = {}, {}
        for key, name, under in things:
            self.put(key, name, under)

    def put(self, key, name, under, after=None):
        """Let a new thing stand under another, last, first or after a sibling."""
        self.names[key] = name
        self._place(key, under, after)

    def move(self, key, under, after=None):
        """Let a thing stand elsewhere, last, first or after a sibling."""
        del self.under[key]
        self._place(key, under, after)

    def step(self, key, other, down):
        """Let a thing stand right before or after another, under what it stands under."""
        keys = [each for each in self.under if each != key]
        keys.insert(keys.index(other) + down, key)
        self.under = {each: self.under[each] for each in keys}

    def drop(self, key):
        del self.names[key], self.under[key]

    def _place(self, key, under, after):
        keys = list(self.under)
        siblings = [name for name, above in self.under.items() if _tree(above) == _tree(under)]
        if after is FIRST:
            where = keys.index(siblings[0]) if siblings else len(keys)
        else:
            where = keys.index(after) + 1 if after else len(keys)
        keys.insert(where, key)
        self.under = {name: under if name == key else self.under[name] for name in keys}

    def below(self, under):
        """What stands directly under something, in order."""
        return [key for key, above in self.under.items() if above == under]

    def is_below(self, key, other):
        """Whether a thing is another, or stands somewhere below it."""
        while key in self.under and key != other:
            key = self.under[key]
        return key == other

    def lines(self):
        """Each group of siblings by what they stand under, in order, with their names."""
        groups = {}
        for key, under in self.under.items():
            groups.setdefault(under, []).append((key, self.names[key]))
        return groups


def _tree(under):
    return None if under in TOPS else under
