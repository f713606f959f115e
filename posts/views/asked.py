"""What a person asked to see of a chart, as the address of the page says it.

Its one rule: every wish is in the address, so that a page can be sent to somebody as it is seen.
"""

from dataclasses import dataclass
from functools import cached_property

from posts.chart import BY_LINE, BY_UNIT

ZOOMS = {"50": "−", "fit": "Fit", "100": "100%", "150": "+"}

STILL_READ = 1.45
"""How many times wider than its frame a chart may be, to be shown whole and still be read."""


PASSING = ("focus", "edit")
"""Wishes for one page only: what has the focus, and which fact stands open to be changed."""


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
        self.focus, self.edit = (self.parameters.pop(name, [None])[0] for name in PASSING)
        self.by = BY_LINE if parameters.get("by") == BY_LINE else BY_UNIT
        self.zoom = parameters.get("zoom") if parameters.get("zoom") in ZOOMS else None
        self.show = parameters.get("show") or None
        self.all_open = parameters.get("all") == "open"

    @cached_property
    def opened(self):
        """The branches that are open on demand."""
        return frozenset(self.parameters.getlist("open"))

    def showing(self, key):
        """The address that shows a unit or post, down to where it is told of."""
        return f"{self._address(show=key)}#{self.below}"

    def opening(self, key):
        """The address that opens a branch, beside those that are open."""
        return self._address(open=sorted({*self.opened, key}))

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
