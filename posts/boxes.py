"""What a box in a chart says: labels of change, name, who leads it, its other posts.

Its one rule: what a box has no room for is still in its full words.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from posts.lettering import clean
from posts.naming import (
    LINE_UNKNOWN,
    Mark,
    leading_words,
    line_words,
    post_state,
    post_title,
    post_words,
    unit_name,
)
from posts.snapshot import COUNCIL, LEADS, Leads, Post, Snapshot, Unit

Marks = Mapping[str, Sequence[Mark]]

TITLE, PLAIN, QUIET, UNKNOWN, LABEL, MINOR = "t", "s", "s q", "s u", "l", "m"
_MOST_POSTS = 12
_APART, _NEXT = 5.0, 2.5


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a box in one of the six styles.

    A label has the kind of its mark; what is said of a deleted post has that kind too. `apart` is
    the white that keeps it from what is above it.
    """

    words: str
    style: str = PLAIN
    kind: str = ""
    apart: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What one box says, and in full words for those who hear it."""

    key: str
    texts: tuple[Text, ...]
    words: str
    marks: tuple[Mark, ...] = ()
    shape: str = "unit"


@dataclass(frozen=True, slots=True)
class Cells:
    """What the boxes of a structure say, each worked out once.

    `whole` is the structure that it was cut out of, if it was.
    """

    snapshot: Snapshot
    marks: Marks
    whole: Snapshot | None = None
    _known: dict[tuple[str, bool], Cell] = field(default_factory=dict, repr=False, compare=False)

    def of(self, key: str, *, lesser: bool) -> Cell:
        """The box of a unit or post; the `lesser` is more quiet."""
        if (key, lesser) not in self._known:
            self._known[key, lesser] = self._made(key, lesser)
        return self._known[key, lesser]

    def _made(self, key: str, lesser: bool) -> Cell:
        unit = self.snapshot.units.get(key)
        if unit is not None:
            return _unit_cell(self.snapshot, unit, self.marks, lesser, self.whole or self.snapshot)
        return _post_cell(self.snapshot, self.snapshot.posts[key], self.marks, lesser)


def _unit_cell(snapshot: Snapshot, unit: Unit, marks: Marks, lesser: bool, whole: Snapshot) -> Cell:
    """The box of a unit: its name, its heads, then its other posts.

    That no head is stated is only said where the whole structure has nobody in the unit.
    """
    leads, others = unit_posts(snapshot, unit.key)
    loud, texts = _own_labels(marks, unit.key, lesser=lesser or unit.is_function)
    texts.append(Text(unit_name(unit), TITLE))
    for lead in leads:
        if not _goes_without_saying(snapshot, lead):
            texts += _lead_texts(snapshot, lead, marks)
    if not any(unit_posts(whole, unit.key)) and _is_led(snapshot, unit):
        texts.append(Text("head: not stated", UNKNOWN))
    texts += _other_texts(others, marks, _marks_of_head(leads, marks))
    words = _unit_words(snapshot, unit, leads, others, marks)
    return Cell(unit.key, tuple(texts), words, loud, "work" if unit.is_function else "unit")


def _own_labels(marks: Marks, key: str, *, lesser: bool) -> tuple[tuple[Mark, ...], list[Text]]:
    """The marks that give a box its shape, and the labels it begins with."""
    own = tuple(marks.get(key, ()))
    loud = tuple(mark for mark in own if not (lesser and mark.minor))
    quiet = [Text(mark.words.lower(), MINOR) for mark in own if lesser and mark.minor]
    return loud, [*quiet, *_labels(loud)]


def _goes_without_saying(snapshot: Snapshot, lead: Leads) -> bool:
    """Whether who leads a unit heads the one right above it, and so stands in the box above."""
    above = snapshot.units[lead.unit].parent
    return lead.how == LEADS and above in snapshot.units_headed.get(lead.post, ())


def _is_led(snapshot: Snapshot, unit: Unit) -> bool:
    """Whether somebody must head it: one of the council's own units with units below it."""
    own = snapshot.place_of(unit.key) == COUNCIL
    return own and unit.key in snapshot.units_under and not unit.is_function


def unit_posts(snapshot: Snapshot, key: str) -> tuple[list[Leads], list[Post]]:
    """Who leads a unit, and the other posts in it: but for those that head a unit elsewhere."""
    leads = snapshot.leads_of.get(key, [])
    heads = snapshot.units_headed
    others = [post for post in snapshot.posts_in.get(key, ()) if post.key not in heads]
    led_here = {lead.post for lead in leads}
    return leads, [post for post in others if post.key not in led_here]


def _labels(marks: Sequence[Mark]) -> list[Text]:
    return [Text(mark.words, LABEL, mark.kind) for mark in marks]


def _lead_texts(snapshot: Snapshot, lead: Leads, marks: Marks) -> list[Text]:
    post = snapshot.posts[lead.post]
    if lead.how == LEADS:
        return [Text(leading_words(lead.how, post))]
    lines = [Text(words, QUIET) for words in line_words(snapshot, post) if not is_unknown(words)]
    name = _named(leading_words(lead.how, post), post, marks)
    return [*_labels(marks.get(post.key, ())), name, *_detail(post), *lines]


def _named(words: str, post: Post, marks: Marks) -> Text:
    """A post's name as a line: in italics where its title is not stated, struck where deleted."""
    gone = any(mark.kind == "deleted" for mark in marks.get(post.key, ()))
    return Text(words, UNKNOWN if post.title is None else PLAIN, "gone" if gone else "")


def is_unknown(words: str) -> bool:
    """Whether the words of a line say no more than that it is not stated."""
    return words == LINE_UNKNOWN


