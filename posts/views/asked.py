"""What a person asked to see of a chart, as the address of the page says it.

Its one rule: every wish is in the address, so that a page can be sent to somebody as it is seen.
"""

from dataclasses import dataclass
from urllib.parse import quote_plus, urlencode

from django.utils.functional import cached_property

from posts.chart import BY_LINE, BY_UNIT
from posts.wishes import CHANGED

ZOOMS = {"50": "−", "fit": "Fit", "100": "100%", "150": "+"}

STILL_READ = 1.45
"""How many times wider than its frame a chart may be, to be shown whole and still be read."""

MOST_OPEN, LONGEST = 40, 3000
"""So many branches are open on demand, and with so many characters of the address, at most."""

_SOME_KEY = "\0"
"""What no key and no other wish of an address is."""

PASSING = ("focus", "edit", "left")
"""Wishes for one page only: what has the focus, which fact stands open, where one was before."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """A size of the chart: its key, its name on the button, the address that shows it."""

    zoom: str
    name: str
    address: str


class Asked:
    """How the chart is to be drawn, what of it is open, and which unit or post is shown."""

    def __init__(self, parameters, below="selected"):
        self.parameters, self.below = parameters.copy(), below
        self.focus, self.edit, self.left = (self._passing(name) for name in PASSING)
        self.by = BY_LINE if parameters.get("by") == BY_LINE else BY_UNIT
        self.zoom = parameters.get("zoom") if parameters.get("zoom") in ZOOMS else None
        self.show = parameters.get("show") or None
        self.ticked = list(dict.fromkeys(parameters.getlist("of")))
        self.panel = self.parameters.get("panel")
        self.all_open = parameters.get("all") == "open"
        self.only = parameters.get("only") == CHANGED
        self.labels = self.only or "labels" in parameters
        self.parents = ()
        self._keep(self.parameters.getlist("open"))

    def _passing(self, name):
        return self.parameters.pop(name, [None])[0]

    def within(self, *snapshots):
        """Say of which structures it is asked: what is above an opened branch is open anyway."""
        self.parents = [_parents(snapshot, self.by) for snapshot in snapshots]
        self._keep(self.parameters.getlist("open"))

    def _keep(self, opened):
        self.parameters.setlist("open", self._needed(opened))
        self.__dict__.pop("_around_show", None)

    @property
    def opened(self):
        """The branches that are open on demand."""
        return frozenset(self.parameters.getlist("open"))

    def showing(self, key):
        """The address that shows a unit or post, down to where it is told of."""
        before, after = self._around_show
        return f"{before}{quote_plus(key)}{after}#{self.below}"

    @cached_property
    def _around_show(self):
        """That address before and after the key, since a page has hundreds of them."""
        before, _, after = self._address(show=_SOME_KEY).partition(quote_plus(_SOME_KEY))
        return before, after

    def opening(self, key):
        """The address that opens a branch, beside those that are open."""
        return self._address(open=self._needed([*self.parameters.getlist("open"), key]))

    def size(self, width, room):
        """The size that was asked for; else as large as can be where that can still be read."""
        return self.zoom or ("auto" if width <= room * STILL_READ else "100")

    def zooms(self):
        """The sizes that the chart can have."""
        return [Zoom(zoom, name, self._address(zoom=zoom)) for zoom, name in ZOOMS.items()]

    def _address(self, **wishes):
        parameters = self.parameters.copy()
        for name, value in wishes.items():
            parameters.setlist(name, value if isinstance(value, list) else [value])
        return "?" + parameters.urlencode()

    def _needed(self, keys):
        """Those that are not opened by another, as many as there is room for, the oldest first."""
        newest_first = list(dict.fromkeys(reversed(keys)))
        sides = [(parents, _above(parents, newest_first)) for parents in self.parents]
        kept = [key for key in newest_first if not _is_open_anyway(key, sides)][:MOST_OPEN]
        while len(urlencode([("open", key) for key in kept])) > LONGEST:
            kept.pop()
        return kept[::-1]


def _parents(snapshot, by):
    """What each unit or post stands under, as the chart is drawn."""
    if by == BY_LINE:
        return {key: post.reports_to for key, post in snapshot.posts.items()}
    return {key: unit.parent for key, unit in snapshot.units.items()}


def _above(parents, keys):
    """All that stands above any of the keys."""
    found = set()
    for key in keys:
        while (key := parents.get(key)) is not None and key not in found:
            found.add(key)
    return found


def _is_open_anyway(key, sides):
    """Whether a branch is above an opened one on each side on which it stands."""
    where = [above for parents, above in sides if key in parents]
    return bool(where) and all(key in above for above in where)
