"""How a box looks by its shape and by what changes of it: the colours and lines of `chart.css`.

Its one rule: a change is a word first, then a shape of its outline, and a colour last.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from posts.naming import KINDS

DARK, GREY, PALE, WHITE = "17211E", "47544F", "F4F5F1", "FFFFFF"
WIRE, FAINT, GREEN = "6B7872", "5B6862", "143C33"


@dataclass(frozen=True, slots=True)
class Look:
    """An outline with its width in pixels, dash and number of lines; the ground; the letters."""

    line: str
    width: float = 1.25
    ground: str = WHITE
    dash: str | None = None
    compound: str | None = None
    letters: str | None = None


_SHAPES = {
    "unit top": Look(GREEN, 1.5, GREEN, letters=WHITE),
    "unit": Look(GREEN, 1.5),
    "item": Look("A9B4AE", 1),
    "beyond": Look(WIRE, 1, PALE),
    "item beyond": Look(WIRE, 1, PALE),
}
_CHANGES: dict[str, dict[str, Any]] = {
    "new": {"line": "0A56A0", "width": 3},
    "deleted": {
        "line": "A3320C", "width": 1.75, "dash": "dash", "ground": WHITE, "letters": None,
    },
    "moved": {"line": "76306F", "width": 4, "compound": "dbl"},
    "renamed": {"line": "725200", "width": 1.75, "dash": "sysDot"},
    "altered": {"line": "3F5266", "width": 3, "compound": "thickThin"},
    "outside": {"line": "4C4F54", "width": 1.75, "dash": "lgDashDot"},
    "unplaced": {"line": "4C4F54", "width": 1.25, "dash": "sysDash", "ground": PALE},
}  # fmt: skip
LABELS = {
    "new": ("0A56A0", WHITE),
    "deleted": (WHITE, "A3320C"),
    "moved": ("F4E8F2", "76306F"),
    "renamed": ("F9F0D6", "725200"),
    "altered": ("E8EDF1", "3F5266"),
    "outside": ("E4E4E4", DARK),
    "unplaced": ("E4E4E4", DARK),
}
"""The ground and the letters of a label, by the kind of change."""


def look_of(shape: str, kinds: Iterable[str]) -> Look:
    """How a box looks with the changes marked at it; a dark one stays dark unless it goes."""
    look, found = _SHAPES[shape], set(kinds)
    for kind in KINDS:
        if kind in found:
            look = replace(look, **_changed(look, kind))
    return look


def _changed(look: Look, kind: str) -> dict[str, Any]:
    change = dict(_CHANGES[kind])
    if look.letters and kind != "deleted":
        change.pop("ground", None)
    return change
