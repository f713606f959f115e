"""Which part of a structure is drawn on which landscape page.

A chart that fits is one page. A larger one is an overview of its top, then pages of what stands
below, neighbours together where they have room. Its one rule: no letter is printed smaller than 7
points, and nothing that the paper goes down to is on no page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from posts import chart as drawing
from posts.block import Room
from posts.families import BY_LINE, BY_UNIT, Families, families
from posts.lettering import text_width
from posts.naming import TITLE_NOT_STATED, Mark
from posts.set_out import SetOut, Setting
from posts.snapshot import Snapshot
from reports.sections.blocks import LANDSCAPE
from reports.sections.cutting import cut_out, without_posts

WIDE, TALL = LANDSCAPE["A4"]

MOST_ON_A_PAGE = 90
_MOST_WITHOUT_OVERVIEW, _MOST_NAMES, _FEWEST_DIVISIONS = 2, 4, 2
_COLUMNS = 173.0, 150.0, 130.0, 118.0
_NAME_SIZE, _BESIDE_NAME = 13.5, 22.0

Marks = Mapping[str, Sequence[Mark]]

Page = tuple[str, drawing.Chart]
"""The names of what a page shows, and its chart."""

_Page = tuple[str, SetOut]

_Keys = Sequence[str]


@dataclass(frozen=True)
class Pages:
    """The pages of one structure, down to a depth; `heads_only` leaves out posts that lead nothing.

    A post with a change is never left out. `wide` and `tall` are the room that a page has.
    """

    snapshot: Snapshot
    marks: Marks
    existing: bool
    most: int
    heads_only: bool = False
    wide: float = WIDE
    tall: float = TALL
    _known: dict[object, SetOut] = field(default_factory=dict, repr=False, compare=False)

    def for_room(self, wide: float, tall: float) -> "Pages":
        """The same structure on pages of another size."""
        return replace(self, wide=wide, tall=tall, _known={})

    @property
    def by(self) -> str:
        return BY_UNIT if self.snapshot.units else BY_LINE

    @cached_property
    def trees(self) -> Families:
        return families(self.snapshot, self.by)

    @cached_property
    def depths(self) -> dict[str, int]:
        """How deep each thing stands; those at the top of a group at 0."""
        depths = {root: 0 for group in self.trees.groups for root in group.roots}
        for key in self.trees.order:
            depths.update((child, depths[key] + 1) for child in self.trees.below.get(key, ()))
        return depths

    @cached_property
    def deepest(self) -> int:
        """The depth to which the charts go."""
        return self.depth_for(self.most)

    def depth_for(self, most: int) -> int:
        """The depth down to which there are at most so many things, but at least two levels."""
        levels = list(self.depths.values())
        deepest = max(levels, default=0)
        while deepest > 1 and sum(level <= deepest for level in levels) > most:
            deepest -= 1
        return deepest

    def pages(self) -> Iterator[Page]:
        """All on one page; else page by page what is large, and then the rest together."""
        return map(self._drawn, self._pages())

    def by_division(self) -> Iterator[Page]:
        """An overview, then a page for each thing that stands right below the one at the top."""
        return map(self._drawn, self._by_division())

    def _drawn(self, page: _Page) -> Page:
        names, set_out = page
        look = drawing.Look(existing=self.existing, stand_alone=True)
        return names, drawing.drawn(set_out, look)

    def _pages(self) -> Iterator[_Page]:
        roots = [root for group in self.trees.groups for root in group.roots]
        whole = self._set_out((None,), roots, self.deepest)
        if self._fits(whole) or not roots:
            yield "the whole structure", whole
            return
        large = [root for root in roots if self._is_large(None, root)]
        rest = [root for root in roots if root not in set(large)]
        together = None if any(map(self._is_open, rest)) else self._heads(None, roots)
        if together and large:
            yield f"overview of {self._names(roots)}", together
            for root in large:
                yield from self._in_full(root, self.trees.below[root])
            return
        if len(large) > _MOST_WITHOUT_OVERVIEW:
            yield from self._overview(None, large)
        for root in large:
            yield from self._below(root)
        yield from self._in_full(None, rest)

    def _by_division(self) -> Iterator[_Page]:
        roots = [root for group in self.trees.groups for root in group.roots]
        divisions = self.trees.below.get(roots[0], ()) if len(roots) == 1 else roots
        opened = [key for key in divisions if self._is_open(key)]
        if len(opened) < _FEWEST_DIVISIONS:
            yield from self._pages()
            return
        yield from self._overview(roots[0] if len(roots) == 1 else None, divisions)
        for key in opened:
            yield from self._below(key)

    def _below(self, above: str) -> Iterator[_Page]:
        """The pages of one thing and all below it: an overview, then its branches in full."""
        keys = self.trees.below[above]
        for depth in range(self.deepest, self.depths[above], -1):
            tried = self._set_out((above,), keys, depth)
            if self._fits(tried):
                whole = depth == self.deepest
                yield ("" if whole else "overview of ") + self._names([above]), tried
                yield from self._left_closed(above, depth)
                return
        if any(map(self._is_open, keys)):
            yield from self._overview(above, keys)
            yield from self._in_full(above, keys)
            return
        for group in _evenly(keys, lambda group: self._fits(self._under(above, group))):
            yield f"{self._names([above])}: {self._names(group)}", self._under(above, group)

    def _left_closed(self, above: str, depth: int) -> Iterator[_Page]:
        """The branches that an overview in full has left closed, by what they stand under."""
        found: dict[str, list[str]] = {}
        for key in self._with_below(self.trees.below[above]):
            if self.depths[key] == depth and self._is_open(key):
                found.setdefault(self.trees.above[key], []).append(key)
        for parent, keys in found.items():
            yield from self._in_full(parent, keys)

    def _overview(self, above: str | None, keys: _Keys) -> Iterator[_Page]:
        """The upper levels with who heads them: as deep as one page has room, else in parts."""
        if tried := self._heads(above, keys):
            yield f"overview of {self._names([above] if above else keys)}", tried
            return
        parts = _evenly(keys, lambda part: self._fits(self._closed(above, part)))
        for part in parts:
            names = self._names([above] if above and len(parts) == 1 else part)
            yield f"overview of {names}", self._closed(above, part)

    def _heads(self, above: str | None, keys: _Keys) -> SetOut | None:
        """An overview on one page that goes below the keys themselves; None if there is no room."""
        for depth in range(self.deepest - 1, self.depths[keys[0]], -1):
            tried = self._set_out((above,), keys, depth, heads_only=True)
            if self._fits(tried):
                return tried
        return None

    def _in_full(self, parent: str | None, keys: _Keys) -> Iterator[_Page]:
        """Some neighbours in full: those with room for it share pages, the large have their own."""
        for is_large, run in groupby(keys, key=lambda key: self._is_large(parent, key)):
            if is_large:
                for key in run:
                    yield from self._below(key)
                continue
            for group in _evenly(list(run), lambda group: self._fits(self._whole(parent, group))):
                yield self._names(group), self._whole(parent, group)

    def _is_large(self, parent: str | None, key: str) -> bool:
        return self._is_open(key) and not self._fits(self._whole(parent, [key]))

    def _is_open(self, key: str) -> bool:
        return key in self.trees.below and self.depths[key] < self.deepest

    def _names(self, keys: _Keys) -> str:
        names = [self.snapshot.name_of(key) or TITLE_NOT_STATED for key in keys]
        if len(names) > _MOST_NAMES:
            names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} more"]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    # ---- setting out ----

    def _whole(self, parent: str | None, keys: _Keys) -> SetOut:
        """Some things with all below them, under their parent if that has room too."""
        return self._set_out((parent, None) if parent else (None,), keys, self.deepest)

    def _under(self, above: str, keys: _Keys) -> SetOut:
        return self._set_out((above,), keys, self.deepest)

    def _closed(self, above: str | None, keys: _Keys) -> SetOut:
        return self._set_out((above,), keys, self.depths[keys[0]], heads_only=True)

    def _set_out(
        self, aboves: Iterable[str | None], keys: _Keys, depth: int, *, heads_only: bool = False
    ) -> SetOut:
        """A chart in columns as wide as usual, or as narrow as it takes for it to fit."""
        asked = (aboves, tuple(keys), depth, heads_only)
        if asked not in self._known:
            self._known[asked] = self._tried(aboves, keys, depth, heads_only)
        return self._known[asked]

    def _tried(
        self, aboves: Iterable[str | None], keys: _Keys, depth: int, heads_only: bool
    ) -> SetOut:
        tries = []
        for above in aboves:
            shown = [key for key in self._with_below(keys) if self.depths[key] <= depth]
            part = self._part(above, keys, heads_only)
            trees = families(part, self.by)
            setting = Setting(part, trees, self.marks, self.snapshot)
            opened = trees.shown(0, self._opened(above, keys, depth))
            columns = self._columns(part, shown) if len(shown) <= MOST_ON_A_PAGE else _COLUMNS[:1]
            for column in columns:
                tries.append(setting.in_room(Room(column, self.wide, self.tall), opened))
                if self._fits(tries[-1]):
                    return tries[-1]
        return min(tries, key=lambda tried: max(tried.width / self.wide, tried.height / self.tall))

    def _columns(self, part: Snapshot, shown: Iterable[str]) -> list[float]:
        """The widths of a column that no word in a name has to be broken for."""
        words = {word for key in shown for word in (part.name_of(key) or "").split()}
        longest = max((text_width(word, _NAME_SIZE, bold=True) for word in words), default=0)
        return [_COLUMNS[0], *(each for each in _COLUMNS[1:] if each >= longest + _BESIDE_NAME)]

    def _opened(self, above: str | None, keys: _Keys, depth: int) -> set[str]:
        """What has those below it drawn: all down to a depth, and the group that it stands in."""
        shown = [*self._with_below(keys), *([above] if above else [])]
        opened = {key for key in shown if self.depths[key] < depth}
        return opened | {group.key for group in self.trees.groups}

    def _fits(self, tried: SetOut) -> bool:
        return tried.width <= self.wide and tried.height <= self.tall

    def _part(self, above: str | None, keys: _Keys, heads_only: bool) -> Snapshot:
        tops = [above] if above else keys
        part = cut_out(self.snapshot, self.by, {*self._with_below(keys), *tops}, tops)
        if self.by == BY_LINE or not (heads_only or self.heads_only):
            return part
        if self.heads_only:
            return without_posts(part, full={None}, kept=self.marks.keys())
        return without_posts(part, full={None, *tops})

    def _with_below(self, roots: _Keys) -> list[str]:
        """Some things and all that stands below them."""
        keys = list(roots)
        for key in keys:
            keys += self.trees.below.get(key, ())
        return keys


def _evenly(keys: _Keys, has_room: Callable[[_Keys], bool]) -> list[_Keys]:
    """Neighbours on as few pages as they have room on, about as many on each if that goes."""
    groups = list(_filled(keys, has_room))
    size = -(-len(keys) // max(len(groups), 1))
    even = [keys[start : start + size] for start in range(0, len(keys), size or 1)]
    return even if all(map(has_room, even)) else groups


def _filled(keys: _Keys, has_room: Callable[[_Keys], bool]) -> Iterator[_Keys]:
    """Neighbours in groups, each as large as it has room; what has none stands alone."""
    rest = keys
    while rest:
        fits, fails = 1, len(rest) + 1
        while fails - fits > 1:
            size = len(rest) if fails > len(rest) else (fits + fails) // 2
            if has_room(rest[:size]):
                fits = size
            else:
                fails = size
        yield rest[:fits]
        rest = rest[fits:]
