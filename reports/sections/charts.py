"""A structure on landscape A4 pages, as many as it needs to be read, and the same in words.

A chart that fits is one page; a larger one is an overview of its top and a page for what stands
below each part of it. Its one rule: no letter is printed smaller than 7 points, and what is not
drawn is said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from posts import chart as drawing
from posts.families import BY_LINE, BY_UNIT, Families, families
from posts.lettering import text_width
from posts.naming import TITLE_NOT_STATED, Mark
from posts.outline import Entry, Part, PostEntry, outline
from posts.snapshot import COUNCIL, LEADS, LINE_NONE, LINE_STATED, Snapshot
from reports.sections.blocks import Chart, Line, Picture

WIDE, TALL = 1350.0, 745.0
"""The pixels that a landscape page holds where letters of 12.5 pixels become 7 points."""

MOST_BOXES, MOST_POSTS = 300, 300
_COLUMNS = 173.0, 150.0, 130.0, 118.0
_NAME_SIZE, _BESIDE_NAME = 13.5, 22.0

Marks = Mapping[str, Sequence[Mark]]

_Named = tuple[str, drawing.Chart]
"""A page: the names of what it shows, and the chart."""


def chart_of(snapshot: Snapshot, *, key: str, title: str, marks: Marks, existing: bool) -> Chart:
    """A structure drawn with its changes, by unit, or by line where it has no units."""
    pages = _Pages(snapshot, key, title, marks, existing)
    return Chart(
        key=key,
        title=title,
        pages=tuple(pages.pictures()),
        words=tuple(pages.words()),
        left_out=pages.left_out(),
    )


@dataclass(frozen=True)
class _Pages:
    """The pages of one structure."""

    snapshot: Snapshot
    key: str
    title: str
    marks: Marks
    existing: bool

    @cached_property
    def trees(self) -> Families:
        return families(self.snapshot, BY_UNIT if self.snapshot.units else BY_LINE)

    @property
    def by(self) -> str:
        return BY_UNIT if self.snapshot.units else BY_LINE

    @cached_property
    def depths(self) -> dict[str, int]:
        """How deep each thing stands; those at the top of a group at 0."""
        depths = {root: 0 for group in self.trees.groups for root in group.roots}
        for key in self.trees.order:
            depths.update((child, depths[key] + 1) for child in self.trees.below.get(key, ()))
        return depths

    @cached_property
    def deepest(self) -> int:
        """The depth to which the paper goes: all, or as far as it has room for the boxes."""
        levels = list(self.depths.values())
        deepest = max(levels, default=0)
        while deepest > 1 and sum(level <= deepest for level in levels) > MOST_BOXES:
            deepest -= 1
        return deepest

    def left_out(self) -> str | None:
        below = sum(level > self.deepest for level in self.depths.values())
        if not below:
            return None
        things = "units" if self.by == BY_UNIT else "posts"
        return (
            f"The structure is too large to be drawn whole. The chart and the list go down to "
            f"level {self.deepest + 1}; {below} {things} below it are in neither."
        )

    # ---- pictures ----

    def pictures(self) -> Iterator[Picture]:
        drawn = list(self._drawn())
        for number, (names, chart) in enumerate(drawn, start=1):
            title = self.title
            if len(drawn) > 1:
                title += f", page {number} of {len(drawn)}: {names}"
            yield Picture(
                key=f"{self.key}.{number}",
                title=title,
                svg=chart.svg,
                width=chart.width,
                height=chart.height,
                alt=f"{title}. A chart: {chart.words} The same is listed in words under "
                "“Text version of the chart”.",
            )

    def _drawn(self) -> Iterator[_Named]:
        """All on one page; else the council's own, and then what stands beside it."""
        groups = self.trees.groups
        everything = [root for group in groups for root in group.roots]
        whole = self._whole(None, everything)
        if _fits(whole) or not everything:
            yield "the whole structure", whole
            return
        own = {root for group in groups if group.key == COUNCIL for root in group.roots}
        first = [root for root in everything if root in own]
        rest = [root for root in everything if root not in own]
        for roots in filter(None, (first, rest)):
            yield from self._pages_of(None, roots)

    def _pages_of(self, above: str | None, keys: Sequence[str]) -> Iterator[_Named]:
        """Pages that show some things with all below them, under the one above them if any."""
        names = self._names([above] if above else keys)
        whole = self._whole(above, keys)
        if _fits(whole):
            yield names, whole
            return
        overview = self._overview(above, keys)
        if overview is not None:
            yield f"overview of {names}", overview[1]
        for parent, below in self._not_yet_whole(above, keys, overview[0] if overview else None):
            for group in self._shared_pages(parent, below):
                yield from self._branch(parent, group)

    def _branch(self, parent: str | None, group: Sequence[str]) -> Iterator[_Named]:
        """A page that some neighbours share; one that is too large for a page has its own."""
        chart = self._whole(parent, group)
        if len(group) == 1 and not _fits(chart) and self._is_open(group[0]):
            yield from self._pages_of(group[0], self.trees.below[group[0]])
        else:
            yield self._names(group), chart

    def _overview(self, above: str | None, keys: Sequence[str]) -> tuple[int, drawing.Chart] | None:
        """The units of the upper levels with who leads them, and the depth that has room."""
        least = self.depths[keys[0]]
        if above is None:
            least += 1
        for depth in range(self.deepest - 1, least - 1, -1):
            chart = self._draw((above,), keys, depth, heads_only=True)
            if _fits(chart):
                return depth, chart
        return None

    def _not_yet_whole(
        self, above: str | None, keys: Sequence[str], depth: int | None
    ) -> list[tuple[str | None, list[str]]]:
        """What an overview has left closed, by what it stands under; without one, all."""
        if depth is None:
            return [(above, list(keys))]
        found: dict[str | None, list[str]] = {}
        for key in self._below(keys):
            if self.depths[key] == depth and self._is_open(key):
                found.setdefault(self.trees.above.get(key), []).append(key)
        return list(found.items())

    def _is_open(self, key: str) -> bool:
        return key in self.trees.below and self.depths[key] < self.deepest

    def _shared_pages(self, parent: str | None, keys: Sequence[str]) -> list[list[str]]:
        """Neighbours that fit onto one page, whole, together."""
        groups: list[list[str]] = []
        for key in keys:
            if groups and _fits(self._whole(parent, [*groups[-1], key])):
                groups[-1].append(key)
            else:
                groups.append([key])
        return self._evened(parent, keys, len(groups)) or groups

    def _evened(
        self, parent: str | None, keys: Sequence[str], pages: int
    ) -> list[list[str]] | None:
        """As many on each page, so that none is left alone on the last; None if that won't do."""
        size = -(-len(keys) // max(pages, 1))
        groups = [list(keys[start : start + size]) for start in range(0, len(keys), size)]
        return groups if all(_fits(self._whole(parent, group)) for group in groups) else None

    def _names(self, keys: Sequence[str]) -> str:
        names = [self.snapshot.name_of(key) or TITLE_NOT_STATED for key in keys]
        if len(names) > 4:
            names = [*names[:3], f"{len(names) - 3} more"]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def _whole(self, above: str | None, keys: Sequence[str]) -> drawing.Chart:
        """Some things with all below them, under the one above them if that has room too."""
        return self._draw(dict.fromkeys((above, None)), keys, self.deepest)

    def _draw(
        self,
        aboves: Iterable[str | None],
        keys: Sequence[str],
        depth: int,
        *,
        heads_only: bool = False,
    ) -> drawing.Chart:
        """A chart in columns as wide as usual, or as narrow as it takes for it to fit."""
        charts = []
        for above in aboves:
            part = self._part(above, keys, heads_only=heads_only)
            for column in self._columns(part):
                charts.append(self._drawn_in(part, column, above, keys, depth))
                if _fits(charts[-1]):
                    return charts[-1]
        return min(charts, key=lambda chart: max(chart.width / WIDE, chart.height / TALL))

    def _columns(self, part: Snapshot) -> list[float]:
        """The widths of a column that no word in a name has to be broken for."""
        names = (part.name_of(key) or "" for key in (*part.units, *part.posts))
        words = {word for name in names for word in name.split()}
        longest = max((text_width(word, _NAME_SIZE, bold=True) for word in words), default=0)
        return [_COLUMNS[0], *(each for each in _COLUMNS[1:] if each >= longest + _BESIDE_NAME)]

    def _drawn_in(
        self, part: Snapshot, column: float, above: str | None, keys: Sequence[str], depth: int
    ) -> drawing.Chart:
        shown = [*self._below(keys), *([above] if above else [])]
        opened = {key for key in shown if self.depths[key] < depth}
        return drawing.draw(
            part, by=self.by, marks=self.marks, most=0, title=self.title, existing=self.existing,
            opened=opened | {group.key for group in self.trees.groups}, column=column,
            ident=self.key, wide=WIDE, tall=TALL, stand_alone=True,
        )  # fmt: skip

    def _part(self, above: str | None, keys: Sequence[str], *, heads_only: bool) -> Snapshot:
        tops = [above] if above else keys
        part = _part(self.snapshot, self.by, {*self._below(keys), *tops}, set(tops))
        return _with_heads_only(part) if heads_only and self.by == BY_UNIT else part

    def _below(self, roots: Sequence[str]) -> list[str]:
        """Some things and all that stands below them."""
        keys = list(roots)
        for key in keys:
            keys += self.trees.below.get(key, ())
        return keys

    # ---- words ----

    def words(self) -> Iterator[Line]:
        parts = outline(self.snapshot, by=self.by, marks=self.marks)
        for part in parts:
            within = len(parts) > 1 or part.key != COUNCIL
            if within:
                yield Line(0, part.heading)
            yield from self._part_words(part, 1 if within else 0)

    def _part_words(self, part: Part, deeper: int) -> Iterator[Line]:
        is_large = len(self.snapshot.posts) > MOST_POSTS
        for entry in part.entries:
            if entry.depth <= self.deepest:
                yield Line(entry.depth + deeper, _words(entry))
                for text in _heads_and_rest(entry) if is_large else _every_post(entry):
                    yield Line(entry.depth + deeper + 1, text)


def _fits(chart: drawing.Chart) -> bool:
    return chart.width <= WIDE and chart.height <= TALL


def _part(snapshot: Snapshot, by: str, keys: set[str], tops: set[str]) -> Snapshot:
    """The structure with nothing in it but some things, of which some stand at the top."""
    if by == BY_LINE:
        posts = {key: post for key, post in snapshot.posts.items() if key in keys}
        for key in tops & posts.keys():
            line = LINE_NONE if posts[key].line == LINE_STATED else posts[key].line
            posts[key] = replace(posts[key], reports_to=None, line=line)
        lines = tuple(line for line in snapshot.lines if line.post in keys)
        return replace(snapshot, posts=posts, lines=lines)
    units = {key: unit for key, unit in snapshot.units.items() if key in keys}
    for key in tops & units.keys():
        units[key] = replace(units[key], parent=None, place=snapshot.place_of(key))
    posts = {key: post for key, post in snapshot.posts.items() if post.unit or key in keys}
    leaders = {lead.post for lead in snapshot.leads if lead.unit in keys}
    shown = leaders | {key for key, post in posts.items() if post.unit in keys or key in keys}
    lines = tuple(line for line in snapshot.lines if line.post in shown)
    return replace(snapshot, units=units, posts=posts, lines=lines)


def _with_heads_only(part: Snapshot) -> Snapshot:
    """A structure with no posts but those that head a unit, and those of no unit."""
    leads = tuple(lead for lead in part.leads if lead.how != LEADS)
    heads = {lead.post for lead in leads}
    posts = {key: post for key, post in part.posts.items() if key in heads or not post.unit}
    lines = tuple(line for line in part.lines if line.post in posts)
    return replace(part, leads=leads, posts=posts, lines=lines)


def _words(entry: Entry) -> str:
    return "; ".join((entry.words, *(entry.post.lines if entry.post else ())))


def _every_post(entry: Entry) -> Iterator[str]:
    for post in entry.posts:
        yield _post_words(post)


def _heads_and_rest(entry: Entry) -> Iterator[str]:
    """Those that lead a unit or have a change, and how many others there are."""
    shown = [post for post in entry.posts if post.heads or post.marks]
    yield from map(_post_words, shown)
    rest = [post for post in entry.posts if post not in shown]
    if rest:
        number = sum(post.number or 1 for post in rest)
        at_least = "at least " if any(post.number is None for post in rest) else ""
        yield f"{at_least}{number} {'post' if number == 1 else 'posts'} unchanged"


def _post_words(post: PostEntry) -> str:
    heads = {None: "", "leads": "led by: "}.get(post.heads, f"{post.heads}: ")
    marks = f"[{'; '.join(post.marks)}] " if post.marks else ""
    return "; ".join((f"{heads}{marks}{post.words}", *post.lines))