def _detail(post: Post) -> Iterator[Text]:
    if post.grade:
        yield Text(post.grade, QUIET)
    if state := post_state(post):
        yield Text(state, PLAIN)


def _marks_of_head(leads: Sequence[Leads], marks: Marks) -> tuple[Mark, ...] | None:
    """The labels under which the last head of a unit stands in its box; None: it has no head."""
    heads = [lead.post for lead in leads if lead.how != LEADS]
    return tuple(marks.get(heads[-1], ())) if heads else None


def _other_texts(posts: Sequence[Post], marks: Marks, said: tuple[Mark, ...] | None) -> list[Text]:
    """Posts as lines, alike ones together; those with a change under its label, once for all.

    `said` are the labels of the head that stands above, if any does.
    """
    alike: Counter[tuple[str | None, str | None, str | None]] = Counter()
    groups: dict[tuple[Mark, ...], list[Text]] = {(): []}
    for post in posts:
        own = tuple(marks.get(post.key, ()))
        if own or post.number is None:
            groups.setdefault(own, []).append(_post_line(post, marks))
        else:
            alike[post.title, None if post.title else post.category, post.state] += post.number
    for (title, category, state), number in alike.items():
        like = Post(key="", title=title, category=category, number=number, state=state)
        groups[()].append(_post_line(like, {}))
    groups[()], left_out = _with_room_for_changes(groups)
    lines: list[Text] = []
    for own, group in groups.items():
        if own and own != said:
            lines += _labels(own if said is not None else _of_posts(own, len(group)))
        elif group and said is not None:
            group[0] = replace(group[0], apart=_APART)
        lines += [*group[:1], *(replace(text, apart=_NEXT) for text in group[1:])]
        said = own if group else said
    return _cut(lines, left_out)


def _with_room_for_changes(
    groups: Mapping[tuple[Mark, ...], Sequence[Text]],
) -> tuple[list[Text], int]:
    """The lines without a label for which those with one leave room, and how many they do not."""
    plain = groups[()]
    changed = sum(map(len, groups.values())) - len(plain)
    kept = list(plain[: max(_MOST_POSTS - changed, 0)])
    return kept, len(plain) - len(kept)


def _of_posts(marks: Sequence[Mark], lines: int) -> list[Mark]:
    """The labels of posts that stand right below their unit's name, of which they say nothing."""
    what = "POST" if lines == 1 else "POSTS"
    return [
        replace(mark, words=mark.words.replace("→ MOVED", f"→ {what} MOVED", 1)) for mark in marks
    ]


def _cut(lines: Sequence[Text], left_out: int) -> list[Text]:
    """So many lines of posts with their labels, and how many more there are."""
    posts = [number for number, text in enumerate(lines) if text.style != LABEL]
    if len(posts) > _MOST_POSTS:
        left_out += len(posts) - _MOST_POSTS
        lines = lines[: posts[_MOST_POSTS - 1] + 1]
    more = Text(f"and {left_out} more lines", QUIET, apart=_APART)
    return [*lines, more] if left_out else list(lines)


def _post_line(post: Post, marks: Marks) -> Text:
    words = ", ".join(filter(None, (post_title(post), post_state(post))))
    return _named(words, post, marks)


def _unit_words(
    snapshot: Snapshot, unit: Unit, leads: Sequence[Leads], others: Sequence[Post], marks: Marks
) -> str:
    parts = [marked(marks, unit.key, unit_name(unit))]
    if unit.kind:
        parts[0] += f", {unit.kind}"
    for lead in leads:
        post = snapshot.posts[lead.post]
        parts.append(f"{lead.how}: {marked(marks, post.key, post_words(post))}")
        parts += [words for words in line_words(snapshot, post) if not is_unknown(words)]
    parts += [marked(marks, post.key, post_words(post)) for post in others]
    return clean("; ".join(parts))


def marked(marks: Marks, key: str, words: str) -> str:
    """Words after the labels of change that belong to them."""
    labels = ", ".join(mark.words for mark in marks.get(key, ()))
    return f"{labels}: {words}" if labels else words


def _post_cell(snapshot: Snapshot, post: Post, marks: Marks, lesser: bool) -> Cell:
    """The box of a post: its title, its unit, grade and state, and lines no connector shows."""
    loud, texts = _own_labels(marks, post.key, lesser=lesser)
    texts.append(Text(post_title(post), TITLE, "" if post.title else "u"))
    unit = snapshot.units[post.unit].name if post.unit else None
    if unit and not _is_plain(snapshot, post, unit):
        texts.append(Text(unit, QUIET))
    texts += _detail(post)
    lines = list(line_words(snapshot, post))
    heads_a_tree = post.key in snapshot.reports_of
    for words in lines:
        if not is_unknown(words):
            texts.append(Text(words, QUIET))
        elif heads_a_tree:
            texts.append(Text(words, UNKNOWN))
    parts = [marked(marks, post.key, post_words(post)), *filter(None, [unit]), *lines]
    return Cell(post.key, tuple(texts), clean("; ".join(parts)), loud)


def _is_plain(snapshot: Snapshot, post: Post, unit: str) -> bool:
    """Whether the unit of a post goes without saying: by its title, or as its manager's too."""
    manager = snapshot.posts.get(post.reports_to or "")
    same = manager is not None and manager.unit == post.unit
    return same or unit.casefold() in (post.title or "").casefold()


def beyond_cell(name: str, lines: Sequence[str], *, brief: bool) -> Cell:
    """The grey box of somebody outside the chart to whom its lines lead."""
    texts = [Text(name, TITLE), Text("outside this chart", UNKNOWN)]
    texts += [] if brief else [Text(line, QUIET) for line in lines[:_MOST_POSTS]]
    return Cell(f"beyond {name}", tuple(texts), clean("; ".join((name, texts[1].words, *lines))))
